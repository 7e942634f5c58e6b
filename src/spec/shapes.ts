/** The shape of a spec file. Editors show each sentence next to its key. */
import {
  any,
  changesOf,
  dictionary,
  either,
  flag,
  lazy,
  list,
  nonEmptyText,
  oneOfTexts,
  record,
  scalarOf,
  syntax,
  text,
  textLike,
  wholly,
} from "../shape/define.js";
import type { Entry, Key, RecordShape, Shape } from "../shape/shape.js";
import type { Changes, KeysOf } from "../shape/define.js";
import type {
  DiscriminatorSource,
  EnumValueSource,
  FieldSource,
  MemberSource,
  ModelSource,
  NamesSource,
  TypeSource,
} from "./source.js";
import { constraints } from "./constraint-shapes.js";
import { deprecated, description, externalDocs } from "./documentation-shapes.js";
import { foreignDiscriminatorKey, foreignFileKey, foreignModelKey, foreignTypeKey } from "./foreign-keys.js";
import { scalars } from "./spec.js";
import { formNames } from "./wire-forms.js";
import { parseType, typeName, typePattern } from "./type-syntax.js";

/** The values of `type` that need other keys. */
export const structures = ["object", "array", "map"] as const;

const typeText = syntax({
  title: "a type",
  parse: parseType,
  suggestions: [...scalars, ...structures],
  pattern: wholly(typePattern),
});
const labels = dictionary(nonEmptyText);
const fieldNames = list(text, { notEmpty: true, unique: true });
const formerNames = either<NamesSource>(nonEmptyText, list(nonEmptyText, { notEmpty: true, unique: true }));
const formerKeys = either<NamesSource>(text, fieldNames);
const formerValue = scalarOf<string | number | bigint>("text", "whole");
const modelName = {
  regexp: wholly(typeName),
  title: "a name that a type can refer to, without < > [ ] ? or spaces at its ends",
};

export const discriminator: RecordShape & Shape<DiscriminatorSource> = record<Omit<DiscriminatorSource, "broken">>(
  "discriminator",
  "The field that distinguishes the members of a union.",
  {
    field: { shape: nonEmptyText, doc: "The JSON name of that field.", required: true },
    mapping: {
      shape: dictionary(typeText, { notEmpty: true }),
      doc: "The member for each value of the field. Default: the members' own constants or names.",
    },
  },
  { foreign: foreignDiscriminatorKey },
);

const names = { shape: labels, doc: "The type's name in single languages or targets, by their id." };
type WithoutBroken<T> = Omit<T, "broken">;
const anyType: Shape<TypeSource> = lazy(() => typeRecord);

const typeKeys: KeysOf<WithoutBroken<TypeSource>> = {
  type: {
    shape: typeText,
    doc: "The type: a built-in one or a model, with `[]`, `?`, `map<…>` and `map<Enum, …>` around it.",
  },
  as: {
    shape: oneOfTexts(...formNames),
    doc: "What JSON holds: for a decimal string (the default) or number, for a long number (the default) or string, for a date-time rfc3339 (the default), epoch-seconds or epoch-milliseconds.",
  },
  nullable: { shape: flag, doc: "Whether the value may be null. Default: false." },
  enum: {
    shape: list(
      lazy(() => enumValueRecord as Shape<EnumValueSource>),
      { notEmpty: true },
    ),
    doc: "The values it may have, all strings or all whole numbers; null makes it nullable.",
  },
  open: { shape: flag, doc: "Whether values that are not listed are kept. Default: false." },
  fields: {
    shape: dictionary(lazy(() => fieldRecord as Shape<FieldSource>)),
    doc: "The fields of the model, by their JSON names.",
  },
  extends: { shape: list(typeText), doc: "Models whose fields this one inherits, in this order, before its own." },
  from: { shape: typeText, doc: "The model that this one is derived from: it has the same fields, now and later." },
  pick: { shape: fieldNames, doc: "The only fields that it has of the model that it is derived from." },
  omit: { shape: fieldNames, doc: "Fields that it does not have of the model that it is derived from." },
  partial: {
    shape: flag,
    doc: "Whether the fields of the model that it is derived from are optional and have no defaults. Default: false.",
  },
  additionalProperties: {
    shape: either<boolean | TypeSource>(flag, anyType),
    doc: "Fields that are not listed: true (the default) keeps them, false rejects them, a type declares their values. Docs show true and types.",
  },
  oneOf: {
    shape: list(
      either<MemberSource | null>(
        scalarOf<null>("null"),
        lazy(() => memberRecord as Shape<MemberSource>),
      ),
      { notEmpty: true },
    ),
    doc: "The types, one of which the value has; null or any makes it nullable.",
  },
  discriminator: { shape: discriminator, doc: "The field that distinguishes the members of the union." },
  const: { shape: scalarOf("text", "number", "flag"), doc: "The only value it may have." },
  items: { shape: anyType, doc: "The type of the array's items." },
  tuple: {
    shape: list(anyType, { notEmpty: true }),
    doc: "The types of the items of an array that has exactly these items, in this order.",
  },
  keys: { shape: typeText, doc: "The enum of strings that the map's keys are values of. Default: any keys." },
  values: { shape: anyType, doc: "The type of the map's values." },
  ...constraints,
  name: { shape: nonEmptyText, doc: "The name of the type that is declared here. Default: the field's name." },
  names,
  description,
  example: { shape: any, doc: "A value it may have, for the docs." },
  examples: {
    shape: list(any),
    doc: "Values it may have, for the docs; an empty list keeps those of the type from being shown.",
  },
  checkExamples: {
    shape: flag,
    doc: "Whether examples should match the type; false for an intentional mismatch. Default: true.",
  },
  deprecated,
  externalDocs: { shape: externalDocs, doc: "Further documentation." },
};

const typeRules = {
  exclusive: [
    ["enum", "fields", "oneOf", "const", "items", "tuple", "values"],
    ["enum", "extends", "oneOf", "const", "items", "tuple", "values"],
    ["enum", "from", "oneOf", "const", "items", "tuple", "values"],
    ["enum", "additionalProperties", "oneOf", "const", "items", "tuple", "values"],
    ["pick", "omit"],
    ["example", "examples"],
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ],
  needs: { open: "enum", discriminator: "oneOf", pick: "from", omit: "from", partial: "from", keys: "values" },
} as const;

const version = nonEmptyText;
const added = { shape: version, doc: "The API version that has it first." };
const removed = { shape: version, doc: "The API version that no longer has it." };

function versionKeys<T>(changes: () => Shape<Changes<T>>): VersionKeys<T> {
  const changed = {
    shape: dictionary(lazy(changes), { notEmpty: true }),
    doc: "By version: the keys that change with that version; null removes a key.",
  };
  return { added, removed, changed };
}

interface VersionKeys<T> {
  readonly added: Key<string>;
  readonly removed: Key<string>;
  readonly changed: Key<readonly Entry<Changes<T>>[]>;
}

export const typeRecord: RecordShape & Shape<TypeSource> = record<WithoutBroken<TypeSource>>(
  "type",
  "A type: its name, or a mapping that describes it.",
  typeKeys,
  {
    rules: typeRules,
    short: "type",
    foreign: foreignTypeKey,
  },
);

export const modelRecord: RecordShape & Shape<ModelSource> = record<WithoutBroken<ModelSource>>(
  "model",
  "A model, enum or union, or a name for another type.",
  {
    ...withoutName(typeKeys),
    renamedFrom: {
      shape: formerNames,
      doc: "The name that it had before, or several: classes keep it as a deprecated alias.",
    },
    abstract: { shape: flag, doc: "Whether it can only be extended. Default: false." },
    ...versionKeys<ModelSource>(() => modelChanges),
  },
  { rules: typeRules, short: "type", content: "fields", foreign: foreignModelKey },
);

export const fieldRecord: RecordShape & Shape<FieldSource> = record<WithoutBroken<FieldSource>>(
  "field",
  "A field of a model: its type, or a mapping that describes it.",
  {
    ...typeKeys,
    required: { shape: flag, doc: "Whether the key must be present. Default: false." },
    default: { shape: any, doc: "The value of an absent field when a model is built." },
    readOnly: { shape: flag, doc: "Whether only the server sets it: requests use a model without it." },
    writeOnly: { shape: flag, doc: "Whether it is only sent: responses use a model without it." },
    rename: {
      shape: either<string | readonly Entry<string>[]>(nonEmptyText, labels),
      doc: "The field's name in code: one for all languages, in each one's case, or names in single languages or targets, by their id.",
    },
    renamedFrom: {
      shape: formerKeys,
      doc: "The name in JSON that it had before, or several: it is still read, and classes keep a deprecated accessor.",
    },
    aliases: { shape: fieldNames, doc: "Other names in JSON that are read, but not written." },
    ...versionKeys<FieldSource>(() => fieldChanges),
  },
  {
    rules: { ...typeRules, exclusive: [...typeRules.exclusive, ["readOnly", "writeOnly"]] },
    short: "type",
    foreign: foreignTypeKey,
  },
);

export const memberRecord: RecordShape & Shape<MemberSource> = record<WithoutBroken<MemberSource>>(
  "member",
  "A member of a union: its type, or a mapping that describes it.",
  { ...typeKeys, ...versionKeys<MemberSource>(() => memberChanges) },
  { rules: typeRules, short: "type", foreign: foreignTypeKey },
);

export const enumValueRecord: RecordShape & Shape<EnumValueSource> = record<WithoutBroken<EnumValueSource>>(
  "enum value",
  "A value of an enum: the value itself, or a mapping that describes it.",
  {
    value: { shape: scalarOf("text", "whole", "null"), doc: "The value in JSON.", required: true },
    renamedFrom: {
      shape: either<NamesSource<string | number | bigint>>(
        formerValue,
        list(formerValue, { notEmpty: true, unique: true }),
      ),
      doc: "The value in JSON that it had before, or several: it is still read, and classes keep a deprecated constant.",
    },
    name: { shape: nonEmptyText, doc: "The name of the enum's member, if the value does not make a good one." },
    names: { shape: labels, doc: "The member's name in single languages or targets, by their id." },
    description: { shape: text, doc: "What it means, in Markdown." },
    deprecated,
    ...versionKeys<EnumValueSource>(() => enumValueChanges),
  },
  { short: "value" },
);

const versionKeyNames = ["added", "removed", "changed"] as const;
const modelChanges = changesOf(modelRecord, versionKeyNames);
const fieldChanges = changesOf(fieldRecord, versionKeyNames);
const memberChanges = changesOf(memberRecord, versionKeyNames);
const enumValueChanges = changesOf(enumValueRecord, [...versionKeyNames, "value"]);

export interface SpecFileSource {
  readonly namespace?: Entry<string>;
  readonly models?: Entry<readonly Entry<ModelSource>[]>;
}

export const specFileRecord = record<SpecFileSource>(
  "spec file",
  "A file of modelwright field specs.",
  {
    namespace: {
      shape: textLike(wholly(typeName), "a name"),
      doc: "The namespace of the models of this file. Default: the target's own.",
    },
    models: {
      shape: dictionary(modelRecord as Shape<ModelSource>, { keys: modelName }),
      doc: "The models, by their names.",
    },
  },
  { content: "models", foreign: foreignFileKey },
);

function withoutName({ name: _, ...keys }: typeof typeKeys): Omit<typeof typeKeys, "name"> {
  return keys;
}
