/**
 * Code as a value. It holds its text on one line, how it breaks into lines, and the symbols that it prints, but neither
 * its column nor its file: `lay-out.ts` lays it out where a template puts it.
 */
import { builders } from "prettier/doc";

/** How code breaks into lines, in the terms of prettier's documents. */
export type Doc = builders.Doc;

/** A string is code that never breaks. */
export type Piece = string | Code;

export class Code {
  /**
   * @param flat all of it on one line
   * @param imports what printing it imports, in the form of `Dialect.importLine`
   * @param breaks whether it takes several lines even if it fits on one
   * @param doc the same as a document, unless it cannot break; called only if it does not fit on one line
   * @param stacks faster alternatives to the document: the first that fits gives the same lines
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

/** A simple way to break code: a first line, which continues the line before the code, then indented items. */
export interface Stack {
  readonly open: string;
  /** Strings have to fit on their lines; code is laid out. */
  readonly items: readonly Piece[];
  /** The indentation of the items; by default one level. */
  readonly indentation?: number;
  /** The separator after each item. */
  readonly separator: string;
  /** The separator after the last item; by default the same. */
  readonly end?: string;
  /** The last line, which continues with what is after the code; left out if that follows the last item directly. */
  readonly close?: string;
  /** Whether the first line and those below it hold as many items as fit, instead of one; the items are strings. */
  readonly isFilled?: boolean;
}

/** A name that is declared in another file: printing it imports it. */
export function symbol(name: string, imported: string): Code {
  return new Code(name, [imported], false);
}

/** Code from a template literal: `` code`new ${type}()` ``. */
export function code(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Code {
  const made = piece(strings, ...pieces);
  return typeof made === "string" ? new Code(made, none, false) : made;
}

/** The same, but a string if all pieces are strings, which need no layout. */
export function piece(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Piece {
  let flat = strings[0]!;
  for (let index = 0; index < pieces.length; index++) {
    const each = pieces[index]!;
    if (typeof each !== "string") return codeOf(strings, pieces);
    flat += each + strings[index + 1]!;
  }
  return flat;
}

function codeOf(strings: readonly string[], pieces: readonly Piece[]): Code {
  let flat = strings[0]!;
  let imports = none;
  let isBroken = false;
  let breakable = 0;
  let before = "";
  let last: Code | undefined;
  // A single pass, since this is the most frequent kind of code.
  for (let index = 0; index < pieces.length; index++) {
    const each = pieces[index]!;
    if (typeof each === "string") flat += each;
    else {
      imports = union(imports, each.imports);
      isBroken ||= each.breaks;
      if (each.doc !== undefined) {
        breakable++;
        before = flat;
        last = each;
      }
      flat += each.flat;
    }
    flat += strings[index + 1]!;
  }
  if (last === undefined) return new Code(flat, imports, false);
  const only = breakable === 1 && last.stacks !== undefined ? last : undefined;
  const stacks = only && (() => stacksBetween(before, only, flat.slice(before.length + only.flat.length)));
  return new Code(flat, imports, isBroken, templateDoc(strings, pieces), stacks);
}

function templateDoc(strings: readonly string[], pieces: readonly Piece[]): () => Doc {
  return () => [strings[0]!, ...pieces.flatMap((each, index) => [docOf(each), strings[index + 1]!])];
}

/** The stacks of a piece of code with text before and after it. */
export function stacksBetween(before: string, { stacks }: Code, after: string): readonly Stack[] {
  return stacks?.().map((each) => stackBetween(before, each, after)) ?? [];
}

/** Adds text before and after the code of a stack. */
function stackBetween(before: string, stack: Stack, after: string): Stack {
  const { open, separator, end = separator, close } = stack;
  const last = close === undefined ? { end: end + after } : { close: close + after };
  return { ...stack, open: before + open, ...last };
}

/** Pieces with commas between them; a string if all of them are. */
export function commaSeparated(pieces: readonly Piece[]): Piece {
  if (pieces.every((each) => typeof each === "string")) return pieces.join(", ");
  return concat(pieces.flatMap((each, index) => (index === 0 ? each : [", ", each])));
}

/** Concatenates pieces. */
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
 * @param pieces its parts: it imports what they import, and breaks if one of them does
 * @param flat all of it on one line
 */
export function compose(pieces: readonly Piece[], flat: string, doc: () => Doc, stacks?: () => readonly Stack[]): Code {
  let imports = none;
  let isBroken = false;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (typeof piece === "string") continue;
    imports = union(imports, piece.imports);
    isBroken ||= piece.breaks;
  }
  return new Code(flat, imports, isBroken, doc, stacks);
}

/** The same as a string if it neither breaks nor imports, and so needs no layout. */
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

/** Whether it takes several lines even if it fits on one. */
export function breaks(piece: Piece): boolean {
  return typeof piece !== "string" && piece.breaks;
}

/** What printing all pieces imports. Most code imports nothing, or the same as one of its pieces. */
export function importsOf(pieces: readonly Piece[]): readonly string[] {
  let all = none;
  for (const piece of pieces) if (typeof piece !== "string") all = union(all, piece.imports);
  return all;
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  if (others.length === 0 || others === some) return some;
  if (some.length === 0) return others;
  let all = some;
  for (let index = 0; index < others.length; index++) {
    const each = others[index]!;
    if (!all.includes(each)) all = [...all, each];
  }
  return all;
}

const none: readonly string[] = [];
