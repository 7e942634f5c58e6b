/** The built-in type of a spec for a `type` and `format`. */
import type { Scalar } from "../spec/spec.js";
import type { Style } from "./schema.js";

/** The formats of a primitive JSON type that a spec has types for; "" is any other format. */
const scalarsByFormat: Readonly<Record<string, Readonly<Record<string, Scalar>>>> = {
  string: {
    "": "string",
    string: "string",
    date: "date",
    "date-time": "date-time",
    time: "time",
    duration: "duration",
    uuid: "uuid",
    uri: "uri",
    url: "uri",
    email: "email",
    byte: "bytes",
    binary: "bytes",
    base64: "bytes",
    decimal: "decimal",
  },
  integer: { "": "integer", integer: "integer", int32: "int32", int64: "long" },
  number: { "": "number", number: "number", double: "number", float: "float", decimal: "decimal" },
  boolean: { "": "boolean", boolean: "boolean" },
};

/** The formats that the documented family ignores (format §5). */
const undocumented: ReadonlySet<string> = new Set(["byte", "base64", "decimal"]);

export const primitives: readonly string[] = Object.keys(scalarsByFormat);

/** The built-in type, and whether it represents the format. */
export function scalarOf(
  primitive: string,
  format: string | undefined,
  style: Style,
): { scalar: Scalar; kept: boolean } {
  const formats = new Map(Object.entries(scalarsByFormat[primitive] ?? {}));
  const ignored = style === "documented" && undocumented.has(format ?? "");
  // In JSON, binary content is any string.
  const isPlain = style === "references" && primitive === "string" && format === "binary";
  const scalar = isPlain ? "string" : ignored ? undefined : formats.get(format ?? "");
  return { scalar: scalar ?? formats.get("") ?? "any", kept: scalar !== undefined };
}

/** The built-in type with the same kind of JSON values: a uuid is a string. */
export function plainScalar(scalar: Scalar): Scalar {
  return plainTexts.has(scalar) ? "string" : scalar;
}

const plainTexts: ReadonlySet<Scalar> = new Set(["time", "duration", "uuid", "uri", "email"]);

/** The validation keywords that apply to a type. */
export function constraintsOf(scalar: Scalar): readonly string[] {
  return constraints[scalar] ?? [];
}

const text = ["minLength", "maxLength", "pattern"];
const range = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const constraints: Readonly<Partial<Record<Scalar, readonly string[]>>> = {
  string: text,
  uuid: text,
  uri: text,
  email: text,
  integer: range,
  int32: range,
  long: range,
  number: range,
  float: range,
  decimal: range,
};

export const constraintsOfMaps: readonly string[] = ["minProperties", "maxProperties"];

/** The keywords that apply to a type of JSON Schema. */
export function keywordsOf(type: string): readonly string[] {
  return keywords[type] ?? [];
}

const keywords: Readonly<Record<string, readonly string[]>> = {
  string: ["format", "contentEncoding", "enum", ...text],
  integer: ["format", "enum", ...range],
  number: ["format", ...range],
  array: ["items", "minItems", "maxItems", "uniqueItems"],
  object: ["additionalProperties", "properties", ...constraintsOfMaps],
};
