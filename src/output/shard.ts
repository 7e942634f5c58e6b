/**
 * A shard is one of several runs that split the pages between them. Every path belongs to exactly one shard, whether
 * its page is wanted or left over, so shards work independently; `merge` combines their output.
 */
import { hashOf } from "../disk/hash.js";
import { manifestName } from "./manifest.js";

export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Parses `2/4`; undefined if that is not a shard. */
export function parseShard(text: string): Shard | undefined {
  const groups = /^(?<index>[1-9]\d{0,3})\/(?<count>[1-9]\d{0,3})$/.exec(text)?.groups;
  const [index, count] = [Number(groups?.["index"]), Number(groups?.["count"])];
  return index <= count ? { index, count } : undefined;
}

/** Whether a shard is responsible for a path of an output folder. */
export function covers({ index, count }: Shard, path: string): boolean {
  return Number.parseInt(hashOf(path).slice(0, 8), 16) % count === index - 1;
}

/** The name of the part of the manifest that a shard writes. */
export function partName({ index, count }: Shard): string {
  return `${manifestName}.${index}-of-${count}`;
}
