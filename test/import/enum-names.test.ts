/** The values of imported enums that would have the same name in a language. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FamilyName } from "../../src/import/documented/families.js";
import { importOpenApi } from "../../src/import/import.js";
import { languages } from "../../src/languages/index.js";
import type { Enum } from "../../src/spec/spec.js";
import { definitionsOf, reportsOf } from "./spec-errors.js";

function imported(schema: object, families?: readonly FamilyName[]): Enum {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Status" } } };
  const paths = { "/": { get: { operationId: "get", responses: { 200: { description: "", content } } } } };
  const text = JSON.stringify({ openapi: "3.1.0", paths, components: { schemas: { Status: schema } } });
  const { value = [] } = importOpenApi([{ path: "made.json", text }], { ...(families && { families }) });
  expect(reportsOf(value)).toEqual([]);
  return definitionsOf(value).get("Status") as Enum;
}

/** The name that each value is given, if any. */
function given(schema: object): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(imported(schema).values.map(({ value, name }) => [String(value), name]));
}

/** The constants in each language, by value. */
function constantsOf({ values }: Enum): ReadonlyMap<string, readonly string[]> {
  const textOf = (each: Enum["values"][number]) => each.name ?? (String(each.value).trim() || "unknown");
  const namesOf = (each: Enum["values"][number]) =>
    languages.map(({ id, memberName }) => each.names.get(id) ?? memberName(textOf(each)));
  return new Map(values.map((each) => [String(each.value), namesOf(each)]));
}

const valuesOf = fc.uniqueArray(
  fc.oneof(fc.stringMatching(/^[aAbB1_ -]{0,4}$/), fc.constantFrom("a_upper", "A_LOWER", "empty"), fc.string()),
  { minLength: 2, maxLength: 8 },
);

describe("values that would have the same name", () => {
  it("get a name from the value, but for the first", () => {
    expect(given({ type: "string", enum: ["active", "Active", "ACTIVE", "done"] })).toEqual({
      active: undefined,
      Active: "Active_mixed",
      ACTIVE: "ACTIVE_upper",
      done: undefined,
    });
    expect(given({ type: "string", enum: ["on_hold", "on-hold", "on hold", "unknown", ""] })).toEqual({
      on_hold: undefined,
      "on-hold": "on_hyphen_hold",
      "on hold": "on_space_hold",
      unknown: undefined,
      "": "empty",
    });
    expect(given({ type: "integer", enum: [1, 2, 3], "x-enum-varnames": ["High", "Low", "High"] })).toEqual({
      1: "High",
      2: "Low",
      3: "High_3",
    });
  });

  it("get names that nothing else has", () => {
    const values = ["active", "active_mixed", "Active", "x-" + "y".repeat(150), "x_" + "y".repeat(150)];
    expect(Object.values(given({ type: "string", enum: values }))).toEqual([
      undefined,
      undefined,
      expect.stringMatching(/^Active_x[0-9a-f]{8}$/),
      expect.stringMatching(/^XYy{98}_u79/),
      expect.stringMatching(/^XYy{98}_x[0-9a-f]{8}$/),
    ]);
  });

  it("can be generated in every language, whatever they are, and keep their names when one is added", () => {
    let clashes = 0;
    fc.assert(
      fc.property(valuesOf, (values) => {
        const before = constantsOf(imported({ type: "string", enum: values.slice(0, -1) }));
        const after = constantsOf(imported({ type: "string", enum: values }));
        for (const [value, names] of before) expect(after.get(value)).toEqual(names);
        if (Object.values(given({ type: "string", enum: values })).some((name) => name !== undefined)) clashes += 1;
      }),
      { numRuns: 150 },
    );
    expect(clashes).toBeGreaterThan(20);
  });
});

describe("with the names of a family", () => {
  it("all get the casing of their value, and a number", () => {
    const values = ["name", "NAME", "Name", "a-b", "a_b", "c"];
    const names = constantsOf(imported({ type: "string", enum: values }, ["java"]));
    const ids = languages.map(({ id }) => id);
    const inLanguage = (id: string) => [...names.values()].map((each) => each[ids.indexOf(id)]);
    expect(inLanguage("java")).toEqual(["NAME_LOWER", "NAME_UPPER", "NAME_MIXED", "AB_LOWER", "AB_LOWER2", "C"]);
    expect(inLanguage("ruby")).toEqual(["NAME_LOWER", "NAME_UPPER", "NAME_MIXED", "A_B_LOWER", "A_B_LOWER_2", "C"]);
    expect(inLanguage("typescript")).toEqual(["NameLower", "NameUpper", "NameMixed", "ABLower", "ABLower2", "C"]);
  });

  it("do not take the name of another value", () => {
    const names = constantsOf(imported({ type: "string", enum: ["a", "A", "a_lower"] }, ["ruby"]));
    expect([...names.values()].map((each) => each[languages.findIndex(({ id }) => id === "ruby")])).toEqual([
      "A_LOWER_2",
      "A_UPPER",
      "A_LOWER",
    ]);
  });
});
