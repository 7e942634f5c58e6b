/** The OpenAPI schemas in Java classes (`openapi: schemas`): JSON equivalent to the spec. */
import { expect, test } from "vitest";
import { javaOfSpec } from "../run/java/tree.js";

/** The schema of each class: the concatenated constants of its annotation. */
async function schemasOf(spec: string): Promise<Readonly<Record<string, unknown>>> {
  const files = (await javaOfSpec(spec, "shop", "openapi: schemas")) ?? [];
  const schemas = files.flatMap(({ path, text }) => {
    const annotation = /^@OpenApiSchema\((.*?)^@/ms.exec(text)?.[1];
    if (annotation === undefined) return [];
    const [value = ""] = annotation.split(/\buses = /);
    const literals = [...value.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal) as string);
    expect(Math.max(...literals.map(({ length }) => length))).toBeLessThan(65_535 / 3 + 1);
    return [[/(\w+)\.java$/.exec(path)![1]!, JSON.parse(literals.join("")) as unknown] as const];
  });
  return Object.fromEntries(schemas);
}

test("types, nullable and required fields, defaults and constants", async () => {
  const { Person } = await schemasOf(`
models:
  Person:
    fields:
      "2": { type: string, required: true, minLength: 1, pattern: '^"\\d' }
      "1": { type: long?, default: 9007199254740993, writeOnly: true }
      __proto__: { const: x, nullable: true }
      list: { type: array, items: { type: bytes, nullable: true }, default: [null] }
      map: { type: map<date>, default: { a: 2024-01-01 } }
      more: Person?
`);
  expect(Person).toEqual({
    type: "object",
    required: ["2"],
    properties: {
      2: { type: "string", minLength: 1, pattern: '^"\\d' },
      1: { type: ["integer", "null"], format: "int64", default: Number("9007199254740993"), writeOnly: true },
      ["__proto__"]: { type: ["string", "null"], enum: ["x", null] },
      list: { type: "array", items: { type: ["string", "null"], format: "byte" }, default: [null] },
      map: { type: "object", additionalProperties: { type: "string", format: "date" }, default: { a: "2024-01-01" } },
      more: { anyOf: [{ $ref: "#/components/schemas/Person" }, { type: "null" }] },
    },
  });
});

test("unions, enums and additional fields", async () => {
  const schemas = await schemasOf(`
models:
  Cat: { fields: { kind: { const: cat, required: true } }, additionalProperties: false }
  Dog: { fields: { kind: { const: dog, required: true } }, additionalProperties: { type: number, nullable: true } }
  Pet: { description: A pet, oneOf: [Cat, Dog] }
  Any: { oneOf: [string, Pet] }
  Level: { enum: [1, 2] }
  Size: { enum: [small], open: true, deprecated: true }
`);
  expect(schemas).toMatchObject({
    Cat: { additionalProperties: false },
    Dog: { additionalProperties: { type: ["number", "null"], format: "double" } },
    Pet: {
      description: "A pet",
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
      },
    },
    Any: { anyOf: [{ type: "string" }, { $ref: "#/components/schemas/Pet" }] },
    Level: { type: "integer", enum: [1, 2] },
    Size: { anyOf: [{ type: "string", enum: ["small"] }, { type: "string" }], deprecated: true },
  });
});

test("a description longer than a Java constant can be", async () => {
  const description = 'a "b" \\ c '.repeat(5000).trim();
  const { Long } = await schemasOf(JSON.stringify({ models: { Long: { description, fields: {} } } }));
  expect(Long).toEqual({ type: "object", description });
});
