/** Specs in a few lines, for tests. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { isJsonArray, isJsonObject, type Json } from "../../src/text/json.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";
import type { Definition, Field, Slot, Spec, Type } from "../../src/spec/spec.js";

export interface Options {
  readonly versions?: readonly string[];
  readonly version?: string;
  readonly inlineNames?: "qualified" | "short";
}

/** Checks one file or several, by path. */
export function check(texts: string | Readonly<Record<string, string>>, { versions = [] }: Options = {}) {
  const files = typeof texts === "string" ? { "spec.yaml": texts } : texts;
  const parsed = Object.entries(files).map(([path, text]) => parseSpecFile({ path, text }));
  return checkSpec(parsed, { versions }, ["typescript", "ruby", "java"]);
}

/** The spec of files without errors. */
export function resolve(texts: string | Readonly<Record<string, string>>, options: Options = {}): Spec {
  const { value, diagnostics } = check(texts, options);
  if (value === undefined || hasErrors(diagnostics)) throw new Error(messages(diagnostics).join("\n"));
  return value({
    version: options.version ?? options.versions?.at(-1),
    inlineNames: options.inlineNames ?? "qualified",
  });
}

export function messages(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

/** Every definition on a line, `name: type` for a field, `!` for required, `?` for nullable. */
export function show(texts: string | Readonly<Record<string, string>>, options: Options = {}): readonly string[] {
  return resolve(texts, options).definitions.map(showDefinition);
}

export function definition(spec: Spec, name: string): Definition {
  const found = spec.definitions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${spec.definitions.map((each) => each.name).join(", ")}`);
  return found;
}

export function field(spec: Spec, model: string, name: string): Field {
  const found = definition(spec, model);
  const field = found.kind === "model" ? found.fields.find((each) => each.name === name) : undefined;
  if (field === undefined) throw new Error(`no ${model}.${name}`);
  return field;
}

export function showSlot({ type, nullable }: Slot): string {
  return showType(type) + (nullable ? "?" : "");
}

function showDefinition(definition: Definition): string {
  switch (definition.kind) {
    case "enum":
      return `enum ${definition.name} = ${definition.values.map(({ value }) => String(value)).join(" | ")}${definition.open ? " | …" : ""}`;
    case "union": {
      const { name, members, discriminator } = definition;
      const mapping = [...(discriminator?.mapping ?? [])]
        .map(([value, model]) => `${value} → ${model.name}`)
        .join(", ");
      const by = discriminator === undefined ? "" : ` by ${discriminator.field} (${mapping})`;
      return `union ${name} = ${members.map(({ type }) => showType(type)).join(" | ")}${by}`;
    }
    case "model": {
      const { abstract, name, extends: bases, fields, additionalFields: more, saysKeep } = definition;
      const heading = `${abstract ? "abstract " : ""}model ${name}${bases.length > 0 ? ` extends ${bases.map((base) => base.name).join(", ")}` : ""}`;
      const kept = saysKeep ? ["others"] : [];
      const rest = more === "keep" ? kept : [more === "reject" ? "no others" : `others: ${showSlot(more)}`];
      return `${heading} { ${[...fields.map(showField), ...rest].join(", ")} }`;
    }
  }
}

function showField(field: Field): string {
  const marks = `${field.required ? "!" : ""}${field.readOnly ? " readOnly" : ""}${field.writeOnly ? " writeOnly" : ""}`;
  const standard = field.default === undefined ? "" : ` = ${showJson(field.default)}`;
  return `${field.name}${marks}: ${showSlot(field)}${standard}`;
}

function showType(type: Type): string {
  switch (type.kind) {
    case "scalar":
      return type.scalar + (Object.keys(type.constraints).length > 0 ? showConstraints(type.constraints) : "");
    case "constant":
      return showJson(type.value);
    case "array":
      return `[${showSlot(type.items)}]${Object.keys(type.constraints).length > 0 ? showConstraints(type.constraints) : ""}`;
    case "tuple":
      return `tuple(${type.items.map(showSlot).join(", ")})`;
    case "map":
      return `map<${type.keys === undefined ? "" : `${type.keys.name}, `}${showSlot(type.values)}>`;
    case "reference":
      return type.to.name;
  }
}

function showConstraints(constraints: object): string {
  return `(${Object.entries(constraints)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ")})`;
}

function showJson(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(showJson).join(", ")}]`;
  if (isJsonObject(value)) return `{${[...value].map(([key, each]) => `${key}: ${showJson(each)}`).join(", ")}}`;
  return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}
