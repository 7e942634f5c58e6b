/** The pipeline, with what earlier runs and other threads can save this one. */
import { hasErrors } from "../diagnostics.js";
import { generate, type Generation, type Input, type Memory, type SpecOfTarget } from "../generate.js";
import { BeyondReach, type Edit, type MadeWith, openEdit, packOutlines } from "./edit.js";
import { dependenciesOf } from "./dependencies.js";
import { openLastFiles } from "./last-files.js";
import { type RenderedData, RenderedFile } from "./made-file.js";
import { openSpecMemory, type SpecMemory } from "./spec-memory.js";
import type { MadeTarget, Work } from "./target.js";
import { openTextMemory } from "./text-memory.js";
import { asksForViews, openViews, type Views } from "./views.js";
import { callWorkers } from "./workers.js";

/** What was generated, as a run keeps it. */
export interface Made extends Generation {
  readonly targets: readonly MadeTarget[];
}

/** Makes every file of the project. What workers came upon or did not manage is found out again here. */
export async function makeFiles(work: Work): Promise<Made> {
  const specs = openSpecMemory(work.context);
  const edit = openEdit(work, specs);
  const views = openViews(work.project.targets, work.project.inputs, (spec) =>
    dependenciesOf(spec, edit?.dependencies(spec)),
  );
  const making = { ...work, specs, views, edit, memory: memoryOf(work, specs, views) };
  return (edit && (await makeEdited(making, edit))) ?? makeAll(making);
}

interface Making extends Work, MadeWith {
  readonly specs: SpecMemory;
  readonly memory: Memory;
}

function memoryOf({ context, folders, stages }: Work, specs: SpecMemory, views: Views): Memory {
  const { onPage } = context.options;
  const named = asksForViews(context) ? views : undefined;
  return { ...specs, ...openTextMemory({ views: named, stages, last: openLastFiles(folders), onPage }) };
}

/** What the change does not reach is known. Undefined if that is not so, or if something is wrong. */
async function makeEdited(making: Making, edit: Edit): Promise<Made | undefined> {
  const { sources, whole, withOthers, strict, isLarge } = edit;
  const memory = { ...making.memory, ofDefinition: strict(making.memory.ofDefinition) };
  try {
    const made = await makeHere(making, { sources, whole, memory }, { withOthers, withOutlines: isLarge });
    return hasErrors(made.diagnostics) ? undefined : made;
  } catch (error) {
    if (error instanceof BeyondReach) return undefined;
    throw error;
  }
}

async function makeAll(making: Making): Promise<Made> {
  const workers = callWorkers(making);
  try {
    const made = await makeHere(making, workers ? { parts: workers.parts } : {}, { withOutlines: true });
    if (workers === undefined) return made;

    making.context.options.onPhase?.("wait");
    const others = hasErrors(made.diagnostics) ? undefined : await workers.files();
    return others === undefined ? await makeHere(making, {}, { withOutlines: true }) : together(made, others, making);
  } finally {
    workers?.dismiss();
  }
}

interface MakeOptions {
  /** Whether outlines are to be left. */
  readonly withOutlines: boolean;
  /** See `Edit`. */
  readonly withOthers?: Edit["withOthers"];
}

/**
 * All of it, or as much as is said. What the next run can use is prepared first: where others make files meanwhile, there
 * is no more than that to do here.
 */
async function makeHere(
  making: Making,
  share: Partial<Input>,
  { withOutlines, withOthers = (diagnostics) => diagnostics }: MakeOptions,
): Promise<Made> {
  const { context, project, specs, memory } = making;
  const { config, inputs, targets } = project;
  const { mode, onPhase, shard } = context.options;
  const isKept = mode === "write" && context.cache !== undefined;
  let leaveOutlines: ReturnType<typeof packOutlines> = () => undefined;
  const onChecked = (specOf: SpecOfTarget): void => {
    onPhase?.("keep");
    specs.save(inputs.sources);
    if (withOutlines && shard === undefined) leaveOutlines = packOutlines(making, specOf, making);
  };
  const generation = await generate({
    ...inputs,
    config,
    targets,
    memory,
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

function together(
  { targets, diagnostics }: Made,
  others: readonly (readonly RenderedData[])[],
  { views }: Making,
): Made {
  const withOthers = (target: MadeTarget, files: readonly RenderedData[] = []): MadeTarget => {
    const more = files.map((file) => RenderedFile.from(file, views.filledIn(target.spec, file.view)));
    return { ...target, files: [...target.files, ...more] };
  };
  return { diagnostics, targets: targets.map((target, at) => withOthers(target, others[at])) };
}
