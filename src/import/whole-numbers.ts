/** The types of whole numbers that are exact in every language for all values that a document allows. */
import type { Scalar } from "../spec/spec.js";
import type { Place } from "./place.js";
import type { View } from "./view.js";

/** The formats without negative numbers, and the first number that they do not allow; `uint` is no particular number of bits. */
const unsigned: ReadonlyMap<string, bigint> = new Map([
  ["uint8", 2n ** 8n],
  ["uint16", 2n ** 16n],
  ["uint32", 2n ** 32n],
  ["uint", 2n ** 63n],
  ["uint64", 2n ** 64n],
]);

/** `integer` up to 2^53, `long` up to 2^63, `decimal` in a number beyond; an `int32` stays one. */
export function wholeScalar(scalar: Scalar, { keys, others }: View): Scalar {
  if (scalar !== "integer" && scalar !== "long") return scalar;
  const bounds = boundKeys.flatMap((key) => [keys.get(key), ...(others.get(key) ?? [])].flatMap(numbersAt));
  const isBounded = upperKeys.some((key) => numbersAt(keys.get(key)).some((each) => each < 2n ** 63n));
  const limit = unsigned.get(keys.get("format")?.text ?? "") ?? 0n;
  if ((!isBounded && limit > 2n ** 63n) || bounds.some((each) => each >= 2n ** 63n || each < -(2n ** 63n)))
    return "decimal as number";
  return limit > 2n ** 53n || bounds.some((each) => each >= 2n ** 53n || each <= -(2n ** 53n)) ? "long" : scalar;
}

/** Whether a type and the bounds next to it say all that a format does. */
export function saysFormat(format: string | undefined, scalar: Scalar, { keys }: View): boolean {
  const limit = unsigned.get(format ?? "");
  const [minimum] = numbersAt(keys.get("minimum"));
  if (limit === undefined || scalar === "decimal as number" || minimum === undefined || minimum < 0) return false;
  return scalar === "long" || numbersAt(keys.get("maximum")).some((each) => each < limit);
}

const upperKeys = ["maximum", "exclusiveMaximum"];
const boundKeys = ["minimum", "exclusiveMinimum", ...upperKeys, "default"];

function numbersAt(place: Place | undefined): readonly (number | bigint)[] {
  const { scalar } = place ?? {};
  return typeof scalar === "number" || typeof scalar === "bigint" ? [scalar] : [];
}
