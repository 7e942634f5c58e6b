/** The JSON examples of model pages are documents that the classes can read. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exampleOf, jsonText } from "../../src/docs/json-example.js";
import { typescriptNames } from "../../src/languages/typescript/names.js";
import { generateIn, projectRoot } from "../generated.js";
import { resolve } from "../spec/show.js";

const cases = readdirSync(join(projectRoot, "test/cases")).toSorted();
const folder = join(projectRoot, "node_modules/.cache/json-examples");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Readable {
  parse(text: string): unknown;
}

describe.each(cases)("%s", (name) => {
  it("has examples that its classes can read", async () => {
    const { targets } = await generateIn(join(projectRoot, "test/cases", name));
    const generated = targets.find(
      ({ target: { language, options } }) => language === "typescript" && options["style"] !== "interfaces",
    );
    if (generated === undefined) return;
    for (const { path, text } of generated.files) {
      if (!path.endsWith(".ts")) continue;
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { spec, target } = generated;
    const names = typescriptNames(spec, target);
    const models = (await import(join(folder, name, "src/sdk/models/index.ts"))) as Record<
      string,
      Record<string, Readable>
    >;
    let read = 0;
    for (const definition of spec.definitions) {
      const example = exampleOf(definition);
      if (example === undefined || definition.kind === "enum") continue;
      const type = models[names.namespaceAlias(definition)]?.[names.className(definition)];
      const value = type!.parse(jsonText(example));
      expect((value as object).constructor, `${definition.name}: ${jsonText(example)}`).not.toBe(
        models["UnknownMember"],
      );
      read++;
    }
    expect(read).toBeGreaterThan(0);
  });
});

it.each([
  ["a string that matches a pattern", '{ type: string, pattern: "^\\\\d{4}$" }', '"1234"'],
  ["a string of capital letters", '{ type: string, pattern: "^[A-Z]{2}$" }', '"AB"'],
  ["the default string, if it matches", '{ type: string, pattern: "^[a-z]+$" }', '"text"'],
  ["a short string", "{ type: string, maxLength: 2 }", '"te"'],
  ["a long string", "{ type: string, minLength: 6 }", '"textte"'],
  ["a number at or above its minimum", "{ type: integer, minimum: 18 }", "18"],
  ["a number between exclusive bounds", "{ type: number, exclusiveMinimum: 0, exclusiveMaximum: 1 }", "0.5"],
  ["a multiple", "{ type: integer, minimum: 7, multipleOf: 5 }", "10"],
  ["a decimal", "{ type: decimal, maximum: 5 }", '"5"'],
  ["a list of two", '{ type: "boolean[]", minItems: 2 }', "[\n    true,\n    true\n  ]"],
  ["a map of two", '{ type: "map<boolean>", minProperties: 2 }', '{\n    "key": true,\n    "key2": true\n  }'],
  ["a map without entries", '{ type: "map<boolean>", maxProperties: 0 }', "{}"],
  ["null if no value is found", '{ type: string, nullable: true, pattern: "^(x)+$" }', "null"],
])("shows %s within its constraints", (_, field, expected) => {
  expect(exampleText(field)).toBe(`{\n  "a": ${expected}\n}`);
});

it("omits an optional field without a value, and makes up a value for a required one", () => {
  expect(exampleText('{ type: string, pattern: "^(x)+$" }')).toBe("{}");
  expect(exampleText('{ type: string, required: true, pattern: "^(x)+$" }')).toBe('{\n  "a": "text"\n}');
  expect(exampleText('{ type: "string[]", minItems: 1000 }')).toBe("{}");
  expect(exampleText('{ type: "map<string>", minProperties: 1000 }')).toBe("{}");
});

it("does not try patterns that can take exponential time", () => {
  const nested = "(".repeat(60) + "\\\\w*" + ")*".repeat(60) + "!";
  expect(exampleText(`{ type: string, minLength: 30, pattern: "${nested}" }`)).toBe("{}");
});

function exampleText(field: string): string {
  const [model] = resolve(`models:\n  A:\n    fields:\n      a: ${field}\n`).definitions;
  return jsonText(exampleOf(model!)!);
}
