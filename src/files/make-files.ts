/** Everything that a run makes, with what earlier runs can save it. */
import { dependenciesOf } from "./dependencies.js";
import { openEdit } from "./edit.js";
import { makeEdited } from "./make-edited.js";
import { type Made, makeHere, memoryOf } from "./make-here.js";
import { openSpecMemory } from "./spec-memory.js";
import type { Work } from "./target.js";
import { openViews } from "./views.js";

/** Makes every file of the project. */
export async function makeFiles(work: Work): Promise<Made> {
  const specs = openSpecMemory(work.context);
  const edit = openEdit(work, specs);
  const views = openViews(work.project.targets, work.project.inputs, (spec) =>
    dependenciesOf(spec, edit?.dependencies(spec)),
  );
  const making = { ...work, specs, views, edit };
  return (
    (edit && (await makeEdited(making, edit))) ?? makeHere(making, { memory: memoryOf(making) }, { withOutlines: true })
  );
}
