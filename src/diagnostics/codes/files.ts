/** Codes about input files and their syntax. */
import type { Catalogue } from "./entry.js";

export const fileCodes = {
  "file-not-found": {
    rule: "A file or folder that the config names must exist.",
    severity: "error",
    messages: {
      file: 'the file "{path}" does not exist',
      folder: 'the folder "{path}" does not exist',
      package: 'the package "{name}" is not installed',
      config: { text: 'the file "{path}" does not exist', hint: 'run "npx modelwright init" to write one' },
    },
    example: `error file-not-found: the file "modelwright.yaml" does not exist
  hint: run "npx modelwright init" to write one`,
  },
  "ambiguous-config": {
    rule: "A folder must have one config.",
    severity: "error",
    messages: { both: { text: 'there are both "{one}" and "{other}"', hint: "remove one of them, or use --config" } },
    example: `error ambiguous-config: there are both "modelwright.yaml" and "modelwright.yml"
  hint: remove one of them, or use --config`,
  },
  "unreadable-file": {
    rule: "A spec, config or template must be a readable file of at most 64 MB.",
    severity: "error",
    messages: {
      size: '"{path}" is larger than 64 MB',
      system: '"{path}" cannot be read: {reason}',
      outside: { text: '"{path}" is a link that leads out of the project', hint: "copy the file, or remove the link" },
      irregular: '"{path}" is not a regular file',
    },
    example: 'error unreadable-file: "spec/person.yaml" cannot be read: permission denied',
  },
  "not-utf-8": {
    rule: "A spec, config or template must be a UTF-8 file.",
    severity: "error",
    messages: { utf16: "expected UTF-8, found UTF-16", other: "this file is not valid UTF-8" },
    hint: "save the file as UTF-8",
    example: `spec/person.yaml:1:1: error not-utf-8: expected UTF-8, found UTF-16
  hint: save the file as UTF-8`,
  },
  "not-yaml": {
    rule: "A spec or config file must be valid YAML.",
    severity: "error",
    messages: {
      syntax: "invalid YAML: {reason}",
      tab: { text: "invalid YAML: a tab as indentation", hint: "indent with spaces" },
      tag: { text: "unsupported YAML tag {tag}", hint: "remove the tag" },
      secondColon: {
        text: "invalid YAML: a second colon in one line",
        hint: "put a string with a colon and a space in quotes",
      },
      noColon: { text: 'invalid YAML: expected a colon after "{key}"', hint: 'write "{text}"' },
      noSpace: { text: 'invalid YAML: expected a space after the colon of "{key}"', hint: 'write "{text}"' },
      noComma: { text: "invalid YAML: expected a comma", hint: "separate the keys inside { } by commas" },
      keysBelowValue: {
        text: 'invalid YAML: "{key}" has a value and other keys below it',
        hint: 'move "{value}" to a key of its own below "{key}"',
      },
      misplacedKey: {
        text: 'invalid YAML: "{key}" is indented like none of the keys around it',
        hint: 'indent it by {column} spaces, like "{sibling}"',
      },
      token: "invalid YAML: unexpected {token}",
      brackets: { text: "invalid YAML: unexpected {token}", hint: 'write it in quotes inside { }: "{type}[]"' },
      openBracket: {
        text: 'invalid YAML: expected "{bracket}" or more indentation',
        hint: 'close the list or mapping with "{bracket}"',
      },
      secondDocument: {
        text: "expected one YAML document, found a second one",
        hint: "move what follows `---` to a file of its own",
      },
      key: "expected a string as a key, found a list or a mapping",
      mergeKey: 'expected a mapping to merge after "<<"',
      anchor: 'no anchor "&{name}" precedes this alias',
    },
  },
  "not-a-spec": {
    rule: "A file in the spec folder must be a field spec.",
    severity: "error",
    messages: {
      openapi: {
        text: "expected a field spec, found an OpenAPI document",
        hint: 'move it out of the spec folder, then run "npx modelwright import openapi {file}"',
      },
      asyncapi: {
        text: "expected a field spec, found an AsyncAPI document",
        hint: 'write its schemas under "models", or import them from an OpenAPI document',
      },
      jsonSchema: {
        text: "expected a field spec, found a JSON Schema",
        hint: 'write it under "models"; to import it, put it under "components.schemas" of an OpenAPI document',
      },
    },
  },
  "not-json": {
    rule: "A JSON document must be valid JSON.",
    severity: "error",
    messages: {
      expected: "invalid JSON: expected {expected}",
      end: "invalid JSON: unexpected end of the document",
      afterEnd: "invalid JSON: expected the end of the document",
      openString: "invalid JSON: a string without a closing quote",
      badString: "invalid JSON: a string with a line break or an unknown escape",
      tooLarge: "the document has more than {limit} values",
    },
  },
  "too-deep": {
    rule: "Values, types, aliases, unions and inheritance must not be nested too deep.",
    severity: "error",
    messages: {
      value: "nested more than {limit} levels deep",
      alias: '"{name}" refers to another type through more than {limit} names',
      extends: '"{model}" extends a model through more than {limit} others',
      union: '"{union}" contains unions nested more than {limit} levels deep',
      composition: "the schema at {pointer} is composed over more than {limit} levels",
      schema: "the schema at {pointer} is nested more than {limit} levels deep",
    },
    example: "spec/pet.yaml:3:112: error too-deep: nested more than 100 levels deep",
  },
  "too-many-aliases": {
    rule: "YAML aliases and references must not make a file much larger than it is.",
    severity: "error",
    messages: {
      itself: "this alias refers to a value that contains it",
      size: "with this alias, the file expands to many times its size",
      schemas: "the schema at {pointer} is one of more than {limit} that its component repeats",
    },
  },
  "inexact-number": {
    rule: "A number must be one that a double or an integer can represent exactly.",
    severity: "error",
    messages: {
      yaml: {
        text: "this number cannot be represented exactly",
        hint: "put it in quotes to keep it as a string",
      },
      json: { text: "this number cannot be represented exactly", severity: "warning" },
    },
  },
  "duplicate-key": {
    rule: "A mapping must not contain the same key twice.",
    severity: "error",
    messages: { key: 'duplicate key "{key}"' },
  },
} as const satisfies Catalogue;
