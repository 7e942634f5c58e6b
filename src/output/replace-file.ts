/** Writes files atomically: readers see the old text or the new one, never a part of it. */
import { closeSync, fstatSync, lstatSync, openSync, renameSync, rmSync, type Stats, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf, tryDisk } from "../disk/disk-error.js";
import { isSameSignature, noSignature, settled, type Signature, signatureOf } from "../disk/signature.js";

/**
 * The name of a file until it is complete. There is one writer at a time (lock.ts), so one name per folder is enough.
 */
export const temporaryName = ".modelwright-new";

/**
 * Writes a file in a folder that exists. A link at its path is replaced, not followed.
 *
 * @returns the stats of the file before it was renamed
 * @throws DiskError
 */
export function replaceFile(path: string, content: string | Uint8Array): Stats {
  const temporary = join(dirname(path), temporaryName);
  return tryDisk("write", path, () => {
    try {
      const stats = writeNew(temporary, content);
      renameSync(temporary, path);
      return stats;
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

/** Replaces what exists at the path: a link could lead anywhere, and a file was left by a run that was killed. */
function writeNew(path: string, content: string | Uint8Array): Stats {
  const file = openNew(path);
  try {
    writeFileSync(file, content);
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, "wx");
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    rmSync(path, { force: true });
    return openSync(path, "wx");
  }
}

/** The signature of a file that was written, unless it has changed since. */
export function signatureOfWritten(path: string, written: Stats, now: number): Signature {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return noSignature;
  const signature = signatureOf(stats);
  const isUnchanged = isSameSignature(signature, [written.size, written.mtimeMs, stats.ctimeMs, written.ino]);
  return isUnchanged ? settled(signature, now) : noSignature;
}
