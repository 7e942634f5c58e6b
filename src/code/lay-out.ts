/** Lays out code where a template puts it, at its column, once the whole line is known. */
import { builders, printer } from "prettier/doc";
import { Block, Imports } from "./blocks.js";
import { breaks, canBreak, Code, concat, type Doc, docOf, flatOf, type Piece, type Stack } from "./code.js";

/** How to lay out the code of a language. */
export interface Dialect {
  /** The maximum width of a line. */
  readonly lineWidth: number;
  /** The indentation of a level, in columns. */
  readonly tabWidth: number;
  /** The line that imports a symbol. */
  importLine(imported: string): string;
}

export type Value = Code | Block | Imports;

/** A piece of what is printed. */
export type Part = string | Value;

/** The output of a template: text, with code and blocks that are laid out once their lines are known. */
export class Printed {
  readonly parts: Part[] = [];

  /** @param imports the imports of everything that is printed */
  constructor(readonly imports = new Set<string>()) {}

  /**
   * Prints a value.
   *
   * @param text the text that was printed since the last part
   * @returns that text with the value
   */
  print(text: string, value: string | boolean | Value): string {
    if (typeof value !== "object") return text + value;
    if (value instanceof Code) {
      for (const each of value.imports) this.imports.add(each);
      if (value.doc === undefined) return text + value.flat;
    }
    this.parts.push(text, value);
    return "";
  }

  /** A new output for a partial, to be added to this one. */
  inside(): Printed {
    return new Printed(this.imports);
  }
}

export function printAll(parts: readonly Part[]): Printed {
  const printed = new Printed();
  printed.parts.push(parts.reduce<string>((text, part) => printed.print(text, part), ""));
  return printed;
}

/** Lays out the parts. */
export function layOut(parts: readonly Part[], dialect: Dialect | undefined): string {
  return layOutPrinted(printAll(parts), dialect);
}

/** Lays out everything that was printed. Without a dialect, it is only text. */
export function layOutPrinted({ parts, imports }: Printed, dialect: Dialect | undefined): string {
  if (dialect === undefined) return parts.join("");
  const importLines = [...imports].sort().map((each) => dialect.importLine(each));
  let result = "";
  // The current line: its text so far, and the code and blocks in it.
  let start = "";
  let first = 0;
  let flat = "";
  let isOneLine = true;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    if (typeof part !== "string") {
      if (part instanceof Code && !part.breaks) flat += part.flat;
      else isOneLine = false;
      continue;
    }
    const end = part.indexOf("\n");
    if (end < 0) {
      flat += part;
      continue;
    }
    const next = part.lastIndexOf("\n") + 1;
    if (isOneLine && (first === index || fits(flat + part.slice(0, end), dialect)))
      result += flat + part.slice(0, next);
    else {
      const line = layOutLine([start, ...parts.slice(first, index), part.slice(0, end)], importLines, dialect);
      if (line !== undefined) result += line + part.slice(end, next);
      // Remove the line, and one of the blank lines around it, if there are two.
      else result += part.slice(end + (part[end + 1] === "\n" && result.endsWith("\n\n") ? 2 : 1), next);
    }
    start = flat = part.slice(next);
    first = index + 1;
    isOneLine = true;
  }
  return result + (layOutLine([start, ...parts.slice(first)], importLines, dialect) ?? "");
}

/** The lines of one line of output; undefined if it has only a block without lines. */
function layOutLine(parts: readonly Part[], importLines: readonly string[], dialect: Dialect): string | undefined {
  return parts.every(isCode) ? layOutCode(parts, dialect) : layOutBlocks(parts, importLines);
}

function layOutBlocks(parts: readonly Part[], importLines: readonly string[]): string | undefined {
  const at = parts.findIndex((part) => !isCode(part));
  const before = flatten(parts.slice(0, at).filter(isCode));
  const indentation = indentationOf(before);
  let lines = before;
  for (const part of parts.slice(at)) {
    lines += isCode(part) ? flatOf(part) : indented(linesOf(part, indentation.length, importLines), indentation);
  }
  return lines.trim() === "" ? undefined : lines.trimEnd();
}

/** The first line is indented already. */
function indented(lines: readonly string[], indentation: string): string {
  return lines.map((line, index) => (index === 0 || line === "" ? line : indentation + line)).join("\n");
}

function linesOf(block: Block | Imports, column: number, importLines: readonly string[]): readonly string[] {
  return block instanceof Imports ? importLines : block.linesAt(column);
}

function isCode(part: Part): part is Piece {
  return typeof part === "string" || part instanceof Code;
}

function layOutCode(parts: readonly Piece[], dialect: Dialect): string {
  const at = parts.findIndex(canBreak);
  if (at === -1) return flatten(parts);
  const [before, code, after] = [parts.slice(0, at), parts[at]!, parts.slice(at + 1)];
  if (after.some(canBreak)) return layOutPiece("", concat(parts), "", dialect);
  return layOutPiece(flatten(before), code, flatten(after), dialect);
}

function flatten(pieces: readonly Piece[]): string {
  return pieces.map(flatOf).join("");
}

/** Code together with the rest of its line. */
function layOutPiece(before: string, piece: Piece, after: string, dialect: Dialect): string {
  const flat = `${before}${flatOf(piece)}${after}`;
  if (!canBreak(piece) || (!breaks(piece) && fits(flat, dialect))) return flat;
  // If each character takes one column, the length of the line is its width.
  const isTooLong = breaks(piece) || isPlain.test(flat);
  return (
    (isTooLong ? stacked(before, piece, after, dialect) : undefined) ??
    byPrettier(flat, [before, docOf(piece), after], dialect)
  );
}

/** The first of the code's stacks that fits. */
function stacked(before: string, piece: Piece, after: string, dialect: Dialect): string | undefined {
  if (typeof piece === "string" || piece.stacks === undefined) return undefined;
  for (const stack of piece.stacks()) {
    const lines = linesOfStack(stack, before, after, dialect);
    if (lines !== undefined) return lines.join("\n");
  }
  return undefined;
}

function linesOfStack(
  { open, items, indentation, separator, end = separator, close }: Stack,
  before: string,
  after: string,
  dialect: Dialect,
): readonly string[] | undefined {
  const first = `${before}${open}`;
  if (!fits(first, dialect)) return undefined;
  const outer = indentationOf(first);
  const inner = outer + " ".repeat(indentation ?? dialect.tabWidth);
  const lines = [first];
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1;
    const follows = isLast ? end + (close === "" ? after : "") : separator;
    const line = layOutPiece(inner, item, follows, dialect);
    if (typeof item === "string" && !fits(line, dialect)) return undefined;
    lines.push(line);
  }
  return close === "" ? lines : [...lines, `${outer}${close}${after}`];
}

function byPrettier(flat: string, doc: Doc, { lineWidth, tabWidth }: Dialect): string {
  const aligned = builders.align(indentationOf(flat).length, doc);
  return printer.printDocToString(aligned, { printWidth: lineWidth, tabWidth }).formatted;
}

/** Whether a line fits. No character takes more than two columns. */
function fits(line: string, { lineWidth }: Dialect): boolean {
  return line.length * 2 <= lineWidth || (line.length <= lineWidth && isPlain.test(line));
}

/** The spaces at the start of a line. */
function indentationOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}

/** Whether every character takes one column. */
const isPlain = /^[\x20-\x7e]*$/;
