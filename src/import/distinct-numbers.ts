/** Whole numbers in JSON numbers and in strings, as members of one union. */
import type { Scalar } from "../spec/spec.js";
import type { Schema, Type } from "./schema.js";

/** The type behind a reference to another type; other types as they are. */
type Resolve = (type: Type) => Type;

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
