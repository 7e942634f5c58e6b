/** Brings a target's output folder to what it should be. */
import { mkdirSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
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
  /** The part of the manifest to write; the whole if left out. */
  readonly part?: string | undefined;
  /** Ends the run between two files. */
  readonly signal?: AbortSignal | undefined;
}

export type Written =
  /** With the signatures of what was written, by path. */
  | { readonly outcome: "done"; readonly signatures: ReadonlyMap<string, Signature> }
  /** Stopped half-way: every file is whole, and the manifest knows its old and its new text. */
  | { readonly outcome: "cancelled" }
  /** Another run wrote since the folder was compared; nothing was done. */
  | { readonly outcome: "outdated" };

/** Whether a folder is as it should be, its manifest included. */
export function isUpToDate({ entries, manifests, manifest, folder }: Comparison, part = manifestName): boolean {
  if (hasLeftLock(folder.path)) return false;
  const hasParts = part === manifestName && [...manifests.keys()].some(isPartName);
  return entries.every(({ state }) => state === "unchanged") && manifests.get(part) === manifest && !hasParts;
}

/**
 * Writes what is missing or differs, and removes what is left over with the folders that become empty. Entries that are
 * edited or foreign are overwritten: the caller has asked whether they may be.
 *
 * @throws DiskError where the system refuses; what was done until then is whole and known, as after a cancelled run
 */
export async function write(
  comparison: Comparison,
  { part = manifestName, signal }: WriteOptions = {},
): Promise<Written> {
  const { folder, manifests } = comparison;
  if (isUpToDate(comparison, part)) return { outcome: "done", signatures: new Map() };
  const stays = (): void => {
    if (realPath(folder.path) !== folder.real)
      throw new DiskError(`"${folder.path}" leads elsewhere by now`, "run again");
  };
  stays();
  // The real path: a link may lead to a folder that does not exist yet.
  tryDisk("make the folder", folder.path, () => mkdirSync(folder.real, { recursive: true }));
  const held = await lock(folder.path, signal);
  try {
    stays();
    if (!isSame(manifests, readManifests(folder))) return { outcome: "outdated" };
    announce(comparison, part);
    const stats = new Map<string, Stats>();
    if (!(await workOff(steps(comparison, stats), held, signal))) return { outcome: "cancelled" };
    finish(comparison, part);
    return { outcome: "done", signatures: signaturesOf(stats, folder) };
  } finally {
    held.release();
  }
}

function signaturesOf(written: ReadonlyMap<string, Stats>, folder: OutputFolder): ReadonlyMap<string, Signature> {
  const now = Date.now();
  return new Map([...written].map(([path, stats]) => [path, signatureOfWritten(folder.at(path), stats, now)]));
}

/** From here on the manifest knows what is there now and what will be. */
function announce({ folder, manifests, known, entries }: Comparison, part: string): void {
  const old = part === manifestName ? known : parseManifest(manifests.get(part) ?? "");
  const unknown = entries.filter(({ path, wanted }) => wanted && old.get(path)?.includes(wanted.hash) !== true);
  const pending = printManifest(unionOf([old, wantedManifest(unknown)]));
  if (pending !== manifests.get(part)) replaceFile(folder.at(part), pending);
}

/** Does step after step, and listens for signals in between. @returns whether all was done */
async function workOff(work: Iterable<void>, held: Lock, signal: AbortSignal | undefined): Promise<boolean> {
  let rested = performance.now();
  for (const _ of work) {
    if (performance.now() - rested < 50) continue;
    held.refresh();
    await turn();
    if (signal?.aborted === true) return false;
    rested = performance.now();
  }
  return true;
}

/** Old names go first where case alone changes: on some file systems the old and the new name are one file. */
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
    stats.set(file.path, replaceFile(path, file.text));
    yield;
  }
  for (const path of old.filter((path) => !newCases.has(folded(path)))) yield remove(comparison, path);
}

function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  tryDisk("make the folder", path, () => mkdirSync(path, { recursive: true }));
  rmSync(join(path, temporaryName), { force: true });
  made.add(path);
}

/** Removes a file, and the folders that are empty without it. */
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

/** The manifest as it is to stay; the parts that shards wrote are in it. */
function finish({ folder, manifests, manifest }: Comparison, part: string): void {
  replaceFile(folder.at(part), manifest);
  if (part !== manifestName) return;
  for (const name of [...manifests.keys()].filter(isPartName)) rmSync(folder.at(name), { force: true });
}

function isSame(left: ManifestTexts, right: ManifestTexts): boolean {
  return left.size === right.size && [...left].every(([name, text]) => right.get(name) === text);
}
