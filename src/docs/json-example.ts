/** A JSON document that a class can read: the author's examples if they fit, otherwise made-up values. */
import { misfit } from "../spec/fits.js";
import { isRequired } from "../spec/fields.js";
import type { ArrayType, Definition, Enum, Field, MapType, Model, Slot, Type, Union } from "../spec/spec.js";
import { tagsOf, tagsOfMember } from "../spec/union-tags.js";
import { isJsonArray, isJsonObject, type Json } from "../text/json.js";
import { plainSamples, sampleOf } from "./samples.js";
import { withoutOther } from "./other-direction.js";

/** An example of a definition; undefined if there is none, as for an abstract model. */
export function exampleOf(definition: Definition): Json | undefined {
  if (definition.kind === "model" && definition.abstract) return undefined;
  return new Examples().definition(definition);
}

class Examples {
  /** The models and unions that enclose the value: a recursive one is not expanded again. */
  readonly #open = new Set<Definition>();

  definition(definition: Definition): Json | undefined {
    if (this.#open.has(definition)) return undefined;
    const type: Type = { kind: "reference", to: definition };
    const given = fitting(definition.examples, { type, nullable: false });
    if (given !== undefined) return given;
    this.#open.add(definition);
    const made = this.#made(definition);
    this.#open.delete(definition);
    return made;
  }

  #made(definition: Definition): Json | undefined {
    switch (definition.kind) {
      case "enum":
        return firstValue(definition);
      case "union":
        return this.#member(definition);
      case "model":
        return this.#model(definition);
    }
  }

  #model({ fields }: Model): Json | undefined {
    const values = new Map<string, Json>();
    for (const field of fields) {
      const value = this.#field(field);
      if (value !== undefined) values.set(field.name, value);
      else if (isRequired(field)) return undefined;
    }
    return values;
  }

  #field(field: Field): Json | undefined {
    const given = [...field.examples, ...(field.default === undefined ? [] : [field.default])];
    const shown = fitting(given, field) ?? field.tags?.[0] ?? this.#slot(field);
    return shown === undefined && isRequired(field) ? placeholder(field) : shown;
  }

  #slot({ type, nullable }: Slot): Json | undefined {
    return this.#value(type) ?? (nullable ? null : undefined);
  }

  #value(type: Type): Json | undefined {
    switch (type.kind) {
      case "scalar":
        return sampleOf(type);
      case "constant":
        return type.value;
      case "array":
        return this.#array(type);
      case "tuple": {
        const items = type.items.map((item) => this.#slot(item));
        return items.every((item) => item !== undefined) ? items : undefined;
      }
      case "map":
        return this.#map(type);
      case "reference":
        return this.definition(type.to);
    }
  }

  #array({ items, constraints }: ArrayType): Json | undefined {
    const { minItems = 0, maxItems = 1, uniqueItems = false } = constraints;
    const item = maxItems === 0 ? undefined : this.#slot(items);
    const length = item === undefined ? 0 : Math.max(minItems, 1);
    if (length < minItems || length > mostItems || (uniqueItems && length > 1)) return undefined;
    return Array.from({ length }, () => item as Json);
  }

  #map(type: MapType): Json | undefined {
    const { minProperties = 0, maxProperties = 1 } = type.constraints;
    const value = maxProperties === 0 ? undefined : this.#slot(type.values);
    const keys = value === undefined ? [] : keysOf(type, Math.max(minProperties, 1));
    if (keys.length < minProperties || keys.length > mostItems) return undefined;
    return new Map(keys.map((key) => [key, value as Json]));
  }

  /** The first member with an example, with its tag. */
  #member(union: Union): Json | undefined {
    const tags = tagsOf(union);
    for (const { type } of union.members) {
      const value = this.#value(type);
      if (value === undefined) continue;
      const [tag, ...others] = tagsOfMember(tags, type);
      if (tags === undefined || tag === undefined || !isJsonObject(value)) return value;
      // A union among the members has set the tag already.
      if (others.includes(String(value.get(tags.field)))) return value;
      const typed = tags.kind === "integer" ? BigInt(tag) : tags.kind === "boolean" ? tag === "true" : tag;
      return new Map([...value, [tags.field, typed]]);
    }
    return undefined;
  }
}

/** The first of the values that fits, without the fields that its type has only in the other direction. */
function fitting(values: readonly Json[], slot: Slot): Json | undefined {
  for (const each of values) {
    const value = withoutOther(each, slot.type);
    if (value !== undefined && misfit(value, slot) === undefined) return value;
  }
  return undefined;
}

/** The longest list and map that are shown; a field that requires more has no example. */
const mostItems = 5;

/** The value of a required field if none was found that meets its constraints: one that can still be read. */
function placeholder({ type }: Slot): Json | undefined {
  if (type.kind === "scalar") return plainSamples[type.scalar];
  return type.kind === "array" ? [] : type.kind === "map" ? new Map() : undefined;
}

/** The key of an entry in an example. */
export function keyOf(type: MapType): string {
  return keysOf(type, 1)[0] ?? "key";
}

/** The keys of an example, fewer if an enum does not have so many values. */
function keysOf({ keys }: MapType, count: number): readonly string[] {
  if (keys !== undefined) return shownValues(keys).slice(0, count).map(String);
  return Array.from({ length: Math.min(count, mostItems + 1) }, (_, at) => (at === 0 ? "key" : `key${at + 1}`));
}

function firstValue(definition: Enum): Json | undefined {
  return shownValues(definition)[0];
}

/** The values of an enum, those that are not deprecated first. */
function shownValues({ values }: Enum): readonly Enum["values"][number]["value"][] {
  const [current, old] = [values.filter((each) => !each.deprecated), values.filter((each) => each.deprecated)];
  return [...current, ...old].map(({ value }) => value);
}

/** Indented by two spaces. */
export function jsonText(value: Json, indent = ""): string {
  const inner = `${indent}  `;
  if (isJsonArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((each) => inner + jsonText(each, inner)).join(",\n")}\n${indent}]`;
  }
  if (isJsonObject(value)) {
    if (value.size === 0) return "{}";
    const lines = Array.from(value, ([key, each]) => `${inner}${JSON.stringify(key)}: ${jsonText(each, inner)}`);
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
