import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { MappingNode } from "../text/tree.js";
import type { Edit } from "./edits.js";

/** Removes the entries of a mapping from one number to another, both included. */
export function removal({ path, text }: SourceFile, mapping: MappingNode, first: number, last: number): Edit {
  const { start, end, entries } = mapping;
  const [before, from, to, after] = [entries[first - 1], entries[first]!, entries[last]!, entries[last + 1]];
  if (after !== undefined) return { file: path, start: from.keyStart, end: after.keyStart, text: "" };
  return before === undefined
    ? { file: path, start, end, text: `{}${lineEnd(text, start, end)}` }
    : { file: path, start: before.value.end, end: to.value.end, text: lineEnd(text, before.value.end, to.value.end) };
}

/** The line end at the end of a span, which a replacement needs, too. */
export function lineEnd(text: string, start: number, end: number): string {
  return text.slice(start, end).endsWith("\n") ? "\n" : "";
}
