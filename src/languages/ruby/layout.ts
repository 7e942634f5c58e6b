/** How code is broken into lines. */
import { lineWidth } from "./comments.js";
import type { LinesView } from "./view.js";

/** Code in one line where the line is short enough, `around` counting what stands before and behind it. */
export function inLines(line: string, lines: readonly string[], around: number): LinesView {
  return { isLong: line.length + around > lineWidth, line, lines };
}

/** A call in the block that declares fields or members. */
export function call(word: string, args: readonly string[]): LinesView {
  const lines = [`${word}(`, ...listed(args).map((each) => `  ${each}`), ")"];
  return inLines(`${word} ${args.join(", ")}`, lines, "      ".length);
}

/** A list with one item a line. */
export function listed(items: readonly string[]): readonly string[] {
  return items.map((item, index) => (index < items.length - 1 ? `${item},` : item));
}

/** A list with as many items a line as fit. */
export function filled(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const item of listed(items)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + item.length <= width) lines[lines.length - 1] = `${last} ${item}`;
    else lines.push(item);
  }
  return lines;
}
