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
      const { imports } = value;
      for (let index = 0; index < imports.length; index++) this.imports.add(imports[index]!);
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
    const isShort = (flat.length + end) * 2 <= dialect.lineWidth;
    if (isOneLine && (first === index || isShort || fits(flat + part.slice(0, end), dialect)))
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
  let lines = "";
  let indentation: string | undefined;
  for (const part of parts) {
    if (isCode(part)) lines += flatOf(part);
    else {
      indentation ??= indentationOf(lines);
      lines += indented(linesOf(part, indentation.length, importLines), indentation);
    }
  }
  return lines.trim() === "" ? undefined : lines.trimEnd();
}

/** The first line is indented already. */
function indented(lines: readonly string[], indentation: string): string {
  let text = lines[0] ?? "";
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!;
    text += line === "" ? "\n" : `\n${indentation}${line}`;
  }
  return text;
}

function linesOf(block: Block | Imports, column: number, importLines: readonly string[]): readonly string[] {
  return block instanceof Imports ? importLines : block.linesAt(column);
}

function isCode(part: Part): part is Piece {
  return typeof part === "string" || part instanceof Code;
}

function layOutCode(parts: readonly Piece[], dialect: Dialect): string {
  let before = "";
  let code: Piece | undefined;
  let after = "";
  for (const part of parts) {
    if (canBreak(part)) {
      if (code !== undefined) return layOutPiece("", concat(parts), "", dialect);
      code = part;
    } else if (code === undefined) before += flatOf(part);
    else after += flatOf(part);
  }
  return code === undefined ? before : layOutPiece(before, code, after, dialect);
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

function linesOfStack(stack: Stack, before: string, after: string, dialect: Dialect): readonly string[] | undefined {
  const { open, items, indentation, separator, end = separator, close, isFilled } = stack;
  const first = `${before}${open}`;
  if (!fits(first, dialect)) return undefined;
  const outer = indentationOf(first);
  const inner = outer + " ".repeat(indentation ?? dialect.tabWidth);
  if (isFilled === true) return filledLines(stack, first, inner, `${end}${after}`, dialect);
  const lines = [first];
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    const isLast = index === items.length - 1;
    const follows = isLast ? end + (close === undefined ? after : "") : separator;
    const line = layOutPiece(inner, item, follows, dialect);
    if (typeof item === "string" && !fits(line, dialect)) return undefined;
    lines.push(line);
  }
  return close === undefined ? lines : [...lines, `${outer}${close}${after}`];
}

/** Lines with as many items as fit; as in prettier, what follows the last item may make its line too long. */
function filledLines(
  { items, separator }: Stack,
  first: string,
  inner: string,
  after: string,
  dialect: Dialect,
): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (let index = 0; index < items.length; index++) {
    const item = flatOf(items[index]!) + (index < items.length - 1 ? separator : "");
    if (index === 0) line += item;
    else if (fits(`${line} ${item}`, dialect)) line += ` ${item}`;
    else {
      lines.push(line);
      line = inner + item;
    }
  }
  return [...lines, line + after];
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
