/** The statements of `validate()`. */
import type { Constraints, Type } from "../../spec/spec.js";
import { halves, list } from "./layout.js";
import { doubleLiteral, isLong, isWhole, longLiteral, textLiteral } from "./literals.js";
import { javaPattern } from "./pattern.js";
import type { FileNames } from "./types.js";

/** A value and where it is: Java expressions both. */
export interface Checked {
  readonly path: string;
  readonly value: string;
}

/** Whether there is anything to check of a type's values. */
export function hasChecks(type: Type): boolean {
  switch (type.kind) {
    case "scalar":
      return isLimited(type.constraints);
    case "constant":
      return false;
    case "array":
      return isLimited(type.constraints) || hasChecks(type.items.type);
    case "map":
      return hasChecks(type.values.type);
    case "reference":
      return type.to.kind !== "enum";
  }
}

function isLimited(constraints: Constraints): boolean {
  return Object.keys(constraints).length > 0;
}

/** Statements that check a value, each possibly of several lines; none for what has no constraints. */
export function checks(type: Type, { path, value }: Checked, names: FileNames, indent: number, depth = 1): string[] {
  switch (type.kind) {
    case "scalar":
      return constraintChecks(type.constraints, path, value, names, indent);
    case "constant":
      return [];
    case "array": {
      const own = constraintChecks(type.constraints, path, value, names, indent);
      return [...own, ...eachChecks("items", type.items.type, { path, value }, names, indent, depth)];
    }
    case "map":
      return eachChecks("values", type.values.type, { path, value }, names, indent, depth);
    case "reference":
      if (type.to.kind === "enum") return [];
      return [call("nested", [path, value, `${names.className(type.to)}::validate`], indent)];
  }
}

const numeric = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;
const counted = ["minLength", "maxLength", "minItems", "maxItems"] as const;

function constraintChecks(
  constraints: Constraints,
  path: string,
  value: string,
  names: FileNames,
  indent: number,
): string[] {
  const statements: string[] = [];
  const check = (keyword: string, ...limit: readonly string[]): void => {
    statements.push(call(keyword, [path, value, ...limit], indent));
  };
  for (const keyword of counted) {
    const limit = constraints[keyword];
    if (limit !== undefined) check(keyword, countLiteral(limit));
  }
  if (constraints.pattern !== undefined) {
    const pattern = javaPattern(constraints.pattern);
    if (pattern === undefined) statements.push("// The pattern of this value cannot be said in Java.");
    else check("pattern", textLiteral(pattern));
  }
  for (const keyword of numeric) {
    const limit = constraints[keyword];
    if (limit !== undefined) check(keyword, numberLiteral(limit, names));
  }
  if (constraints.uniqueItems === true) check("uniqueItems");
  return statements;
}

/** No Java text or list is longer. */
function countLiteral(count: number): string {
  return String(Math.min(count, 2 ** 31 - 1));
}

function numberLiteral(value: number | bigint, { library }: FileNames): string {
  if (isLong(value)) return longLiteral(value);
  return isWhole(value) ? `new ${library("BigDecimal")}("${BigInt(value)}")` : doubleLiteral(value);
}

function eachChecks(
  method: "items" | "values",
  type: Type,
  { path, value }: Checked,
  names: FileNames,
  indent: number,
  depth: number,
): string[] {
  const suffix = depth === 1 ? "" : String(depth);
  const item = { path: `path${suffix}`, value: `item${suffix}` };
  const inner = checks(type, item, names, indent + 4, depth + 1);
  if (inner.length === 0) return [];
  const head = `validation.${method}(${path}, ${value}, (${item.path}, ${item.value}) ->`;
  if (inner.length === 1 && inner[0]!.endsWith(";")) return [halves(indent, head, `${inner[0]!.slice(0, -1)});`)];
  const blank = " ".repeat(indent);
  return [`${head} {\n${inner.map((each) => `${blank}    ${each}\n`).join("")}${blank}});`];
}

function call(method: string, parameters: readonly string[], indent: number): string {
  return list(indent, `validation.${method}(`, parameters, ");");
}
