/** The built-in type of a spec for a `type` and `format`. */
import { otherForms, type Scalar } from "../spec/spec.js";
import type { Style } from "./schema.js";
import type { View } from "./view.js";
import { wholeScalar } from "./whole-numbers.js";

type Formats = Readonly<Record<string, Readonly<Record<string, Scalar>>>>;

/** The formats of a primitive JSON type that the documented family knows (format §5); "" is any other format. */
const documentedFormats = {
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
    binary: "bytes",
  },
  integer: { "": "integer", integer: "integer", int32: "int32", int64: "long" },
  number: { "": "number", number: "number", double: "number", float: "float" },
  boolean: { "": "boolean", boolean: "boolean" },
} as const satisfies Formats;

/** Seconds since 1970: the name in the OpenAPI format registry, and the one in widespread use. */
const epoch = { unixtime: "date-time as epoch-seconds", "unix-time": "date-time as epoch-seconds" } as const;

/** All formats that a spec has types for. */
const allFormats: Formats = {
  string: {
    ...documentedFormats.string,
    // In JSON, it is any string.
    binary: "string",
    byte: "bytes",
    base64: "bytes",
    decimal: "decimal",
    int64: "long as string",
    uint64: "decimal",
    "date-time-local": "local-date-time",
    "time-local": "time",
  },
  integer: { ...documentedFormats.integer, ...epoch },
  number: { ...documentedFormats.number, decimal: "decimal as number", ...epoch },
  boolean: documentedFormats.boolean,
};

export const primitives: readonly string[] = Object.keys(allFormats);

/**
 * The built-in type for a primitive JSON type, and whether it represents the format. What JSON holds in another form than
 * programs has no constraints of that form: with some, it stays a string or number.
 */
export function scalarOf(primitive: string, view: View, style: Style): { scalar: Scalar; kept: boolean } {
  const all: Formats = style === "documented" ? documentedFormats : allFormats;
  const formats = new Map(Object.entries(all[primitive] ?? {}));
  const plain = formats.get("") ?? "any";
  const found = formats.get(formatIn(view, primitive));
  const isHeld = found !== undefined && !(convertedForms.has(found) && isConstrained(view, constraintsOf(plain)));
  const scalar = isHeld ? found : plain;
  return { scalar: style === "documented" ? scalar : wholeScalar(scalar, view), kept: isHeld };
}

const convertedForms: ReadonlySet<Scalar> = new Set(otherForms.filter((form) => form !== "decimal as number"));

function isConstrained({ keys }: View, constraints: readonly string[]): boolean {
  return constraints.some((key) => keys.has(key));
}

function formatIn({ keys }: View, primitive: string): string {
  const isEncoded = primitive === "string" && keys.get("contentEncoding")?.text === "base64";
  return keys.get("format")?.text ?? (isEncoded ? "base64" : "");
}

/** The built-in type with the same kind of JSON values: a uuid is a string. */
export function plainScalar(scalar: Scalar): Scalar {
  return plainTexts.has(scalar) ? "string" : scalar;
}

/** The same for types whose JSON has the same meaning, in whatever form a program writes it. */
export function scalarSignature(scalar: Scalar): string {
  return scalar === "decimal as number" ? "decimal" : plainScalar(scalar);
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
  "decimal as number": range,
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
