import type { ConstantType, Scalar } from "./spec.js";

/** The built-in type that a constant's value has. */
export function scalarOf({ value }: ConstantType): Scalar {
  if (typeof value === "string" || typeof value === "boolean") return typeof value as "string" | "boolean";
  return typeof value === "bigint" || Number.isInteger(value) ? "integer" : "number";
}
