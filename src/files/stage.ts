/**
 * Where an output folder is put together that does not exist yet: in the cache, page by page as they are made. So no text
 * waits in memory, all threads write, and the folder takes its place as a whole.
 */
import { randomUUID } from "node:crypto";
import { closeSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { type Stats, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Comparison } from "./compare.js";
import type { KnownFolder } from "./known-folder.js";
import type { StagedFile } from "./made-file.js";
import { manifestName } from "./manifest.js";
import { Overtaken } from "./overtaken.js";
import { safePaths } from "./output-paths.js";
import type { RunContext } from "./run.js";
import { settled, type Signature, signatureOf } from "./signature.js";

/** The folders in which targets are put together, by the target's name. */
export type Stages = ReadonlyMap<string, string>;

/**
 * Stages for those targets of a first run that have no folder yet.
 *
 * @param folders the output folders by target
 */
export function openStages(
  { cache, last, options: { mode, shard } }: RunContext,
  folders: ReadonlyMap<string, KnownFolder>,
): Stages {
  if (cache === undefined || last !== undefined || mode !== "write" || shard !== undefined) return new Map();
  const missing = [...folders].filter(([, { folder }]) => canBecome(cache.path, folder.path));
  if (missing.length > 0) clearAbandoned(cache.path);
  const stages = missing.map(([name]) => [name, join(cache.path, prefix + randomUUID())] as const);
  return new Map(stages.filter(([, stage]) => isMade(stage)));
}

/** Where nothing can be put into the cache, texts are better kept in memory from the beginning. */
function isMade(stage: string): boolean {
  try {
    mkdirSync(stage, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** Removes what did not take its place. */
export function discardStages(stages: Stages): void {
  for (const stage of stages.values()) remove(stage);
}

/** Writes a page; undefined where that is not possible, or where its path could lead elsewhere. */
export type Put = (path: string, content: Uint8Array) => StagedFile | undefined;

export function openStage(stage: string): Put {
  const isSafe = safePaths();
  const made = new Set<string>();
  return (path, content) => {
    if (!isSafe(path)) return undefined;
    const at = pathOnStage(stage, path);
    const folder = at.slice(0, at.lastIndexOf("/"));
    try {
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      return putFile(at, content);
    } catch {
      return undefined;
    }
  };
}

/** The absolute path of a page. */
export function pathOnStage(stage: string, path: string): string {
  return `${stage}/${path}`;
}

/**
 * Puts the output folder in its place.
 *
 * @returns the signatures of its files, by path
 * @throws Overtaken if not all could be put on the stage, or it was deleted with the cache, if something stands in the
 * place by now, or if the two are not on one file system after all
 */
export function takePlace(stage: string, { folder, entries, manifest }: Comparison): ReadonlyMap<string, Signature> {
  const now = Date.now();
  const signatures = new Map<string, Signature>();
  try {
    const stands = standingOn(stage);
    for (const { path, wanted } of entries) {
      const content = wanted?.content;
      if (content === undefined || content instanceof Uint8Array || !stands(path)) throw new Overtaken();
      signatures.set(path, settled(content.signature, now));
    }
    writeFileSync(`${stage}/${manifestName}`, manifest);
    mkdirSync(dirname(folder.path), { recursive: true });
    renameSync(stage, folder.path);
  } catch (error) {
    throw error instanceof Overtaken ? error : new Overtaken([], { cause: error });
  }
  return signatures;
}

/** Tells what stands on a stage; each of its folders is looked into once. */
function standingOn(stage: string): (path: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const end = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(0, end));
    const names = folders.get(folder) ?? new Set(readdirSync(`${stage}/${folder}`));
    folders.set(folder, names);
    return names.has(path.slice(end + 1));
  };
}

/** One call writes it, in half the time of `writeFileSync`; a file that is cut off is none. */
function putFile(at: string, content: Uint8Array): StagedFile {
  const file = openSync(at, "w");
  try {
    if (writeSync(file, content) < content.length) throw new Error("Not all of it could be written");
    return { at, signature: signatureOf(fstatSync(file)) };
  } finally {
    closeSync(file);
  }
}

/** Whether a folder in the cache can be renamed to a path, and is the same then as if it had been made there. */
function canBecome(cache: string, path: string): boolean {
  try {
    const [from, to] = [groundOf(cache), groundOf(path)];
    const isAlike = from.dev === to.dev && from.gid === to.gid && ((from.mode | to.mode) & inheritsGroup) === 0;
    return isAlike && lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** A path, or the nearest folder above it that exists. */
function groundOf(path: string): Stats {
  return statSync(path, { throwIfNoEntry: false }) ?? groundOf(dirname(path));
}

/** What runs left that were killed. */
function clearAbandoned(cache: string): void {
  const before = Date.now() - abandonedAfter;
  try {
    const old = readdirSync(cache).filter((name) => name.startsWith(prefix));
    for (const stage of old.map((name) => join(cache, name))) if (statSync(stage).mtimeMs < before) remove(stage);
  } catch {
    // There is no cache yet, or another run was faster.
  }
}

function remove(stage: string): void {
  try {
    rmSync(stage, { recursive: true, force: true });
  } catch {
    // It will be abandoned.
  }
}

const prefix = "stage-";
/** The bit of a folder's mode by which what is made in it belongs to its group. */
const inheritsGroup = 0o2000;
/** No run takes so long, in milliseconds. */
const abandonedAfter = 3_600_000;
