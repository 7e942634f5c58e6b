/** Which constraints apply to which type, and whether any value meets them. */
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Entry } from "../shape/shape.js";
import type { Range } from "../text/tree.js";
import type { TypeSource } from "./source.js";
import type { BuiltIn, Constraints, Type } from "./spec.js";
import { builtInOf, inForm } from "./wire-forms.js";

export type ConstraintName = keyof Constraints;

export interface ConstraintProblem extends Problem {
  readonly at: Range;
}

/** Adds the form in JSON and the constraints of a source to a type, and reports those that are wrong. */
export function constrained(source: TypeSource, written: Type): { type: Type; problems: readonly ConstraintProblem[] } {
  const { type, problems: wrongForm } = inFormOf(source, written);
  if (!constraintNames.some((name) => source[name] !== undefined)) return { type, problems: wrongForm };
  const entries = constraintNames.flatMap((name) => source[name] ?? []);
  const applicable = new Set(applicableTo(type));
  const problems: ConstraintProblem[] = [...wrongForm];
  const added: Record<string, unknown> = {};
  for (const entry of entries) {
    if (applicable.has(entry.key as ConstraintName)) added[entry.key] = entry.value;
    else
      problems.push({
        ...problem("conflicting-keys", "inapplicable", { key: entry.key, type: titleOf(type) }),
        at: keyOf(entry),
      });
  }
  const all: Record<string, unknown> = { ...("constraints" in type ? type.constraints : {}), ...added };
  const inOrder = constraintNames.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const]));
  const constraints: Constraints = Object.fromEntries(inOrder);
  problems.push(...contradictions(constraints, source));
  return { type: "constraints" in type ? { ...type, constraints } : type, problems };
}

function inFormOf({ as }: TypeSource, type: Type): { type: Type; problems: readonly ConstraintProblem[] } {
  if (as === undefined) return { type, problems: none };
  if (type.kind !== "scalar") {
    const found = problem("conflicting-keys", "inapplicable", { key: as.key, type: titleOf(type) });
    return { type, problems: [{ ...found, at: keyOf(as) }] };
  }
  const scalar = inForm(type.scalar, as.value);
  return typeof scalar === "string"
    ? { type: { ...type, scalar }, problems: none }
    : { type, problems: [{ ...scalar, at: scalar.code === "conflicting-keys" ? keyOf(as) : as }] };
}

const none: readonly ConstraintProblem[] = [];

/** In the order in which they are checked: a string that is too long is not matched with a pattern. */
export const constraintNames = [
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
] as const satisfies readonly ConstraintName[];

const ofTexts: readonly ConstraintName[] = ["minLength", "maxLength", "pattern"];
const ofNumbers: readonly ConstraintName[] = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
];
const ofArrays: readonly ConstraintName[] = ["minItems", "maxItems", "uniqueItems"];
const ofMaps: readonly ConstraintName[] = ["minProperties", "maxProperties"];

const texts: ReadonlySet<BuiltIn> = new Set(["string", "uuid", "uri", "email"]);
const numbers: ReadonlySet<BuiltIn> = new Set(["integer", "int32", "long", "number", "float", "decimal"]);

function applicableTo(type: Type): readonly ConstraintName[] {
  if (type.kind === "array") return ofArrays;
  if (type.kind === "map") return ofMaps;
  if (type.kind !== "scalar") return [];
  const builtIn = builtInOf(type.scalar);
  return texts.has(builtIn) ? ofTexts : numbers.has(builtIn) ? ofNumbers : [];
}

function titleOf(type: Type): string {
  switch (type.kind) {
    case "scalar":
      return `the type "${builtInOf(type.scalar)}"`;
    case "reference":
      return `the ${type.to.kind} "${type.to.name}"`;
    case "constant":
      return "a constant";
    case "array":
      return "an array";
    case "tuple":
      return "a tuple";
    case "map":
      return "a map";
  }
}

const bounds = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minimum", "maximum"],
  ["exclusiveMinimum", "maximum"],
  ["minimum", "exclusiveMaximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
] as const;

function contradictions(constraints: Constraints, source: TypeSource): readonly ConstraintProblem[] {
  return bounds.flatMap(([low, high]) => {
    const [least, greatest] = [constraints[low], constraints[high]];
    const entry = source[high] ?? source[low];
    if (least === undefined || greatest === undefined || entry === undefined) return [];
    const strict = low.startsWith("exclusive") || high.startsWith("exclusive");
    if (strict ? least < greatest : least <= greatest) return [];
    return { ...problem("invalid-value", "bounds", { low, least, high, greatest }), at: entry };
  });
}

function keyOf({ keyStart, keyEnd }: Entry<unknown>): Range {
  return { start: keyStart, end: keyEnd };
}
