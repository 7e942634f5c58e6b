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
   * @param doc the same as a document; called only where it does not fit on one line
   */
  constructor(
    readonly flat: string,
    readonly imports: readonly string[],
    readonly breaks: boolean,
    readonly doc: () => Doc,
  ) {}

  toJSON(): string {
    return this.flat;
  }
}

/** A name that is declared elsewhere: printing it imports it. */
export function symbol(name: string, imported: string): Code {
  return new Code(name, [imported], false, () => name);
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
  return compose(pieces, pieces.map(flatOf).join(""), () => pieces.map(docOf));
}

/**
 * Code with a layout of its own.
 *
 * @param pieces what it consists of: it imports what they import
 * @param flat all of it on one line
 * @param doesBreak whether it takes several lines even where one has room for it; if left out, whether one of the pieces does
 */
export function compose(pieces: readonly Piece[], flat: string, doc: () => Doc, doesBreak = pieces.some(breaks)): Code {
  return new Code(flat, importsOf(pieces), doesBreak, doc);
}

export function flatOf(piece: Piece): string {
  return typeof piece === "string" ? piece : piece.flat;
}

export function docOf(piece: Piece): Doc {
  return typeof piece === "string" ? piece : piece.doc();
}

function breaks(piece: Piece): boolean {
  return typeof piece !== "string" && piece.breaks;
}

/** Most code imports nothing, or what one of its pieces does. */
function importsOf(pieces: readonly Piece[]): readonly string[] {
  let all = none;
  for (const piece of pieces) {
    if (typeof piece === "string" || piece.imports.length === 0) continue;
    all = all.length === 0 ? piece.imports : [...all, ...piece.imports];
  }
  return all;
}

const none: readonly string[] = [];
