/**
 * Lays code out as prettier does with its default options, without its cost. What fits on a line is written on one; only
 * what does not goes through prettier's doc printer, as the docs that prettier itself makes of such code
 * (its `src/language-js/print/`). Tests hold the result against prettier.
 */
import { builders, printer } from "prettier/doc";

export type Doc = builders.Doc;

/** A piece of code that may have to be broken into lines. */
export interface Code {
  /** All of it on one line. */
  readonly flat: string;
  /** Whether it takes several lines even where one has room for it. */
  readonly breaks: boolean;
  doc(): Doc;
  /** The lines that it takes where it is too long for one, if that can be said without prettier's printer. */
  broken?(frame: Frame): string | undefined;
}

/** What a line starts and ends with beside the code that may be broken. */
export interface Frame {
  /** How far the line is indented. */
  readonly indent: number;
  readonly before?: string;
  readonly after?: string;
}

const width = 80;

/** The code as text; its first line is not indented, as the template does that. */
export function lay(frame: Frame, code: Code): string {
  const { indent, before = "", after = "" } = frame;
  const flat = before + code.flat + after;
  if (!code.breaks && fits(indent, flat)) return flat;
  const isTooLong = code.breaks || isPlain(flat);
  return (isTooLong ? code.broken?.(frame) : undefined) ?? print(indent, [before, code.doc(), after]);
}

/** Code between brackets, each piece of it on a line of its own; undefined where even the first bracket does not fit. */
export function inBrackets(
  { indent, before = "", after = "" }: Frame,
  [open, close]: readonly [open: string, close: string],
  pieces: readonly Code[],
): string | undefined {
  if (!fits(indent, before + open)) return undefined;
  const inner = { indent: indent + 2, after: "," };
  const lines = pieces.map((each) => `${blanks(inner.indent)}${lay(inner, each)}\n`);
  return `${before}${open}\n${lines.join("")}${blanks(indent)}${close}${after}`;
}

/** Whether one line has room for the text. */
export function fits(indent: number, text: string): boolean {
  return indent + text.length <= width && isPlain(text);
}

export function blanks(count: number): string {
  return " ".repeat(count);
}

/** The doc as text, in lines that begin after so many blanks; the first is not indented. */
function print(indent: number, doc: Doc): string {
  const indented = [blanks(indent), builders.align(indent, doc)];
  return printer.printDocToString(indented, { printWidth: width, tabWidth: 2 }).formatted.slice(indent);
}

/** Whether every character takes one column. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
