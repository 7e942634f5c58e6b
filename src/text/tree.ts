/**
 * A tree of YAML nodes with their positions. Keys keep their order and are strings as written (also `1` and `on`);
 * integers beyond 2^53 are bigints. An alias is the same node object as its anchor.
 */
import type { Json } from "./json.js";

/** Offsets in UTF-16 code units, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Node = ScalarNode | SequenceNode | MappingNode;

export interface ScalarNode extends Range {
  readonly kind: "scalar";
  readonly value: null | boolean | number | bigint | string;
  /** The offset of the string's first character, if the file has it unchanged; undefined if it is escaped or folded. */
  readonly textStart: number | undefined;
  /** How the value is written, where that is not how it is printed: `1.0`. */
  readonly source?: string;
}

/** Whatever is no string, as its author wrote it. */
export function asWritten({ value, source }: ScalarNode): string {
  return source ?? String(value);
}

export interface SequenceNode extends Range {
  readonly kind: "sequence";
  readonly items: readonly Node[];
}

export interface MappingNode extends Range {
  readonly kind: "mapping";
  readonly entries: readonly MappingEntry[];
}

export interface MappingEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

/** The node's value, without positions. */
export function toJson(node: Node): Json {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence":
      return node.items.map(toJson);
    case "mapping":
      return new Map(node.entries.map((entry) => [entry.key, toJson(entry.value)]));
  }
}
