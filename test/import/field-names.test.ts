/** The fields of imported models that would have the same name in a language. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importOpenApi } from "../../src/import/import.js";
import { languages } from "../../src/languages/index.js";
import type { Field, Model } from "../../src/spec/spec.js";
import { definitionsOf, reportsOf } from "./spec-errors.js";

/** The fields of the model `Order`. */
function fieldsOf(schemas: object): readonly Field[] {
  const text = JSON.stringify({ openapi: "3.1.0", components: { schemas } });
  const { value = [] } = importOpenApi([{ path: "made.json", text }]);
  expect(reportsOf(value)).toEqual([]);
  return (definitionsOf(value).get("Order") as Model).fields;
}

function objectOf(names: readonly string[]): object {
  return { type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])) };
}

/** The names in each language, by field. */
function namesOf(fields: readonly Field[]): ReadonlyMap<string, readonly string[]> {
  const of = ({ name, renames }: Field) => languages.map(({ id, fieldName }) => renames.get(id) ?? fieldName(name));
  return new Map(fields.map((field) => [field.name, of(field)]));
}

function rubyNamesOf(schemas: object): Readonly<Record<string, string | undefined>> {
  const ruby = languages.findIndex(({ id }) => id === "ruby");
  return Object.fromEntries([...namesOf(fieldsOf(schemas))].map(([name, names]) => [name, names[ruby]]));
}

function expectDistinct(fields: readonly Field[]): void {
  for (const [index, { id }] of languages.entries()) {
    const names = [...namesOf(fields).values()].map((each) => each[index]);
    expect(new Set(names).size, `${id}: ${names.join()}`).toBe(names.length);
  }
}

const keys = fc.uniqueArray(
  fc.oneof(fc.stringMatching(/^[aAbB1_ -]{1,4}$/), fc.constantFrom("a_upper", "aMixed", "empty", "id", "_id")),
  { minLength: 2, maxLength: 8 },
);

describe("fields that would have the same name", () => {
  it("get a name from their own key, but for the one that is the name or the first", () => {
    expect(rubyNamesOf({ Order: objectOf(["_id", "Id", "id", "ID"]) })).toEqual({
      _id: "underscore_id",
      Id: "id_mixed",
      id: "id",
      ID: "id_upper",
    });
    expect(rubyNamesOf({ Order: objectOf(["created-at", "created.at", "createdAt"]) })).toEqual({
      "created-at": "created_at",
      "created.at": "created_dot_at",
      createdAt: "created_at_mixed",
    });
  });

  it("get a number made from the key where that is too long", () => {
    const [first, second] = ["x-" + "y".repeat(150), "x_" + "y".repeat(150)];
    const names = Object.values(rubyNamesOf({ Order: objectOf([first, second]) }));
    expect(names).toEqual([expect.stringMatching(/^x_y{98}_x[0-9a-f]{8}$/), expect.stringMatching(/^x_y{98}_x/)]);
    expect(names[0]).not.toBe(names[1]);
  });

  it("can be in two models that one extends", () => {
    const refs = ["Base", "Other"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const Order = { allOf: [...refs, objectOf(["more"])] };
    const names = rubyNamesOf({ Base: objectOf(["user_id"]), Other: objectOf(["userId"]), Order });
    expect(names).toEqual({ user_id: "user_id", userId: "user_id_mixed", more: "more" });
  });

  it("have distinct names in every language, and keep them when a field is added at the end", () => {
    let clashes = 0;
    fc.assert(
      fc.property(keys, (names) => {
        const added = names.at(-1) ?? "";
        const fields = fieldsOf({ Order: objectOf(names) });
        expectDistinct(fields);
        if (fields.some(({ renames }) => renames.size > 0)) clashes += 1;
        // A key that is the name itself takes it from another one.
        if (languages.some(({ fieldName }) => fieldName(added) === added)) return;
        const after = namesOf(fields);
        for (const [name, before] of namesOf(fieldsOf({ Order: objectOf(names.slice(0, -1)) })))
          expect(after.get(name), name).toEqual(before);
      }),
      { numRuns: 200 },
    );
    expect(clashes).toBeGreaterThan(20);
  });

  it("have distinct names in every language if they come from several models", () => {
    fc.assert(
      fc.property(keys, keys, keys, (own, base, other) => {
        const refs = ["Base", "Other"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
        const Order = { allOf: [...refs, objectOf(own)] };
        expectDistinct(fieldsOf({ Base: objectOf(base), Other: objectOf(other), Order }));
      }),
      { numRuns: 200 },
    );
  });
});
