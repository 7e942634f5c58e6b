/** The name of an inline type says what it is: what is added, removed or moved beside it does not rename it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importOpenApi } from "../../src/import/import.js";
import { definitionsOf, reportsOf } from "./spec-errors.js";

/** Members that differ, each in one of the ways that names are made from. Their field `own…` identifies them. */
const members = [
  { title: "Opened", ...object("opened", {}) },
  { title: "Owner closed", ...object("closed", {}) },
  { title: "Same title", ...object("left", { kind: { const: "left" } }) },
  { title: "Same title", ...object("right", { kind: { const: "right_one" } }) },
  object("loud", { kind: { const: "VERY_LOUD" } }),
  object("single", { move: { type: "integer" } }, ["move"]),
  object("other", { write: { type: "object", properties: { deep: { type: "string" } } } }, ["write"]),
  { allOf: [{ $ref: "#/components/schemas/Base" }, object("extending", {})] },
  { type: "array", items: object("listed", {}) },
  { type: "string", enum: ["a", "b"] },
  { type: "integer", enum: [1, 2] },
  { $ref: "#/components/schemas/Base" },
  { type: "boolean" },
] as const;

function object(id: string, properties: object, required: readonly string[] = []) {
  return { type: "object", properties: { ...properties, [`own_${id}`]: { type: "string" } }, required };
}

const places: Readonly<Record<string, (union: object) => object>> = {
  component: (union) => union,
  field: (union) => ({ type: "object", properties: { owner: union } }),
  items: (union) => ({ type: "array", items: union }),
  values: (union) => ({ type: "object", additionalProperties: union }),
};

/** The names of the inline types, by what identifies them. */
function namesIn(schema: object, components: object = {}): ReadonlyMap<string, string> {
  const schemas = { Owner: schema, Base: object("base", {}), ...components };
  const text = JSON.stringify({ openapi: "3.1.0", components: { schemas } });
  const { value = [] } = importOpenApi([{ path: "made.json", text }]);
  expect(reportsOf(value)).toEqual([]);
  const named = [...definitionsOf(value)].flatMap(([name, each]) => {
    if (each.kind === "enum") return [[each.base, name] as const];
    const own = each.kind === "model" ? each.fields.findLast((field) => field.name.startsWith("own_")) : undefined;
    return own === undefined ? [] : [[own.name, name] as const];
  });
  return new Map(named);
}

describe.each(Object.entries(places))("the members of a union as %s", (_, place) => {
  const all = namesIn(place({ oneOf: members }));

  it("have names without numbers", () => {
    expect(all.size).toBe(12);
    expect([...all.values()].filter((name) => /\d/.test(name))).toEqual([]);
  });

  it("keep their names when others are added, removed or moved", () => {
    fc.assert(
      // Fewer than two members are no union; the titles that are the same count only together.
      fc.property(fc.shuffledSubarray([...members], { minLength: 4 }), (some) => {
        fc.pre(some.includes(members[2]) === some.includes(members[3]));
        const names = namesIn(place({ oneOf: some }));
        for (const [id, name] of names) expect(name).toBe(all.get(id));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the inline types of a document", () => {
  it("keep their names when components and fields are added or moved", () => {
    const fields = fc.uniqueArray(fc.constantFrom("a", "b", "ab", "A", "a_b", "item"), { minLength: 1 });
    fc.assert(
      fc.property(fields, fc.boolean(), (some, reversed) => {
        const properties = Object.fromEntries(some.map((name, index) => [name, object(`${name}${index}`, {})]));
        const entries = Object.entries({ One: { type: "object", properties }, Two: object("two", {}) });
        const inOrder = reversed ? entries.toReversed() : entries;
        const names = namesIn({ type: "string" }, Object.fromEntries(inOrder));
        expect(names).toEqual(namesIn({ type: "string" }, Object.fromEntries(inOrder.toReversed())));
        const more = namesIn({ type: "string" }, { ...Object.fromEntries(inOrder), Added: object("added", {}) });
        for (const [id, name] of names) expect(more.get(id)).toBe(name);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["an inline type", { One: { type: "object", properties: { a: object("a", {}) } }, OneA: object("b", {}) }],
    ["a component", { one_a: object("a", {}), OneA: object("b", {}) }],
    ["an input model", { One: object("a", { id: { type: "string", readOnly: true } }), OneInput: object("b", {}) }],
    ["a field of an enum", { One: { properties: { a: { enum: ["x"] } } }, OneA: object("b", {}) }],
  ])("do not get numbers if %s has the name of a component", (_, components) => {
    const names = [...namesIn({ type: "string" }, components).values()];
    expect(names).toContain(Object.keys(components)[1]);
    expect(names.filter((name) => /\d/.test(name))).toEqual([]);
  });
});
