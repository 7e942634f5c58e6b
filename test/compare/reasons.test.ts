/** The sentences of a report. */
import { expect, it } from "vitest";
import { judged } from "../diff/judged.js";

const target = (options: string): string => `targets: { ruby: { language: ruby, output: rb${options} } }\n`;
const model = (fields: string): string => `models: { A: { fields: { id: string, ${fields} } } }\n`;

it.each([
  [
    "x: integer",
    "x: boolean",
    "`A.x` has another type, `boolean` instead of `integer`: values of one type may not be values of the other",
  ],
  [
    "x: string",
    "x: { const: a }",
    '`A.x` has another type, `constant "a"` instead of `string`: other values are rejected',
  ],
  [
    "x: { enum: [a, b] }",
    "x: { enum: [b, a] }",
    "`A.x` has its values in another order: code may depend on the order of the values",
  ],
  [
    "x: { type: string, default: a }",
    "x: string",
    '`A.x` no longer has a default (was `"a"`): nothing fails, but an absent field no longer means the default, and new objects do not contain it',
  ],
  [
    "x: { type: string, maxLength: 3 }",
    "x: { type: string, maxLength: 2 }",
    "`A.x` has a tighter constraint, `maxLength: 2` instead of `maxLength: 3`: old clients may send values that `validate` now reports",
  ],
])("from `%s` to `%s`", (before, after, reason) => {
  const { changes } = judged(model(before), model(after), { before: target("") });
  expect(changes.map((each) => each.reason.replace(/; in Ruby, .*/, ""))).toEqual([reason]);
});

it.each([
  ["", ", x: { type: string, default: a }", 'but new objects contain its default, `"a"`'],
  ["", ", x: { const: a, required: true }", "old clients do not send it, and new objects contain it"],
  [", x: string?", ", x: string", "in Ruby, an argument `nil` now omits the field"],
  [", x: string", ", x: string?", "in Ruby, an argument `nil` is now written as null"],
])("says what happens without an error from `%s` to `%s`", (before, after, end) => {
  const text = (fields: string): string => `models: { A: { fields: { id: string${fields} } } }\n`;
  const { changes } = judged(text(before), text(after), { before: target("") });
  expect(changes[0]?.reason.endsWith(end), changes[0]?.reason).toBe(true);
});

it("names the part of a qualified name that changes", () => {
  const { changes } = judged("models: { A: { fields: { x: string } } }", "models: { Ab: { fields: { x: string } } }");
  expect(changes[0]?.reason).toMatch(/in Ruby, `A` becomes `Ab`; in Java, `A` becomes `Ab`$/);
});

it("shows what changes in each language after the reason", () => {
  const { changes } = judged(model("x: integer"), model("x: number"));
  expect(changes[0]?.reason).toBe(
    "`A.x` has another type, `number` instead of `integer`: old classes reject fractions; in Ruby, `::Integer?` becomes `(::Integer | ::Float)?`; in Java, `Optional<Long>` becomes `Optional<Double>`",
  );
});

it.each([
  [", module: Old", ", module: New", "another `module`, `New` instead of `Old`: every constant changes"],
  [
    ", fieldOrder: spec",
    ", fieldOrder: alphabetical",
    "another `fieldOrder`, `alphabetical` instead of `spec`: rows of tables are in another order",
  ],
])("names the keys of a config as they are written: %s", (before, after, end) => {
  const text = model("x: string");
  const { changes } = judged(text, text, { before: target(before), after: target(after) });
  expect(changes.map(({ reason }) => reason)).toEqual([`The target \`ruby\` has ${end}`]);
});
