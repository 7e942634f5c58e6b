/** How schemas of the public suites become models, and what counts as conforming. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../folders.js";
import { jtdGroups, jtdModels } from "./jtd.js";
import { jsonSchemaGroups, quicktypeGroups } from "./schemas.js";
import { judge } from "./score.js";
import { checked } from "./suite.js";

it("converts every form of JSON Type Definition", () => {
  const models = jtdModels("J1", {
    definitions: { id: { type: "uint8" } },
    discriminator: "kind",
    mapping: {
      cat: { properties: { id: { ref: "id" }, tags: { elements: { enum: ["a", "b"] } } }, additionalProperties: true },
      dog: { optionalProperties: { by: { values: { type: "timestamp", nullable: true } }, more: {} } },
    },
  });
  expect(models).toEqual({
    J1: {
      fields: {
        value: {
          required: true,
          discriminator: { field: "kind" },
          oneOf: [
            {
              name: "J1OfCat",
              fields: {
                kind: { const: "cat", required: true },
                id: { type: "J1Id", required: true },
                tags: { type: "array", items: { enum: ["a", "b"] }, required: true },
              },
            },
            {
              name: "J1OfDog",
              additionalProperties: false,
              fields: {
                kind: { const: "dog", required: true },
                by: { type: "map", values: { type: "date-time", nullable: true } },
                more: { type: "any" },
              },
            },
          ],
        },
      },
    },
    J1Id: { type: "integer", minimum: 0, maximum: 255 },
  });
});

it("expects a missing field at the field, and reports what cannot be expressed", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "tests"));
  const missing = {
    schema: { properties: { a: { type: "string" } } },
    instance: {},
    errors: [{ instancePath: [], schemaPath: ["properties", "a"] }],
  };
  const empty = { schema: { discriminator: "t", mapping: {} }, instance: 1, errors: [] };
  writeFileSync(join(folder, "tests/validation.json"), JSON.stringify({ missing, empty }));
  const [first, second] = jtdGroups(folder).map(checked);
  expect(first).toMatchObject({
    title: "missing",
    reports: [],
    documents: [{ isValid: false, errors: ["$.value.a"] }],
  });
  expect(second).toMatchObject({ reports: ["a union without members cannot be expressed"] });
  expect(second).not.toHaveProperty("spec");
});

it("imports JSON Schemas with their own references, and reports what is lost", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "tests/draft2020-12"), { recursive: true });
  const test = { description: "one", data: { a: 1 }, valid: true };
  const schema = {
    $defs: { a: { type: "integer" } },
    properties: { a: { $ref: "#/$defs/a" } },
    type: "object",
    if: true,
  };
  const groups = [{ description: "refs", schema, tests: [test] }];
  writeFileSync(join(folder, "tests/draft2020-12/ref.json"), JSON.stringify(groups));
  const [group] = jsonSchemaGroups(folder).map(checked);
  expect(group).toMatchObject({ id: "S1", title: "ref: refs", documents: [{ text: '{"a":1}', isValid: true }] });
  expect(group!.reports).toHaveLength(1);
  expect(group!.spec!.map(({ text }) => text).join()).toContain("value:");
});

it("takes the documents of a quicktype schema by their names", () => {
  const folder = temporaryFolder();
  const inputs = join(folder, "test/inputs/schema");
  mkdirSync(inputs, { recursive: true });
  for (const name of ["a.1.json", "a.2.fail.enum.json", "a.1.out.json", "ab.1.json"])
    writeFileSync(join(inputs, name), "{}");
  writeFileSync(join(inputs, "a.schema"), '{ "type": "object", "properties": { "b": { "type": "string" } } }');
  const [group] = quicktypeGroups(folder);
  expect(group!.documents.map(({ title, isValid }) => `${title} ${isValid}`)).toEqual([
    "a.1.json true",
    "a.2.fail.enum.json false",
  ]);
});

it("counts violations as rejection, and compares what is written back", () => {
  const valid = { title: "", text: "1.0", isValid: true };
  const wrong = { title: "", text: "2", isValid: false, errors: ["$.value"] };
  const violation = { path: "$.value", keyword: "minimum" };
  expect(judge(valid, { id: "", ok: true, json: '{"value":1}', violations: [] })).toBeUndefined();
  expect(judge(valid, { id: "", ok: true, json: '{"value":2}', violations: [] })).toBe('wrote back {"value":2}');
  expect(judge(valid, { id: "", ok: true, json: '{"value":1}', violations: [violation] })).toBe("rejected at $.value");
  expect(judge(wrong, { id: "", ok: true, json: '{"value":2}', violations: [violation] })).toBeUndefined();
  expect(judge(wrong, { id: "", ok: false, errors: [{ path: "$.value" }] })).toBeUndefined();
  expect(judge(wrong, { id: "", ok: false, errors: [{ path: "$" }] })).toBe("named $, not $.value");
  expect(judge(wrong, { id: "", ok: true, json: '{"value":2}', violations: [] })).toBe("accepted");
  expect(judge(wrong, undefined)).toBe("no answer");
});
