/** A file's signature shows, without reading the file, that it has not changed since it was read or written. */
import type { Stats } from "node:fs";

/** Size, time of modification, time of change, inode. */
export type Signature = readonly [size: number, mtime: number, ctime: number, inode: number];

/** A signature that no file has: the file must be read. */
export const noSignature: Signature = [-1, 0, 0, 0];

export function signatureOf({ size, mtimeMs, ctimeMs, ino }: Stats): Signature {
  return [size, mtimeMs, ctimeMs, ino];
}

/**
 * The signature, if it can be trusted at that time. A file that was changed a moment ago has none: another change in
 * the same tick of the file system's clock would not show. Ticks are 10 ms at most, or up to 2 s on file systems that
 * store whole seconds.
 */
export function settled(signature: Signature, now: number): Signature {
  const [, , ctime] = signature;
  const tick = ctime % 1_000 === 0 ? 3_000 : 50;
  return now - ctime < tick ? noSignature : signature;
}

export function isSameSignature(left: Signature, right: Signature): boolean {
  return left[0] === right[0] && left[1] === right[1] && left[2] === right[2] && left[3] === right[3];
}

export function hasSignature({ size, mtimeMs, ctimeMs, ino }: Stats, signature: Signature): boolean {
  return size === signature[0] && mtimeMs === signature[1] && ctimeMs === signature[2] && ino === signature[3];
}

/** Many signatures in little space. */
export function packed(signatures: readonly Signature[]): Float64Array {
  const numbers = new Float64Array(signatures.length * 4);
  signatures.forEach((signature, index) => numbers.set(signature, index * 4));
  return numbers;
}

/** Whether a file has the packed signature. It is not unpacked, as most files of a run are unchanged. */
export function hasPackedSignature(
  { size, mtimeMs, ctimeMs, ino }: Stats,
  packed: Float64Array,
  index: number,
): boolean {
  const at = index * 4;
  return size === packed[at] && mtimeMs === packed[at + 1] && ctimeMs === packed[at + 2] && ino === packed[at + 3];
}

/** One of many signatures; `noSignature` beyond their end. */
export function unpacked(signatures: Float64Array, index: number): Signature {
  const at = index * 4;
  return [signatures[at] ?? -1, signatures[at + 1] ?? 0, signatures[at + 2] ?? 0, signatures[at + 3] ?? 0];
}
