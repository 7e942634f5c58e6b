/** A JSON document that a class reads: the author's examples where they fit, else values made up. */
import { misfit } from "../spec/fits.js";
import { isRequired } from "../spec/fields.js";
import type { Definition, Enum, Field, Model, Scalar, Slot, Type, Union } from "../spec/spec.js";
import { tagsOf } from "../spec/union-tags.js";
import { isJsonArray, isJsonObject, type Json } from "../text/json.js";

const samples: Readonly<Record<Scalar, Json>> = {
  string: "text",
  boolean: true,
  any: "anything",
  integer: 1,
  int32: 1,
  long: 1,
  number: 1.5,
  float: 1.5,
  decimal: "12.50",
  date: "2024-02-29",
  "date-time": "2024-02-29T12:30:00Z",
  time: "12:30:00Z",
  duration: "P1D",
  uuid: "2f1c4a54-8a0f-4f2a-9d3c-6f1d0a1b2c3d",
  uri: "https://example.com",
  email: "ada@example.com",
  bytes: "aGVsbG8=",
};

/** An example of a definition; undefined where it has none, such as an abstract model. */
export function exampleOf(definition: Definition): Json | undefined {
  if (definition.kind === "model" && definition.abstract) return undefined;
  return new Examples().definition(definition);
}

class Examples {
  /** The models and unions that are being shown: one inside itself is shown no further. */
  readonly #open = new Set<Definition>();

  definition(definition: Definition): Json | undefined {
    if (this.#open.has(definition)) return undefined;
    const type: Type = { kind: "reference", to: definition };
    const given = definition.examples.find((each) => misfit(each, { type, nullable: false }) === undefined);
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
    const fitting = given.find((each) => misfit(each, field) === undefined);
    return fitting ?? this.#slot(field);
  }

  #slot({ type, nullable }: Slot): Json | undefined {
    return this.#value(type) ?? (nullable ? null : undefined);
  }

  #value(type: Type): Json | undefined {
    switch (type.kind) {
      case "scalar":
        return samples[type.scalar];
      case "constant":
        return type.value;
      case "array": {
        const item = this.#slot(type.items);
        return item === undefined ? [] : [item];
      }
      case "map": {
        const value = this.#slot(type.values);
        return new Map(value === undefined ? [] : [["key", value]]);
      }
      case "reference":
        return this.definition(type.to);
    }
  }

  /** The first member that can be shown, with its tag. */
  #member(union: Union): Json | undefined {
    const tags = tagsOf(union);
    for (const { type } of union.members) {
      const value = this.#value(type);
      if (value === undefined) continue;
      const tag = tags?.models.find(([, model]) => type.kind === "reference" && type.to === model)?.[0];
      if (tags === undefined || tag === undefined || !isJsonObject(value)) return value;
      const typed = tags.kind === "integer" ? BigInt(tag) : tags.kind === "boolean" ? tag === "true" : tag;
      return new Map([...value, [tags.field, typed]]);
    }
    return undefined;
  }
}

function firstValue({ values }: Enum): Json | undefined {
  return values.find(({ deprecated }) => deprecated === undefined)?.value ?? values[0]?.value;
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
