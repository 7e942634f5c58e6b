/** Wanted files of a target, for tests. */
import { compare, type Comparison, type State, type WantedFile } from "../../src/output/compare.js";
import { snapshotOf } from "../../src/output/manifest.js";
import { hashOf } from "../../src/disk/hash.js";
import { write, type WriteOptions } from "../../src/output/write.js";

/** The files that a folder should hold, by path. */
export function wanted(files: Readonly<Record<string, string>>): readonly WantedFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, hash: hashOf(text), text }));
}

export function compared(folder: string, files: Readonly<Record<string, string>>): Comparison {
  return compare(snapshotOf(folder), wanted(files), { now: Date.now() });
}

/** The state of every path. */
export function statesIn(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, State>> {
  return Object.fromEntries(compared(folder, files).entries.map(({ path, state }) => [path, state]));
}

/** Brings a folder up to date. @returns the outcome */
export async function bring(
  folder: string,
  files: Readonly<Record<string, string>>,
  options?: WriteOptions,
): Promise<string> {
  return (await write(compared(folder, files), options)).outcome;
}
