/** The JSON Schema of the report that `modelwright diff --format json` prints. */
import { causeKinds } from "../causes/cause.js";
import { severities } from "../diff/change.js";
import { languages } from "../languages/index.js";
import { steps } from "./report.js";

export function reportSchema(): object {
  const cells = ["wireRead", "wireWrite", ...languages.flatMap(({ compatibility }) => compatibility.cells), "docs"];
  const severity = { $ref: "#/$defs/severity" };
  const place = { $ref: "#/$defs/place" };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "modelwright diff report",
    description: "Printed by `modelwright diff --format json`.",
    ...record({
      verdict: { ...severity, description: "The worst of all targets." },
      unapproved: {
        ...severity,
        description: "The worst of the changes that are not approved: what --fail-on looks at.",
      },
      targets: list("The targets, in the order of the config.", {
        name: text("The key under `targets:`."),
        semver: { enum: [...steps], description: "How much the version of the package must grow." },
        verdict: { ...severity, description: "The worst of JSON and of code in the target's language." },
      }),
      changes: {
        description: "The changes, in the order of the new spec.",
        type: "array",
        items: record(
          {
            kind: text("A kind of docs/changes.md: `field.added.optional`."),
            cause: {
              enum: [...causeKinds],
              description:
                "What was changed: the spec, the config, a template, the version of modelwright, or a generated file.",
            },
            model: text("The declared model, enum or union; its old name if it was removed. Absent for the config."),
            field: text("The JSON name of the field, with dots for inline types: `address.city`."),
            cells: {
              description: "What the change does to documents, to code in each language, and to pages.",
              type: "object",
              properties: Object.fromEntries(cells.map((cell) => [cell, severity])),
              required: cells,
              additionalProperties: severity,
            },
            before: { ...place, description: "The changed element in the old spec; absent if it was added." },
            after: { ...place, description: "The changed element in the new spec; absent if it was removed." },
            fingerprint: {
              ...text("The same as long as the change is the same, wherever it is."),
              pattern: "^[0-9a-f]{16}$",
            },
            reason: text("One sentence that names what changed and why it matters."),
            files: {
              description: "The generated files that a changed template changes.",
              type: "array",
              items: { type: "string" },
            },
            approved: { const: true, description: "Present if modelwright-approvals.yaml approves the change." },
            approval: text("Why it was approved."),
          },
          ["model", "field", "before", "after", "files", "approved", "approval"],
        ),
      },
      staleApprovals: {
        description: "The approvals of changes that the report does not have.",
        type: "array",
        items: record(
          {
            fingerprint: text("The fingerprint that it approves."),
            kind: text("The kind of the approved change."),
            element: text("The model or field."),
            reason: text("Why it was approved."),
          },
          ["element"],
        ),
      },
    }),
    $defs: {
      severity: { enum: [...severities].reverse() },
      place: record({
        file: text("Relative to the working folder."),
        line: { type: "integer", minimum: 1 },
      }),
    },
  };
}

function record(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}

function list(description: string, properties: Readonly<Record<string, object>>): object {
  return { description, type: "array", items: record(properties) };
}

function text(description: string): object {
  return { type: "string", description };
}
