/** Codes about the models of a spec and how they refer to each other. */
import type { Catalogue } from "./entry.js";

const syntaxHint = "write types like string, Address, Address[], map<Address> or Address?";

export const specCodes = {
  "unknown-type": {
    rule: "A type must be built in or a model of the spec.",
    severity: "error",
    messages: { name: 'unknown type "{name}"' },
  },
  "ambiguous-type": {
    rule: "A type name that several namespaces have must include its namespace.",
    severity: "error",
    messages: { name: { text: 'several models are named "{name}"', hint: "write {names}" } },
  },
  "invalid-type": {
    rule: "A type must follow the type syntax and be usable where it appears.",
    severity: "error",
    messages: {
      syntax: {
        text: 'expected {expected}, found "{token}"',
        hint: syntaxHint,
      },
      end: {
        text: "expected {expected} after this",
        hint: syntaxHint,
      },
      empty: {
        text: "expected a type, found an empty string",
        hint: syntaxHint,
      },
      depth: "this type is nested more than {limit} levels deep",
      doubleNullable: { text: 'duplicate "?"', hint: 'write one "?" only' },
      arrayArgument: {
        text: '"{name}" takes no type in angle brackets',
        hint: "write an array like string[]",
      },
      argument: {
        text: '"{name}" takes no type in angle brackets',
        hint: "write a map like map<string>",
      },
      bareArray: {
        text: '"array" does not declare the type of its items',
        hint: 'write "any[]" for an array of any values',
      },
      bareMap: {
        text: '"map" does not declare the type of its values',
        hint: 'write "map<any>" for a map of any values',
      },
      mapKeys: 'the keys of a map must be "string" or an enum of strings',
      bareObject: '"object" does not declare its fields',
      abstract: {
        text: '"{name}" is abstract, so no value has this type',
        hint: 'write "oneOf" with the models that extend it',
      },
      notAModel: "expected the name of a model",
      memberOfTagged:
        "expected a model or a union of models, as every member of a union with a discriminator must be one",
      tagType: '"{field}" of "{model}" must be a string, a whole number or a boolean to distinguish members',
      tagTypes: '"{field}" is {kind} in "{model}" but {otherKind} in "{other}"',
    },
  },
  "unknown-field": {
    rule: "A field that a derived model picks or omits must be one of the model that it is derived from.",
    severity: "error",
    messages: { name: '"{model}" has no field "{field}"' },
  },
  "former-name": {
    rule: "A former name, or another name of a field, must not be in use.",
    severity: "error",
    messages: {
      own: '"{name}" is the name that it has now',
      model: '"{name}", a former name of "{of}", is another model',
      field: '"{name}", another name of "{of}", is a field of "{model}", too',
      value: '"{name}", a former value of "{of}", is a value of the enum, too',
      repeated: '"{name}" is another name of both "{first}" and "{second}"',
      twice: '"{name}" is given twice as another name of "{of}"',
      inCode: '"{name}", the {language} {kind} of a former name, is that of something else, too',
      mapKeys: 'the values of "{name}" have former names, so they cannot be the keys of a map',
      withoutClass: '"{name}" has no class that could keep a former name, as it is a name for another type',
    },
  },
  "circular-extends": {
    rule: "A model must not extend itself or be derived from itself, directly or through others.",
    severity: "error",
    messages: { model: '"{model}" extends itself', derived: '"{model}" is derived from itself' },
  },
  "circular-alias": {
    rule: "A name for another type must not refer to itself, directly or through others, except inside an array, a tuple or a map.",
    severity: "error",
    messages: { alias: '"{name}" refers to itself', union: '"{union}" is a member of itself' },
  },
  "unknown-version": {
    rule: "A version must be one that the config lists.",
    severity: "error",
    messages: { version: 'unknown version "{version}"' },
  },
  "inconsistent-version": {
    rule: "The spec must be complete in every version.",
    severity: "error",
    messages: {
      type: 'there is no "{name}"',
      emptyEnum: "this enum has no values",
      emptyUnion: "this union has no members",
    },
  },
  "infinite-model": {
    rule: "A model must not require itself infinitely.",
    severity: "error",
    messages: { circle: "no finite value is valid, because the model requires itself: {circle}" },
    hint: "make one of the fields optional or nullable",
  },
  "default-mismatch": {
    rule: "A default must match its type.",
    severity: "error",
    messages: {
      value: "the default does not match its type: expected {expected}, found {found}",
      part: "the default does not match its type: expected {expected} at {path}, found {found}",
      int64: {
        text: 'the default has the number {value}, which "int64: number" cannot hold exactly',
        hint: 'use a number between -2^53 and 2^53, or "int64: bigint" or "int64: string" for the TypeScript target',
      },
    },
  },
  "example-mismatch": {
    rule: "An example should match its type.",
    severity: "warning",
    messages: {
      value: "the example does not match its type: expected {expected}, found {found}",
      part: "the example does not match its type: expected {expected} at {path}, found {found}",
    },
    hint: 'correct it, or add "checkExamples: false" if it is intentional',
  },
  "slow-pattern": {
    rule: "A pattern should match a string in a time that does not double with each character.",
    severity: "warning",
    messages: { exponential: "this part of the pattern can take exponential time to match" },
    hint: "rewrite it so that it matches each string in one way only",
  },
} as const satisfies Catalogue;
