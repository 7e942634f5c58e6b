/** Codes about OpenAPI documents. */
import type { Catalogue } from "./entry.js";

export const importCodes = {
  "not-openapi": {
    rule: "A document to import must be OpenAPI 3 or Swagger 2.",
    severity: "error",
    messages: {
      empty: "this file is empty",
      kind: "expected an object as the API description, found {found}",
      version: { text: "unsupported version {version}", hint: "use OpenAPI 3.0, OpenAPI 3.1 or Swagger 2.0" },
      missing: 'expected an API description, but the key "openapi" is missing',
    },
  },
  "unresolved-ref": {
    rule: "A $ref must point to something that exists.",
    severity: "error",
    messages: {
      target: 'the "$ref" at {pointer} cannot be resolved: its target does not exist',
      anchor: {
        text: 'the "$ref" at {pointer} cannot be resolved: anchors are not supported',
        hint: "write a JSON pointer: #/components/schemas/Name",
      },
      network: {
        text: 'the "$ref" at {pointer} cannot be resolved: nothing is fetched from the network',
        hint: "save that document next to this one",
      },
      file: 'the "$ref" at {pointer} cannot be resolved: {reason}',
    },
  },
  "forbidden-ref": {
    rule: "A $ref must point to a regular file in the folder of the documents or in one that is allowed.",
    severity: "error",
    messages: {
      outside: {
        text: '"{path}" is outside the folder of the documents',
        hint: "allow another folder with --allow-refs <folder>",
      },
      irregular: '"{path}" is not a regular file',
      ref: 'the "$ref" at {pointer} is not followed: {reason}',
    },
    example: `api.yaml:9:17: error forbidden-ref: the "$ref" at #/components/schemas/Pet is not followed: "../secret.yaml" is outside the folder of the documents
  hint: allow another folder with --allow-refs <folder>`,
  },
  "circular-ref": {
    rule: "A schema must not consist of itself.",
    severity: "error",
    messages: {
      ref: 'the "$ref" at {pointer} refers to itself',
      schema: "the schema at {pointer} consists of itself, directly or through others",
    },
  },
  "renamed-component": {
    rule: "A component gets another name if its name is taken.",
    severity: "warning",
    hint: "rename the component in the document to choose its name",
    messages: {
      own: 'the component "{name}" becomes the model "{key}", because it has the name of {holder}',
      suffixed:
        'the component "{name}" becomes the model "{key}", because its {direction} model has the name of {holder}',
    },
  },
  "not-imported": {
    rule: "Anything a spec cannot express is dropped and reported.",
    severity: "warning",
    messages: {
      one: "dropped at {pointer}: {what}",
      two: "dropped at {pointer} and 1 more place: {what}",
      more: "dropped at {pointer} and {count} more places: {what}",
    },
  },
} as const satisfies Catalogue;
