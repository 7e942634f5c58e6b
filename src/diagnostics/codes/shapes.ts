/** Codes about the keys and values of specs and configs. */
import type { Catalogue } from "./entry.js";

export const shapeCodes = {
  "unknown-key": {
    rule: "Only documented keys may be used.",
    severity: "error",
    messages: {
      record: 'unknown key "{key}" in {a record}',
      label: 'unknown key "{key}": expected a language or a target',
    },
  },
  "missing-key": {
    rule: "A required key must be present.",
    severity: "error",
    messages: {
      record: 'missing key "{key}" in {a record}',
      variant: { text: 'missing key "{key}" in {a record}', hint: "use one of {values}" },
      companion: '"{key}" requires "{needed}"',
      output: {
        text: 'missing key "output" in a target',
        hint: 'leave it out only if both "code" and "docs" have an "output"',
      },
      type: { text: "missing type", hint: 'write "type: any" to allow any value' },
      items: {
        text: 'missing key "items", the type of the array\'s items',
        hint: 'write "type: any[]" to allow any items',
      },
      values: {
        text: 'missing key "values", the type of the map\'s values',
        hint: 'write "type: map<any>" to allow any values',
      },
      tagField: '"{model}" has no field "{field}", which the discriminator requires',
    },
  },
  "wrong-kind": {
    rule: "A value must be of the kind that its key expects.",
    severity: "error",
    messages: {
      value: "expected {expected}, found {found}",
      stringEnum: {
        text: "expected a string like the enum's other values, found the number {value}",
        hint: 'put it in quotes: "{value}"',
      },
      integerEnum: "expected a whole number like the enum's other values, found {found}",
      document: "expected {expected} at {pointer}, found {found}",
    },
  },
  "invalid-value": {
    rule: "A value must be one that its key allows.",
    severity: "error",
    messages: {
      oneOf: 'expected one of {values}, found "{value}"',
      form: '"{value}" must be {form}',
      minimum: "expected a number of at least {limit}, found {value}",
      maximum: "expected a number of at most {limit}, found {value}",
      exclusiveMinimum: "expected a number greater than {limit}, found {value}",
      emptyList: "expected at least one item, found an empty list",
      emptyMapping: "expected at least one key, found an empty mapping",
      repeatedItem: '"{value}" appears twice in this list',
      pattern: "invalid regular expression: {reason}",
      escapedPattern: {
        text: "invalid regular expression: {reason}",
        hint: "write a backslash before the character to match it literally",
      },
      patternEscape: {
        text: "invalid regular expression: {reason}",
        hint: "remove the backslash, or double it to match a backslash",
      },
      patternDepth: "the groups of this pattern are nested more than {limit} levels deep",
      bounds: 'no value satisfies both "{low}" {least} and "{high}" {greatest}',
      constant: "expected {expected}, found {found}",
      long: "expected a whole number of 64 bits, found {value}",
      reservedName: '"{name}" is a built-in type and cannot be the name of a model',
      repeatedValue: 'the value "{value}" appears twice in this enum',
      repeatedMember: "this member has the same type as another one",
      emptyEnum: "this enum has no values",
      emptyUnion: "this union has no members",
      removedTooEarly: 'the version in "removed" must be later than the one in "added"',
      changedTooEarly: 'a version in "changed" must be later than the one in "added"',
      changedTooLate: 'a version in "changed" must be earlier than the one in "removed"',
      tag: 'expected {expected} for "{field}", found "{tag}"',
      derivedTag: {
        text: 'expected {expected} for "{field}", found "{tag}"',
        hint: 'list the values of each member under "mapping"',
      },
      repeatedTag: '"{field}" is "{value}" in both "{first}" and "{second}"',
      notAMember: '"{model}" is not a member of this union',
      impossibleTag: {
        text: '"{field}" of "{member}" can never be "{tag}", only {allowed}',
        hint: "map a value that the member allows",
      },
      unmappedMember: 'no value of the discriminator is mapped to "{model}"',
      schemaType: "unknown type {type} at {pointer}",
      schemaBound: 'expected {expected} for "{key}" at {pointer}',
    },
  },
  "conflicting-keys": {
    rule: "Keys that exclude each other must not appear together.",
    severity: "error",
    messages: {
      exclusive: '"{key}" cannot be combined with "{other}"',
      inapplicable: '"{key}" does not apply to {type}',
      type: "this type contradicts the other keys, which describe {form}",
      documentedTogether: {
        text: '"languages: together" cannot be combined with "look: documented"',
        hint: 'remove "look", or write "look: full"',
      },
      unusedName: '"{key}" names a type that is written in place, but this type is not',
    },
  },
} as const satisfies Catalogue;
