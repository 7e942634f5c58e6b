/** The pipeline in this thread, with what earlier runs can save it. */
import { hasErrors } from "../diagnostics/diagnostic.js";
import { generate, type Generation, type Input, type Memory, type SpecOfTarget } from "../generate.js";
import { type Edit, type MadeWith, packOutlines } from "./edit.js";
import { openLastFiles } from "./last-files.js";
import type { SpecMemory } from "./spec-memory.js";
import type { MadeTarget, Work } from "./target.js";
import { openTextMemory } from "./text-memory.js";
import { asksForViews } from "./views.js";

/** What was generated, as a run keeps it. */
export interface Made extends Generation {
  readonly targets: readonly MadeTarget[];
}

export interface Making extends Work, MadeWith {
  readonly specs: SpecMemory;
}

export function memoryOf({ context, folders, stages, specs, views }: Making): Memory {
  const { onPage } = context.options;
  const named = asksForViews(context) ? views : undefined;
  return { ...specs, ...openTextMemory({ views: named, stages, last: openLastFiles(folders), onPage }) };
}

export interface MakeOptions {
  /** Whether outlines are to be left. */
  readonly withOutlines: boolean;
  /** See `Edit`. */
  readonly withOthers?: Edit["withOthers"];
}

/**
 * All of it, or as much as is said. What the next run can use is prepared first: where others make files meanwhile, there
 * is no more than that to do here.
 */
export async function makeHere(
  making: Making,
  share: Partial<Input> & Required<Pick<Input, "memory">>,
  { withOutlines, withOthers = (diagnostics) => diagnostics }: MakeOptions,
): Promise<Made> {
  const { context, project, specs } = making;
  const { config, inputs, targets } = project;
  const { mode, onPhase, shard } = context.options;
  const isKept = mode === "write" && context.cache !== undefined;
  let leaveOutlines: ReturnType<typeof packOutlines> = () => undefined;
  const onChecked = (specOf: SpecOfTarget): void => {
    onPhase?.("keep");
    specs.save(inputs.sources);
    if (withOutlines && shard === undefined) leaveOutlines = packOutlines(making, specOf);
  };
  const generation = await generate({
    ...inputs,
    config,
    targets,
    ...(isKept && { onChecked }),
    ...(onPhase && { onPhase: (phase, target) => onPhase(phase, target?.name) }),
    ...share,
  });
  const diagnostics = withOthers(generation.diagnostics);
  leaveOutlines(diagnostics);
  if (isKept && hasErrors(diagnostics)) specs.save(inputs.sources);
  // The memory of texts gives made files only.
  return { ...(generation as Made), diagnostics };
}
