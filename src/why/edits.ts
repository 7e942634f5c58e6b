/** Replacements in source files. */
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";

export interface Edit extends Span {
  /** What replaces the span. */
  readonly text: string;
}

/** The sources after the edits. Of edits that overlap, the first in the file counts. */
export function edited<T extends SourceFile>(sources: readonly T[], edits: readonly Edit[]): readonly T[] {
  const files = new Set(edits.map(({ file }) => file));
  return sources.map((source) => (files.has(source.path) ? { ...source, text: replaced(source, edits) } : source));
}

function replaced({ path, text }: SourceFile, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.filter(({ file }) => file === path).sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...parts, text.slice(at)].join("");
}
