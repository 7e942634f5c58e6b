/** What is valid by a document, its spec allows too: restrictions that a spec cannot express are loosened, never tightened. */
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importOpenApi } from "../../src/import/import.js";
import { misfit } from "../../src/spec/fits.js";
import type { Json } from "../../src/text/json.js";
import { parseJson } from "../../src/text/read-json.js";
import { toJson } from "../../src/text/tree.js";
import { definitionsOf, reportsOf } from "./spec-errors.js";

const keys = ["a", "b", "x-c", "id"];
const scalars = ["a", "b", "ab", "", "false", "4.1", 0, 1, 2, -1, 2.5, 300, 2 ** 53, true, false, null];

/** Values with a chance to be valid: those that the keywords below are about. */
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...scalars),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie("any"), { maxKeys: 3 }),
  ),
})).any;

const schema = fc.letrec<{ schema: object; object: object }>((tie) => {
  const some = <T extends object>(model: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }, type: unknown) =>
    fc.record(model, { requiredKeys: [] }).map((record) => ({ type, ...record }));
  const nullable = (type: string) => fc.constantFrom<unknown>(type, type, [type, "null"]);
  const text = nullable("string").chain((type) =>
    some(
      {
        enum: fc.constantFrom<unknown[]>(["a", "b"], ["a", false, 4.1], ["ab", null], ["a"]),
        minLength: fc.constantFrom(0, 1),
        maxLength: fc.constantFrom(1, 2),
        format: fc.constantFrom("binary", "odd"),
      },
      type,
    ),
  );
  const number = fc.constantFrom<unknown>("integer", "number", ["integer", "null"]).chain((type) =>
    some(
      {
        enum: fc.constantFrom<unknown[]>([1, 2], [0, 1, "a"], [2.5, 1], [300]),
        minimum: fc.constantFrom(0, 1, -1),
        maximum: fc.constantFrom(2, 300, 2 ** 60, 2 ** 64),
        exclusiveMinimum: fc.constantFrom(0),
        multipleOf: fc.constantFrom(1, 2, 0.5),
        format: fc.constantFrom("uint64", "uint", "uint32", "decimal"),
      },
      type,
    ),
  );
  const list = nullable("array").chain((type) =>
    some(
      {
        items: fc.oneof(tie("schema"), fc.boolean()),
        prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        minItems: fc.constantFrom(0, 1),
        maxItems: fc.constantFrom(1, 2),
        uniqueItems: fc.boolean(),
      },
      type,
    ),
  );
  const object = nullable("object").chain((type) =>
    some(
      {
        properties: fc.dictionary(fc.constantFrom(...keys), tie("schema"), { maxKeys: 3 }),
        required: fc.subarray(keys, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        minProperties: fc.constantFrom(0, 1),
        maxProperties: fc.constantFrom(1, 2),
        patternProperties: fc.record({ "^x-": tie("schema"), "^b": tie("schema") }, { requiredKeys: ["^x-"] }),
      },
      type,
    ),
  );
  const members = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const references = fc.constantFrom("A", "B").map(($ref) => ({ $ref: `#/components/schemas/${$ref}` }));
  const combined = fc.oneof(
    members.map((oneOf) => ({ oneOf })),
    members.map((anyOf) => ({ anyOf })),
    fc.tuple(references, tie("object")).map((allOf) => ({ allOf })),
    fc.array(fc.oneof(tie("object"), references), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
    fc.tuple(tie("object"), members).map(([own, oneOf]) => ({ ...own, oneOf })),
    fc.constantFrom({ const: "a" }, { const: 1 }, { enum: ["a", 1] }, { type: ["string", "integer"] }, {}),
  );
  return {
    object,
    schema: fc.oneof({ maxDepth: 3, depthSize: "small" }, text, number, list, object, combined, references),
  };
});

const document = fc.record({ value: schema.schema, A: schema.object, B: schema.schema });
const runs = Number(process.env["IMPORT_FUZZ_RUNS"] ?? 50);

function jsonOf(plain: unknown): Json {
  const node = parseJson({ path: "value.json", text: JSON.stringify(plain) }).value;
  if (node === undefined) throw new Error("that is no JSON");
  return toJson(node);
}

describe("a value that is valid by a document", () => {
  it("is valid by the spec", { timeout: 60_000 + runs * 1_000 }, () => {
    let valid = 0;
    fc.assert(
      fc.property(document, fc.array(value, { minLength: 60, maxLength: 60 }), ({ value, A, B }, samples) => {
        const Holder = { type: "object", properties: { value } };
        const schemas = { Holder, A, B };
        const text = JSON.stringify({ openapi: "3.1.0", components: { schemas } });
        const { value: files } = importOpenApi([{ path: "made.json", text }]);
        if (files === undefined) return;
        expect(reportsOf(files)).toEqual([]);
        const model = definitionsOf(files).get("Holder");
        if (model === undefined) throw new Error("there is no model");
        const isValid = validator(schemas);
        for (const sample of samples) {
          if (!isValid(JSON.parse(JSON.stringify({ value: sample })))) continue;
          valid++;
          const found = misfit(jsonOf({ value: sample }), { type: { kind: "reference", to: model }, nullable: false });
          expect(found, `${JSON.stringify(sample)} of ${files.map((each) => each.text).join("\n")}`).toBeUndefined();
        }
      }),
      { numRuns: runs },
    );
    expect(valid).toBeGreaterThan(runs);
  });
});

function validator(schemas: object): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allowUnionTypes: true, logger: false });
  // As in an import, the values of a string are strings: `4.1` is "4.1".
  const text = JSON.stringify(schemas, (_, value: unknown) => {
    const isText = typeof value === "object" && value !== null && "enum" in value && isOnlyText(value);
    return isText
      ? { ...value, enum: (value.enum as unknown[]).map((each) => (each === null ? each : String(each))) }
      : value;
  });
  const schema = { $ref: "#/components/schemas/Holder", components: { schemas: JSON.parse(text) as object } };
  return (value) => {
    try {
      return ajv.validate(schema, value);
    } catch (error) {
      // A schema that consists of itself, without end.
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
}

function isOnlyText(schema: object): boolean {
  return "type" in schema && [schema.type].flat().every((each) => each === "string" || each === "null");
}
