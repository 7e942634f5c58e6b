/** Block scalars as most are written: `|`, `|-`, `>` or `>-`, all lines indented alike, the first and the last not empty. */
import type { ScalarNode } from "./tree.js";

/**
 * The block scalar whose header stands at `start` and ends its line, or undefined where it is of another kind. Its lines
 * are those that are indented more than `indent`; it ends with the last character that is no blank.
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

/** Lines beside each other become one; an empty line between them a newline. */
function folded(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (line === "") return `${text}\n`;
    return index === 0 || lines[index - 1] === "" ? text + line : `${text} ${line}`;
  }, "");
}
