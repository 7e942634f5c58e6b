/** Where specs use a name: as a key, as a value, in a type. */
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { MappingEntry, Node } from "../text/tree.js";
import type { Tree } from "./trees.js";
import type { Edit } from "./edits.js";

export interface Words {
  /** Edits that replace a word wherever it is a name. */
  replace(word: string, other: string): readonly Edit[];
}

/** Keys whose values are for readers only. */
const prose: ReadonlySet<string> = new Set([
  "description",
  "message",
  "example",
  "examples",
  "pattern",
  "externalDocs",
]);

export function wordsOf(trees: readonly Tree[]): Words {
  const places = new Map<string, Omit<Edit, "text">[]>();
  const add = ({ path, text }: SourceFile, start: number, end: number): void => {
    for (const { 0: word, index } of text.slice(start, end).matchAll(/[\p{L}_][\p{L}\p{N}_-]*/gu)) {
      const place = { file: path, start: start + index, end: start + index + word.length };
      places.set(word, [...(places.get(word) ?? []), place]);
    }
  };
  const visit = (source: SourceFile, node: Node): void => {
    if (node.kind === "scalar") {
      if (typeof node.value === "string") add(source, node.start, node.end);
    } else if (node.kind === "sequence") for (const item of node.items) visit(source, item);
    else for (const entry of node.entries) visitEntry(source, entry);
  };
  const visitEntry = (source: SourceFile, { key, keyStart, keyEnd, value }: MappingEntry): void => {
    if (prose.has(key) && value.kind === "scalar") return;
    add(source, keyStart, keyEnd);
    visit(source, value);
  };
  for (const { source, tree } of trees) visit(source, tree);
  return { replace: (word, other) => (places.get(word) ?? []).map((place) => ({ ...place, text: other })) };
}
