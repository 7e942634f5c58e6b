/** The usual ways in which code breaks. */
import { builders } from "prettier/doc";
import { Code, compose, concat, type Doc, docOf, flatOf, type Piece } from "./code.js";

const { align, fill, group, hardline, ifBreak, join, line, softline } = builders;

/** Two parts on one line, or the second on a line of its own, indented by so many columns. */
export function twoParts(first: Piece, second: Piece, indentation: number): Code {
  return compose([first, second], `${flatOf(first)} ${flatOf(second)}`, () =>
    group([docOf(first), align(indentation, [line, docOf(second)])]),
  );
}

/** A call on the result of another one on one line, or on a line of its own. */
export function chain(first: Piece, second: Piece, indentation: number): Code {
  return compose([first, second], `${flatOf(first)}${flatOf(second)}`, () =>
    group([docOf(first), align(indentation, [softline, docOf(second)])]),
  );
}

/** A list between brackets on one line, or each item on a line of its own. */
export function list(open: Piece, items: readonly Piece[], close: Piece, style: ListStyle): Code {
  const { indentation, isClosedOnOwnLine = false, trailing = "" } = style;
  const flat = `${flatOf(open)}${items.map(flatOf).join(", ")}${flatOf(close)}`;
  return compose([open, ...items, close], flat, () => {
    const inner = [softline, join([",", line], items.map(docOf)), ifBreak(trailing)];
    return group([docOf(open), align(indentation, inner), isClosedOnOwnLine ? softline : "", docOf(close)]);
  });
}

/** A call without parentheses on one line, or in parentheses with each argument on a line of its own. */
export function command(word: Piece, args: readonly Piece[], indentation: number): Code {
  return compose([word, ...args], `${flatOf(word)} ${args.map(flatOf).join(", ")}`, () => {
    const inner = [ifBreak(softline, " "), join([",", line], args.map(docOf))];
    return group([docOf(word), ifBreak("("), align(indentation, inner), ifBreak([softline, ")"])]);
  });
}

/** A list between brackets, with as many items on each line as have room there. */
export function filledList(open: Piece, items: readonly Piece[], close: Piece, indentation: number): Code {
  const flat = `${flatOf(open)}${items.map(flatOf).join(", ")}${flatOf(close)}`;
  return compose([open, ...items, close], flat, () => {
    const last = items.length - 1;
    const inner = items.map((item, index) => (index < last ? [docOf(item), ","] : docOf(item)));
    return [docOf(open), align(indentation, fill(join(line, inner))), docOf(close)];
  });
}

/** What a line ends with a list of: `class A` and `implements B, C`; or that on a line of its own, and an item on each line. */
export function clause(first: Piece, word: string, items: readonly Piece[], indentation: number): Code {
  const flat = `${flatOf(first)} ${word} ${items.map(flatOf).join(", ")}`;
  return compose([first, ...items], flat, () => {
    const listed = align(indentation, join([",", line], items.map(docOf)));
    return group([docOf(first), align(indentation, [line, `${word} `, listed])]);
  });
}

/** Statements between brackets, each on lines of its own. */
export function block(open: Piece, statements: readonly Piece[], close: Piece, indentation: number): Code {
  const flat = [open, ...statements, close].map(flatOf).join(" ");
  const doc = (): Doc => {
    const inner = statements.map((statement) => [hardline, docOf(statement)]);
    return [docOf(open), align(indentation, inner), hardline, docOf(close)];
  };
  return new Code(flat, concat([open, ...statements, close]).imports, true, doc);
}

export interface ListStyle {
  /** How far the items are indented where each has a line of its own. */
  readonly indentation: number;
  /** Whether the closing bracket has a line of its own then. */
  readonly isClosedOnOwnLine?: boolean;
  /** What follows the last item then. */
  readonly trailing?: string;
}
