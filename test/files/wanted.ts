/** Made files of a target. */
import { compare, type Comparison, type State } from "../../src/files/compare.js";
import type { WantedFile } from "../../src/files/made-file.js";
import { snapshotOf } from "../../src/files/snapshot.js";
import { hashOf } from "../../src/files/hash.js";
import { write, type WriteOptions } from "../../src/files/write.js";

/** What should stand in a folder, by path. */
export function wanted(files: Readonly<Record<string, string>>): readonly WantedFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, hash: hashOf(text), text, page: undefined, view: "" }));
}

export function compared(folder: string, files: Readonly<Record<string, string>>): Comparison {
  return compare(snapshotOf(folder), wanted(files), { now: Date.now() });
}

/** The state of every path. */
export function statesIn(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, State>> {
  return Object.fromEntries(compared(folder, files).entries.map(({ path, state }) => [path, state]));
}

/** Brings a folder to what it should be. @returns the outcome */
export async function bring(
  folder: string,
  files: Readonly<Record<string, string>>,
  options?: WriteOptions,
): Promise<string> {
  return (await write(compared(folder, files), options)).outcome;
}
