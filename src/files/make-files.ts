/** Everything that a run makes, with what earlier runs and other threads can save it. */
import { hasErrors } from "../diagnostics/diagnostic.js";
import type { Definition } from "../spec/spec.js";
import { dependenciesOf } from "./dependencies.js";
import { openEdit } from "./edit.js";
import { makeEdited } from "./make-edited.js";
import { type Made, makeHere, type Making, memoryOf } from "./make-here.js";
import { received, type SentFile } from "./sent-file.js";
import { openSpecMemory } from "./spec-memory.js";
import type { MadeTarget, Work } from "./target.js";
import { asksForViews, openViews } from "./views.js";
import { callWorkers } from "./workers.js";

/** Makes every file of the project. */
export async function makeFiles(work: Work): Promise<Made> {
  const specs = openSpecMemory(work.context);
  const edit = openEdit(work, specs);
  const views = openViews(work.project.targets, work.project.inputs, (spec) =>
    dependenciesOf(spec, edit?.dependencies(spec)),
  );
  const making = { ...work, specs, views, edit };
  return (edit && (await makeEdited(making, edit))) ?? makeAll(making);
}

/** What workers came upon or did not manage is found out again here. */
async function makeAll(making: Making): Promise<Made> {
  const workers = callWorkers(making);
  const memory = memoryOf(making);
  try {
    const made = await makeHere(making, { memory, ...(workers && { parts: workers.parts }) }, { withOutlines: true });
    if (workers === undefined) return made;

    making.context.options.onPhase?.("wait");
    const others = hasErrors(made.diagnostics) ? undefined : await workers.files();
    return others === undefined
      ? await makeHere(making, { memory }, { withOutlines: true })
      : together(made, others, making);
  } finally {
    workers?.dismiss();
  }
}

function together(
  { targets, diagnostics }: Made,
  others: readonly (readonly SentFile[])[],
  { context, stages, views }: Making,
): Made {
  const isNamed = asksForViews(context);
  const withOthers = (made: MadeTarget, files: readonly SentFile[] = []): MadeTarget => {
    const { target, spec } = made;
    const viewOf = (each: Definition): string => (isNamed ? views.ofDefinition(target, spec, each) : "");
    const receiver = { spec, stage: stages.get(target.name), viewOf };
    return { ...made, files: [...made.files, ...files.map((file) => received(file, receiver))] };
  };
  return { diagnostics, targets: targets.map((made, at) => withOthers(made, others[at])) };
}
