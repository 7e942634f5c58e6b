/** Every kind of change of a spec, with the reason that reports give. */

interface KindRow {
  /** Why it matters, for users of every language. */
  readonly why: string;
  /** Whether it adds to the API of the package. */
  readonly adds?: true;
  /** Whether pages in the documented look do not show it. */
  readonly unlisted?: true;
}

const models = {
  "model.added": { why: "nothing used it before", adds: true },
  "model.removed": { why: "its class and its page no longer exist" },
  "model.renamed": { why: "its class and its page get the new name; JSON does not contain model names" },
  "model.renamed-symbol": { why: "its class and its page get another name in the languages affected" },
  "model.former-name-added": {
    why: "classes keep the former name as a deprecated alias, except in Java",
    adds: true,
  },
  "model.former-name-removed": { why: "the deprecated alias no longer exists" },
  "model.namespace-changed": { why: "its class and its page move" },
  "model.inlined": { why: "its class is now named after its owner and the field; JSON is unchanged" },
  "model.extracted": { why: "its class gets the declared name; JSON is unchanged" },
  "model.to-abstract": { why: "it is now only a base of other models" },
  "model.to-concrete": { why: "it can now be used by itself as well", adds: true },
} as const satisfies Rows;

const fields = {
  "field.added.optional": { why: "old classes keep fields that they do not know", adds: true },
  "field.added.required": {
    why: "old clients do not send it, and code that builds the model does not set it",
    adds: true,
  },
  "field.added.required-with-default": {
    why: "nothing fails, but its default applies where it is absent, and new objects contain the default",
    adds: true,
  },
  "field.removed.optional": { why: "a value that old clients send is kept as an unknown field and ignored" },
  "field.removed.required": { why: "old classes require it" },
  "field.renamed.optional": { why: "its value is lost on both sides without an error" },
  "field.renamed.required": { why: "each side requires its own name" },
  "field.renamed-symbol": { why: "the member of the class gets another name; JSON is unchanged" },
  "field.other-name-added": { why: "new classes read it under that name as well", adds: true, unlisted: true },
  "field.other-name-removed": { why: "what clients still send under that name is ignored", unlisted: true },
  "field.order-changed": { why: "only the order of JSON keys and of rows in tables changes" },
  "field.optional.to-required": { why: "old clients may omit it" },
  "field.optional.to-optional-nullable": { why: "old classes reject null" },
  "field.optional.to-required-nullable": { why: "old classes reject null, and old clients may omit it" },
  "field.required.to-optional": { why: "old classes require it" },
  "field.required.to-optional-nullable": { why: "old classes require a value" },
  "field.required.to-required-nullable": { why: "old classes reject null" },
  "field.optional-nullable.to-optional": { why: "old clients may send null" },
  "field.optional-nullable.to-required": { why: "old clients may send null or omit it" },
  "field.optional-nullable.to-required-nullable": { why: "old clients may omit it" },
  "field.required-nullable.to-optional": { why: "old classes require the key, and old clients may send null" },
  "field.required-nullable.to-required": { why: "old clients may send null" },
  "field.required-nullable.to-optional-nullable": { why: "old classes require the key" },
  "field.read-only-added": { why: "requests no longer have it, so what old clients send is ignored", adds: true },
  "field.read-only-removed": { why: "requests have it as well" },
  "field.write-only-added": { why: "responses no longer have it, so old clients read them without it", adds: true },
  "field.write-only-removed": { why: "responses have it as well" },
} as const satisfies Rows;

const numbers = {
  "type.integer-to-number": { why: "old classes reject fractions" },
  "type.number-to-integer": { why: "old clients may send fractions" },
  "type.int32-to-integer": { why: "old classes reject values beyond 32 bits" },
  "type.integer-to-int32": { why: "old clients may send values beyond 32 bits" },
  "type.int32-to-long": { why: "old classes reject values beyond 32 bits" },
  "type.long-to-int32": { why: "old clients may send values beyond 32 bits" },
  "type.integer-to-long": { why: "old classes may reject values beyond 2^53" },
  "type.long-to-integer": { why: "old clients may send values beyond 2^53" },
  "type.number-to-float": { why: "old clients may send values outside single precision" },
  "type.float-to-number": { why: "old classes reject values outside single precision" },
  "type.number-to-decimal": { why: "a decimal may be a string in JSON" },
  "type.decimal-to-number": { why: "old clients may send it as a string, and digits may be lost" },
  "type.integer-to-decimal": { why: "a decimal may be a string in JSON, or have a fraction" },
  "type.decimal-to-integer": { why: "old clients may send it as a string, or with a fraction" },
} as const satisfies Rows;

const strings = {
  "type.string-to-date-time": { why: "other strings are rejected" },
  "type.date-time-to-string": { why: "old classes reject other strings" },
  "type.string-to-date": { why: "other strings are rejected" },
  "type.date-to-string": { why: "old classes reject other strings" },
  "type.date-time-to-date": { why: "no string is valid as both" },
  "type.date-to-date-time": { why: "no string is valid as both" },
  "type.string-to-bytes": { why: "strings that are not base64 are rejected" },
  "type.bytes-to-string": { why: "old classes reject strings that are not base64" },
  "type.string-to-text-format": { why: "only `validate` checks the format" },
  "type.text-format-to-string": { why: "only `validate` checks the format" },
  "type.text-format-changed": { why: "only `validate` checks the formats" },
} as const satisfies Rows;

const types = {
  "type.changed": { why: "values of one type may not be values of the other" },
  "type.item-to-array": { why: "no value is valid as both" },
  "type.array-to-item": { why: "no value is valid as both" },
  "type.item-nullable-added": { why: "old classes reject null inside it", unlisted: true },
  "type.item-nullable-removed": { why: "old clients may send null inside it", unlisted: true },
  "type.any-to-typed": { why: "values of other types are rejected" },
  "type.typed-to-any": { why: "old classes reject values of other types" },
  "type.map-to-model": { why: "keys of the map become additional properties" },
  "type.model-to-map": { why: "its fields become keys of the map" },
  "type.model-to-union": { why: "old classes read every member as the model that they know" },
  "type.union-to-model": { why: "values of other members are rejected" },
  "type.scalar-to-union": { why: "old classes reject the other members" },
  "type.union-to-scalar": { why: "values of other members are rejected" },
  "type.string-to-closed-enum": { why: "unlisted strings are rejected" },
  "type.string-to-open-enum": { why: "every string is still accepted" },
  "type.closed-enum-to-string": { why: "old classes reject unlisted strings" },
  "type.open-enum-to-string": { why: "every string is still accepted" },
} as const satisfies Rows;

const enums = {
  "enum.closed.value-added": { why: "old classes reject it, and exhaustive branches do not cover it", adds: true },
  "enum.closed.value-removed": { why: "old clients may send it" },
  "enum.closed.value-changed": { why: "each side rejects the value of the other" },
  "enum.open.value-added": {
    why: "old classes keep values that they do not know, but code may branch over the listed ones only",
    adds: true,
  },
  "enum.open.value-removed": { why: "it is still accepted, as an unknown value" },
  "enum.open.value-changed": { why: "each side reads the value of the other as an unknown one" },
  "enum.former-value-added": { why: "new classes read it as the present value", adds: true, unlisted: true },
  "enum.former-value-removed": { why: "clients that still send it are not understood any more", unlisted: true },
  "enum.order-changed": { why: "code may depend on the order of the values" },
  "enum.closed.to-open": { why: "old classes reject unlisted values" },
  "enum.open.to-closed": { why: "unlisted values are rejected" },
  "enum.member-renamed": { why: "the constant gets another name in the languages affected" },
} as const satisfies Rows;

const unions = {
  "union.member-added": { why: "old classes read it as unknown, and exhaustive branches do not cover it", adds: true },
  "union.member-removed": { why: "its values are read as unknown" },
  "union.collapsed": { why: "a union of one member is that member: values that were kept as unknown are rejected" },
  "union.tag-changed": { why: "values with the other tag are read as unknown" },
  "union.discriminator-added": { why: "a value may be read as another member, or as unknown" },
  "union.discriminator-removed": {
    why: "members are now distinguished by their fields, so a value may be read as another one",
  },
  "union.discriminator-field-changed": {
    why: "values with the other discriminator are read as unknown, and those without one are rejected",
  },
  "union.order-changed": {
    why: "of several members that fit, the first one is read, and code may depend on the order",
  },
} as const satisfies Rows;

const values = {
  "const.changed": { why: "each side requires its own value" },
  "const.removed": { why: "old classes reject other values" },
  "const.added": { why: "other values are rejected" },
  "default.added.optional": {
    why: "nothing fails, but an absent field now means the default, and new objects contain it",
    unlisted: true,
  },
  "default.added.required": { why: "the field may now be absent" },
  "default.changed": {
    why: "nothing fails, but an absent field means the new default, and new objects contain it",
    unlisted: true,
  },
  "default.removed.optional": {
    why: "nothing fails, but an absent field no longer means the default, and new objects do not contain it",
    unlisted: true,
  },
  "default.removed.required": { why: "old clients may omit it" },
  "constraint.added": { why: "old clients may send values that `validate` now reports", unlisted: true },
  "constraint.tightened": { why: "old clients may send values that `validate` now reports", unlisted: true },
  "constraint.loosened": { why: "`validate` of old classes reports the new values", unlisted: true },
  "constraint.removed": { why: "`validate` of old classes reports the new values", unlisted: true },
  "constraint.pattern-changed": { why: "`validate` of each side may report values of the other", unlisted: true },
} as const satisfies Rows;

const additional = {
  "additional-properties.forbidden": { why: "additional properties that old clients send are rejected" },
  "additional-properties.allowed": { why: "old classes reject additional properties", adds: true },
  "additional-properties.typed": { why: "values of other types are rejected" },
  "additional-properties.untyped": { why: "old classes reject values of other types" },
  "additional-properties.type-changed": { why: "values of one type may not be values of the other" },
} as const satisfies Rows;

const documentation = {
  "deprecation.added": { why: "code that uses it gets a warning", adds: true },
  "deprecation.changed": { why: "the warning has another text" },
  "deprecation.removed": { why: "code that uses it no longer gets a warning" },
  "docs.description-changed": { why: "only documentation changes" },
  "docs.example-changed": { why: "only documentation changes" },
  "docs.external-docs-changed": { why: "only documentation changes" },
} as const satisfies Rows;

type Rows = Readonly<Record<string, KindRow>>;

/** The kinds, by the sections of `docs/diff.md`. */
export const kindSections = {
  "Models, enums and unions": models,
  Fields: fields,
  "Types: numbers": numbers,
  "Types: strings": strings,
  "Types: all others": types,
  Enums: enums,
  Unions: unions,
  "Constants, defaults, constraints": values,
  "Additional properties": additional,
  "Deprecation and documentation": documentation,
} as const;

const rows = Object.assign({}, ...Object.values(kindSections)) as Record<Kind, KindRow>;

type Sections = typeof kindSections;
type KindsOf<T> = T extends unknown ? keyof T : never;
export type Kind = KindsOf<Sections[keyof Sections]>;

export function rowOf(kind: Kind): KindRow {
  return rows[kind];
}

/** Whether a kind of the catalogue has this name; the others have `type.changed`. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(rows, name);
}
