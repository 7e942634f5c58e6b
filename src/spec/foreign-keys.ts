/** What authors who know OpenAPI, Swagger or JSON Schema write in a spec, and how to write it here. */
import { hint } from "../diagnostics/asides.js";
import type { Foreign } from "../shape/shape.js";
import { type Node, toJson } from "../text/tree.js";
import { type Scalar, scalars } from "./spec.js";

/** For types, models, fields and members of unions. */
export function foreignTypeKey(key: string, value: Node): Foreign | undefined {
  const read = Object.hasOwn(typeKeys, key) ? typeKeys[key] : undefined;
  if (read !== undefined) return read(value);
  if (key.startsWith("x-")) return { hint: hint("extension") };
  return unsupported.has(key) ? { hint: hint("unsupported") } : undefined;
}

/** For models, of which nothing says whether a field holds them. */
export function foreignModelKey(key: string, value: Node): Foreign | undefined {
  const isOfFields = fieldKeys.has(key) && !(key === "required" && value.kind === "sequence");
  return isOfFields ? { hint: hint("inFields", { key }) } : foreignTypeKey(key, value);
}

/** For discriminators. */
export function foreignDiscriminatorKey(key: string, value: Node): Foreign | undefined {
  return key === "propertyName" ? write(`field: ${textOf(value) ?? "…"}`, "field") : undefined;
}

/** For spec files. */
export function foreignFileKey(key: string): Foreign | undefined {
  return ["$defs", "definitions", "schemas"].includes(key) ? write("models:", "models") : undefined;
}

/** The name at the end of a reference: `Pet` for `#/components/schemas/Pet` and for `pets/Pet.yaml`. */
export function referencedName(reference: string): string {
  const last = reference.replace(/\/+$/, "").split(/[/#]/).at(-1) ?? "";
  return last
    .replace(/\.(?:ya?ml|json)$/, "")
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

type Reader = (value: Node) => Foreign | undefined;

const typeKeys: Readonly<Record<string, Reader>> = {
  properties: () => write("fields:", "fields"),
  anyOf: () => write("oneOf:", "oneOf"),
  $ref: (value) => write(`type: ${referencedName(textOf(value) ?? "…")}`),
  allOf: (value) => write(composition(value)),
  format: (value) => formatHint(textOf(value) ?? ""),
  optional: (value) => (isTrue(value) ? { hint: hint("optional") } : write("required: true")),
  required: (value) =>
    value.kind === "sequence" ? { hint: hint("requiredFields", { names: names(value).join(", ") }) } : undefined,
  type: (value) => (value.kind === "sequence" ? write(alternatives(value)) : undefined),
  items: (value) => (value.kind === "sequence" ? tuple(value) : undefined),
  prefixItems: (value) => tuple(value),
  values: (value) => (value.kind === "sequence" ? write(`enum: ${list(names(value))}`, "enum") : undefined),
  enum: (value) =>
    value.kind === "mapping" ? write(`enum: ${list(value.entries.map((each) => each.key))}`) : undefined,
  extends: (value) => listOf("extends", value),
  pick: (value) => listOf("pick", value),
  omit: (value) => listOf("omit", value),
  title: () => ({ hint: hint("title") }),
  $comment: () => ({ hint: hint("title") }),
};

/** What fields have and models do not. */
const fieldKeys: ReadonlySet<string> = new Set(["required", "optional", "default", "readOnly", "writeOnly", "rename"]);

/** Keywords of JSON Schema and OpenAPI that a spec cannot express. */
const unsupported: ReadonlySet<string> = new Set(
  `not if then else $schema $id $anchor $dynamicRef $dynamicAnchor $vocabulary $defs definitions contains minContains
  maxContains additionalItems patternProperties propertyNames dependentRequired
  dependentSchemas dependencies unevaluatedItems unevaluatedProperties contentEncoding contentMediaType contentSchema
  xml collectionFormat`.split(/\s+/),
);

function write(text: string, as?: string): Foreign {
  return { hint: hint("writeText", { text }), ...(as !== undefined && { as }) };
}

function listOf(key: string, value: Node): Foreign | undefined {
  const name = textOf(value);
  return name === undefined ? undefined : write(`${key}: [${name}]`);
}

function formatHint(format: string): Foreign {
  const scalar = scalarOfFormat(format);
  return scalar === undefined ? { hint: hint("format") } : write(`type: ${scalar}`);
}

function scalarOfFormat(format: string): Scalar | undefined {
  return (scalars as readonly string[]).includes(format) ? (format as Scalar) : formats.get(format);
}

/** Formats with another name than the built-in type. */
const formats: ReadonlyMap<string, Scalar> = new Map([
  ["int64", "long"],
  ["double", "number"],
  ["byte", "bytes"],
  ["binary", "bytes"],
  ["base64", "bytes"],
  ["url", "uri"],
]);

/** `type: string?` for `[string, "null"]`, `oneOf: [string, integer]` for several types. */
function alternatives(value: Node): string {
  const types = names(value);
  const others = types.filter((type) => type !== "null");
  const isNullable = others.length < types.length;
  return others.length === 1 ? `type: ${others[0]}${isNullable ? "?" : ""}` : `oneOf: ${list(types)}`;
}

function tuple(value: Node): Foreign {
  const items = value.kind === "sequence" ? value.items : [];
  const isSimple = items.length > 0 && items.every(({ kind }) => kind === "scalar");
  return write(isSimple ? `tuple: ${list(names(value))}` : "tuple:", "tuple");
}

function composition(value: Node): string {
  const items = value.kind === "sequence" ? value.items : [];
  const references = items.flatMap((item) => {
    const entry = item.kind === "mapping" ? item.entries.find(({ key }) => key === "$ref") : undefined;
    return entry === undefined ? [] : referencedName(textOf(entry.value) ?? "");
  });
  if (references.length === 0) return "fields:";
  return items.length === 1 ? `type: ${references[0]}` : `extends: ${list(references)}`;
}

function names(value: Node): readonly string[] {
  return value.kind === "sequence" ? value.items.map((item) => String(toJson(item))) : [];
}

function list(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

function textOf(value: Node): string | undefined {
  return value.kind === "scalar" && value.value !== null ? String(value.value) : undefined;
}

function isTrue(value: Node): boolean {
  return value.kind === "scalar" && value.value === true;
}
