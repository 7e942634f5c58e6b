/**
 * One of several runs that share a job. Every path belongs to exactly one of them, whether a page is wanted there or an
 * old one is left over, so each can do its part without knowing the others; `merge` joins what they wrote.
 */
import { hashOf } from "../disk/hash.js";
import { manifestName } from "./manifest.js";

export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Reads `2/4`; undefined for anything that names no shard. */
export function parseShard(text: string): Shard | undefined {
  const groups = /^(?<index>[1-9]\d{0,3})\/(?<count>[1-9]\d{0,3})$/.exec(text)?.groups;
  const [index, count] = [Number(groups?.["index"]), Number(groups?.["count"])];
  return index <= count ? { index, count } : undefined;
}

/** Whether a shard answers for a path of an output folder. */
export function covers({ index, count }: Shard, path: string): boolean {
  return Number.parseInt(hashOf(path).slice(0, 8), 16) % count === index - 1;
}

/** The name of the part of the manifest that a shard writes. */
export function partName({ index, count }: Shard): string {
  return `${manifestName}.${index}-of-${count}`;
}
