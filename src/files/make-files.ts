/** The pipeline, with what earlier runs and other threads can save this one. */
import { hasErrors } from "../diagnostics.js";
import { generate, type Generation } from "../generate.js";
import { openLastFiles } from "./last-files.js";
import { openSpecMemory, type SpecMemory } from "./spec-memory.js";
import type { MadeTarget, Work } from "./target.js";
import { openTextMemory } from "./text-memory.js";
import { asksForViews } from "./views.js";
import { callWorkers, type Workers } from "./workers.js";

/** What was generated, as a run keeps it. */
export interface Made extends Generation {
  readonly targets: readonly MadeTarget[];
}

/** Makes every file of the project. What workers came upon or did not manage is found out again here. */
export async function makeFiles(work: Work): Promise<Made> {
  const { context } = work;
  const specs = openSpecMemory(context);
  const workers = callWorkers(work);
  try {
    const made = await makeHere(work, specs, workers?.parts);
    if (context.options.mode === "write") specs.save();
    if (workers === undefined) return made;

    context.options.onPhase?.("wait");
    const others = hasErrors(made.diagnostics) ? undefined : await workers.files();
    return others === undefined ? await makeHere(work, specs) : together(made, others);
  } finally {
    workers?.dismiss();
  }
}

/** All parts, or those that are given. */
async function makeHere(work: Work, specs: SpecMemory, parts?: Workers["parts"]): Promise<Made> {
  const { options } = work.context;
  const { config, inputs, targets } = work.project;
  const texts = openTextMemory(targets, inputs, {
    withViews: asksForViews(work.context),
    stages: work.stages,
    last: openLastFiles(work.folders),
    onPage: options.onPage,
  });
  const generation = await generate({
    ...inputs,
    config,
    targets,
    memory: { ...specs, ...texts },
    ...(parts && { parts }),
    ...(options.onPhase && { onPhase: (phase, target) => options.onPhase?.(phase, target?.name) }),
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
