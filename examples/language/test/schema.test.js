/** The generated schema is valid GraphQL, and equivalent to the spec. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { buildSchema } from "graphql";

const folder = new URL("../generated/schema/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".graphql"));
const text = files.map((path) => readFileSync(new URL(path.replaceAll("\\", "/"), folder), "utf8")).join("\n");
const schema = buildSchema(text, { assumeValid: false });

/** @param {string} name */
function fieldsOf(name) {
  return Object.fromEntries(
    Object.values(schema.getType(name).getFields()).map((field) => [field.name, String(field.type)]),
  );
}

test("models are types, with ! on values that are always present", () => {
  assert.deepEqual(fieldsOf("PetAnimal"), {
    ...{ id: "UUID!", name: "String!", born: "Date", seenAt: "DateTime", weight: "Decimal", photos: "[URI!]" },
    ...{ owners: "[PetOwner!]!", nicknames: "[String]!", colour: "PetColour", pattern: "PetAnimalPattern" },
    ...{ typename: "String", labels: "JSON", legs: "Int!" },
  });
});

test("a union of models is a union, and any other union a scalar", () => {
  const members = schema.getType("PetCompanion").getTypes();
  assert.deepEqual(members.map(String), ["PetDog", "PetCat"]);
  for (const name of ["PetOwnerContact", "PetKeeper"])
    assert.equal(schema.getType(name).astNode.kind, "ScalarTypeDefinition");
});

test("descriptions and deprecations are unchanged", () => {
  const animal = schema.getType("PetAnimal");
  assert.equal(animal.description, 'An animal that lives with people.\n\nIt may say """ or \\ in its description.');
  assert.equal(animal.getFields().colour.deprecationReason, "Fur has patterns. Use `pattern` instead.");
  const [black, brown] = schema.getType("PetColour").getValues();
  assert.deepEqual([black.name, black.description.trim()], ["BLACK", "As coal"]);
  assert.deepEqual([brown.name, brown.deprecationReason], ["LIGHT_BROWN", "It is hard to tell."]);
  assert.match(schema.getType("PetOwner").description, /^Deprecated: .*`Keeper`/s);
});

test("reserved GraphQL names are avoided", () => {
  assert.deepEqual(
    schema
      .getType("PetAnimalPattern")
      .getValues()
      .map(({ name }) => name),
    ["PLAIN", "STRIPED", "TRUE"],
  );
  assert.ok(schema.getType("Question"));
});
