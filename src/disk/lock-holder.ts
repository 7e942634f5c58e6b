/** The process that holds a lock, as the lock's file names it. */
import { lstatSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./disk-error.js";

export interface Holder {
  readonly pid: string;
  readonly host: string;
  /** Whether this machine knows that the process no longer runs. */
  readonly isGone: boolean;
  /** Whether only another machine can know. */
  readonly isElsewhere: boolean;
  /** When the holder last showed that it lives, in milliseconds. */
  readonly shownAt: number;
}

/** @param path of the lock; it may be gone or empty */
export function holderOf(path: string): Holder {
  const [pid = "?", host = "another machine"] = readWords(path);
  const isHere = host === hostname();
  const shownAt = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return { pid, host, isGone: isHere && !isRunning(Number(pid)), isElsewhere: !isHere, shownAt };
}

/** What a process writes into its lock. */
export const ownWords = `${process.pid} ${hostname()}\n`;

/** Nothing for a file that no run has written, which could contain anything. */
function readWords(path: string): readonly string[] {
  try {
    return /^(\d{1,10}) ([\w.-]{1,255})\n$/.exec(readFileSync(path, "utf8"))?.slice(1) ?? [];
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}
