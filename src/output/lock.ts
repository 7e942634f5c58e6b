/** A lock on an output folder: two runs that write to it at the same time would overwrite each other's manifest. */
import { closeSync, lstatSync, openSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf, DiskError, reasonOf } from "../disk/disk-error.js";
import { holderOf, ownWords } from "../disk/lock-holder.js";

export const lockName = ".modelwright-lock";

/** After how many milliseconds without a refresh a lock counts as left behind by a run that has ended. */
const abandonedAfter = 30_000;

/** After how many milliseconds a run on another machine counts as silent. */
const silentAfter = 3_000;

export interface Lock {
  /** Shows other runs that this one is still running. */
  refresh(): void;
  release(): void;
}

/**
 * Waits until no other run writes to the folder, which must exist.
 *
 * @throws DiskError if another run keeps it longer than a minute, or if nothing can be written there
 */
export async function lock(folder: string, signal?: AbortSignal): Promise<Lock> {
  const path = join(folder, lockName);
  const isGivenUp = patience(path);
  while (!create(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true });
    else if (isGivenUp() || signal?.aborted === true) throw held(path);
    else await pause(50);
  }
  return {
    refresh: () => utimesSync(path, new Date(), new Date()),
    release: () => rmSync(path, { force: true }),
  };
}

function create(path: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeFileSync(file, ownWords);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw new DiskError(`cannot write "${path}": ${reasonOf(error)}`, undefined, { cause: error });
  }
}

/** Whether a run that is no more left its lock in a folder. @throws DiskError if something else has its name */
export function hasLeftLock(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && isAbandoned(join(folder, lockName));
}

function isAbandoned(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (!stats.isFile()) {
    const what = stats.isDirectory() ? "a folder" : stats.isSymbolicLink() ? "a symbolic link" : "not a regular file";
    throw new DiskError(`expected the lock of a run at "${path}", but it is ${what}`, "remove it");
  }
  if (Date.now() - stats.mtimeMs > abandonedAfter) return true;
  return holderOf(path).isGone;
}

/**
 * Decides when to give up. A run on another machine, which cannot be asked, is waited for only as long as it refreshes its lock,
 * whatever its clock says.
 */
function patience(path: string): () => boolean {
  const began = Date.now();
  let [refreshed, since] = [0, began];
  return () => {
    const { isElsewhere, shownAt } = holderOf(path);
    const now = Date.now();
    if (shownAt !== refreshed) [refreshed, since] = [shownAt, now];
    return now - began > 60_000 || (isElsewhere && now - since > silentAfter);
  };
}

function held(path: string): DiskError {
  const { pid, host, shownAt } = holderOf(path);
  const age = Math.max(0, Math.round((Date.now() - shownAt) / 1000));
  const holder = `process ${pid} on ${host}, ${age} s old`;
  return new DiskError(`another run (${holder}) is writing to the same folder`, `wait for it, or remove "${path}"`);
}
