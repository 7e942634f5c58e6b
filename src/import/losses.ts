/** The keywords that a spec cannot express. */
import { formattedString } from "../diagnostics/codes/consequences.js";
import { textTitles } from "../spec/text-formats.js";
import { enumKeys, unknownValues } from "./enum-reader.js";
import { bounds } from "./constraints.js";
import type { Findings } from "./findings.js";
import { annotations } from "./notes.js";
import { constraintsOf, constraintsOfMaps } from "./scalars.js";
import type { Schema, Type } from "./schema.js";
import { otherValues, type View } from "./view.js";

/** Keywords that are read for every type, or do not restrict values. */
const common: ReadonlySet<string> = new Set([
  ...annotations,
  "type",
  "nullable",
  "x-nullable",
  "$schema",
  "$id",
  "$comment",
  "$defs",
  "definitions",
]);

const byKind: Readonly<Record<Type["kind"], readonly string[]>> = {
  scalar: ["format", "contentEncoding", "enum", "const"],
  constant: ["const", "enum", "format"],
  enum: [...enumKeys, "format"],
  array: ["items", unknownValues, "minItems", "maxItems", "uniqueItems"],
  tuple: ["prefixItems", "items", "additionalItems", "minItems", "maxItems"],
  map: ["additionalProperties", ...constraintsOfMaps],
  model: ["additionalProperties"],
  union: ["oneOf", "anyOf", "discriminator"],
  component: [],
};

/** All keywords that a spec can express, whatever else a schema has. */
const expressible: ReadonlySet<string> = new Set([
  ...Object.entries(byKind).flatMap(([kind, keywords]) => (kind === "tuple" ? [] : keywords)),
  ...constraintsOf("string"),
  ...constraintsOf("number"),
]);

const nouns: Readonly<Record<Type["kind"], string>> = {
  scalar: "a single value",
  constant: "a constant",
  enum: "an enum",
  array: "an array",
  tuple: "a tuple",
  map: "a map",
  model: "a model",
  union: "a union",
  component: "a reference",
};

/** Reports the keywords that are dropped from a type. */
export function reportLosses(view: View, type: Type, findings: Findings): void {
  const noun = isAny(type) ? "a value of any type" : nouns[type.kind];
  if (type.kind !== "model" && type.kind !== "component") reportFieldLosses(view, noun, findings);
  const read = type.kind === "scalar" ? [...byKind.scalar, ...constraintsOf(type.scalar)] : byKind[type.kind];
  for (const [key, place] of view.keys) {
    if (common.has(key)) continue;
    if (read.includes(key)) {
      if (!isSettled(key, type)) reportOthers(view, key, findings);
      continue;
    }
    const ofText = isFormatted(type) && constraintsOf("string").includes(key) ? formattedString : noun;
    for (const each of [place, ...otherValues(view, key)]) {
      if (expressible.has(key)) findings.loss("keywordOf", each, { keyword: key, noun: ofText });
      else findings.loss("keyword", each, { keyword: key });
    }
  }
}

function isAny(type: Type): boolean {
  return type.kind === "scalar" && type.scalar === "any";
}

/** Whether JSON has a string of some form. */
function isFormatted(type: Type): boolean {
  return type.kind === "scalar" && (type.scalar === "decimal" || textTitles[type.scalar] !== undefined);
}

/** Whether a type has the combination of several keywords of the same name. */
function isSettled(key: string, { kind }: Type): boolean {
  return key === "enum" ? kind === "enum" : bounds.has(key);
}

/** Reports keywords in an `allOf` that a later part overrides. */
export function reportOthers(view: View, key: string, findings: Findings): void {
  for (const each of otherValues(view, key)) findings.loss("repeated", each, { keyword: key });
}

/** Keywords about properties, for a type without properties. */
function reportFieldLosses({ properties, required }: View, noun: string, findings: Findings): void {
  for (const place of [...properties.values()].flat())
    findings.loss("keywordOf", place, { keyword: "properties", noun });
  for (const place of required.values()) findings.loss("keywordOf", place, { keyword: "required", noun });
}

/** Reports keywords that only a property can have, on a schema that is not a property. */
export function reportPropertyLosses({ default: value, readOnly, writeOnly, place }: Schema, findings: Findings): void {
  if (value !== undefined) findings.loss("notOfProperty", value, { keyword: "default" });
  for (const [key, isSet] of Object.entries({ readOnly, writeOnly })) {
    if (isSet) findings.loss("notOfProperty", place.get(key) ?? place, { keyword: key });
  }
}
