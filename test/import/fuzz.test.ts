/** Whatever a document says: no exception, the same files each time, and files that every language can take. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FamilyName } from "../../src/import/documented/families.js";
import { importOpenApi } from "../../src/import/import.js";
import { reportsOf } from "./spec-errors.js";

const names = [
  "A",
  "B",
  "a",
  "Foo_Bar",
  "FooBar",
  "foo bar",
  "date",
  "object",
  "日本",
  "1",
  "__proto__",
  "x".repeat(250),
  "Con",
  "A1",
  "AInput",
  "a_output",
];
const keys = [
  ...names,
  "value",
  "source_value",
  "type",
  "@id",
  "class",
  "created_at",
  "createdAt",
  "",
  "a\nb",
  "toString",
];

/** Mostly what schemas look like, with a mistake now and then. */
const schema = fc.letrec<{ schema: unknown; some: unknown }>((tie) => {
  const described = fc.record(
    {
      description: fc.constantFrom("", "text", "two\nlines", "*/ #{x} `"),
      title: fc.constantFrom("Title", "A", ""),
      nullable: fc.boolean(),
      example: fc.constantFrom("a", "", 1, null, [], ["a", { b: [true] }], { "": 0.5 }, "*/"),
      examples: fc.constantFrom(["a", 1], [], { a: { value: 1 } }),
      default: fc.constantFrom("a", 1, null, [], {}, true, 1.5),
      deprecated: fc.boolean(),
      readOnly: fc.boolean(),
      writeOnly: fc.boolean(),
      "x-speakeasy-unknown-values": fc.constant("allow"),
      externalDocs: fc.constantFrom({ url: "https://example.com" }, { url: "a b" }, {}),
    },
    { requiredKeys: [] },
  );
  const single = fc.record(
    {
      type: fc.constantFrom(
        "string",
        "integer",
        "number",
        "boolean",
        ["string", "null"],
        ["string", "integer"],
        "null",
        [],
      ),
      format: fc.constantFrom("date", "date-time", "uuid", "byte", "int32", "int64", "float", "odd"),
      enum: fc.constantFrom(
        ["a", "b"],
        [1, 2],
        ["a", null],
        ["日本", ""],
        [true],
        [1, 2 ** 70],
        [0.5],
        ["a", 1],
        [],
        ["A", "a", "a_"],
      ),
      const: fc.constantFrom("a", 1, true, null, {}, 0.5),
      minLength: fc.constantFrom(0, 5, 2),
      maxLength: fc.constantFrom(3, 1),
      pattern: fc.constantFrom("^a$", "(?i)", "["),
      minimum: fc.constantFrom(1, 0, 5, 1e400),
      exclusiveMinimum: fc.constantFrom(true, false, 3),
      maximum: fc.constantFrom(4, 9007199254740993),
    },
    { requiredKeys: [] },
  );
  const reference = fc.record({
    $ref: fc.constantFrom(...names).map((name) => `#/components/schemas/${encodeURIComponent(name)}`),
  });
  const object = fc.record(
    {
      type: fc.constant("object"),
      properties: fc.dictionary(fc.constantFrom(...keys), tie("some"), { maxKeys: 4 }),
      required: fc.subarray(keys, { maxLength: 3 }),
      additionalProperties: fc.oneof(fc.boolean(), tie("some")),
      minProperties: fc.constant(1),
    },
    { requiredKeys: ["type"] },
  );
  const list = fc.record(
    { type: fc.constant("array"), items: tie("some"), minItems: fc.constantFrom(0, 1), uniqueItems: fc.boolean() },
    { requiredKeys: ["type"] },
  );
  const members = fc.array(tie("some"), { minLength: 1, maxLength: 4 });
  const discriminator = fc.constantFrom(
    { propertyName: "type" },
    { propertyName: "type", mapping: { a: "#/components/schemas/A", b: "B" } },
    { propertyName: "type", mapping: { 1: "A", true: "B", "01": "FooBar" } },
  );
  const combined = fc.oneof(
    fc.record({ allOf: members }),
    fc.record({ oneOf: members, discriminator }, { requiredKeys: ["oneOf"] }),
    fc.record({ anyOf: members }),
  );
  const whole = fc.oneof({ depthSize: "small", withCrossShrink: true }, single, reference, object, list, combined);
  return {
    schema: fc
      .tuple(whole, described, fc.nat(3))
      .map(([one, other, merge]) => (merge === 0 ? { ...one, ...other } : one)),
    some: fc.oneof(
      { arbitrary: tie("schema"), weight: 60 },
      { arbitrary: fc.boolean(), weight: 3 },
      { arbitrary: fc.constantFrom(true, false, 1, "a", null, {}), weight: 1 },
    ),
  };
});

const operation = fc.record(
  {
    operationId: fc.constantFrom("getA", "get_a", "日本", "A"),
    parameters: fc.array(
      fc.record({ name: fc.constantFrom(...keys), in: fc.constantFrom("query", "path"), schema: schema.schema }),
      { maxLength: 3 },
    ),
    requestBody: fc.record({ content: fc.dictionary(fc.constantFrom("x", "y"), fc.record({ schema: schema.schema })) }),
    responses: fc.dictionary(
      fc.constantFrom("200", "404", "default"),
      fc.record({ content: fc.record({ "application/json": fc.record({ schema: schema.schema }) }) }),
    ),
  },
  { requiredKeys: ["responses"] },
);

/** Every name that a reference may name is there, so that most documents can be imported. */
const document = fc
  .tuple(
    fc.dictionary(fc.constantFrom("/a", "/b/{id}"), fc.dictionary(fc.constantFrom("get", "post"), operation)),
    fc.array(fc.oneof({ arbitrary: schema.schema, weight: 20 }, { arbitrary: fc.boolean(), weight: 1 }), {
      minLength: names.length,
      maxLength: names.length,
    }),
  )
  .map(([paths, schemas]) => {
    const components = Object.fromEntries(names.map((name, index) => [name, schemas[index]]));
    Object.defineProperty(components, "__proto__", { value: schemas[0], enumerable: true });
    return JSON.stringify({ openapi: "3.1.0", paths, components: { schemas: components } });
  });

const choices: readonly (readonly FamilyName[] | undefined)[] = [
  undefined,
  ["java"],
  ["ruby"],
  ["ruby-2025-03"],
  ["typescript", "java", "ruby-2025-03"],
];
const runs = Number(process.env["IMPORT_FUZZ_RUNS"] ?? 120);

describe("a generated document", () => {
  it("becomes a valid spec in every language, or has diagnostics", { timeout: 60_000 + runs * 1_000 }, () => {
    const seen = { imported: 0, refused: 0 };
    fc.assert(
      fc.property(document, fc.constantFrom(...choices), (text, families) => {
        const options = families === undefined ? {} : { families };
        const { value, diagnostics } = importOpenApi([{ path: "made.json", text }], options);
        expect(importOpenApi([{ path: "made.json", text }], options).value).toEqual(value);
        for (const { span } of diagnostics) expect(span?.file).toBe("made.json");
        if (value === undefined) {
          seen.refused++;
          expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
          return;
        }
        seen.imported++;
        expect(reportsOf(value)).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(seen.imported, `${seen.refused} of ${runs} documents were refused`).toBeGreaterThan(runs / 5);
  });
});

describe("any JSON", () => {
  it("is imported or refused with a place", () => {
    const anything = fc.jsonValue({ maxDepth: 5, depthSize: "large" });
    const somewhere = fc
      .tuple(anything, fc.constantFrom("paths", "components", "schemas", "schema", "whole"))
      .map(([json, where]) => {
        const schemas = where === "schemas" ? json : where === "schema" ? { A: json } : {};
        const components = where === "components" ? json : { schemas };
        return where === "whole" ? json : { openapi: "3.0.0", paths: where === "paths" ? json : {}, components };
      });
    fc.assert(
      fc.property(somewhere, (json) => {
        const { value, diagnostics } = importOpenApi([{ path: "any.json", text: JSON.stringify(json) }]);
        if (value === undefined) expect(diagnostics.find(({ severity }) => severity === "error")?.span).toBeDefined();
        else expect(reportsOf(value)).toEqual([]);
      }),
      { numRuns: runs * 2 },
    );
  });
});
