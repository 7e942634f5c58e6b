/** Expressions of generated code, laid out as prettier lays them out (its `print/call-arguments.js`, `array.js`, …). */
import { builders } from "prettier/doc";
import { type Code, type Doc, inBrackets } from "./layout.js";

const { breakParent, conditionalGroup, fill, group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;

export interface Expression extends Code {
  readonly kind: Kind;
  /** How many items or properties it has. */
  readonly size: number;
}

type Kind = "string" | "number or boolean" | "numbers" | "array" | "object" | "other";

/** Code that is never broken. */
export function atom(flat: string, kind: Kind = "other"): Expression {
  return { flat, breaks: false, kind, size: 0, doc: () => flat };
}

/** `callee(…)` */
export function call(callee: string, ...args: readonly Expression[]): Expression {
  return {
    flat: `${callee}(${flatten(args)})`,
    breaks: args.some(({ breaks }) => breaks),
    kind: "other",
    size: 0,
    doc: () => group([callee, argumentsDoc(args)]),
    broken(frame) {
      const last = args.at(-1);
      if (last === undefined || !isHugged(args, last)) return inBrackets(frame, [`${callee}(`, ")"], args);
      const { before = "", after = "" } = frame;
      const isAlone = args.length === 1 && last.breaks;
      return isAlone ? last.broken?.({ ...frame, before: `${before}${callee}(`, after: `)${after}` }) : undefined;
    },
  };
}

/** `[…]` */
export function array(items: readonly Expression[]): Expression {
  const isTable =
    items.length > 1 && items.every(({ kind, size }) => size > 1 && isList(kind) && kind === items[0]?.kind);
  const numbers = items.length > 0 && items.every(({ flat }) => isNumber(flat));
  return {
    flat: `[${flatten(items)}]`,
    breaks: isTable || items.some(({ breaks }) => breaks),
    kind: numbers ? "numbers" : "array",
    size: items.length,
    doc: () => (items.length === 0 ? "[]" : numbers ? numbersDoc(items) : arrayDoc(items, isTable)),
  };
}

/**
 * `{ … }` of what `property` made.
 *
 * @param isTall whether each property has a line of its own even where one line had room for them
 */
export function object(properties: readonly Code[], isTall = false): Expression {
  const isEmpty = properties.length === 0;
  const breaks = (isTall && !isEmpty) || properties.some(({ breaks }) => breaks);
  const doc = (): Doc =>
    group(["{", indent([line, list(properties)]), ifBreak(","), line, "}"], { shouldBreak: breaks });
  return {
    flat: isEmpty ? "{}" : `{ ${flatten(properties)} }`,
    breaks,
    kind: "object",
    size: properties.length,
    doc: () => (isEmpty ? "{}" : doc()),
    broken: (frame) => (isEmpty ? undefined : inBrackets(frame, ["{", "}"], properties)),
  };
}

/** `key: value` */
export function property(key: string, value: Expression): Code {
  const isShort = key.length < 5;
  const doc = (): Doc => (isShort ? group([key, ": ", value.doc()]) : assignmentDoc(`${key}:`, value));
  return { flat: `${key}: ${value.flat}`, breaks: value.breaks, doc, broken: brokenBehind(`${key}: `, value) };
}

/** `left = value` */
export function assignment(left: string, value: Expression): Code {
  const doc = (): Doc => assignmentDoc(`${left} =`, value);
  return { flat: `${left} = ${value.flat}`, breaks: value.breaks, doc, broken: brokenBehind(`${left} = `, value) };
}

/** The lines of a value that begins on the line of what stands before it. */
function brokenBehind(left: string, value: Expression): NonNullable<Code["broken"]> {
  return (frame) => value.broken?.({ ...frame, before: `${frame.before ?? ""}${left}` });
}

function flatten(list: readonly Code[]): string {
  return list.map(({ flat }) => flat).join(", ");
}

function list(items: readonly Code[]): Doc {
  return join(
    [",", line],
    items.map((each) => each.doc()),
  );
}

function argumentsDoc(args: readonly Expression[]): Doc {
  const last = args.at(-1);
  if (last === undefined) return "()";
  const shouldBreak = args.some(({ breaks }) => breaks);
  if (!isHugged(args, last)) {
    return group(["(", indent([softline, list(args)]), ifBreak(","), softline, ")"], { shouldBreak });
  }
  const head = args.slice(0, -1).map((each) => [each.doc(), ",", line]);
  const broken = group(["(", indent([line, list(args)]), ",", line, ")"], { shouldBreak: true });
  if (args.slice(0, -1).some(({ breaks }) => breaks)) return broken;
  const hugged = ["(", ...head, group(last.doc(), { shouldBreak: true }), ")"];
  if (last.breaks) return [breakParent, conditionalGroup([hugged, broken])];
  return conditionalGroup([["(", ...head, last.doc(), ")"], hugged, broken]);
}

/** Whether the last argument's brackets stand beside those of the call. */
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
    items.map((each) => group(each.doc())),
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

function assignmentDoc(left: string, value: Expression): Doc {
  if (value.kind === "number or boolean") return group([left, " ", value.doc()]);
  if (value.kind === "string") return group([left, group(indent([line, value.doc()]))]);
  const groupId = Symbol("assignment");
  return group([left, group(indent(line), { id: groupId }), indentIfBreak(value.doc(), { groupId })]);
}
