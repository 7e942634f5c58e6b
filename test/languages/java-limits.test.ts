/** Definitions too large for a Java class are reported with their location. Other languages have no such limits. */
import { expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}

function fields(count: number, field: (number: number) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(numbers(count).map((number) => [`field_${number}`, field(number)]));
}

function specOf(more: number): object {
  return {
    Fields: { fields: fields(3000 + more, () => "string") },
    Constants: { fields: fields(1000 + more, (number) => ({ const: number, required: true })) },
    Defaults: { fields: { list: { type: "integer[]", default: numbers(1999 + more) } } },
    Scalars: { fields: fields(2000 + more, (number) => ({ type: "integer", default: number })) },
    Anything: { fields: { any: { type: "any", default: numbers(3000) } } },
    Members: { oneOf: numbers(3000 + more).map((number) => (number === 0 ? "string" : { const: number })) },
    Names: { fields: { ["k".repeat(21_845 + more)]: { type: "string", rename: { java: "key" } } } },
    Values: { enum: numbers(10_000), open: true },
  };
}

function diagnostics(more: number, language: string): string {
  const config = { path: "modelwright.yaml", text: `targets: { t: { language: ${language}, output: out } }` };
  const models = Object.entries(specOf(more)).map(([name, model]) => `  ${name}: ${JSON.stringify(model)}\n`);
  const source = { path: "spec/a.yaml", text: `models:\n${models.join("")}` };
  const { diagnostics } = plan({ config: checkConfig(config, languages).value!, sources: [source] });
  return diagnostics.map((each) => diagnosticText(each, new Map([[source.path, source]]))).join("\n");
}

test("a pattern too long for an annotation", () => {
  const found = (length: number, ...options: readonly string[]): string => {
    const target = ["language: java", "output: out", ...options].join(", ");
    const config = { path: "modelwright.yaml", text: `targets: { t: { ${target} } }` };
    const pattern = "a".repeat(length);
    const source = {
      path: "spec/a.yaml",
      text: `models: { A: { fields: { a: { type: string, pattern: ${pattern} } } } }`,
    };
    const { diagnostics } = plan({ config: checkConfig(config, languages).value!, sources: [source] });
    return diagnostics.map(({ message }) => message).join("\n");
  };
  expect(found(21_846)).toBe("");
  expect(found(21_845, "validation: jakarta")).toBe("");
  expect(found(21_846, "validation: jakarta")).toBe(
    '"A" is too large for a Java class: found 21846 characters in a pattern, expected at most 21845',
  );
});

test("everything at the limits is accepted", () => {
  expect(diagnostics(0, "java")).toBe("");
});

test("everything above the limits is reported", () => {
  expect(diagnostics(1, "java")).toMatchInlineSnapshot(`
    "spec/a.yaml:2:3: error too-large: "Fields" is too large for a Java class: found 3001 fields, expected at most 3000
      2 |   Fields: {"fields":{"field_0":"string","field_1":"string","field_2":"string","field_3":"string","fi…
            ^^^^^^
    spec/a.yaml:3:3: error too-large: "Constants" is too large for a Java class: found 1001 constants, expected at most 1000
      3 |   Constants: {"fields":{"field_0":{"const":0,"required":true},"field_1":{"const":1,"required":true},…
            ^^^^^^^^^
    spec/a.yaml:4:3: error too-large: "Defaults" is too large for a Java class: found 2001 values in its defaults, expected at most 2000
      4 |   Defaults: {"fields":{"list":{"type":"integer[]","default":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,1…
            ^^^^^^^^
    spec/a.yaml:5:3: error too-large: "Scalars" is too large for a Java class: found 2001 values in its defaults, expected at most 2000
      5 |   Scalars: {"fields":{"field_0":{"type":"integer","default":0},"field_1":{"type":"integer","default"…
            ^^^^^^^
    spec/a.yaml:7:3: error too-large: "Members" is too large for a Java class: found 3001 members, expected at most 3000
      7 |   Members: {"oneOf":["string",{"const":1},{"const":2},{"const":3},{"const":4},{"const":5},{"const":6…
            ^^^^^^^
    spec/a.yaml:8:21: error too-large: a JSON name of 21846 characters is too long for a Java class; expected at most 21845
      8 |   Names: {"fields":{"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
  `);
});
