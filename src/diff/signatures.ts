/** Types and definitions as strings: equal strings mean the same JSON documents. */
import { foldType } from "../spec/fold.js";
import type { Constraints, Definition, Field, Model, Slot, Type } from "../spec/spec.js";
import { tagsOf } from "../spec/union-tags.js";

export class Signatures {
  readonly #known = new Map<Definition, string>();

  /** @param idOf the same string for a declared definition in both specs */
  constructor(private readonly idOf: (definition: Definition) => string) {}

  /** A type and its constraints; an inline type is what it contains, so that its name does not matter. */
  type(type: Type): string {
    return foldType(type, {
      scalar: ({ scalar, constraints }) => `${scalar}${limits(constraints)}`,
      constant: ({ value }) => `=${typeof value}:${String(value)}`,
      array: (items, { items: { nullable }, constraints }) => `[${items}${mark(nullable)}]${limits(constraints)}`,
      tuple: (types, { items }) => `(${types.map((each, at) => `${each}${mark(items[at]!.nullable)}`).join()})`,
      map: (values, { keys, values: { nullable }, constraints }) =>
        `{${keys === undefined ? "" : this.definition(keys)}:${values}${mark(nullable)}}${limits(constraints)}`,
      reference: (to) => (to.owner === undefined ? this.idOf(to) : this.definition(to)),
    });
  }

  slot({ type, nullable }: Slot): string {
    return this.type(type) + mark(nullable);
  }

  /** All of a field but its name and documentation. */
  field({ type, nullable, required, default: given, readOnly, writeOnly }: Field): string {
    return `${this.type(type)} ${JSON.stringify([nullable, required, readOnly, writeOnly])} ${valueText(given)}`;
  }

  /** What a definition contains. */
  definition(definition: Definition): string {
    const known = this.#known.get(definition);
    if (known !== undefined) return known;
    this.#known.set(definition, this.idOf(definition));
    const signature = this.#contents(definition);
    this.#known.set(definition, signature);
    return signature;
  }

  #contents(definition: Definition): string {
    switch (definition.kind) {
      case "enum":
        return `enum ${definition.base} ${definition.open} ${definition.values.map(({ value }) => `${typeof value}:${value}`).join("|")}`;
      case "union": {
        const { field, kind, members = [] } = tagsOf(definition) ?? {};
        const types = definition.members.map(({ type }) => this.type(type));
        return `union ${JSON.stringify([field, kind, members.map(([tag]) => tag)])} (${types.join("|")})`;
      }
      case "model":
        return `model ${this.#others(definition)} ${definition.fields.map((field) => `${JSON.stringify(field.name)} ${this.field(field)}`).join(";")}`;
    }
  }

  #others({ additionalFields }: Model): string {
    return typeof additionalFields === "string" ? additionalFields : this.slot(additionalFields);
  }
}

/** The fields, values or members of a definition, each with its name and type. */
export function partsOf(definition: Definition, signatures: Signatures): ReadonlySet<string> {
  switch (definition.kind) {
    case "enum":
      return new Set(definition.values.map(({ value }) => `${typeof value}:${value}`));
    case "union":
      return new Set(definition.members.map(({ type }) => signatures.type(type)));
    case "model":
      return new Set(
        definition.fields.map(({ name, type }) => {
          const isItself = type.kind === "reference" && type.to === definition;
          return `${JSON.stringify(name)} ${isItself ? "itself" : signatures.type(type)}`;
        }),
      );
  }
}

function limits(constraints: Constraints): string {
  const given = Object.entries(constraints).filter(([, value]) => value !== undefined && value !== false);
  return given.length === 0 ? "" : `<${given.map(([name, value]) => `${name}=${String(value)}`).join()}>`;
}

function mark(nullable: boolean): string {
  return nullable ? "?" : "";
}

/** A JSON value as a string; different strings for different values, but not for another order of keys. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join()}]`;
  if (value instanceof Map) {
    const entries = [...value].map(([key, each]) => `${JSON.stringify(key)}:${valueText(each)}`);
    return `{${entries.sort().join()}}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : Object.is(value, -0) ? "-0" : String(value);
}
