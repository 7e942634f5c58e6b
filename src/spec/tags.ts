/** Tags: the values of a discriminator field, which select a member of a union. */
import { isLong } from "./scalar-fits.js";
import { otherForms, type Scalar, type TagKind, type Type } from "./spec.js";

/** The kind of tags that a field of this type holds; undefined if its values cannot be tags. */
export function tagKindOf(type: Type): TagKind | undefined {
  switch (type.kind) {
    case "scalar":
      return tagKindOfScalar(type.scalar);
    case "constant":
      return tagKindOfConstant(type.value);
    case "reference":
      if (type.to.kind === "model") return undefined;
      return type.to.kind === "enum" ? type.to.base : "string";
    default:
      return undefined;
  }
}

export function tagKindOfScalar(scalar: Scalar): TagKind | undefined {
  if (scalar === "boolean") return scalar;
  if (wholeNumbers.has(scalar)) return "integer";
  return untagged.has(scalar) ? undefined : "string";
}

export function tagKindOfConstant(value: string | number | bigint | boolean): TagKind | undefined {
  if (typeof value === "string" || typeof value === "boolean") return typeof value as "string" | "boolean";
  return isLong(value) ? "integer" : undefined;
}

/** Whether a string is a tag of this kind in its canonical form. */
export function isTag(text: string, kind: TagKind): boolean {
  if (kind === "boolean") return text === "true" || text === "false";
  return kind === "string" || (/^(?:0|-?[1-9]\d{0,18})$/.test(text) && isLong(BigInt(text)));
}

const wholeNumbers: ReadonlySet<Scalar> = new Set(["integer", "int32", "long"]);
const untagged: ReadonlySet<Scalar> = new Set(["number", "float", "decimal", ...otherForms]);
