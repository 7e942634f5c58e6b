/** Brings a target's output folder up to date. */
import { mkdirSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { headOf } from "../causes/origin.js";
import { folded } from "../config/folded.js";
import { type Comparison, wantedManifest } from "./compare.js";
import { codeOf, DiskError, tryDisk } from "../disk/disk-error.js";
import { hasLeftLock, type Lock, lock } from "./lock.js";
import {
  isPartName,
  manifestName,
  type ManifestTexts,
  parseManifest,
  printManifest,
  readManifests,
  unionOf,
} from "./manifest.js";
import { realPath } from "../disk/real-path.js";
import type { OutputFolder } from "./output-folder.js";
import type { Signature } from "../disk/signature.js";
import { replaceFile, signatureOfWritten, temporaryName } from "./replace-file.js";

export interface WriteOptions {
  /** The manifest part to write; by default the manifest. */
  readonly part?: string | undefined;
  /** Cancels the run between two files. */
  readonly signal?: AbortSignal | undefined;
}

export type Written =
  /** With the signatures of the written files, by path. */
  | { readonly outcome: "done"; readonly signatures: ReadonlyMap<string, Signature> }
  /** Interrupted: every file is complete, and the manifest lists its old and its new text. */
  | { readonly outcome: "cancelled" }
  /** Another run has written since the folder was compared; nothing was written. */
  | { readonly outcome: "outdated" };

/** Whether a folder and its manifest are up to date. */
export function isUpToDate({ entries, manifests, manifest, folder }: Comparison, part = manifestName): boolean {
  if (hasLeftLock(folder.path)) return false;
  const hasParts = part === manifestName && [...manifests.keys()].some(isPartName);
  return entries.every(({ state }) => state === "unchanged") && manifests.get(part) === manifest && !hasParts;
}

/**
 * Writes files that are missing or differ, and removes left-over files with the folders that become empty. Overwrites
 * edited and foreign files: the caller has checked that it may.
 *
 * @throws DiskError if a file operation fails; files written until then are complete and listed, as after a cancelled run
 */
export async function write(
  comparison: Comparison,
  { part = manifestName, signal }: WriteOptions = {},
): Promise<Written> {
  const { folder, manifests } = comparison;
  if (isUpToDate(comparison, part)) return { outcome: "done", signatures: new Map() };
  const checkUnmoved = (): void => {
    if (realPath(folder.path) !== folder.real)
      throw new DiskError(`"${folder.path}" has been linked to another folder during the run`, "run again");
  };
  checkUnmoved();
  // The real path: a link may lead to a folder that does not exist yet.
  tryDisk("create the folder", folder.path, () => mkdirSync(folder.real, { recursive: true }));
  const held = await lock(folder.path, signal);
  try {
    checkUnmoved();
    if (!isSame(manifests, readManifests(folder))) return { outcome: "outdated" };
    writePending(comparison, part);
    const stats = new Map<string, Stats>();
    if (!(await runSteps(steps(comparison, stats), held, signal))) return { outcome: "cancelled" };
    writeFinal(comparison, part);
    return { outcome: "done", signatures: signaturesOf(stats, folder) };
  } finally {
    held.release();
  }
}

function signaturesOf(written: ReadonlyMap<string, Stats>, folder: OutputFolder): ReadonlyMap<string, Signature> {
  const now = Date.now();
  return new Map([...written].map(([path, stats]) => [path, signatureOfWritten(folder.at(path), stats, now)]));
}

/** Writes a manifest that lists both the current and the future files. */
function writePending({ folder, manifests, manifest, known, entries }: Comparison, part: string): void {
  const old = part === manifestName ? known : parseManifest(manifests.get(part) ?? "");
  const unknown = entries.filter(({ path, wanted }) => wanted && old.get(path)?.includes(wanted.hash) !== true);
  const pending = headOf(manifests.get(part) ?? manifest) + printManifest(unionOf([old, wantedManifest(unknown)]));
  if (pending !== manifests.get(part)) replaceFile(folder.at(part), pending);
}

/** Runs the steps and looks for signals in between. @returns whether all steps were run */
async function runSteps(steps: Iterable<void>, held: Lock, signal: AbortSignal | undefined): Promise<boolean> {
  let paused = performance.now();
  for (const _ of steps) {
    if (performance.now() - paused < 50) continue;
    held.refresh();
    await turn();
    if (signal?.aborted === true) return false;
    paused = performance.now();
  }
  return true;
}

/** Removes old names first where only case changes: on some file systems the old and the new name are one file. */
function* steps(comparison: Comparison, stats: Map<string, Stats>): Iterable<void> {
  const { entries, folder } = comparison;
  const changed = entries.filter(({ state }) => state !== "unchanged");
  const wanted = changed.flatMap((each) => each.wanted ?? []);
  const newCases = new Set(wanted.map(({ path }) => folded(path)));
  const old = changed.filter((each) => each.wanted === undefined).map(({ path }) => path);
  const made = new Set<string>();

  for (const path of old.filter((path) => newCases.has(folded(path)))) yield remove(comparison, path);
  for (const file of wanted) {
    const path = folder.at(file.path);
    makeFolder(dirname(path), made);
    if (file.text === undefined) throw new Error(`the text of "${path}" is not known`);
    stats.set(file.path, replaceFile(path, file.text));
    yield;
  }
  for (const path of old.filter((path) => !newCases.has(folded(path)))) yield remove(comparison, path);
}

function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  tryDisk("create the folder", path, () => mkdirSync(path, { recursive: true }));
  rmSync(join(path, temporaryName), { force: true });
  made.add(path);
}

/** Removes a file and the folders that become empty. */
function remove({ folder }: Comparison, path: string): void {
  tryDisk("remove", folder.at(path), () => rmSync(folder.at(path), { force: true }));
  for (let outer = dirname(path); outer !== "."; outer = dirname(outer)) {
    rmSync(join(folder.at(outer), temporaryName), { force: true });
    try {
      rmdirSync(folder.at(outer));
    } catch (error) {
      if (["ENOTEMPTY", "EEXIST", "ENOENT"].includes(codeOf(error))) return;
      throw error;
    }
  }
}

/** Writes the final manifest, and removes the parts that shards wrote: it lists their files too. */
function writeFinal({ folder, manifests, manifest }: Comparison, part: string): void {
  replaceFile(folder.at(part), manifest);
  if (part !== manifestName) return;
  for (const name of [...manifests.keys()].filter(isPartName)) rmSync(folder.at(name), { force: true });
}

function isSame(left: ManifestTexts, right: ManifestTexts): boolean {
  return left.size === right.size && [...left].every(([name, text]) => right.get(name) === text);
}
