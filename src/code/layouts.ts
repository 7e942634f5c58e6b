/** The usual layouts of code. */
import { builders } from "prettier/doc";
import {
  breaks,
  canBreak,
  Code,
  code,
  compose,
  type Doc,
  docOf,
  flatOf,
  importsOf,
  piece,
  type Piece,
  type Stack,
} from "./code.js";

const { align, fill, group, hardline, ifBreak, join, line, softline } = builders;

/** Two parts on one line, or the second on the next line, indented by a number of columns. */
export function twoParts(first: Piece, second: Piece, indentation: number): Code {
  return pair(first, " ", second, indentation);
}

/** A chained call on one line, or on the next line. */
export function chain(first: Piece, second: Piece, indentation: number): Code {
  return pair(first, "", second, indentation);
}

function pair(first: Piece, separator: "" | " ", second: Piece, indentation: number): Code {
  const flat = `${flatOf(first)}${separator}${flatOf(second)}`;
  const doc = (): Doc => group([docOf(first), align(indentation, [separator === "" ? softline : line, docOf(second)])]);
  const stacks = (): readonly Stack[] => stackOf(first, { items: [second], indentation, separator: "" });
  return compose([first, second], flat, doc, stacks);
}

/** A list in brackets on one line, or with one item per line. */
export function list(open: Piece, items: readonly Piece[], close: Piece, style: ListStyle): Code {
  const { indentation, isClosedOnOwnLine = false, trailing = "" } = style;
  let flat = flatOf(open);
  for (let index = 0; index < items.length; index++) flat += (index === 0 ? "" : ", ") + flatOf(items[index]!);
  flat += flatOf(close);
  const doc = (): Doc => {
    const inner = [softline, join([",", line], items.map(docOf)), ifBreak(trailing)];
    return group([docOf(open), align(indentation, inner), isClosedOnOwnLine ? softline : "", docOf(close)]);
  };
  const stacks = (): readonly Stack[] => {
    const last = flatOf(close);
    if (items.length === 0 || canBreak(close)) return [];
    const lastLine = isClosedOnOwnLine ? { end: trailing, close: last } : { end: trailing + last };
    return stackOf(open, { items, indentation, separator: ",", ...lastLine });
  };
  return compose([open, ...items, close], flat, doc, stacks);
}

/** A call without parentheses on one line, or in parentheses with one argument per line. */
export function command(word: Piece, args: readonly Piece[], indentation: number): Code {
  return compose([word, ...args], `${flatOf(word)} ${args.map(flatOf).join(", ")}`, () => {
    const inner = [ifBreak(softline, " "), join([",", line], args.map(docOf))];
    return group([docOf(word), ifBreak("("), align(indentation, inner), ifBreak([softline, ")"])]);
  });
}

/** A list in brackets, with as many items on each line as fit. */
export function filledList(open: Piece, items: readonly Piece[], close: Piece, indentation: number): Code {
  const pieces = [open, ...items, close];
  const texts = items.map(flatOf);
  const doc = (): Doc => {
    const last = items.length - 1;
    const inner = items.map((item, index) => (index < last ? [docOf(item), ","] : docOf(item)));
    return [docOf(open), align(indentation, fill(join(line, inner))), docOf(close)];
  };
  const stacks = (): readonly Stack[] => {
    if (texts.length === 0 || pieces.some(canBreak)) return [];
    const [first, last] = [flatOf(open), flatOf(close)];
    return [{ open: first, items: texts, indentation, separator: ",", end: last, isFilled: true }];
  };
  return compose(pieces, `${flatOf(open)}${texts.join(", ")}${flatOf(close)}`, doc, stacks);
}

/** A line that ends with a list, such as `class A implements B, C`. It breaks before the word, then after each item. */
export function clause(first: Piece, word: string, items: readonly Piece[], indentation: number): Code {
  const [head = "", ...others] = items;
  const flat = `${word} ${items.map(flatOf).join(", ")}`;
  const doc = (): Doc => [`${word} `, align(indentation, join([",", line], items.map(docOf)))];
  const stacks = (): readonly Stack[] => {
    if (others.length === 0) return [];
    return stackOf(piece`${word} ${head},`, { items: others, indentation, separator: ",", end: "" });
  };
  const listed = new Code(flat, importsOf(items), others.length > 0 || breaks(head), doc, stacks);
  return compose(
    [first, ...items],
    `${flatOf(first)} ${flat}`,
    () => group([docOf(first), align(indentation, [line, doc()])]),
    () => stackOf(first, { items: [listed], indentation, separator: "" }),
  );
}

/** Statements in braces, each on its own line. */
export function block(open: Piece, statements: readonly Piece[], close: string, indentation: number): Code {
  const all = [open, ...statements, close];
  const doc = (): Doc => {
    const inner = statements.map((statement) => [hardline, docOf(statement)]);
    return [docOf(open), align(indentation, inner), hardline, close];
  };
  const stacks = (): readonly Stack[] => stackOf(open, { items: statements, indentation, separator: "", close });
  return new Code(all.map(flatOf).join(" "), importsOf(all), true, doc, stacks);
}

/** A stack with one item per line, whether it fits or not; none if the first line breaks itself. */
function stackOf(open: Piece, { items, ...rest }: Omit<Stack, "open">): readonly Stack[] {
  if (breaks(open)) return [];
  return [
    { open: flatOf(open), items: items.map((item) => (typeof item === "string" ? code`${item}` : item)), ...rest },
  ];
}

export interface ListStyle {
  /** The indentation of the items, if there is one per line. */
  readonly indentation: number;
  /** Whether the closing bracket then has its own line. */
  readonly isClosedOnOwnLine?: boolean;
  /** The separator after the last item then. */
  readonly trailing?: string;
}
