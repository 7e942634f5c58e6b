/** JSON nodes: values of a document with their places. */
import type { Span } from "../diagnostics/diagnostic.js";
import { asWritten, type Node, type ScalarNode } from "../text/tree.js";

/** Maps a place to the place in the original document. */
type OriginalKeys = (keys: readonly string[]) => readonly string[];

/** A value with its place: what the import reads, and what its diagnostics refer to. */
export class Place {
  #index: Map<string, Place> | undefined;

  private constructor(
    readonly file: string,
    readonly node: Node,
    readonly parent: Place | undefined,
    /** The key or index of the value; empty for a whole document. */
    readonly key: string,
    readonly keySpan: Span | undefined,
    private readonly original: OriginalKeys | undefined,
  ) {}

  /** A whole document; `original` if it was converted from another one, whose pointers diagnostics show. */
  static root(file: string, node: Node, original?: OriginalKeys): Place {
    return new Place(file, node, undefined, "", undefined, original);
  }

  /** Its document. */
  get root(): Place {
    return this.parent?.root ?? this;
  }

  get span(): Span {
    return { file: this.file, start: this.node.start, end: this.node.end };
  }

  /** The JSON pointer as a fragment (RFC 6901): `#/components/schemas/Pet`. */
  get pointer(): string {
    const keys: string[] = [];
    let root: Place = this;
    for (; root.parent !== undefined; root = root.parent) keys.push(root.key);
    const path = root.original?.(keys.toReversed()) ?? keys.toReversed();
    return `#${path.map((key) => `/${escaped(key)}`).join("")}`;
  }

  /** This scalar as a string, as it is written: `4.10` stays `4.10`. */
  get asText(): Place {
    return this.node.kind === "scalar" && this.text === undefined ? this.with(asWritten(this.node)) : this;
  }

  /** Another value at the same place. */
  with(value: ScalarNode["value"]): Place {
    const { start, end } = this.node;
    const node = { kind: "scalar", value, start, end, textStart: undefined } as const;
    return new Place(this.file, node, this.parent, this.key, this.keySpan, this.original);
  }

  /** Whether it is null or an empty list, which some tools write for a value that is absent. */
  get isNothing(): boolean {
    return this.scalar === null || (this.node.kind === "sequence" && this.node.items.length === 0);
  }

  get isMapping(): boolean {
    return this.node.kind === "mapping";
  }

  get isSequence(): boolean {
    return this.node.kind === "sequence";
  }

  /** The value if it is a string, number, boolean or null. */
  get scalar(): ScalarNode["value"] | undefined {
    return this.node.kind === "scalar" ? this.node.value : undefined;
  }

  /** Whether all numbers in the value are finite. */
  get isFinite(): boolean {
    return isFinite(this.node);
  }

  get text(): string | undefined {
    return typeof this.scalar === "string" ? this.scalar : undefined;
  }

  /** The value under a key of a mapping or, by number, in a sequence. */
  get(key: string): Place | undefined {
    return this.#children().get(key);
  }

  /** The entries of a mapping, in order; empty for any other value. */
  entries(): Iterable<readonly [string, Place]> {
    return this.isMapping ? this.#children() : [];
  }

  /** The items of a sequence; empty for any other value. */
  items(): Iterable<Place> {
    return this.isSequence ? this.#children().values() : [];
  }

  get size(): number {
    return this.#children().size;
  }

  /** The value at a JSON pointer, relative to this value. */
  find(parts: readonly string[]): Place | undefined {
    let place: Place | undefined = this;
    for (const part of parts) place = place?.get(part);
    return place;
  }

  /** The innermost value at an offset of the text. */
  at(offset: number): Place {
    for (const child of this.#children().values()) {
      if (child.node.start <= offset && offset < child.node.end) return child.at(offset);
    }
    return this;
  }

  /** The value at this path, or the last existing one on it. */
  nearest(keys: readonly string[]): Place {
    let place: Place = this;
    for (const key of keys) {
      const next = place.get(key);
      if (next === undefined) break;
      place = next;
    }
    return place;
  }

  #children(): ReadonlyMap<string, Place> {
    if (this.#index !== undefined) return this.#index;
    const index = new Map<string, Place>();
    const add = (key: string, span: Span | undefined, node: Node): void => {
      index.set(key, new Place(this.file, node, this, key, span, undefined));
    };
    const { file, node } = this;
    if (node.kind === "sequence") node.items.forEach((item, at) => add(String(at), undefined, item));
    if (node.kind === "mapping") {
      for (const { key, keyStart, keyEnd, value } of node.entries)
        add(key, { file, start: keyStart, end: keyEnd }, value);
    }
    this.#index = index;
    return index;
  }
}

/** The parts of a JSON pointer without its `#`: `/components/schemas/a~1b` → `components`, `schemas`, `a/b`. */
export function pointerParts(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => percentDecoded(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A string that equal values share. */
export function valueText(place: Place): string {
  if (place.isSequence) return `[${[...place.items()].map(valueText).join()}]`;
  if (place.isMapping) {
    const entries = [...place.entries()].map(([key, value]) => `${JSON.stringify(key)}:${valueText(value)}`);
    return `{${entries.toSorted().join()}}`;
  }
  return typeof place.scalar === "string" ? JSON.stringify(place.scalar) : String(place.scalar);
}

/** What a value is, in words: `a string`. */
export function kindInWords(place: Place): string {
  if (place.isMapping) return "an object";
  if (place.isSequence) return "a list";
  if (place.scalar === null) return "null";
  return typeof place.scalar === "string" ? "a string" : typeof place.scalar === "boolean" ? "a boolean" : "a number";
}

function isFinite(node: Node): boolean {
  switch (node.kind) {
    case "mapping":
      return node.entries.every(({ value }) => isFinite(value));
    case "sequence":
      return node.items.every(isFinite);
    case "scalar":
      return typeof node.value !== "number" || Number.isFinite(node.value);
  }
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function percentDecoded(part: string): string {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
