/** Expressions of generated code, laid out as prettier lays them out (its `print/call-arguments.js`, `array.js`, …). */
import { builders } from "prettier/doc";
import {
  breaks,
  Code,
  compose,
  type Doc,
  docOf,
  flatOf,
  importsOf,
  type Piece,
  type Stack,
  stacksBetween,
} from "../../code/code.js";

const { breakParent, conditionalGroup, fill, group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;

export class Expression extends Code {
  /**
   * @param pieces the parts of the expression
   * @param size how many items or properties it has
   */
  constructor(
    pieces: readonly Piece[],
    flat: string,
    doc?: () => Doc,
    readonly kind: Kind = "other",
    readonly size = 0,
    isBroken = pieces.some(breaks),
    stacks?: () => readonly Stack[],
  ) {
    super(flat, importsOf(pieces), isBroken, doc, stacks);
  }
}

type Kind = "string" | "number or boolean" | "numbers" | "array" | "object" | "other";

/** Code that is never broken. */
export function atom(piece: Piece, kind?: Kind): Expression {
  return new Expression([piece], flatOf(piece), undefined, kind);
}

/** `callee(…)` */
export function call(callee: Piece, ...args: readonly Expression[]): Expression {
  const pieces = [callee, ...args];
  const name = flatOf(callee);
  const doc = (): Doc => group([docOf(callee), argumentsDoc(args)]);
  const stacks = (): readonly Stack[] => {
    const last = args.at(-1);
    if (last === undefined) return [];
    if (!isHugged(args, last)) return [{ open: `${name}(`, items: args, separator: ",", close: ")" }];
    return args.length === 1 && last.breaks ? stacksBetween(`${name}(`, last, ")") : [];
  };
  return new Expression(pieces, `${name}(${flatten(args)})`, doc, "other", 0, pieces.some(breaks), stacks);
}

/** `[…]` */
export function array(items: readonly Expression[]): Expression {
  const isTable =
    items.length > 1 && items.every(({ kind, size }) => size > 1 && isList(kind) && kind === items[0]?.kind);
  const numbers = items.length > 0 && items.every(({ flat }) => isNumber(flat));
  const doc = (): Doc => (items.length === 0 ? "[]" : numbers ? numbersDoc(items) : arrayDoc(items, isTable));
  const isBroken = isTable || items.some(breaks);
  return new Expression(items, `[${flatten(items)}]`, doc, numbers ? "numbers" : "array", items.length, isBroken);
}

/**
 * An object literal `{ … }` with the properties that `property` created.
 *
 * @param isTall whether each property is on its own line even if all of them fit on one
 */
export function object(properties: readonly Code[], isTall = false): Expression {
  if (properties.length === 0) return new Expression([], "{}", undefined, "object");
  const isBroken = isTall || properties.some(breaks);
  const doc = (): Doc =>
    group(["{", indent([line, list(properties)]), ifBreak(","), line, "}"], { shouldBreak: isBroken });
  const stacks = (): readonly Stack[] => [{ open: "{", items: properties, separator: ",", close: "}" }];
  return new Expression(properties, `{ ${flatten(properties)} }`, doc, "object", properties.length, isBroken, stacks);
}

/** `key: value` */
export function property(key: string, value: Expression): Code {
  const isShort = key.length < 5;
  return compose(
    [value],
    `${key}: ${value.flat}`,
    () => (isShort ? group([key, ": ", docOf(value)]) : assignmentDoc([key, ":"], value)),
    () => stacksBetween(`${key}: `, value, ""),
  );
}

/** `left = value` */
export function assignment(left: Piece, value: Expression): Code {
  return compose(
    [left, value],
    `${flatOf(left)} = ${value.flat}`,
    () => assignmentDoc([docOf(left), " ="], value),
    () => stacksBetween(`${flatOf(left)} = `, value, ""),
  );
}

function flatten(list: readonly Code[]): string {
  return list.map(flatOf).join(", ");
}

function list(items: readonly Code[]): Doc {
  return join([",", line], items.map(docOf));
}

function argumentsDoc(args: readonly Expression[]): Doc {
  const last = args.at(-1);
  if (last === undefined) return "()";
  const shouldBreak = args.some(breaks);
  if (!isHugged(args, last)) {
    return group(["(", indent([softline, list(args)]), ifBreak(","), softline, ")"], { shouldBreak });
  }
  const head = args.slice(0, -1).map((each) => [docOf(each), ",", line]);
  const broken = group(["(", indent([line, list(args)]), ",", line, ")"], { shouldBreak: true });
  if (args.slice(0, -1).some(breaks)) return broken;
  const hugged = ["(", ...head, group(docOf(last), { shouldBreak: true }), ")"];
  if (last.breaks) return [breakParent, conditionalGroup([hugged, broken])];
  return conditionalGroup([["(", ...head, docOf(last), ")"], hugged, broken]);
}

/** Whether the last argument's brackets hug those of the call. */
function isHugged(args: readonly Expression[], last: Expression): boolean {
  if (!isList(last.kind) || last.size === 0) return false;
  if (args.length === 1) return true;
  const before = args.at(-2)?.kind;
  return last.kind !== "numbers" && before !== last.kind && !(before === "numbers" && last.kind === "array");
}

function isList(kind: Kind): boolean {
  return kind === "array" || kind === "numbers" || kind === "object";
}

function isNumber(flat: string): boolean {
  return /^-?\d[\d.e-]*$/.test(flat);
}

function arrayDoc(items: readonly Expression[], shouldBreak: boolean): Doc {
  const separated = join(
    [",", line],
    items.map((each) => group(docOf(each))),
  );
  return group(["[", indent([softline, separated, ifBreak(",")]), softline, "]"], { shouldBreak });
}

/** Numbers fill the lines. */
function numbersDoc(items: readonly Expression[]): Doc {
  const id = Symbol("array");
  const comma = ifBreak(",", "", { groupId: id });
  const filled = items.flatMap(({ flat }, index): Doc[] =>
    index < items.length - 1 ? [[flat, ","], line] : [[flat, comma]],
  );
  return group(["[", indent([softline, fill(filled)]), softline, "]"], { id });
}

function assignmentDoc(left: Doc, value: Expression): Doc {
  if (value.kind === "number or boolean") return group([left, " ", docOf(value)]);
  if (value.kind === "string") return group([left, group(indent([line, docOf(value)]))]);
  const groupId = Symbol("assignment");
  return group([left, group(indent(line), { id: groupId }), indentIfBreak(docOf(value), { groupId })]);
}
