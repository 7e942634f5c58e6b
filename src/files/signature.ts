/** What tells, without reading a file, that it is still the one that was read or written before. */
import type { Stats } from "node:fs";

/** Size, time of modification, time of change, inode. */
export type Signature = readonly [size: number, mtime: number, ctime: number, inode: number];

/** A signature that no file has: the file must be read. */
export const noSignature: Signature = [-1, 0, 0, 0];

/**
 * The signature of a file at a time. A file that was changed a moment ago gets none: another change in the same tick of
 * the file system's clock would not show. Ticks are 10 ms at most, or up to 2 s where times are kept in whole seconds.
 */
export function signatureOf(stats: Stats, now: number): Signature {
  const tick = stats.ctimeMs % 1_000 === 0 ? 3_000 : 50;
  return now - stats.ctimeMs < tick ? noSignature : [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino];
}

export function hasSignature(stats: Stats, [size, mtime, ctime, inode]: Signature): boolean {
  return stats.size === size && stats.mtimeMs === mtime && stats.ctimeMs === ctime && stats.ino === inode;
}
