/** A spot that cannot be understood is one warning, with --strict one error, and never costs the rest of the document. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { importOpenApi } from "../../src/import/import.js";
import { reportsOf } from "./spec-errors.js";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function imported(api: Json, strict = false) {
  return importOpenApi([{ path: "api.json", text: JSON.stringify(api) }], { strict });
}

function apiOf(schemas: Json): Json {
  return { openapi: "3.1.0", paths: {}, components: { schemas } };
}

const Fine = { type: "object", required: ["id"], properties: { id: { type: "string" } } };

/** The field `a` of the model `A` in the spec. */
function fieldOf(field: Json): { readonly type: string; readonly codes: readonly string[] } {
  const { value = [], diagnostics } = imported(apiOf({ A: { type: "object", properties: { a: field } }, Fine }));
  const text = value.map(({ path, text }) => (path === "a.yaml" ? text : "")).join("");
  expect(reportsOf(value)).toEqual([]);
  expect(value.map(({ path }) => path)).toContain("fine.yaml");
  const [, type = ""] = /^ {6}a: (.*)$/m.exec(text) ?? [];
  return { type, codes: diagnostics.map(({ code, severity }) => `${severity} ${code}`) };
}

describe("a bad spot is reported, and any value or nothing takes its place", () => {
  it.each<[string, Json, string, string]>([
    ["an unknown type", { type: "int" }, "any", "invalid-value"],
    ["a format as a type", { type: "date" }, "any", "invalid-value"],
    ["a number as a type", { type: 5 }, "any", "wrong-kind"],
    ["a string as a schema", "string", "any", "wrong-kind"],
    ["a list as a schema", [Fine], "any", "wrong-kind"],
    ["a string as a flag", { type: "string", nullable: "true" }, "string", "wrong-kind"],
    ["a string as a bound", { type: "string", minLength: "1" }, "string", "wrong-kind"],
    ["a negative length", { type: "string", minLength: -1 }, "string", "invalid-value"],
    ["a string as a list", { type: "object", required: "a" }, "map<any>", "wrong-kind"],
    ["a number as a description", { type: "string", description: 1 }, "string", "wrong-kind"],
    ["a number as the target of a $ref", { $ref: 1 }, "any", "wrong-kind"],
    ["a $ref that leads nowhere", { $ref: "#/components/schemas/Gone" }, "any", "unresolved-ref"],
    ["a $ref to no file", { $ref: "gone.yaml" }, "any", "unresolved-ref"],
    ["a $ref to the network", { $ref: "https://example.com/a.yaml" }, "any", "unresolved-ref"],
    ["a schema that consists of itself", { $ref: "#/components/schemas/A/properties/a" }, "any", "circular-ref"],
  ])("%s", (_, field, type, code) => {
    expect(fieldOf(field)).toEqual({ type, codes: [`warning ${code}`] });
  });
});

describe("null and an empty list in the place of something else are absent, without a report", () => {
  it.each<[string, Json, string]>([
    ["properties", { type: "object", properties: [] }, "map<any>"],
    ["additionalProperties", { type: "object", additionalProperties: [] }, "map<any>"],
    ["items", { type: "array", items: [] }, "any[]"],
    ["annotations", { type: "string", description: null, title: [], externalDocs: null }, "string"],
    ["a format", { type: "string", format: null }, "string"],
    ["an enum", { type: "string", enum: null }, "string"],
    ["bounds", { type: "string", minLength: null, pattern: null, nullable: null }, "string"],
    ["a schema", null, "any"],
    ["parts", { allOf: [null, { type: "string" }], oneOf: null, required: null }, "string"],
    ["a $ref", { $ref: null, type: "string" }, "string"],
    ["extensions", { type: "string", "x-a": null }, "string"],
  ])("%s", (_, field, type) => {
    expect(fieldOf(field)).toEqual({ type, codes: [] });
  });

  it("null is a default and an example like any other", () => {
    expect(fieldOf({ type: "string", nullable: true, default: null, example: null })).toEqual({
      type: "{ type: string?, default: null, example: null }",
      codes: [],
    });
  });
});

test("a discriminator's mapping that leads nowhere is one warning", () => {
  const member = (tag: string): Json => ({ type: "object", properties: { k: { type: "string", enum: [tag] } } });
  const mapping = { a: "#/components/schemas/A", b: "#/components/schemas/Gone" };
  const oneOf = [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }];
  const Either = { oneOf, discriminator: { propertyName: "k", mapping } };
  const { diagnostics } = imported(apiOf({ A: member("a"), B: member("b"), Either }));
  expect(diagnostics.map(({ code }) => code)).toEqual(["unresolved-ref"]);
});

test("with --strict, all spots are errors of one run, and what a spec cannot express stays a warning", () => {
  const properties = {
    a: { type: "int" },
    b: { $ref: "#/components/schemas/Gone" },
    c: { $ref: "#/components/schemas/AlsoGone" },
    d: { type: "string", minLength: "1" },
    e: { not: { type: "string" } },
  };
  const { value, diagnostics } = imported(apiOf({ A: { type: "object", properties }, Fine }), true);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`).toSorted()).toEqual([
    "error invalid-value",
    "error unresolved-ref",
    "error unresolved-ref",
    "error wrong-kind",
    "warning not-imported",
  ]);
});

test.each([
  [
    "a key twice in JSON",
    "api.json",
    '{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"string","type":"int"}}}}',
  ],
  ["a key twice in YAML", "api.yaml", "openapi: 3.0\ncomponents: { schemas: { A: { type: string, type: int } } }\n"],
])("%s keeps the first value", (_, path, text) => {
  const { value, diagnostics } = importOpenApi([{ path, text }]);
  expect(value?.[0]?.text).toMatch(/A:( string|\n {4}type: string)/);
  expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    ["duplicate-key", "warning", 'duplicate key "type"; it is ignored'],
  ]);
  expect(importOpenApi([{ path, text }], { strict: true }).value).toBeUndefined();
});

test("a document that is cut off is an error in both ways", () => {
  const text = JSON.stringify(apiOf({ Fine })).slice(0, -2);
  for (const strict of [false, true]) {
    const { value, diagnostics } = importOpenApi([{ path: "api.json", text }], { strict });
    expect([value, diagnostics.map(({ severity }) => severity)]).toEqual([undefined, ["error"]]);
  }
});

const whole: Json = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: {
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", minLength: 1 } }],
      get: {
        operationId: "pet",
        parameters: [{ $ref: "#/components/parameters/limit" }],
        responses: {
          200: {
            content: { "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } },
          },
        },
      },
      post: {
        requestBody: {
          content: { "application/json": { schema: { type: "object", properties: { a: { type: "boolean" } } } } },
        },
      },
    },
  },
  components: {
    parameters: { limit: { name: "limit", in: "query", schema: { type: "integer", maximum: 5, default: 1 } } },
    schemas: {
      Fine,
      Kind: { type: "string", enum: ["cat", "dog"], "x-enum-varnames": ["C", "D"] },
      Cat: {
        allOf: [{ $ref: "#/components/schemas/Fine" }, { type: "object", properties: { kind: { const: "cat" } } }],
      },
      Dog: {
        type: "object",
        properties: { kind: { const: "dog" }, size: { type: "number", minimum: 0 } },
        additionalProperties: false,
      },
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } },
      },
      Map: {
        type: "object",
        additionalProperties: { type: "array", items: { $ref: "#/components/schemas/Kind" }, maxItems: 3 },
      },
      Note: {
        type: "object",
        properties: {
          text: { type: ["string", "null"], examples: ["a"], description: "text", deprecated: true, default: "a" },
          more: {
            anyOf: [{ type: "integer" }, { type: "string", pattern: "^a" }],
            externalDocs: { url: "https://a.b" },
          },
        },
      },
    },
  },
};

type Path = readonly string[];

function pathsIn(value: Json, path: Path = []): readonly Path[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, each]) => pathsIn(each as Json, [...path, key]))];
}

function withValue(value: Json, [key, ...rest]: Path, wrong: Json): Json {
  if (key === undefined) return wrong;
  if (Array.isArray(value))
    return value.map((each: Json, index) => (String(index) === key ? withValue(each, rest, wrong) : each));
  const object = value as Readonly<Record<string, Json>>;
  return { ...object, [key]: withValue(object[key] ?? null, rest, wrong) };
}

test("whatever stands at one or two places of a document, the rest is imported as a valid spec", () => {
  const places = pathsIn(whole).filter(([first]) => first === "paths" || first === "components");
  const wrong = fc.constantFrom<Json>(
    null,
    [],
    {},
    "",
    "a",
    "#/components/schemas/Pet",
    true,
    false,
    1,
    -1.5,
    [null],
    ["a", 1],
    [{}],
    { a: 1 },
    {
      $ref: "#/components/schemas/Map",
    },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), wrong), { minLength: 1, maxLength: 2 }), (changes) => {
      const api = changes.reduce<Json>((before, [path, value]) => {
        return pathsIn(before).some((each) => each.join("\n") === path.join("\n"))
          ? withValue(before, path, value)
          : before;
      }, whole);
      const { value, diagnostics } = imported(api);
      const isEmpty = diagnostics.some(({ code }) => code === "nothing-to-do");
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      if (!isEmpty) expect(value).toBeDefined();
      expect(reportsOf(value ?? [])).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
