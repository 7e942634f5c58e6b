/** Converts validation keywords to the constraints of a spec: one of each, with exact numbers and valid patterns. */
import { problem } from "../diagnostics/problem.js";
import { patternProblem } from "../spec/pattern.js";
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";
import type { Constraints } from "./schema.js";
import type { View } from "./view.js";

/** The constraints that apply to a type and can be met, the strictest of each; reports the others as dropped. */
export function readConstraints({ keys, others }: View, names: readonly string[], findings: Findings): Constraints {
  const given = names.flatMap((name) =>
    [...(others.get(name) ?? []), ...present(keys.get(name))].flatMap((place) => bound(name, place, findings)),
  );
  const constraints = new Map<string, Place>();
  for (const [name, place] of given.filter(([name, place]) => isUsable(name, place, findings))) {
    const before = constraints.get(name);
    if (before === undefined || !isStricter(name, before, place)) constraints.set(name, place);
  }
  for (const [low, high, strict] of pairs) dropContradiction(constraints, [low, high], strict, findings);
  for (const [inclusive, exclusive] of alternatives) dropWeaker(constraints, inclusive, exclusive, findings);
  return constraints;
}

/** In OpenAPI 3.0, `exclusiveMinimum: true` makes `minimum` exclusive. */
function bound(name: string, place: Place, findings: Findings): readonly (readonly [string, Place])[] {
  const exclusive = exclusives.get(name);
  if (exclusive !== undefined && place.parent?.get(exclusive)?.scalar === true) return [[exclusive, place]];
  const inclusive = alternatives.find((each) => each[1] === name)?.[0];
  if (inclusive === undefined || typeof place.scalar !== "boolean") return [[name, place]];
  if (place.scalar && place.parent?.get(inclusive) === undefined)
    findings.loss("unpaired", place, { keyword: name, needed: inclusive });
  return [];
}

/** Whether the first of two equal keywords allows fewer values than the second. */
function isStricter(name: string, { scalar: first }: Place, { scalar: second }: Place): boolean {
  if (name === "uniqueItems") return first === true;
  const [one, other] = [first, second] as [number, number];
  if (lower.has(name)) return one > other;
  return bounds.has(name) && one < other;
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

const exclusives: ReadonlyMap<string, string> = new Map([
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
]);
const alternatives = [...exclusives];
const pairs = [
  ["minLength", "maxLength", false],
  ["minItems", "maxItems", false],
  ["minProperties", "maxProperties", false],
  ["minimum", "maximum", false],
  ["exclusiveMinimum", "maximum", true],
  ["minimum", "exclusiveMaximum", true],
  ["exclusiveMinimum", "exclusiveMaximum", true],
] as const;
const lower: ReadonlySet<string> = new Set(["minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum"]);
const upper = ["maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum"];

/** The keywords of which the strictest counts. */
export const bounds: ReadonlySet<string> = new Set([...lower, ...upper, "uniqueItems"]);
const counts = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

function isUsable(name: string, place: Place, findings: Findings): boolean {
  if (name === "pattern") return isPattern(place, findings);
  if (name === "uniqueItems") return findings.flag(place) || place.scalar === false;
  const { scalar } = place;
  const isNumber = typeof scalar === "bigint" || typeof scalar === "number";
  const fits =
    isNumber &&
    (!counts.includes(name) || (Number.isSafeInteger(scalar) && scalar >= 0)) &&
    (name !== "multipleOf" || !(scalar <= 0));
  const expected = counts.includes(name) ? "a whole number of at least 0" : "a number";
  if (!fits)
    findings.spot((pointer) => problem("invalid-value", "schemaBound", { key: name, expected, pointer }), place);
  return fits && findings.isSayable(place);
}

function isPattern(place: Place, findings: Findings): boolean {
  const source = findings.text(place);
  if (source === undefined) return false;
  if (patternProblem(source) === undefined) return true;
  findings.loss("pattern", place);
  return false;
}

function dropContradiction(
  constraints: Map<string, Place>,
  names: readonly [string, string],
  strict: boolean,
  findings: Findings,
): void {
  const [low, high] = names.map((name) => constraints.get(name));
  if (low === undefined || high === undefined) return;
  const [least, greatest] = [low.scalar, high.scalar] as [number, number];
  if (strict ? least < greatest : least <= greatest) return;
  for (const name of names) constraints.delete(name);
  findings.loss("bounds", low);
}

/** A spec has one lower and one upper bound. */
function dropWeaker(constraints: Map<string, Place>, inclusive: string, exclusive: string, findings: Findings): void {
  const [one, other] = [constraints.get(inclusive), constraints.get(exclusive)];
  if (one === undefined || other === undefined) return;
  const [limit, strictLimit] = [one.scalar, other.scalar] as [number, number];
  const exclusiveIsTighter = inclusive === "minimum" ? strictLimit >= limit : strictLimit <= limit;
  const [dropped, place] = exclusiveIsTighter ? [inclusive, one] : [exclusive, other];
  constraints.delete(dropped);
  findings.loss("looserBound", place);
}
