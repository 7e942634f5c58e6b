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
export function signatureOf({ size, mtimeMs, ctimeMs, ino }: Stats, now: number): Signature {
  return settled([size, mtimeMs, ctimeMs, ino], now);
}

/** A signature that was taken before, as it counts at a time. */
export function settled(signature: Signature, now: number): Signature {
  const [, , ctime] = signature;
  const tick = ctime % 1_000 === 0 ? 3_000 : 50;
  return now - ctime < tick ? noSignature : signature;
}

export function hasSignature(stats: Stats, [size, mtime, ctime, inode]: Signature): boolean {
  return stats.size === size && stats.mtimeMs === mtime && stats.ctimeMs === ctime && stats.ino === inode;
}

/** Many signatures in little space, in the order given. */
export function packed(signatures: readonly Signature[]): Float64Array {
  const numbers = new Float64Array(signatures.length * 4);
  signatures.forEach((signature, index) => numbers.set(signature, index * 4));
  return numbers;
}

/** As `hasSignature`, for one of many. */
export function hasPackedSignature(stats: Stats, signatures: Float64Array, index: number): boolean {
  const at = index * 4;
  return (
    stats.size === signatures[at] &&
    stats.mtimeMs === signatures[at + 1] &&
    stats.ctimeMs === signatures[at + 2] &&
    stats.ino === signatures[at + 3]
  );
}

/** One of many; none where there is none. */
export function unpacked(signatures: Float64Array, index: number): Signature {
  const [size = -1, mtime = 0, ctime = 0, inode = 0] = signatures.subarray(index * 4, index * 4 + 4);
  return [size, mtime, ctime, inode];
}
