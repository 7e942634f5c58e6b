/** Made-up values of built-in types for examples. */
import { expectedScalar } from "../spec/scalar-fits.js";
import type { Constraints, Scalar, ScalarType } from "../spec/spec.js";
import type { Json } from "../text/json.js";

/** A value of each type without constraints. */
export const plainSamples: Readonly<Record<Scalar, Json>> = {
  string: "text",
  boolean: true,
  any: "anything",
  integer: 1,
  int32: 1,
  long: 1,
  number: 1.5,
  float: 1.5,
  decimal: "12.50",
  "decimal as number": 12.5,
  "long as string": "1",
  date: "2024-02-29",
  "date-time": "2024-02-29T12:30:00Z",
  "date-time as epoch-seconds": 1709209800,
  "date-time as epoch-milliseconds": 1709209800000,
  "local-date-time": "2024-02-29T12:30:00",
  time: "12:30:00Z",
  duration: "P1D",
  uuid: "2f1c4a54-8a0f-4f2a-9d3c-6f1d0a1b2c3d",
  uri: "https://example.com",
  email: "ada@example.com",
  bytes: "aGVsbG8=",
};

/** A value that meets the type's constraints; undefined if none was found. */
export function sampleOf(type: ScalarType): Json | undefined {
  const { scalar, constraints } = type;
  const plain = plainSamples[scalar];
  if (scalar === "decimal") {
    const value = numbersNear(12.5, constraints).find((each) => expectedScalar(each, type) === undefined);
    return value === 12.5 ? plain : value?.toString();
  }
  if (scalar === "long as string")
    return numbersNear(1, constraints)
      .map(String)
      .find((each) => expectedScalar(each, type) === undefined);
  if (typeof plain === "number")
    return numbersNear(plain, constraints).find((each) => expectedScalar(each, type) === undefined);
  const candidates = scalar === "string" ? [plain, ...textsOf(constraints)] : [plain];
  return candidates.find((each) => expectedScalar(each, type) === undefined && matches(each, constraints));
}

/** The plain number, and numbers at and near the bounds. */
function numbersNear(plain: number, constraints: Constraints): readonly (number | bigint)[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  const low = Number(minimum ?? exclusiveMinimum ?? exclusiveMaximum ?? maximum ?? plain);
  const high = Number(maximum ?? exclusiveMaximum ?? low);
  const near = [plain, minimum, maximum, low + 1, high - 1, (low + high) / 2].filter((each) => each !== undefined);
  if (multipleOf === undefined) return near;
  const step = Number(multipleOf);
  return [...near, multipleOf, Math.ceil(low / step) * step, (Math.floor(low / step) + 1) * step];
}

/** Strings of letters and digits with allowed lengths, the most common lengths first. */
function textsOf({ minLength = 1 }: Constraints): readonly string[] {
  const lengths = [4, 2, 3, 1, 5, 6, 7, 8, 9, 10, 11, 12, minLength];
  const allowed = lengths.filter((length) => length >= minLength && length <= longest);
  return allowed.flatMap((length) => alphabets.map((each) => each.repeat(length).slice(0, length)));
}

const alphabets = ["text", "1234567890", "ABCD"];
const longest = 40;

function matches(value: Json, { pattern }: Constraints): boolean {
  if (pattern === undefined) return true;
  return typeof value === "string" && simplePattern.test(pattern) && new RegExp(pattern, "u").test(value);
}

/**
 * A sequence of simple character classes: `^[A-Z]{2}\d+$`. Other patterns are not tried: they can take exponential time, or
 * mean something else in another version of Node.
 */
const simplePattern = /^\^?(?:(?:\\[dw]|\[(?:[\w .:/-]|\\[dw.-])+\])(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})?){1,4}\$?$/;
