/** Lays code out where a template puts it: once all of a line is there, at its column. */
import { builders, printer } from "prettier/doc";
import { Block, Imports } from "./blocks.js";
import { breaks, Code, concat, type Doc, docOf, flatOf, type Piece, type Stack } from "./code.js";

/** What lays out the code of one language. */
export interface Dialect {
  /** The most columns of a line. */
  readonly lineWidth: number;
  /** How far a level of an indented document is indented. */
  readonly tabWidth: number;
  /** The line that imports what a symbol names. */
  importLine(imported: string): string;
}

export type Value = Code | Block | Imports;

/** What is printed: text, and code between. */
export type Part = string | Value;

/** All that is printed, as text. Without a dialect, it is text already. */
export function layOut(parts: readonly Part[], dialect: Dialect | undefined): string {
  if (dialect === undefined) return parts.join("");
  const importLines = importsIn(parts).map((each) => dialect.importLine(each));
  let result = "";
  let line: Part[] = [];
  for (const part of parts) {
    const end = typeof part === "string" ? part.indexOf("\n") : -1;
    if (typeof part !== "string" || end < 0) {
      line.push(part);
      continue;
    }
    line.push(part.slice(0, end));
    const laidOut = layOutLine(line, importLines, dialect);
    const start = part.lastIndexOf("\n") + 1;
    if (laidOut !== undefined) result += laidOut + part.slice(end, start);
    // The line goes; where it was between two blank ones, one of those goes too.
    else result += part.slice(end + (part[end + 1] === "\n" && result.endsWith("\n\n") ? 2 : 1), start);
    line = [part.slice(start)];
  }
  return result + (layOutLine(line, importLines, dialect) ?? "");
}

/** What printing the parts imports, in order. */
function importsIn(parts: readonly Part[]): readonly string[] {
  const imported = new Set<string>();
  for (const part of parts) {
    if (part instanceof Code) for (const each of part.imports) imported.add(each);
  }
  return [...imported].sort();
}

/** The lines that one line becomes; undefined where it has no more than a block without lines. */
function layOutLine(parts: readonly Part[], importLines: readonly string[], dialect: Dialect): string | undefined {
  let flat = "";
  let broken = false;
  for (const part of parts) {
    if (typeof part === "string") flat += part;
    else if (part instanceof Code) {
      flat += part.flat;
      broken ||= part.breaks;
    } else return layOutBlocks(parts, importLines);
  }
  return broken || !fits(flat, dialect) ? layOutCode(parts as readonly Piece[], dialect) : flat;
}

function layOutBlocks(parts: readonly Part[], importLines: readonly string[]): string | undefined {
  const indentation = indentationOf(parts[0]);
  let lines = "";
  for (const part of parts) {
    lines += isCode(part) ? flatOf(part) : linesOf(part, indentation, importLines).join(`\n${indentation}`);
  }
  return lines.trim() === "" ? undefined : lines.replace(/ +(?=\n)/g, "").trimEnd();
}

function linesOf(block: Block | Imports, indentation: string, importLines: readonly string[]): readonly string[] {
  return block instanceof Imports ? importLines : block.linesAt(indentation.length);
}

function isCode(part: Part): part is Piece {
  return typeof part === "string" || part instanceof Code;
}

function layOutCode(parts: readonly Piece[], dialect: Dialect): string {
  const at = parts.findIndex((part) => typeof part !== "string");
  const code = parts[at];
  if (code === undefined) return parts.join("");
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  if (after.some((part) => typeof part !== "string")) return layOutPiece("", concat(parts), "", dialect);
  return layOutPiece(before.join(""), code, after.join(""), dialect);
}

/** Code with what is beside it in its line. */
function layOutPiece(before: string, piece: Piece, after: string, dialect: Dialect): string {
  const flat = `${before}${flatOf(piece)}${after}`;
  if (!breaks(piece) && fits(flat, dialect)) return flat;
  // Whether a line is too long is known by its length where each character takes one column.
  const isTooLong = breaks(piece) || isPlain.test(flat);
  return (
    (isTooLong ? stacked(before, piece, after, dialect) : undefined) ??
    printed(flat, [before, docOf(piece), after], dialect)
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
  { open, items, separator, close }: Stack,
  before: string,
  after: string,
  dialect: Dialect,
): readonly string[] | undefined {
  const first = `${before}${open}`;
  if (!fits(first, dialect)) return undefined;
  const outer = indentationOf(first);
  const inner = outer + " ".repeat(dialect.tabWidth);
  const lines = [first];
  for (const [index, item] of items.entries()) {
    const follows = close === "" && index === items.length - 1 ? separator + after : separator;
    const line = layOutPiece(inner, item, follows, dialect);
    if (typeof item === "string" && !fits(line, dialect)) return undefined;
    lines.push(line);
  }
  return close === "" ? lines : [...lines, `${outer}${close}${after}`];
}

function printed(flat: string, doc: Doc, { lineWidth, tabWidth }: Dialect): string {
  const aligned = builders.align(indentationOf(flat).length, doc);
  return printer.printDocToString(aligned, { printWidth: lineWidth, tabWidth }).formatted;
}

function fits(line: string, { lineWidth }: Dialect): boolean {
  return line.length <= lineWidth && isPlain.test(line);
}

/** The spaces at the start of a line, whose first part this is. */
function indentationOf(first: Part | undefined): string {
  return typeof first === "string" ? first.slice(0, first.length - first.trimStart().length) : "";
}

/** Whether every character takes one column. */
const isPlain = /^[\x20-\x7e]*$/;
