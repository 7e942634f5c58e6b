/** The JSON Schema of a config. It is less strict than the check, as it does not know external languages. */
import { type JsonSchema, jsonSchema } from "../shape/json-schema.js";
import type { TargetLanguage } from "./option.js";
import { configShape, targetRecord } from "./shapes.js";

/** If the config names modules, the language of a target may be any. */
export function configSchema(languages: readonly TargetLanguage[]): JsonSchema {
  const schema = jsonSchema(configShape(languages), "modelwright.yaml") as ConfigSchema;
  const { properties, definitions } = schema;
  const { targets } = properties;
  const { anyOf } = targets.additionalProperties;
  const among = { enum: languages.map(({ id }) => id) };
  const other = { $ref: "#/definitions/otherTarget" };
  return {
    ...schema,
    properties: { ...properties, targets: { ...targets, additionalProperties: { anyOf: [...anyOf, other] } } },
    if: { not: { required: ["languages"] } },
    then: { properties: { targets: onlyShipped(among) } },
    definitions: { ...definitions, otherTarget: otherTarget(among) },
  };
}

interface ConfigSchema extends JsonSchema {
  readonly properties: JsonSchema & {
    readonly targets: JsonSchema & { readonly additionalProperties: { readonly anyOf: readonly JsonSchema[] } };
  };
  readonly definitions: JsonSchema;
}

function onlyShipped(language: JsonSchema): JsonSchema {
  return { type: "object", additionalProperties: { type: "object", properties: { language } } };
}

function otherTarget(shipped: JsonSchema): JsonSchema {
  const { properties, required } = jsonSchema(targetRecord, "") as { readonly properties: JsonSchema } & JsonSchema;
  return {
    description: "A tree of docs and code in a language that a module provides; the language checks its own keys.",
    type: "object",
    properties: { ...properties, language: { ...(properties["language"] as JsonSchema), not: shipped } },
    ...(required === undefined ? {} : { required }),
  };
}
