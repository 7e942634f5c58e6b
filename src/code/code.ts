/**
 * Code as a value. It knows what it is on one line, how it breaks where a line is too short, and which symbols it prints. It
 * knows neither its column nor its file: `lay-out.ts` lays it out where a template puts it.
 */
import { builders } from "prettier/doc";

/** How code breaks into lines, in the terms of prettier's documents. */
export type Doc = builders.Doc;

/** A string is code that never breaks. */
export type Piece = string | Code;

export class Code {
  /**
   * @param flat all of it on one line
   * @param imports what printing it imports, as `Dialect.importLine` takes it
   * @param breaks whether it takes several lines even where one has room for it
   * @param doc the same as a document, unless it cannot break; called only where it does not fit on one line
   * @param stacks the first of these that fits is what the document gives, for less time
   */
  constructor(
    readonly flat: string,
    readonly imports: readonly string[],
    readonly breaks: boolean,
    readonly doc?: () => Doc,
    readonly stacks?: () => readonly Stack[],
  ) {}

  toJSON(): string {
    return this.flat;
  }
}

/** Lines that code may take: the first with what is before the code, then the items, indented by one level. */
export interface Stack {
  readonly open: string;
  /** Strings must fit on their lines; code is laid out there. */
  readonly items: readonly Piece[];
  /** What follows each item. */
  readonly separator: string;
  /** The line that follows the items, with what is after the code; "" where that follows the last item. */
  readonly close: string;
}

/** A name that is declared elsewhere: printing it imports it. */
export function symbol(name: string, imported: string): Code {
  return new Code(name, [imported], false);
}

/** Code from a template literal: `` code`new ${type}()` ``. */
export function code(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Code {
  const all: Piece[] = [strings[0] ?? ""];
  pieces.forEach((piece, index) => all.push(piece, strings[index + 1] ?? ""));
  return concat(all);
}

/** The same, but a string where all pieces are strings: those need no layout. */
export function piece(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Piece {
  let text = strings[0]!;
  for (const [index, each] of pieces.entries()) {
    if (typeof each !== "string") return code(strings, ...pieces);
    text += each + strings[index + 1]!;
  }
  return text;
}

/** Pieces with commas between them; a string where all of them are. */
export function commaSeparated(pieces: readonly Piece[]): Piece {
  if (pieces.every((each) => typeof each === "string")) return pieces.join(", ");
  return concat(pieces.flatMap((each, index) => (index === 0 ? each : [", ", each])));
}

/** Pieces one after the other. */
export function concat(pieces: readonly Piece[]): Code {
  let flat = "";
  for (const piece of pieces) flat += flatOf(piece);
  return pieces.some(canBreak)
    ? compose(pieces, flat, () => pieces.map(docOf))
    : new Code(flat, importsOf(pieces), false);
}

/**
 * Code with a layout of its own.
 *
 * @param pieces what it consists of: it imports what they import, and breaks if one of them does
 * @param flat all of it on one line
 */
export function compose(pieces: readonly Piece[], flat: string, doc: () => Doc, stacks?: () => readonly Stack[]): Code {
  return new Code(flat, importsOf(pieces), pieces.some(breaks), doc, stacks);
}

/** The same as a string where it neither breaks nor imports: that is laid out already. */
export function simplest(code: Code): Piece {
  return canBreak(code) || code.imports.length > 0 ? code : code.flat;
}

export function flatOf(piece: Piece): string {
  return typeof piece === "string" ? piece : piece.flat;
}

export function docOf(piece: Piece): Doc {
  return typeof piece === "string" ? piece : (piece.doc?.() ?? piece.flat);
}

export function canBreak(piece: Piece): boolean {
  return typeof piece !== "string" && piece.doc !== undefined;
}

/** Whether it takes several lines even where one has room for it. */
export function breaks(piece: Piece): boolean {
  return typeof piece !== "string" && piece.breaks;
}

/** What printing all of them imports. Most code imports nothing, or what one of its pieces does. */
export function importsOf(pieces: readonly Piece[]): readonly string[] {
  let all = none;
  for (const piece of pieces) {
    if (typeof piece === "string" || piece.imports.length === 0 || piece.imports === all) continue;
    const more = all.length === 0 ? piece.imports : piece.imports.filter((each) => !all.includes(each));
    if (more.length > 0) all = all.length === 0 ? more : [...all, ...more];
  }
  return all;
}

const none: readonly string[] = [];
