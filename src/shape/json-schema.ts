/** Converts a shape to a JSON Schema, with which editors complete and check. */
import { isDigits } from "./kinds.js";
import type { Key, RecordShape, Shape, VariantShape } from "./shape.js";

/** JSON Schema draft-07, which the YAML language servers of editors support best. */
export interface JsonSchema {
  readonly [keyword: string]: JsonSchemaValue;
}
type JsonSchemaValue = string | number | boolean | JsonSchema | readonly JsonSchemaValue[];

/** The schema of a document whose root has this shape. */
export function jsonSchema(root: RecordShape, title: string): JsonSchema {
  const writer = new SchemaWriter();
  const schema = writer.object(root);
  return { $schema: "http://json-schema.org/draft-07/schema#", title, ...schema, definitions: writer.definitions() };
}

class SchemaWriter {
  readonly #names = new Map<RecordShape, string>();
  readonly #schemas = new Map<string, JsonSchema>();

  definitions(): JsonSchema {
    const names = [...this.#schemas.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, this.#schemas.get(name)!]));
  }

  object(shape: RecordShape): JsonSchema {
    const properties = Object.entries(shape.keys).map(([name, key]) => [name, this.#property(key, shape.partial)]);
    return {
      description: shape.doc,
      type: "object",
      properties: Object.fromEntries(properties) as JsonSchema,
      additionalProperties: false,
      ...(shape.required.length === 0 ? {} : { required: shape.required }),
      ...combinations(shape),
    };
  }

  #property({ shape, doc }: Key<unknown>, mayBeNull: boolean): JsonSchema {
    const schema = this.#schema(shape);
    return {
      description: doc,
      ...(mayBeNull && shape.kind !== "any" ? { anyOf: [schema, { type: "null" }] } : schema),
    };
  }

  #schema(shape: Shape<unknown>): JsonSchema {
    switch (shape.kind) {
      case "text":
        if (shape.values?.every(isDigits) === true) return { enum: [...shape.values.map(Number), ...shape.values] };
        return { type: "string", ...(shape.values && { enum: shape.values }), ...patternOf(shape.pattern?.regexp) };
      case "syntax": {
        const string = { type: "string", ...patternOf(shape.pattern) };
        return shape.suggestions === undefined ? string : { anyOf: [{ enum: shape.suggestions }, string] };
      }
      case "flag":
        return { type: "boolean" };
      case "number": {
        const { whole, kind: _, ...bounds } = shape;
        return { type: whole === true ? "integer" : "number", ...bounds };
      }
      case "scalar":
        return { type: shape.of.map((kind) => scalarTypes[kind]) };
      case "any":
        return {};
      case "list":
        return {
          type: "array",
          items: this.#schema(shape.items),
          ...(shape.notEmpty === true && { minItems: 1 }),
          ...(shape.unique === true && { uniqueItems: true }),
        };
      case "dictionary":
        return {
          type: "object",
          additionalProperties: this.#schema(shape.values),
          ...(shape.keys && { propertyNames: patternOf(shape.keys.regexp) }),
          ...(shape.notEmpty === true && { minProperties: 1 }),
        };
      case "record":
        return this.#reference(shape, shape.name);
      case "either":
        return { anyOf: shape.options.map((option) => this.#schema(option)) };
      case "variant":
        return this.#variant(shape);
      case "lazy":
        return this.#schema(shape.shape());
    }
  }

  #variant({ name, variants }: VariantShape): JsonSchema {
    return { anyOf: Object.entries(variants).map(([id, shape]) => this.#reference(shape, `${id} ${name}`)) };
  }

  #reference(shape: RecordShape, title: string): JsonSchema {
    const known = this.#names.get(shape);
    const name = known ?? title.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase());
    if (known === undefined) {
      this.#names.set(shape, name);
      this.#schemas.set(name, {});
      this.#schemas.set(name, this.#withShortForm(shape));
    }
    return { $ref: `#/definitions/${name}` };
  }

  #withShortForm(shape: RecordShape): JsonSchema {
    const { description, ...object } = this.object(shape) as { readonly description: string } & JsonSchema;
    if (shape.short === undefined) return { description, ...object };
    return { description, anyOf: [this.#schema(shape.keys[shape.short]!.shape), object] };
  }
}

const scalarTypes = { text: "string", flag: "boolean", whole: "integer", number: "number", null: "null" } as const;

function patternOf(pattern: RegExp | undefined): JsonSchema {
  return pattern === undefined ? {} : { pattern: pattern.source };
}

function combinations({ rules }: RecordShape): JsonSchema {
  const pairs = new Map((rules.exclusive ?? []).flatMap(pairsOf).map((pair) => [pair.join(), pair]));
  const allOf = [...pairs.values()].map((required) => ({ not: { required } }));
  const dependencies = Object.entries(rules.needs ?? {}).map(([key, needed]) => [key, [needed]] as const);
  return {
    ...(allOf.length === 0 ? {} : { allOf }),
    ...Object.fromEntries(
      Object.entries(rules.instead ?? {}).map(([key, others]) => [
        "anyOf",
        [{ required: [key] }, { required: others }],
      ]),
    ),
    ...(dependencies.length === 0 ? {} : { dependencies: Object.fromEntries(dependencies) }),
  };
}

function pairsOf(keys: readonly string[]): readonly (readonly [string, string])[] {
  return keys.flatMap((first, index) => keys.slice(index + 1).map((second) => [first, second] as const));
}
