/** Converts nodes of the `yaml` package to the tree: expands aliases, reports duplicate keys and inexact numbers. */
import type { Alias, ParsedNode, Scalar, YAMLMap } from "yaml";
import { relatedPlace } from "../diagnostics/asides.js";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { maxDepth, tooDeep } from "./depth.js";
import { yaml } from "./library.js";
import { exactNumber } from "./numbers.js";
import type { MappingEntry, MappingNode, Node, Range, ScalarNode } from "./tree.js";

/** The most nodes of a file once its aliases are expanded: always this many, … */
const nodesAllowed = 10_000;
/** … or this many per character of the file. */
const nodesPerCharacter = 2;

export function toTree(contents: ParsedNode, source: SourceFile, diagnostics: Diagnostic[]): Node {
  return new TreeBuilder(source, diagnostics).node(contents, 0);
}

interface Anchor {
  /** Undefined while its content is being converted. */
  node: Node | undefined;
  /** The number of its nodes, including itself. */
  size: number;
  /** The number of levels below it. */
  height: number;
}

class TreeBuilder {
  readonly #yaml = yaml();
  readonly #source: SourceFile;
  readonly #diagnostics: Diagnostic[];
  readonly #anchors = new Map<string, Anchor>();
  readonly #limit: number;
  #size = 0;
  #deepest = 0;
  #isTooLarge = false;

  constructor(source: SourceFile, diagnostics: Diagnostic[]) {
    this.#source = source;
    this.#diagnostics = diagnostics;
    this.#limit = Math.max(nodesAllowed, source.text.length * nodesPerCharacter);
  }

  node(node: ParsedNode, depth: number): Node {
    if (this.#yaml.isAlias(node)) return this.#alias(node, depth);
    const { anchor: name } = node;
    if (name === undefined) return this.#content(node, depth);

    const anchor: Anchor = { node: undefined, size: 0, height: 0 };
    this.#anchors.set(name, anchor);
    const sizeBefore = this.#size;
    const deepestBefore = this.#deepest;
    this.#deepest = depth;
    anchor.node = this.#content(node, depth);
    anchor.size = this.#size - sizeBefore;
    anchor.height = this.#deepest - depth;
    this.#deepest = Math.max(this.#deepest, deepestBefore);
    return anchor.node;
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>, depth: number): Node {
    this.#size++;
    this.#deepest = Math.max(this.#deepest, depth);
    if (this.#yaml.isMap(node)) return this.#mapping(node as YAMLMap.Parsed, depth);
    if (this.#yaml.isSeq(node)) {
      const items = node.items.map((item) => this.node(item as ParsedNode, depth + 1));
      const [start, end] = node.range;
      return { kind: "sequence", items, start, end: node.flow === true ? end : (items.at(-1)?.end ?? end) };
    }
    return this.#scalar(node);
  }

  #mapping(map: YAMLMap.Parsed, depth: number): MappingNode {
    const [start, end] = map.range;
    const entries = new Map<string, MappingEntry>();
    const merged: MappingEntry[] = [];
    let last: Node | undefined;
    for (const pair of map.items) {
      const key = this.#key(pair.key);
      if (key === undefined) continue;
      const value = this.#isNothing(pair.value) ? nothingAt(key.keyEnd) : this.node(pair.value, depth + 1);
      last = value;
      if (this.#isMergeKey(pair.key)) merged.push(...this.#mergedEntries(value));
      else if (!entries.has(key.key)) entries.set(key.key, { ...key, value });
      else this.#duplicate(key, entries.get(key.key));
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return {
      kind: "mapping",
      entries: [...entries.values()],
      start,
      end: map.flow === true ? end : (last?.end ?? end),
    };
  }

  #key(node: ParsedNode): Omit<MappingEntry, "value"> | undefined {
    const [keyStart, keyEnd] = node.range;
    if (this.#yaml.isAlias(node)) {
      const target = this.#alias(node, 0);
      if (target.kind === "scalar") return { key: String(target.value), keyStart, keyEnd };
    } else if (this.#yaml.isScalar(node)) {
      if (node.anchor !== undefined) this.node(node, 0);
      return { key: keyText(node), keyStart, keyEnd };
    }
    this.#report(problem("not-yaml", "key"), { start: keyStart, end: keyEnd });
    return undefined;
  }

  /** The entries that `<<: *other` or `<<: [*one, *other]` merges, those of the first mapping first. */
  #mergedEntries(value: Node): readonly MappingEntry[] {
    if (value.kind === "mapping") return value.entries;
    if (value.kind === "sequence") return value.items.flatMap((item) => this.#mergedEntries(item));
    this.#report(problem("not-yaml", "mergeKey"), value);
    return [];
  }

  #alias(alias: Alias.Parsed, depth: number): Node {
    const [start, end] = alias.range;
    const anchor = this.#anchors.get(alias.source);
    if (this.#isTooLarge) return nothingAt(end);
    const mistake = this.#aliasMistake(anchor, alias.source, depth, { start, end });
    if (mistake !== undefined) {
      this.#diagnostics.push(mistake);
      return nothingAt(end);
    }
    this.#size += anchor?.size ?? 0;
    this.#deepest = Math.max(this.#deepest, depth + (anchor?.height ?? 0));
    return anchor?.node ?? nothingAt(end);
  }

  #aliasMistake(anchor: Anchor | undefined, name: string, depth: number, at: Range): Diagnostic | undefined {
    if (anchor === undefined) return this.#diagnostic(problem("not-yaml", "anchor", { name }), at);
    if (anchor.node === undefined) return this.#diagnostic(problem("too-many-aliases", "itself"), at);
    if (depth + anchor.height > maxDepth) return tooDeep(this.#source.path, at.start, at.end);
    if (this.#size + anchor.size <= this.#limit) return undefined;
    this.#isTooLarge = true;
    return this.#diagnostic(problem("too-many-aliases", "size"), at);
  }

  #scalar(scalar: Scalar.Parsed): ScalarNode {
    const [start, valueEnd] = scalar.range;
    const { value } = scalar;
    const isBlock = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED";
    const end = isBlock ? start + this.#source.text.slice(start, valueEnd).trimEnd().length : valueEnd;
    if (typeof value === "number") {
      const exact = exactNumber(value, scalar.source);
      if (exact === undefined) this.#report(problem("inexact-number", "yaml"), { start, end });
      return { kind: "scalar", value: exact ?? value, start, end, textStart: undefined, ...sourceOf(scalar, exact) };
    }
    if (typeof value !== "string")
      return { kind: "scalar", value: value as null | boolean, start, end, textStart: undefined, ...sourceOf(scalar) };
    return { kind: "scalar", value, start, end, textStart: this.#textStart(value, start, end) };
  }

  #textStart(value: string, start: number, end: number): number | undefined {
    if (end - start === value.length) return start;
    return end - start === value.length + 2 && this.#source.text.startsWith(value, start + 1) ? start + 1 : undefined;
  }

  /** Whether a value is missing. */
  #isNothing(node: ParsedNode | null): node is null {
    return (
      node === null ||
      (this.#yaml.isScalar(node) &&
        node.range[0] === node.range[1] &&
        node.anchor === undefined &&
        node.tag === undefined)
    );
  }

  #isMergeKey(key: ParsedNode): boolean {
    return this.#yaml.isScalar(key) && key.type === "PLAIN" && key.value === "<<";
  }

  #duplicate(key: Omit<MappingEntry, "value">, first: MappingEntry | undefined): void {
    const { keyStart: start, keyEnd: end } = key;
    if (first === undefined) return;
    const span = { file: this.#source.path, start: first.keyStart, end: first.keyEnd };
    const duplicate = this.#diagnostic(problem("duplicate-key", "key", { key: key.key }), { start, end });
    this.#diagnostics.push({ ...duplicate, related: [relatedPlace("first", span)] });
  }

  #report(problem: Problem, at: Range): void {
    this.#diagnostics.push(this.#diagnostic(problem, at));
  }

  #diagnostic(problem: Problem, { start, end }: Range): Diagnostic {
    return { ...problem, span: { file: this.#source.path, start, end } };
  }
}

/** What is written, where that is not how the value is printed. */
function sourceOf({ source, value }: Scalar.Parsed, exact: unknown = value): Pick<ScalarNode, "source"> {
  return source === undefined || source === "" || source === String(exact) ? {} : { source };
}

function nothingAt(offset: number): ScalarNode {
  return { kind: "scalar", value: null, start: offset, end: offset, textStart: undefined };
}

/** A key is always a string: `1.0`, `on` and `null` are ordinary names of fields. */
function keyText(key: Scalar): string {
  return typeof key.value === "string" ? key.value : (key.source ?? "");
}
