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
    severity: "warning",
    messages: {
      target: "the $ref {target} at {pointer} is not followed: its target does not exist",
      anchor: {
        text: "the $ref {target} at {pointer} is not followed: anchors are not supported",
        hint: "write a JSON pointer: #/components/schemas/Name",
      },
      network: {
        text: "the $ref {target} at {pointer} is not followed: nothing is fetched from the network",
        hint: "save that document next to this one",
      },
      file: "the $ref {target} at {pointer} is not followed: {reason}",
    },
  },
  "forbidden-ref": {
    rule: "A $ref must point to a regular file in the folder of the documents or in one that is allowed.",
    severity: "warning",
    messages: {
      outside: {
        text: '"{path}" is outside the folder of the documents',
        hint: "allow another folder with --allow-refs <folder>",
      },
      irregular: '"{path}" is not a regular file',
      ref: "the $ref {target} at {pointer} is not followed: {reason}",
    },
    example: `api.yaml:9:17: warning forbidden-ref: the $ref "../secret.yaml#/db" at #/components/schemas/Pet/$ref is not followed: "../secret.yaml" is outside the folder of the documents; the spec accepts any value here
  hint: allow another folder with --allow-refs <folder>`,
  },
  "circular-ref": {
    rule: "A schema must not consist of itself.",
    severity: "warning",
    messages: {
      ref: 'a "$ref" refers to itself at {pointer}',
      schema: "a schema consists of itself, directly or through others, at {pointer}",
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
      effect: "the spec {effect} at {pointer}: dropped {what}",
      nothing: "dropped {what} at {pointer}",
      rest: {
        text: "also dropped, without effect on the accepted values: {list}",
        hint: "run import openapi with --format text to see every place",
      },
    },
  },
} as const satisfies Catalogue;
