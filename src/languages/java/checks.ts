/** The statements of `validate()`. */
import { type Code, piece, type Piece } from "../../code/code.js";
import { block, twoParts } from "../../code/layouts.js";
import { foldType } from "../../spec/fold.js";
import type { Constraints, Field, Scalar, TupleType, Type } from "../../spec/spec.js";
import { call, continuation } from "./dialect.js";
import { doubleLiteral, isLong, isWhole, longLiteral, textLiteral } from "./literals.js";
import { javaPattern } from "./pattern.js";
import type { FileNames } from "./scope.js";
import { componentName } from "./tuples.js";

/** A value and its path, both as Java expressions. */
export interface Checked {
  readonly path: string;
  readonly value: string;
}

/** A call that checks a value, or a comment that explains what is not checked. */
type Check = { readonly call: Piece } | { readonly comment: string };

/** Whether values of the type have constraints to check. */
export function hasChecks(type: Type): boolean {
  return foldType<boolean>(type, {
    scalar: ({ scalar, constraints }) => checkedFormats.has(scalar) || isLimited(constraints),
    constant: () => false,
    array: (items, { constraints }) => items || isLimited(constraints),
    tuple: (items) => items.some(Boolean),
    map: (values, { constraints }) => values || isLimited(constraints),
    reference: ({ kind }) => kind !== "enum",
  });
}

function isLimited(constraints: Constraints): boolean {
  return Object.keys(constraints).length > 0;
}

/** Statements that check a value; empty if it has no constraints. */
export function checks(type: Type, checked: Checked, names: FileNames): readonly Piece[] {
  return typeChecks(type, checked, names, 1).map(statement);
}

/** Statements that check whether a value is one of the tags of its model. */
export function tagChecks(tags: Field["tags"], checked: Checked): readonly Piece[] {
  if (tags === undefined) return [];
  return [statement(check("tags", checked, ...tags.map((tag) => textLiteral(String(tag)))))];
}

function statement(check: Check): Piece {
  return "call" in check ? piece`${check.call};` : check.comment;
}

/** @param depth how many lists and maps enclose the value, counted from 1 */
function typeChecks(type: Type, checked: Checked, names: FileNames, depth: number): readonly Check[] {
  switch (type.kind) {
    case "scalar":
      return [...formatChecks(type.scalar, checked), ...constraintChecks(type.constraints, checked, names)];
    case "constant":
      return [];
    case "array": {
      const own = constraintChecks(type.constraints, checked, names);
      return [...own, ...eachChecks("items", type.items.type, checked, names, depth)];
    }
    case "tuple":
      return tupleChecks(type, checked, names, depth);
    case "map": {
      const own = constraintChecks(type.constraints, checked, names);
      return [...own, ...eachChecks("values", type.values.type, checked, names, depth)];
    }
    case "reference":
      if (type.to.kind === "enum") return [];
      return [check("nested", checked, piece`${names.className(type.to)}::validate`)];
  }
}

/** Strings of these types are checked by `validate`, and not by reading. */
export const checkedFormats: ReadonlySet<Scalar> = new Set(["time", "duration", "uuid", "uri", "email"]);

function formatChecks(scalar: Scalar, checked: Checked): readonly Check[] {
  return checkedFormats.has(scalar) ? [check("format", checked, textLiteral(scalar))] : [];
}

const numeric = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;
const counted = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"] as const;

function constraintChecks(constraints: Constraints, checked: Checked, names: FileNames): readonly Check[] {
  const found: Check[] = [];
  for (const keyword of counted) {
    const limit = constraints[keyword];
    if (limit !== undefined) found.push(check(keyword, checked, countLiteral(limit)));
  }
  if (constraints.pattern !== undefined) {
    const pattern = javaPattern(constraints.pattern);
    if (pattern === undefined) found.push({ comment: "// The pattern of this value cannot be said in Java." });
    else {
      const spelled = pattern === constraints.pattern ? [] : [textLiteral(constraints.pattern)];
      found.push(check("pattern", checked, textLiteral(pattern), ...spelled));
    }
  }
  for (const keyword of numeric) {
    const limit = constraints[keyword];
    if (limit !== undefined) found.push(check(keyword, checked, numberLiteral(limit, names)));
  }
  if (constraints.uniqueItems === true) found.push(check("uniqueItems", checked));
  return found;
}

/** Java strings, lists and maps cannot be longer. */
function countLiteral(count: number): string {
  return String(Math.min(count, 2 ** 31 - 1));
}

function numberLiteral(value: number | bigint, { library }: FileNames): Piece {
  if (isLong(value)) return longLiteral(value);
  return isWhole(value) ? piece`new ${library("BigDecimal")}("${String(BigInt(value))}")` : doubleLiteral(value);
}

function eachChecks(
  method: "items" | "values",
  type: Type,
  { path, value }: Checked,
  names: FileNames,
  depth: number,
): readonly Check[] {
  const suffix = depth === 1 ? "" : String(depth);
  const item = { path: `path${suffix}`, value: `item${suffix}` };
  const inner = typeChecks(type, item, names, depth + 1);
  if (inner.length === 0) return [];
  const head = `validation.${method}(${path}, ${value}, (${item.path}, ${item.value}) ->`;
  return [{ call: lambda(head, inner) }];
}

function tupleChecks(
  { items }: TupleType,
  { path, value }: Checked,
  names: FileNames,
  depth: number,
): readonly Check[] {
  const suffix = depth === 1 ? "" : String(depth);
  const [tuplePath, tuple] = [`path${suffix}`, `tuple${suffix}`];
  const inner = items.flatMap((item, at) => {
    const checked = { path: `${tuplePath} + "[${at}]"`, value: `${tuple}.${componentName(at)}()` };
    return typeChecks(item.type, checked, names, depth + 1);
  });
  if (inner.length === 0) return [];
  return [{ call: lambda(`validation.tuple(${path}, ${value}, (${tuplePath}, ${tuple}) ->`, inner) }];
}

function lambda(head: string, inner: readonly Check[]): Code {
  const [only] = inner;
  if (inner.length === 1 && "call" in only!) return twoParts(head, piece`${only.call})`, continuation);
  return block(`${head} {`, inner.map(statement), "})", 4);
}

function check(method: string, { path, value }: Checked, ...limit: readonly Piece[]): Check {
  return { call: call(`validation.${method}(`, [path, value, ...limit]) };
}
