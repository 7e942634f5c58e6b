/** Makes what a change reaches. What it does not reach is known from the last run. */
import type { Target } from "../config/config.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { type Carried, carry, partsBeside } from "./carried.js";
import { BeyondReach, type Edit } from "./edit.js";
import type { KnownFolder } from "./known-folder.js";
import { type Made, makeHere, type Making, memoryOf } from "./make-here.js";
import type { MadeTarget, Work } from "./target.js";

/** @returns undefined if the change reaches further than was known, or if something is wrong */
export async function makeEdited(making: Making, edit: Edit): Promise<Made | undefined> {
  const { sources, whole, withOthers, strict, isLarge } = edit;
  making.context.options.onPhase?.("compare");
  const carried = carriedBy(making, edit);
  const memory = memoryOf({ ...making, folders: foldersBeside(carried, making) });
  const parts = ({ name }: Target, count: number): Iterable<number> => partsBeside(carried.get(name), count);
  const share = { sources, whole, parts, memory: { ...memory, ofDefinition: strict(memory.ofDefinition) } };
  try {
    const made = await makeHere(making, share, { withOthers, withOutlines: isLarge });
    if (hasErrors(made.diagnostics)) return undefined;
    const targets = made.targets.map((each) => ({ ...each, carried: carried.get(each.target.name) }));
    return targets.every(isComplete) ? { ...made, targets } : undefined;
  } catch (error) {
    if (error instanceof BeyondReach) return undefined;
    throw error;
  }
}

/** What can be carried over of each target of which all that the last run left still stands. */
function carriedBy({ project, folders, views }: Making, edit: Edit): ReadonlyMap<string, Carried> {
  const carriedOf = (target: Target): readonly (readonly [string, Carried])[] => {
    const files = folders.get(target.name)?.standing();
    if (files === undefined) return [];
    const numbers = Array.from(edit.numbered(target), ([number, dependency]) => {
      return [views.ofDependency(target, dependency), number] as const;
    });
    return [[target.name, carry(files, new Map(numbers))]];
  };
  return new Map(project.targets.flatMap(carriedOf));
}

/** The folders, as if there were nothing in them that is carried over. */
function foldersBeside(carried: ReadonlyMap<string, Carried>, { folders }: Work): Work["folders"] {
  const beside = (name: string, folder: KnownFolder): KnownFolder => {
    const others = carried.get(name)?.others;
    return others === undefined ? folder : { ...folder, last: () => others };
  };
  return new Map(Array.from(folders, ([name, folder]) => [name, beside(name, folder)]));
}

/** Whether no file is new: each must have its line in the manifest. */
function isComplete({ files, carried }: MadeTarget): boolean {
  return carried === undefined || files.every(({ path }) => carried.others.has(path));
}
