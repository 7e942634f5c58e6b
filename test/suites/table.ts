/** The part of `docs/conformance.md` about public suites. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markdown } from "../conformance/markdown.js";

/** The last results of `npm run conformance`. */
export interface SuiteResult {
  readonly title: string;
  /** How many schemas it has. */
  readonly groups: number;
  /** How many of them became a spec. */
  readonly expressed: number;
  readonly languages: Readonly<Record<string, Result>>;
}

export interface Result {
  /** Expressed schemas all of whose documents are handled as the suite says. */
  readonly conforming: number;
  /** Others, where the import reported what is not expressed. */
  readonly reported: number;
  /** Others that differ by design: schema → reason. */
  readonly byDesign: Readonly<Record<string, string>>;
  /** All others. */
  readonly unreported: readonly string[];
}

export const resultsPath = join(import.meta.dirname, "results.json");

export function readResults(): readonly SuiteResult[] {
  return JSON.parse(readFileSync(resultsPath, "utf8")) as readonly SuiteResult[];
}

export function suitesSection(results: readonly SuiteResult[]): string {
  const rows = results.flatMap(({ title, groups, expressed, languages }) =>
    Object.entries(languages).map(([language, { conforming, reported, byDesign, unreported }]) => [
      title,
      language,
      String(groups),
      String(expressed),
      String(conforming),
      String(reported),
      String(Object.keys(byDesign).length),
      String(unreported.length),
    ]),
  );
  const head = ["suite", "language", "schemas", "expressed", "conform", "reported", "by design", "unreported"];
  return `${introduction}\n${markdown([head, ...rows], 2)}\n${notes(results)}`;
}

const introduction = `## Public suites

\`npm run conformance\` runs three public suites. Each schema becomes a model; a document is rejected if it cannot be read, or if
\`validate\` finds a violation; an accepted one must be written back unchanged.

- [JSON Type Definition](https://github.com/jsontypedef/json-typedef-spec) (RFC 8927), as field specs, with the paths of the
  errors;
- [JSON-Schema-Test-Suite](https://github.com/json-schema-org/JSON-Schema-Test-Suite), draft 2020-12, through the import;
- the schemas that [quicktype](https://github.com/glideapps/quicktype) tests itself with, through the import.

_Expressed_ schemas can be converted to a spec; the conversion of the others reports why not. Of the expressed ones, _conform_ are
those all of whose documents are handled as the suite says. For the _reported_ ones, the import reports which part of the schema a
spec cannot express. The last two columns are differences without such a report.
`;

function notes(results: readonly SuiteResult[]): string {
  const differences = results.flatMap(({ title, languages }) => {
    const all = new Map(Object.values(languages).flatMap(({ byDesign }) => Object.entries(byDesign)));
    return [...all].map(([schema, reason]) => `- ${title}, “${schema}”: ${reason}.\n`);
  });
  const unreported = results.flatMap(({ title, languages }) => {
    const all = new Set(Object.values(languages).flatMap((each) => each.unreported));
    return [...all].map((schema) => `- ${title}, “${schema}”\n`);
  });
  return (
    (differences.length === 0 ? "" : `By design:\n\n${differences.join("")}`) +
    (unreported.length === 0 ? "" : `\nUnreported:\n\n${unreported.join("")}`)
  );
}
