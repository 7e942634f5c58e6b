/** The file of `import --report`, and its JSON Schema. */
import type { JsonSchema } from "../shape/json-schema.js";
import { outcomes, type Fidelity, type ReportedLoss } from "./fidelity.js";

export interface ImportReport extends Fidelity {
  /** Changes if a key changes its meaning. */
  readonly format: 1;
  /** The paths of the documents, as given on the command line. */
  readonly documents: readonly string[];
  readonly losses: readonly ReportedLoss[];
}

export function importReport(
  documents: readonly string[],
  { fidelity, losses }: { readonly fidelity: Fidelity; readonly losses: readonly ReportedLoss[] },
): ImportReport {
  return { format: 1, documents, ...fidelity, losses };
}

const text = { type: "string" };
const count = { type: "integer", minimum: 0 };

export const importReportSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "modelwright import report",
  ...object("What `modelwright import openapi --report` writes.", {
    format: [{ const: 1 }, "Changes if a key changes its meaning."],
    documents: [{ type: "array", items: text }, "The paths of the documents, as given on the command line."],
    schemas: [ref("tally"), "The components, and the bodies of operations."],
    fields: [ref("tally"), "The properties at any depth, and the parameters of operations."],
    constraints: [ref("tally"), "The keywords that restrict values."],
    losses: [{ type: "array", items: ref("loss") }, "All that is not in the spec."],
  }),
  definitions: {
    tally: object("How many arrived in the spec.", {
      total: [count, "How many the documents have."],
      intact: [count, "Those of which the spec has all that the documents declare about values."],
      loosened: [count, "Those of which something is missing, or is any value."],
      dropped: [count, "Those that are not in the spec."],
    }),
    loss: object("What a document declares and the spec does not, at one place.", {
      file: [text, "The path of the document."],
      pointer: [{ ...text, pattern: "^#(/|$)" }, "A JSON pointer as a URI fragment."],
      code: [{ ...text, pattern: "^[a-z]+(-[a-z]+)*$" }, "The code of the diagnostic: see docs/diagnostics.md."],
      outcome: [{ enum: outcomes }, "loosened: the spec accepts more values because of it."],
      reason: [text, "What was dropped, and what the spec does instead."],
    }),
  },
};

/** An object that has all these keys and no others. */
function object(description: string, keys: Readonly<Record<string, readonly [JsonSchema, string]>>): JsonSchema {
  const properties = Object.entries(keys).map(([key, [schema, doc]]) => [key, described(schema, doc)]);
  return {
    description,
    type: "object",
    properties: Object.fromEntries(properties) as JsonSchema,
    additionalProperties: false,
    required: Object.keys(keys),
  };
}

/** In draft-07, keywords next to a `$ref` are ignored. */
function described(schema: JsonSchema, description: string): JsonSchema {
  return "$ref" in schema ? { description, allOf: [schema] } : { description, ...schema };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}
