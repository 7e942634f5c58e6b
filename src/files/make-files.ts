/** The pipeline, with what earlier runs and other threads can save this one. */
import { hasErrors } from "../diagnostics.js";
import { generate, type Generation, type Input, type Memory } from "../generate.js";
import { BeyondReach, type Edit, openEdit, saveOutlines } from "./edit.js";
import { openLastFiles } from "./last-files.js";
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
  const views = openViews(work.project.targets, work.project.inputs, edit?.dependencies);
  const memory = memoryOf(work, specs, views);
  const leave = (made: Made, withOutlines: boolean): void => {
    if (work.context.options.mode !== "write") return;
    specs.save(work.project.inputs.sources);
    if (withOutlines && made.diagnostics.length === 0) saveOutlines(work, made.targets, { specs, views, edit });
  };
  const edited = edit && (await makeEdited(work, memory, edit));
  if (edited !== undefined) leave(edited, edit?.isLarge === true);
  return edited ?? makeAll(work, memory, (made) => leave(made, true));
}

/** What the change does not reach is known. Undefined if that is not so, or if there is something to say. */
async function makeEdited(work: Work, memory: Memory, { sources, whole, strict }: Edit): Promise<Made | undefined> {
  try {
    const made = await makeHere(work, {
      sources,
      whole,
      memory: { ...memory, ofDefinition: strict(memory.ofDefinition) },
    });
    return made.diagnostics.length === 0 ? made : undefined;
  } catch (error) {
    if (error instanceof BeyondReach) return undefined;
    throw error;
  }
}

/** @param leave told what was made here, while others may still be at it */
async function makeAll(work: Work, memory: Memory, leave: (made: Made) => void): Promise<Made> {
  const workers = callWorkers(work);
  try {
    const made = await makeHere(work, { memory, ...(workers && { parts: workers.parts }) });
    leave(made);
    if (workers === undefined) return made;

    work.context.options.onPhase?.("wait");
    const others = hasErrors(made.diagnostics) ? undefined : await workers.files();
    return others === undefined ? await makeHere(work, { memory }) : together(made, others);
  } finally {
    workers?.dismiss();
  }
}

function memoryOf({ context, folders, stages }: Work, specs: SpecMemory, views: Views): Memory {
  const { onPage } = context.options;
  const named = asksForViews(context) ? views : undefined;
  return { ...specs, ...openTextMemory({ views: named, stages, last: openLastFiles(folders), onPage }) };
}

/** All of it, or as much as is said. */
async function makeHere({ context, project }: Work, share: Partial<Input>): Promise<Made> {
  const { config, inputs, targets } = project;
  const { onPhase } = context.options;
  const generation = await generate({
    ...inputs,
    config,
    targets,
    ...(onPhase && { onPhase: (phase, target) => onPhase(phase, target?.name) }),
    ...share,
  });
  // The memory of texts gives made files only.
  return generation as Made;
}

function together({ targets, diagnostics }: Made, others: readonly MadeTarget["files"][]): Made {
  return {
    diagnostics,
    targets: targets.map((target, at) => ({ ...target, files: [...target.files, ...(others[at] ?? [])] })),
  };
}
