import { Ajv } from "ajv";

/** What consumers of SARIF 2.1.0 rely on, in the words of its JSON Schema. */
export const isSarif = new Ajv({ strict: false }).compile({
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    version: { const: "2.1.0" },
    runs: { type: "array", minItems: 1, maxItems: 1, items: { $ref: "#/$defs/run" } },
  },
  $defs: {
    message: {
      type: "object",
      required: ["text"],
      additionalProperties: false,
      properties: { text: { type: "string" } },
    },
    run: {
      type: "object",
      required: ["tool", "results"],
      additionalProperties: false,
      properties: {
        tool: {
          type: "object",
          required: ["driver"],
          properties: {
            driver: { required: ["name"], properties: { rules: { type: "array", items: { $ref: "#/$defs/rule" } } } },
          },
        },
        originalUriBaseIds: { type: "object" },
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        results: { type: "array", items: { $ref: "#/$defs/result" } },
      },
    },
    rule: {
      type: "object",
      required: ["id", "shortDescription", "helpUri"],
      additionalProperties: false,
      properties: {
        id: { type: "string" },
        shortDescription: { $ref: "#/$defs/message" },
        helpUri: { type: "string" },
      },
    },
    result: {
      type: "object",
      required: ["ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints"],
      additionalProperties: false,
      properties: {
        ruleId: { type: "string" },
        ruleIndex: { type: "integer", minimum: 0 },
        kind: { enum: ["fail", "informational"] },
        level: { enum: ["none", "note", "warning", "error"] },
        message: { $ref: "#/$defs/message" },
        locations: {
          type: "array",
          minItems: 1,
          items: {
            required: ["physicalLocation"],
            properties: {
              physicalLocation: {
                required: ["artifactLocation", "region"],
                properties: {
                  artifactLocation: {
                    required: ["uri"],
                    properties: { uri: { type: "string", pattern: "^(?!/|\\.)[^ ]+$" } },
                  },
                  region: { required: ["startLine"], properties: { startLine: { type: "integer", minimum: 1 } } },
                },
              },
            },
          },
        },
        partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
        suppressions: { type: "array" },
        properties: { type: "object" },
      },
    },
  },
});
