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
export function lay({ indent, before = "", after = "" }: Frame, code: Code): string {
  const flat = before + code.flat + after;
  if (!code.breaks && indent + flat.length <= width && isPlain(flat)) return flat;
  return print(indent, [before, code.doc(), after]);
}

/** The doc as text, in lines that begin after so many blanks; the first is not indented. */
function print(indent: number, doc: Doc): string {
  const indented = [" ".repeat(indent), builders.align(indent, doc)];
  return printer.printDocToString(indented, { printWidth: width, tabWidth: 2 }).formatted.slice(indent);
}

/** Whether every character takes one column. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
