/** The facts in the views of class templates are the same in every language. */
import { expect, test } from "vitest";
import { documentedFacts, enumFacts, type FactWriter, fieldFacts, unionFacts } from "../../src/languages/facts.js";
import { enumOf, field, model, scalar, unionOf } from "../docs/spec-values.js";

const writer: FactWriter = {
  string: (text) => JSON.stringify(text),
  value: (value) => (typeof value === "string" ? JSON.stringify(value) : String(value)),
  commentLines: (text) => text.split("\n"),
};

test("a field exposes everything the spec declares", () => {
  const facts = fieldFacts(
    {
      name: "firstName",
      field: field("first_name", {
        type: { kind: "scalar", scalar: "string", constraints: { minLength: 0, pattern: '^"a' } },
        required: true,
        nullable: true,
        readOnly: true,
        description: "One\nTwo",
        deprecated: { message: "It is old", use: "name" },
      }),
    },
    { type: "String" },
    writer,
  );
  expect(facts).toMatchObject({
    name: "firstName",
    jsonName: "first_name",
    type: "String",
    isRequired: true,
    isNullable: true,
    isReadOnly: true,
    isWriteOnly: false,
    hasDefault: false,
    default: "",
    description: "One\nTwo",
    commentLines: ["One", "Two"],
    isDeprecated: true,
    deprecation: "It is old. Use `name` instead.",
    hasConstraints: true,
    constraints: { minLength: "0", maxLength: "", pattern: '^"a', uniqueItems: false },
    literals: { jsonName: '"first_name"', pattern: '"^\\"a"' },
  });
});

test("a deprecation is always a single comment line", () => {
  const deprecated = { message: "Old\nputs 1", use: undefined };
  expect(documentedFacts({ description: undefined, deprecated }, writer).deprecation).toBe("Old puts 1.");
});

test("a field with a default is not required", () => {
  const named = { name: "a", field: field("a", { required: true, default: 1 }) };
  expect(fieldFacts(named, { type: "long", default: "1L" }, writer)).toMatchObject({
    isRequired: false,
    hasDefault: true,
    default: "1L",
    hasConstraints: false,
    constraints: { minimum: "", uniqueItems: false },
  });
});

test("an enum exposes its values as strings and as literals", () => {
  const definition = enumOf("Size", ["a", "b"], { open: true });
  const members = definition.values.map((value) => ({ name: String(value.value).toUpperCase(), value }));
  expect(enumFacts(definition, members, writer)).toMatchObject({
    isOpen: true,
    values: [
      { name: "A", value: "a", literal: '"a"' },
      { name: "B", value: "b", literal: '"b"' },
    ],
  });
});

test("a union exposes its members and their tags", () => {
  const tagged = (name: string) =>
    model(name, [field("kind", { type: { kind: "constant", value: name.toLowerCase() }, required: true })]);
  const [cat, dog] = [tagged("Cat"), tagged("Dog")];
  const references = [cat, dog].map((to) => ({ kind: "reference", to }) as const);
  expect(unionFacts(unionOf("Pet", references), () => "x", writer)).toMatchObject({
    hasTags: true,
    tagField: "kind",
    memberTypes: [{ tags: [{ tag: "cat", literal: '"cat"' }] }, { tags: [{ tag: "dog", literal: '"dog"' }] }],
  });
  expect(unionFacts(unionOf("Any", [scalar("string")]), () => "x", writer)).toMatchObject({
    hasTags: false,
    tagField: "",
    memberTypes: [{ type: "x", tags: [] }],
  });
});
