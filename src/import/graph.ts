/** Traversals of the types of a schema. */
import type { Component } from "./library.js";
import { type Declaration, type Field, isDeclaration, type Schema, type TupleType, type Type } from "./schema.js";

/** The references of a schema and its inline types to components, with repetitions. */
export function* componentsIn({ type }: Pick<Schema, "type">): Iterable<Component> {
  if (type.kind === "component") yield type.component;
  if (type.kind === "model") yield* type.extends;
  if (type.kind === "union") yield* type.discriminator?.mapping.values() ?? [];
  for (const part of partsOf(type)) yield* componentsIn(part);
}

/** The schemas directly inside a type. */
export function partsOf(type: Schema["type"]): readonly Schema[] {
  switch (type.kind) {
    case "array":
      return [type.items];
    case "tuple":
      return type.items;
    case "map":
      return [type.values];
    case "union":
      return type.members;
    case "model": {
      const fields = type.fields.map((each) => each.schema);
      return typeof type.additionalFields === "object" ? [...fields, type.additionalFields] : fields;
    }
    default:
      return [];
  }
}

/** Replaces the schemas directly inside a type; `index` is their position. `made` is called with each new field. */
export function withParts(
  type: Type,
  change: (part: Schema, index: number) => Schema,
  made: (field: Field, changed: Field) => Field,
): Type {
  switch (type.kind) {
    case "array":
      return { ...type, items: change(type.items, 0) };
    case "tuple":
      return { ...type, items: type.items.map(change) };
    case "map":
      return { ...type, values: change(type.values, 0) };
    case "union":
      return { ...type, members: type.members.map(change) };
    case "model": {
      const { fields, additionalFields: rest } = type;
      return {
        ...type,
        fields: fields.map((each, index) => made(each, { ...each, schema: change(each.schema, index) })),
        additionalFields: typeof rest === "object" ? change(rest, fields.length) : rest,
      };
    }
    default:
      return type;
  }
}

/** Every type in a schema that gets a name, outer ones first. */
export function* declarationsIn({ type }: Schema): Iterable<Declaration> {
  if (isDeclaration(type)) yield type;
  for (const part of partsOf(type)) yield* declarationsIn(part);
}

/** Every tuple in a schema. */
export function* tuplesIn({ type }: Schema): Iterable<TupleType> {
  if (type.kind === "tuple") yield type;
  for (const part of partsOf(type)) yield* tuplesIn(part);
}
