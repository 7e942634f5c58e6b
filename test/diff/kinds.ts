/** One small change of a spec for every kind of change. */

export interface Row {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly model: string;
  readonly field?: string | undefined;
  /** What happens to documents that old clients receive and send: `-c` for none and conditional. */
  readonly wire: string;
}

/** A change of the only field of a model. */
function field(kind: string, before: string, after: string, wire: string): Row {
  return { kind, before: model(before), after: model(after), model: "A", field: "x", wire };
}

function model(definition: string): string {
  return `models:\n  A: { fields: { id: string, x: ${definition} } }\n${others}`;
}

/** A change of a declared definition. */
function declared(kind: string, before: string, after: string, wire: string, model = "E"): Row {
  return { kind, before: `models:\n  ${before}\n${others}`, after: `models:\n  ${after}\n${others}`, model, wire };
}

const others = `  B: { fields: { kind: { const: b, required: true }, b: string } }
  C: { fields: { kind: { const: c, required: true }, c: string } }
  D: { fields: { kind: { const: d, required: true }, d: string } }
  F: { fields: { f: string } }
  G: { fields: { g: string } }
  Level: { enum: [low, high] }
  Open: { enum: [low, high], open: true }
`;

const states = {
  optional: "{ type: string }",
  required: "{ type: string, required: true }",
  "optional-nullable": "{ type: string, nullable: true }",
  "required-nullable": "{ type: string, required: true, nullable: true }",
};

type State = keyof typeof states;

function state(before: State, after: State, wire: string): Row {
  return field(`field.${before}.to-${after}`, states[before], states[after], wire);
}

const required = "{ type: string, required: true }";
const withDefault = "{ type: string, required: true, default: a }";

export const rows: readonly Row[] = [
  declared(
    "model.added",
    "Z: { fields: { z: string } }",
    "Z: { fields: { z: string } }\n  E: { fields: { e: string } }",
    "--",
  ),
  declared(
    "model.removed",
    "Z: { fields: { z: string } }\n  E: { fields: { e: string } }",
    "Z: { fields: { z: string } }",
    "--",
  ),
  declared(
    "model.renamed",
    "O: { fields: { one: string, o: E } }\n  E: { fields: { e: string, f: integer } }",
    "O: { fields: { one: string, o: N } }\n  N: { fields: { e: string, f: integer } }",
    "--",
    "N",
  ),
  declared(
    "model.renamed",
    "E: { fields: { e: string, f: integer } }",
    "N: { renamedFrom: E, fields: { e: string, f: integer } }",
    "--",
    "N",
  ),
  declared(
    "model.former-name-added",
    "E: { fields: { e: string } }",
    "E: { renamedFrom: Z, fields: { e: string } }",
    "--",
  ),
  declared(
    "model.former-name-removed",
    "E: { renamedFrom: Z, fields: { e: string } }",
    "E: { fields: { e: string } }",
    "--",
  ),
  declared(
    "model.renamed-symbol",
    "E: { fields: { e: string } }",
    "E: { names: { java: Eh }, fields: { e: string } }",
    "--",
  ),
  {
    ...declared("model.namespace-changed", "E: { fields: { e: string } }", "E: { fields: { e: string } }", "--"),
    before: "namespace: one\nmodels:\n  E: { fields: { e: string } }",
    after: "namespace: two\nmodels:\n  E: { fields: { e: string } }",
  },
  declared(
    "model.inlined",
    "O: { fields: { o: E } }\n  E: { fields: { e: string } }",
    "O: { fields: { o: { fields: { e: string } } } }",
    "--",
  ),
  declared(
    "model.extracted",
    "O: { fields: { o: { fields: { e: string } } } }",
    "O: { fields: { o: E } }\n  E: { fields: { e: string } }",
    "--",
  ),
  declared("model.to-abstract", "E: { fields: { e: string } }", "E: { abstract: true, fields: { e: string } }", "--"),
  declared("model.to-concrete", "E: { abstract: true, fields: { e: string } }", "E: { fields: { e: string } }", "--"),

  { ...field("field.added.optional", "string", "string, y: string", "--"), field: "y" },
  { ...field("field.added.required", "string", `string, y: ${required}`, "-B"), field: "y" },
  { ...field("field.added.required-with-default", "string", `string, y: ${withDefault}`, "-s"), field: "y" },
  { ...field("field.removed.optional", "string, y: string", "string", "-s"), field: "y" },
  { ...field("field.removed.required", `string, y: ${required}`, "string", "Bs"), field: "y" },
  { ...field("field.renamed.optional", "string, y: integer", "string, z: integer", "ss"), field: "z" },
  { ...field("field.renamed.required", `string, y: ${required}`, `string, z: ${required}`, "BB"), field: "z" },
  {
    ...field("field.renamed.optional", "string, y: integer", "string, z: { type: integer, renamedFrom: y }", "s-"),
    field: "z",
  },
  {
    ...field(
      "field.renamed.optional",
      "string, y: { type: integer, aliases: [z] }",
      "string, z: { type: integer, renamedFrom: y }",
      "--",
    ),
    field: "z",
  },
  {
    ...field(
      "field.renamed.required",
      `string, y: ${required}`,
      `string, z: ${required.replace("}", ", renamedFrom: y }")}`,
      "B-",
    ),
    field: "z",
  },
  field("field.other-name-added", "string", "{ type: string, renamedFrom: y, aliases: [z] }", "--"),
  field("field.other-name-removed", "{ type: string, aliases: [y, z] }", "{ type: string, renamedFrom: z }", "-s"),
  field("field.other-name-removed", `{ type: string, required: true, aliases: [y] }`, required, "-B"),
  field("field.renamed-symbol", "string", "{ type: string, rename: y }", "--"),
  {
    ...field("field.order-changed", "string, y: string", "string", "--"),
    field: undefined,
    after: `models:\n  A: { fields: { id: string, y: string, x: string } }\n${others}`,
  },
  state("optional", "required", "-c"),
  state("optional", "optional-nullable", "c-"),
  state("optional", "required-nullable", "cc"),
  state("required", "optional", "c-"),
  state("required", "optional-nullable", "c-"),
  state("required", "required-nullable", "c-"),
  state("optional-nullable", "optional", "-c"),
  state("optional-nullable", "required", "-c"),
  state("optional-nullable", "required-nullable", "-c"),
  state("required-nullable", "optional", "cc"),
  state("required-nullable", "required", "-c"),
  state("required-nullable", "optional-nullable", "c-"),
  field("field.read-only-added", "string", "{ type: string, readOnly: true }", "-s"),
  field("field.read-only-removed", "{ type: string, readOnly: true }", "string", "--"),
  field("field.write-only-added", "string", "{ type: string, writeOnly: true }", "s-"),
  field("field.write-only-removed", "{ type: string, writeOnly: true }", "string", "--"),

  field("type.integer-to-number", "integer", "number", "c-"),
  field("type.number-to-integer", "number", "integer", "-c"),
  field("type.int32-to-integer", "int32", "integer", "c-"),
  field("type.integer-to-int32", "integer", "int32", "-c"),
  field("type.int32-to-long", "int32", "long", "c-"),
  field("type.long-to-int32", "long", "int32", "-c"),
  field("type.integer-to-long", "integer", "long", "c-"),
  field("type.long-to-integer", "long", "integer", "-c"),
  field("type.number-to-float", "number", "float", "-c"),
  field("type.float-to-number", "float", "number", "c-"),
  field("type.number-to-decimal", "number", "decimal", "c-"),
  field("type.decimal-to-number", "decimal", "number", "-c"),
  field("type.integer-to-decimal", "integer", "decimal", "c-"),
  field("type.decimal-to-integer", "decimal", "integer", "-c"),
  field("type.string-to-date-time", "string", "date-time", "-c"),
  field("type.date-time-to-string", "date-time", "string", "c-"),
  field("type.string-to-date", "string", "date", "-c"),
  field("type.date-to-string", "date", "string", "c-"),
  field("type.date-time-to-date", "date-time", "date", "BB"),
  field("type.date-to-date-time", "date", "date-time", "BB"),
  field("type.string-to-bytes", "string", "bytes", "-c"),
  field("type.bytes-to-string", "bytes", "string", "c-"),
  field("type.string-to-text-format", "string", "uuid", "-c"),
  field("type.text-format-to-string", "email", "string", "c-"),
  field("type.text-format-changed", "uri", "email", "cc"),

  field("type.changed", "string", "integer", "BB"),
  field("type.changed", "{ tuple: [string, integer] }", "{ tuple: [string] }", "BB"),
  field("type.item-to-array", "string", '"string[]"', "BB"),
  field("type.array-to-item", '"Level[]"', "Level", "BB"),
  field("type.item-nullable-added", '"string[]"', '"string?[]"', "c-"),
  field("type.item-nullable-added", "{ tuple: [string, string] }", '{ tuple: [string, "string?"] }', "c-"),
  field("type.item-nullable-removed", "map<string?>", "map<string>", "-c"),
  field("type.any-to-typed", "any", "string", "-c"),
  field("type.typed-to-any", "string", "any", "c-"),
  field("type.map-to-model", "map<string>", "F", "cs"),
  field("type.model-to-map", "F", "map<string>", "sc"),
  field("type.model-to-union", "F", "{ oneOf: [F, G] }", "s-"),
  field("type.union-to-model", "{ oneOf: [B, C] }", "B", "-c"),
  field("type.scalar-to-union", "string", "{ oneOf: [string, integer] }", "c-"),
  field("type.union-to-scalar", "{ oneOf: [string, integer] }", "string", "-c"),
  field("type.string-to-closed-enum", "string", "Level", "-c"),
  field("type.string-to-open-enum", "string", "Open", "--"),
  field("type.closed-enum-to-string", "{ enum: [a, b] }", "string", "c-"),
  field("type.open-enum-to-string", "{ enum: [a, b], open: true }", "string", "--"),

  declared("enum.closed.value-added", "E: { enum: [a, b] }", "E: { enum: [a, b, c] }", "c-"),
  declared("enum.closed.value-removed", "E: { enum: [a, b, c] }", "E: { enum: [a, c] }", "-c"),
  declared("enum.closed.value-changed", "E: { enum: [a, b, c] }", "E: { enum: [a, x, c] }", "cc"),
  declared(
    "enum.closed.value-changed",
    "E: { enum: [a, b, c] }",
    "E: { enum: [a, { value: x, renamedFrom: b }, c] }",
    "c-",
  ),
  declared(
    "enum.closed.value-changed",
    "E: { enum: [a, { value: b, renamedFrom: x }] }",
    "E: { enum: [{ value: x, renamedFrom: b }, a] }",
    "--",
  ),
  declared("enum.former-value-added", "E: { enum: [a] }", "E: { enum: [{ value: a, renamedFrom: z }] }", "--"),
  declared("enum.former-value-removed", "E: { enum: [{ value: a, renamedFrom: z }] }", "E: { enum: [a] }", "-c"),
  declared("enum.open.value-added", "E: { enum: [a], open: true }", "E: { enum: [a, b], open: true }", "--"),
  declared("enum.open.value-removed", "E: { enum: [a, b], open: true }", "E: { enum: [a], open: true }", "-s"),
  declared("enum.open.value-changed", "E: { enum: [a, b], open: true }", "E: { enum: [a, c], open: true }", "ss"),
  declared("enum.order-changed", "E: { enum: [a, b, c] }", "E: { enum: [a, c, b] }", "--"),
  declared("enum.closed.to-open", "E: { enum: [a] }", "E: { enum: [a], open: true }", "c-"),
  declared("enum.open.to-closed", "E: { enum: [a], open: true }", "E: { enum: [a] }", "-c"),
  declared("enum.member-renamed", "E: { enum: [a, b] }", "E: { enum: [a, { value: b, name: Best }] }", "--"),

  declared("union.member-added", "E: { oneOf: [B, C] }", "E: { oneOf: [B, C, D] }", "--"),
  declared("union.member-removed", "E: { oneOf: [B, C, D] }", "E: { oneOf: [B, D] }", "-s"),
  declared(
    "union.collapsed",
    "E: { oneOf: [B, C] }\n  O: { fields: { o: E } }",
    "E: { oneOf: [B] }\n  O: { fields: { o: E } }",
    "-c",
  ),
  declared(
    "union.tag-changed",
    "E: { oneOf: [H, I], discriminator: { field: t, mapping: { one: H, two: I } } }\n  H: { fields: { t: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, i: string } }",
    "E: { oneOf: [H, I], discriminator: { field: t, mapping: { one: H, too: I } } }\n  H: { fields: { t: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, i: string } }",
    "ss",
  ),
  declared(
    "union.discriminator-added",
    "E: { oneOf: [H, I] }\n  H: { fields: { t: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, i: string } }",
    "E: { oneOf: [H, I], discriminator: { field: t, mapping: { one: H, too: I } } }\n  H: { fields: { t: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, i: string } }",
    "ss",
  ),
  declared(
    "union.discriminator-removed",
    "E: { oneOf: [H, I], discriminator: { field: t, mapping: { one: H, too: I } } }\n  H: { fields: { t: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, i: string } }",
    "E: { oneOf: [H, I] }\n  H: { fields: { t: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, i: string } }",
    "ss",
  ),
  declared(
    "union.discriminator-field-changed",
    "E: { oneOf: [H, I], discriminator: { field: t, mapping: { one: H, too: I } } }\n  H: { fields: { t: { type: string, required: true }, u: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, u: { type: string, required: true } } }",
    "E: { oneOf: [H, I], discriminator: { field: u, mapping: { one: H, too: I } } }\n  H: { fields: { t: { type: string, required: true }, u: { type: string, required: true } } }\n  I: { fields: { t: { type: string, required: true }, u: { type: string, required: true } } }",
    "ss",
  ),
  declared("union.order-changed", "E: { oneOf: [F, G] }", "E: { oneOf: [G, F] }", "ss"),

  field("const.changed", "{ const: a, required: true }", "{ const: b, required: true }", "BB"),
  field("const.removed", "{ const: a, required: true }", required, "c-"),
  field("const.added", required, "{ const: a, required: true }", "-c"),
  field("default.added.optional", "string", "{ type: string, default: a }", "-s"),
  field("default.added.required", required, withDefault, "c-"),
  field("default.changed", "{ type: string, default: a }", "{ type: string, default: b }", "-s"),
  field("default.removed.optional", "{ type: string, default: a }", "string", "-s"),
  field("default.removed.required", withDefault, required, "-c"),
  field("constraint.added", "string", "{ type: string, minLength: 1 }", "-c"),
  field("constraint.added", '"map<string>"', "{ type: map, values: string, maxProperties: 3 }", "-c"),
  field("constraint.tightened", "{ type: string, maxLength: 9 }", "{ type: string, maxLength: 5 }", "-c"),
  field("constraint.loosened", "{ type: integer, minimum: 5 }", "{ type: integer, minimum: 0 }", "c-"),
  field("constraint.removed", "{ type: array, items: string, uniqueItems: true }", '"string[]"', "c-"),
  field("constraint.pattern-changed", "{ type: string, pattern: a }", "{ type: string, pattern: b }", "cc"),

  declared(
    "additional-properties.forbidden",
    "E: { fields: { e: string } }",
    "E: { fields: { e: string }, additionalProperties: false }",
    "-c",
  ),
  declared(
    "additional-properties.allowed",
    "E: { fields: { e: string }, additionalProperties: false }",
    "E: { fields: { e: string } }",
    "c-",
  ),
  declared(
    "additional-properties.typed",
    "E: { fields: { e: string } }",
    "E: { fields: { e: string }, additionalProperties: integer }",
    "-c",
  ),
  declared(
    "additional-properties.untyped",
    "E: { fields: { e: string }, additionalProperties: integer }",
    "E: { fields: { e: string } }",
    "c-",
  ),
  declared(
    "additional-properties.type-changed",
    "E: { fields: { e: string }, additionalProperties: integer }",
    "E: { fields: { e: string }, additionalProperties: string }",
    "BB",
  ),

  field("deprecation.added", "string", "{ type: string, deprecated: true }", "--"),
  field("deprecation.changed", "{ type: string, deprecated: true }", "{ type: string, deprecated: gone soon }", "--"),
  field("deprecation.removed", "{ type: string, deprecated: true }", "string", "--"),
  field("docs.description-changed", "string", "{ type: string, description: What it is. }", "--"),
  field("docs.example-changed", "{ type: string, example: a }", "{ type: string, example: b }", "--"),
  field("docs.external-docs-changed", "string", '{ type: string, externalDocs: { url: "https://example.com" } }', "--"),
];
