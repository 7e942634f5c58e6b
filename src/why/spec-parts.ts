/** The values and names of field specs, each with ways to change it. */
import type { SourceFile } from "../diagnostics/diagnostic.js";
import { constraints } from "../spec/constraint-shapes.js";
import { asWritten, type MappingEntry, type MappingNode, type Node, type ScalarNode } from "../text/tree.js";
import type { Edit } from "./edits.js";
import type { Change, Part } from "./part.js";
import { lineEnd, removal } from "./removal.js";
import type { Tree } from "./trees.js";
import { type Words, wordsOf } from "./words.js";

/** Keys whose entries are named by the author. */
const named: ReadonlySet<string> = new Set(["models", "fields", "mapping"]);

/** Values of other kinds, for those of which not any string will do: types, forms in JSON. */
const otherValues = ["string", "boolean", "number", "any", "rfc3339", "epoch-seconds"] as const;

/** All parts of specs. An alias is a part of its anchor. */
export function specParts(trees: readonly Tree[]): readonly Part[] {
  const words = wordsOf(trees);
  return trees.flatMap(({ source, tree }) => new PartsOfFile(source, words).partsOf(tree));
}

/** Paths of values that other values may repeat. */
const declaredName = /\.(?:enum\[\d+\](?:\.value)?|name|const)$/;

/** Keys that belong to a type. */
const ofType: ReadonlySet<string> = new Set(["default", "const", "as", ...Object.keys(constraints)]);

/** An entry of a mapping. */
interface Home {
  readonly mapping: MappingNode;
  readonly at: number;
}

type WaysToChange = Pick<Part, "changes" | "alternatives">;

class PartsOfFile {
  readonly #parts: Part[] = [];
  /** The nodes that were visited: an alias is the same node as its anchor. */
  readonly #visited = new Set<Node>();

  constructor(
    private readonly source: SourceFile,
    private readonly words: Words,
  ) {}

  partsOf(tree: Node): readonly Part[] {
    this.#visit(tree, "", undefined);
    return this.#parts;
  }

  /** @param home the entry whose value the node is, if it is one */
  #visit(node: Node, path: string, home: Home | undefined): void {
    if (this.#visited.has(node)) return;
    this.#visited.add(node);
    if (node.kind === "scalar") this.#add(path, node, this.#waysToChange(node, path, home));
    else if (node.kind === "sequence") node.items.forEach((item, at) => this.#visit(item, `${path}[${at}]`, undefined));
    else this.#visitEntries(node, path);
  }

  #visitEntries(mapping: MappingNode, path: string): void {
    const areNamed = named.has(path.slice(path.lastIndexOf(".") + 1));
    mapping.entries.forEach((entry, at) => {
      const { key, keyStart, keyEnd, value } = entry;
      const inner = path === "" ? key : `${path}.${key}`;
      if (areNamed) this.#add(inner, { start: keyStart, end: keyEnd }, this.#waysToRename(entry));
      this.#visit(value, inner, { mapping, at });
    });
  }

  #add(path: string, { start, end }: Pick<Edit, "start" | "end">, ways: WaysToChange): void {
    this.#parts.push({ path, span: { file: this.source.path, start, end }, ...ways });
  }

  #waysToChange(node: ScalarNode, path: string, home: Home | undefined): WaysToChange {
    const { value } = node;
    const to = (other: unknown): readonly Edit[] => [this.#replacement(node, other)];
    const fixed = (other: unknown): Change => ({ edits: to(other), resizes: [] });
    const removed =
      home === undefined ? [] : [{ edits: [removal(this.source, home.mapping, home.at, home.at)], resizes: [] }];
    if (value === null) return { changes: [], alternatives: [fixed("string"), ...removed] };
    if (typeof value === "boolean") return { changes: [fixed(!value)], alternatives: removed };
    if (typeof value !== "string") return { changes: numbersNear(value).map(fixed), alternatives: removed };
    const inPlace = { edits: to(shifted(value)), resizes: [to(longer(value)), to(shorter(value))] };
    const renames = declaredName.test(path) ? this.#renames(value) : [];
    const others = [...otherValues, `${value}?`, value.replaceAll("?", ""), `${value}[]`];
    const plain = home === undefined ? [] : otherValues.flatMap((other) => this.#typeAlone(home, other));
    return {
      changes: [inPlace, ...renames],
      alternatives: [...others.filter((each) => each !== value).map(fixed), ...plain, ...removed],
    };
  }

  /** Another type, without the keys that only the present one can have. */
  #typeAlone({ mapping, at }: Home, type: string): readonly Change[] {
    const { start, end, entries } = mapping;
    const others = entries.filter(({ key }, index) => index !== at && !ofType.has(key));
    if (entries[at]?.key !== "type" || others.length === entries.length - 1) return [];
    const text = `{ "type": "${type}", ${others.map(entryText).join(", ")} }${lineEnd(this.source.text, start, end)}`;
    return [{ edits: [{ file: this.source.path, start, end, text }], resizes: [] }];
  }

  #waysToRename({ key, keyStart: start, keyEnd: end }: MappingEntry): WaysToChange {
    const to = (text: string): readonly Edit[] => [{ file: this.source.path, start, end, text: JSON.stringify(text) }];
    const inPlace = { edits: to(shifted(key)), resizes: [to(longer(key)), to(shorter(key))] };
    return { changes: [inPlace, ...this.#renames(key)], alternatives: [] };
  }

  /** Changes a name wherever the specs use it. */
  #renames(name: string): readonly Change[] {
    const to = (other: string): readonly Edit[] => this.words.replace(name, other);
    if (to(name).length === 0) return [];
    return [shifted(name), `${name}q`].map((other) => ({
      edits: to(other),
      resizes: [to(longer(other)), to(shorter(other))],
    }));
  }

  #replacement({ start, end }: ScalarNode, value: unknown): Edit {
    return { file: this.source.path, start, end, text: JSON.stringify(value) + lineEnd(this.source.text, start, end) };
  }
}

/** An entry on one line. */
function entryText({ key, value }: MappingEntry): string {
  return `${JSON.stringify(key)}: ${textOf(value)}`;
}

function textOf(node: Node): string {
  if (node.kind === "sequence") return `[${node.items.map(textOf).join(", ")}]`;
  if (node.kind === "mapping") return `{ ${node.entries.map(entryText).join(", ")} }`;
  return typeof node.value === "string" ? JSON.stringify(node.value) : asWritten(node);
}

function numbersNear(value: number | bigint): readonly unknown[] {
  const text = asWritten({ kind: "scalar", value, start: 0, end: 0, textStart: undefined });
  const number = Number(text);
  return Number.isSafeInteger(number) ? [number + 1, number - 1, number * 10] : [number * 1.1];
}

/** A string of the same length, in which every letter and digit is another one. */
function shifted(text: string): string {
  return text.replace(/[a-z]|[A-Z]|[0-9]/g, (character) => {
    const set =
      character >= "a" ? "abcdefghijklmnopqrstuvwxyz" : character >= "A" ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789";
    return set.charAt((set.indexOf(character) + 1) % set.length);
  });
}

function longer(text: string): string {
  return text + "q".repeat(100);
}

function shorter(text: string): string {
  return text.slice(0, 1) || "q";
}
