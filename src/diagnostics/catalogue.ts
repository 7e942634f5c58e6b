/**
 * The catalogue of all diagnostics: their codes, rules, severities, messages and fixed hints. To add one, add it here
 * and a case to `test/errors/`; `docs/diagnostics.md` is generated from both. Codes are stable: users search and filter
 * by them.
 */
import type { Catalogue } from "./codes/entry.js";
import { fileCodes } from "./codes/files.js";
import { importCodes } from "./codes/import.js";
import { outputCodes } from "./codes/output.js";
import { shapeCodes } from "./codes/shapes.js";
import { specCodes } from "./codes/spec.js";

/** By subject, as in the docs. */
export const subjects = {
  "Files and syntax": fileCodes,
  "Keys and values": shapeCodes,
  "Models and types": specCodes,
  Generating: outputCodes,
  Importing: importCodes,
} as const satisfies Readonly<Record<string, Catalogue>>;

export const catalogue = { ...fileCodes, ...shapeCodes, ...specCodes, ...outputCodes, ...importCodes } as const;

export type DiagnosticCode = keyof typeof catalogue;

/** Every code with its rule. */
export const diagnosticCodes = Object.fromEntries(
  Object.entries<Catalogue[string]>(catalogue).map(([code, { rule }]) => [code, rule]),
) as Readonly<Record<DiagnosticCode, string>>;

/** The page that explains a code. */
export function docsOf(code: DiagnosticCode): string {
  return `https://github.com/modelwright/modelwright/blob/main/docs/diagnostics.md#${code}`;
}
