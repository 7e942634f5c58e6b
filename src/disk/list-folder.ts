/** Lists a folder that the user named. */
import { existsSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Checked, Span } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { codeOf, reasonOf } from "./disk-error.js";
import { listFiles } from "./list-files.js";

/**
 * The absolute paths of a folder's files, or of the one file that the path leads to.
 *
 * @param shown the path for diagnostics
 * @param wanted matches the paths to list, relative to the folder
 * @param span where the folder is named
 */
export function listFolder(path: string, shown: string, wanted: RegExp, span: Span): Checked<readonly string[]> {
  try {
    if (!existsSync(path)) return failed(problem("file-not-found", "folder", { path: shown }), span);
    if (!statSync(path).isDirectory()) return { value: [path], diagnostics: [] };
    const folder = join(path, sep);
    return { value: listFiles(path, wanted).map((file) => folder + file.replaceAll("/", sep)), diagnostics: [] };
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return failed(problem("unreadable-file", "system", { path: shown, reason: reasonOf(error) }), span);
  }
}

function failed(found: Problem, span: Span): Checked<never> {
  return { value: undefined, diagnostics: [diagnosticAt(found, span)] };
}
