/**
 * Members of a union of strings as reading can distinguish them. Of several members that can read a value, it takes the first,
 * and any string can be read as a uuid: only `validate` checks its form.
 */
import { plainScalar } from "./scalars.js";
import type { Scalar } from "../spec/spec.js";
import { textTitles } from "../spec/text-formats.js";
import type { Schema, Type } from "./schema.js";

/** The type that a type stands for, without references to other types. */
type Resolve = (type: Type) => Type;

/** Members that can read few strings go before those whose form reading does not check. */
export function inReadingOrder(members: readonly Schema[], resolve: Resolve): readonly Schema[] {
  const types = new Map(members.map((each) => [each, innermost(each.type, resolve)]));
  if (![...types.values()].some(isUnchecked)) return members;
  const isFirst = (each: Schema): boolean => isChecked(types.get(each) ?? each.type);
  return [...members.filter(isFirst), ...members.filter((each) => !isFirst(each))];
}

/** Next to a whole number, programs could not distinguish one in a string from it: there, it is a string. */
export function withDistinctNumbers(members: readonly Schema[], resolve: Resolve): readonly Schema[] {
  const isOf = ({ type }: Schema, scalar: Scalar): boolean => {
    const resolved = resolve(type);
    return resolved.kind === "scalar" && resolved.scalar === scalar;
  };
  if (!members.some((each) => isOf(each, "long"))) return members;
  const string: Type = { kind: "scalar", scalar: "string", constraints: new Map() };
  return members.map((each) => (isOf(each, "long as string") ? { ...each, type: string } : each));
}

/** The type of the items of arrays and of the values of maps. */
function innermost(whole: Type, resolve: Resolve): Type {
  const type = resolve(whole);
  if (type.kind === "array") return innermost(type.items.type, resolve);
  return type.kind === "map" ? innermost(type.values.type, resolve) : type;
}

/** A uuid and the like. */
function isUnchecked(type: Type): boolean {
  return type.kind === "scalar" && plainScalar(type.scalar) !== type.scalar;
}

/** A string that reading checks. */
function isChecked(type: Type): boolean {
  switch (type.kind) {
    case "constant":
      return type.value.text !== undefined;
    case "enum":
      return !type.open && type.values[0]?.value.text !== undefined;
    case "scalar":
      return type.scalar !== "string" && textTitles[type.scalar] !== undefined && !isUnchecked(type);
    default:
      return false;
  }
}
