/** Valid specs of random meaning: every construct of the language, with plain names. */
import fc from "fast-check";

/** How many models, enums and unions a spec has. */
const size = { models: 24, enums: 6, unions: 12 };

const models = numbered("Model", size.models);
const enums = numbered("Enum", size.enums);
const unions = numbered("Union", size.unions);
const fieldNames = ["a", "b", "c", "kind", "size", "$ref", "two words"];

const scalars = [
  ...["string", "boolean", "any", "integer", "int32", "long", "number", "float", "decimal"],
  ...["date", "date-time", "time", "duration", "uuid", "uri", "email", "bytes"],
];

/** A spec file as JSON, which is YAML. */
export const madeModels: fc.Arbitrary<string> = fc
  .tuple(
    fc.tuple(...models.map(model)),
    fc.tuple(...enums.map(() => enumeration())),
    fc.tuple(...unions.map((_, index) => union(index))),
  )
  .map(([someModels, someEnums, someUnions]) => {
    const entries = [
      ...models.map((name, index) => [name, someModels[index]]),
      ...enums.map((name, index) => [name, someEnums[index]]),
      ...unions.map((name, index) => [name, someUnions[index]]),
      ...Object.entries(animals),
      // A document is a model, so what a union or an enum reads is seen in a field.
      [
        "Everything",
        {
          fields: Object.fromEntries(
            [...enums, ...unions, ...Object.keys(animals)].map((name) => [name, { type: name }]),
          ),
        },
      ],
    ];
    return JSON.stringify({ models: Object.fromEntries(entries) });
  });

function model(_: string, index: number): fc.Arbitrary<object> {
  // A required field refers only to earlier models, so finite values exist.
  const required = field(models.slice(0, index)).map((each) => ({ ...each, required: true }));
  const fields = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...fieldNames), fc.oneof(required, field([...models, ...unions]))), {
      maxLength: 5,
      selector: ([name]) => name,
    })
    .map((each) => Object.fromEntries(each));
  const rest = fc.option(fc.constantFrom(false, "integer", "any", "string[]"), { nil: undefined, freq: 4 });
  return fc.tuple(fields, rest).map(([each, additionalProperties]) => ({
    fields: each,
    ...(additionalProperties !== undefined && { additionalProperties }),
  }));
}

function field(names: readonly string[]): fc.Arbitrary<object> {
  const bounded = fc.constantFrom<object>(
    { type: "string", minLength: 2, maxLength: 3 },
    { type: "string", pattern: "^[a-z]+$" },
    { type: "integer", minimum: -2, exclusiveMaximum: 7 },
    { type: "number", multipleOf: 0.5 },
    { type: "decimal", minimum: 0 },
    { type: "long", maximum: 9 },
    { type: "array", items: "integer", minItems: 1, maxItems: 2, uniqueItems: true },
    { type: "map", values: "integer", minProperties: 1, maxProperties: 2 },
    { type: "map", values: { type: "map", values: "any", maxProperties: 1 } },
    { const: "fixed" },
    { const: 3 },
    { const: true },
    { enum: ["x", "y"] },
    { enum: [1, 2], open: true },
    { fields: { inner: { type: "boolean", required: true } } },
  );
  return fc.oneof(
    { weight: 4, arbitrary: typeOf([...names, ...enums]).map((type) => ({ type })) },
    { weight: 2, arbitrary: bounded },
  );
}

function enumeration(): fc.Arbitrary<object> {
  const values = fc.oneof(
    fc.uniqueArray(fc.constantFrom("red", "green", "", "dark blue", "1", "null"), { minLength: 1 }),
    fc.uniqueArray(fc.constantFrom(0, 1, -5, 7, 2_147_483_648), { minLength: 1 }),
  );
  return fc.tuple(values, fc.boolean()).map(([all, open]) => ({
    enum: all.map((value, index) => ({ value, name: `value${index}` })),
    open,
  }));
}

/** By shape or by a constant; an earlier union can be a member of a later one. */
function union(index: number): fc.Arbitrary<object> {
  const byShape = fc
    .uniqueArray(typeOf([...models, ...enums, ...unions.slice(0, index)]), { minLength: 2, maxLength: 4 })
    .map((oneOf) => ({ oneOf }));
  const tagged = fc
    .uniqueArray(fc.constantFrom("cat", "dog", "fish"), { minLength: 1 })
    .chain((tags) => fc.tuple(...tags.map((tag) => member(`Union${index}${tag}`, tag))))
    .map((oneOf) => ({ oneOf, discriminator: { field: "kind" } }));
  return fc.oneof(
    { weight: 3, arbitrary: byShape },
    { weight: 1, arbitrary: tagged },
    { weight: 1, arbitrary: mapped },
  );
}

/** By a mapping to models, some of which are in other unions, too. */
const mapped = fc.uniqueArray(fc.constantFrom("Cat", "Dog", "Fish"), { minLength: 1 }).chain((members) => {
  const tags = fc.uniqueArray(fc.constantFrom("cat", "dog", "fish", "pet", "x y"), {
    minLength: members.length,
    maxLength: 4,
  });
  return tags.map((each) => ({
    oneOf: members,
    discriminator: {
      field: "kind",
      mapping: Object.fromEntries(each.map((tag, at) => [tag, members[at % members.length]])),
    },
  }));
});

const animals = {
  Cat: { fields: { kind: "string", lives: "integer" } },
  Dog: { fields: { kind: { type: "string?", required: true }, barks: "boolean" } },
  Fish: { fields: { kind: { enum: ["fish", "pet", "cat", "dog", "x y", "none"] } } },
};

function member(name: string, tag: string): fc.Arbitrary<object> {
  return field([]).map((a) => ({ name, fields: { kind: { const: tag, required: true }, a } }));
}

function typeOf(names: readonly string[]): fc.Arbitrary<string> {
  const base = names.length === 0 ? fc.constantFrom(...scalars) : fc.constantFrom(...scalars, ...names);
  const shape = fc.constantFrom("T", "T", "T", "T?", "T[]", "map<T>", "T?[]", "map<T?>", "T[]?", "map<T[]>");
  return fc.tuple(base, shape).map(([name, around]) => around.replace("T", name));
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index}`);
}
