/** Whether a built-in type allows a JSON value. */
import { counted } from "../diagnostics/numbers.js";
import type { Json } from "../text/json.js";
import type { Constraints, Scalar, ScalarType } from "./spec.js";
import { isTextOf, textTitles } from "./text-formats.js";

/** What a value of this type is expected to be; undefined if it is that. Patterns are not tested. */
export function expectedScalar(value: Json, { scalar, constraints }: ScalarType): string | undefined {
  if (!isScalarOf(scalar, value)) return scalarTitles[scalar] ?? textTitles[scalar] ?? scalar;
  const exact = expectedRange(value, scalar);
  if (exact !== undefined) return exact;
  if (scalar === "long as string") return expectedNumber(BigInt(value as string), constraints);
  return typeof value === "string"
    ? expectedLength([...value].length, constraints)
    : expectedNumber(value, constraints);
}

const scalarTitles: Readonly<Partial<Record<Scalar, string>>> = {
  boolean: "true or false",
  integer: "a whole number",
  int32: "a whole number of 32 bits",
  long: "a whole number of 64 bits",
  number: "a number",
  float: "a number",
  "date-time as epoch-seconds": "a time in seconds since 1970",
  "date-time as epoch-milliseconds": "a time in milliseconds since 1970",
};

function isScalarOf(scalar: Scalar, value: Json): boolean {
  switch (scalar) {
    case "any":
      return true;
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return isWhole(value);
    case "int32":
      return isWhole(value) && value >= -(2 ** 31) && value < 2 ** 31;
    case "long":
      return isLong(value);
    case "number":
    case "float":
      return isNumber(value);
    case "decimal":
    case "decimal as number":
      return isNumber(value) || (typeof value === "string" && isTextOf(scalar, value));
    case "date-time as epoch-seconds":
      return isEpoch(value, 1);
    case "date-time as epoch-milliseconds":
      return isEpoch(value, 1000);
    default:
      return typeof value === "string" && isTextOf(scalar, value);
  }
}

/** Whether a number is a time in the years from 0 to 9999. */
function isEpoch(value: Json, unit: number): boolean {
  return isNumber(value) && value >= -62167219200 * unit && value < 253402300800 * unit;
}

function isNumber(value: Json): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

export function isWhole(value: Json): value is number | bigint {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** A number that would be rounded or overflow in a language where the type is a double. */
function expectedRange(value: Json, scalar: Scalar): string | undefined {
  if (scalar === "integer" && isNumber(value) && !Number.isSafeInteger(Number(value)))
    return `a whole number between -2^53 and 2^53 (the type "long" allows more)`;
  const isDouble = scalar === "number" || scalar === "float";
  return isDouble && isRounded(value)
    ? `a number that a double represents exactly (the type "decimal" allows more)`
    : undefined;
}

function isRounded(value: Json): boolean {
  if (typeof value !== "bigint") return false;
  const double = Number(value);
  return !Number.isFinite(double) || BigInt(double) !== value;
}

/** Whether a value is a 64-bit integer. */
export function isLong(value: Json): boolean {
  return isWhole(value) && value >= -(2n ** 63n) && value < 2n ** 63n;
}

function expectedLength(length: number, { minLength = 0, maxLength = Infinity }: Constraints): string | undefined {
  if (length < minLength) return `at least ${counted(minLength, "character")}`;
  return length > maxLength ? `at most ${counted(maxLength, "character")}` : undefined;
}

function expectedNumber(value: Json, constraints: Constraints): string | undefined {
  if (!isNumber(value)) return undefined;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  if (minimum !== undefined && value < minimum) return `a number of at least ${minimum}`;
  if (maximum !== undefined && value > maximum) return `a number of at most ${maximum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `a number greater than ${exclusiveMinimum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `a number less than ${exclusiveMaximum}`;
  return multipleOf === undefined || isMultiple(value, multipleOf) ? undefined : `a multiple of ${multipleOf}`;
}

function isMultiple(value: number | bigint, of: number | bigint): boolean {
  if (isWhole(value) && isWhole(of)) return BigInt(value) % BigInt(of) === 0n;
  const quotient = Number(value) / Number(of);
  return Math.abs(quotient - Math.round(quotient)) <= Number.EPSILON * Math.abs(quotient);
}
