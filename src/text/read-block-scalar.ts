/** The usual block scalars: `|`, `|-`, `>` or `>-`, with equal indentation and without empty first and last lines. */
import type { ScalarNode } from "./tree.js";

/**
 * Reads the block scalar whose header is at `start`, at the end of its line; undefined for other kinds. Its lines are
 * indented more than `indent`; it ends with the last character that is not a space.
 */
export function readBlockScalar(text: string, start: number, lineEnd: number, indent: number): ScalarNode | undefined {
  const header = text.slice(start, lineEnd);
  if (!/^[|>]-?$/.test(header)) return undefined;
  const lines = linesFrom(text, lineEnd + 1, indent);
  if (lines === undefined) return undefined;
  const content = header.startsWith("|") ? lines.texts.join("\n") : folded(lines.texts);
  const value = header.endsWith("-") ? content : `${content}\n`;
  return { kind: "scalar", value, start, end: lines.end, textStart: undefined };
}

interface Lines {
  readonly texts: readonly string[];
  readonly end: number;
}

function linesFrom(text: string, first: number, indent: number): Lines | undefined {
  const texts: string[] = [];
  let end: number | undefined;
  let width: number | undefined;
  let gap = 0;
  for (let at = first; at < text.length;) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline === -1 ? text.length : newline;
    let start = at;
    while (text.charCodeAt(start) === 0x20) start++;
    if (start === lineEnd) {
      if (start > at || width === undefined) return undefined;
      gap++;
    } else {
      if (start - at <= indent) break;
      width ??= start - at;
      if (start - at !== width || text.charCodeAt(lineEnd - 1) === 0x20) return undefined;
      for (; gap > 0; gap--) texts.push("");
      texts.push(text.slice(start, lineEnd));
      end = lineEnd;
    }
    at = lineEnd + 1;
  }
  const endsOddly = /\s$/.test(texts.at(-1) ?? "");
  return end === undefined || end === text.length || endsOddly ? undefined : { texts, end };
}

/** Joins adjacent lines with spaces; an empty line between them becomes a line feed. */
function folded(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (line === "") return `${text}\n`;
    return index === 0 || lines[index - 1] === "" ? text + line : `${text} ${line}`;
  }, "");
}
