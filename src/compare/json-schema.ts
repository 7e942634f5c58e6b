/** The JSON Schemas of what `modelwright diff --format json` prints, also with `--tool-version`. */
import { causeKinds } from "../causes/cause.js";
import { severities } from "../diff/change.js";
import { languages } from "../languages/index.js";
import { fileKinds } from "./rehearsal.js";
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
              ...strings,
              description: "The generated files that a changed template changes.",
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
      severity: severityShape,
      place: record({
        file: text("Relative to the working folder."),
        line: { type: "integer", minimum: 1 },
      }),
    },
  };
}

export function rehearsalSchema(): object {
  const severity = { $ref: "#/$defs/severity" };
  const count = { type: "integer", minimum: 0 };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "modelwright diff --tool-version report",
    description: "Printed by `modelwright diff --tool-version PATH --format json`.",
    ...record({
      verdict: {
        ...severity,
        description: "The worst of all changes; breaking if the other version reports an error.",
      },
      versions: {
        ...record({ from: text("The version that runs."), to: text("The other version.") }),
        description: "The versions of modelwright that are compared.",
      },
      targets: list("The targets, in the order of the config; none if the other version reports an error.", {
        name: text("The key under `targets:`."),
        files: {
          ...record(Object.fromEntries(fileKinds.map((kind) => [kind, count]))),
          description: "The number of files by what changes in them.",
        },
        unchanged: { ...count, description: "The number of files that do not change." },
      }),
      changes: list("Changes of files, the worst first.", {
        target: text("The key under `targets:`."),
        kind: { enum: [...fileKinds], description: "What changes in the files." },
        paths: { ...strings, description: "The files that change in the same lines, with their output folders." },
        lines: { ...strings, description: "The lines, with `-` and `+`; none for files that are added or removed." },
      }),
      problems: {
        description: "Errors and warnings that only the other version reports.",
        type: "array",
        items: record(
          {
            code: text("A code of docs/diagnostics.md."),
            severity: { enum: ["error", "warning"] },
            message: text("One sentence."),
            hint: text("What to do."),
            file: text("The file with the problem."),
          },
          ["hint", "file"],
        ),
      },
    }),
    $defs: { severity: severityShape },
  };
}

const severityShape = { enum: [...severities].reverse() };
const strings = { type: "array", items: { type: "string" } };

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
