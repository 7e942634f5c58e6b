/**
 * Lays code out where a template puts it. A template copies values into text; where a value is code, the text gets a marker,
 * and once all of the text is there, each line with a marker is laid out at its column.
 */
import { builders, printer } from "prettier/doc";
import { Block, Imports } from "./blocks.js";
import { Code, concat, flatOf, type Piece } from "./code.js";

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

/** Values that a text refers to by markers. */
export class Markers {
  readonly #values: Value[] = [];

  /** The marker of a value. Half a surrogate pair is in no text that a file can hold. */
  add(value: Value): string {
    return `${start}${this.#values.push(value) - 1}${end}`;
  }

  /** The text with what its markers refer to. */
  layOut(text: string, dialect: Dialect): string {
    if (!text.includes(start)) return text;
    const lines = text.split("\n").map((line) => (line.includes(start) ? this.#partsOf(line) : line));
    const imported = lines.flatMap((line) => (typeof line === "string" ? [] : line.flatMap(importsOf)));
    const importLines = [...new Set(imported)].sort().map((each) => dialect.importLine(each));
    return lines
      .flatMap((line) => (typeof line === "string" ? line : layOutLine(line, importLines, dialect)))
      .join("\n");
  }

  #partsOf(line: string): readonly Part[] {
    // Every other part is the number of a value.
    return line.split(marker).map((part, index) => (index % 2 === 0 ? part : this.#values[Number(part)]!));
  }
}

const start = "\ud800{";
const end = "}\ud800";
const marker = /\ud800\{(\d+)\}\ud800/;

/** A piece of a line. */
type Part = string | Value;

function importsOf(part: Part): readonly string[] {
  return part instanceof Code ? part.imports : [];
}

/** The lines that one line becomes: none where it has no more than a block without lines. */
function layOutLine(parts: readonly Part[], importLines: readonly string[], dialect: Dialect): readonly string[] {
  if (parts.every(isCode)) return [layOutCode(parts, dialect)];
  const [indentation = ""] = /^ */.exec(String(parts[0])) ?? [];
  const lines = parts
    .map((part) => (isCode(part) ? flatOf(part) : linesOf(part, indentation, importLines).join(`\n${indentation}`)))
    .join("");
  return lines.trim() === "" ? [] : lines.split("\n").map((line) => line.trimEnd());
}

function linesOf(block: Block | Imports, indentation: string, importLines: readonly string[]): readonly string[] {
  return block instanceof Imports ? importLines : block.linesAt(indentation.length);
}

function isCode(part: Part): part is Piece {
  return typeof part === "string" || part instanceof Code;
}

function layOutCode(parts: readonly Piece[], { lineWidth, tabWidth }: Dialect): string {
  const line = concat(parts);
  if (!line.breaks && line.flat.length <= lineWidth && isPlain.test(line.flat)) return line.flat;
  const [indentation = ""] = /^ */.exec(line.flat) ?? [];
  const doc = builders.align(indentation.length, line.doc());
  return printer.printDocToString(doc, { printWidth: lineWidth, tabWidth }).formatted;
}

/** Whether every character takes one column. */
const isPlain = /^[\x20-\x7e]*$/;
