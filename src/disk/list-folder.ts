/** Lists a folder that the user named. */
import { existsSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Checked, Diagnostic, Span } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { codeOf, reasonOf } from "./disk-error.js";
import { type Guard, isWithin, listFiles } from "./list-files.js";
import { realPath } from "./real-path.js";

/**
 * The absolute paths of a folder's files, or of the one file that the path leads to.
 *
 * @param shown the path for diagnostics
 * @param wanted matches the paths to list, relative to the folder
 * @param span where the folder is named
 * @param config the config of the project whose files these are: a link out of the project is refused
 */
export function listFolder(
  path: string,
  shown: string,
  wanted: RegExp,
  span: Span,
  config?: ConfigPath,
): Checked<readonly string[]> {
  const refused: Diagnostic[] = [];
  const guard: Guard | undefined = config && {
    mayFollow: linksWithin(config),
    refuse: (file, why) =>
      refused.push(diagnosticAt(problem("unreadable-file", why, { path: `${shown}/${file}` }), span)),
  };
  try {
    if (!existsSync(path)) return failed(problem("file-not-found", "folder", { path: shown }), span);
    if (!statSync(path).isDirectory()) return { value: [path], diagnostics: [] };
    const folder = join(path, sep);
    const files = listFiles(path, wanted, guard).map((file) => folder + file.replaceAll("/", sep));
    return { value: files, diagnostics: refused };
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return failed(problem("unreadable-file", "system", { path: shown, reason: reasonOf(error) }), span);
  }
}

/** The folder of a config, absolute, and its name there. */
export interface ConfigPath {
  readonly root: string;
  readonly path: string;
}

/**
 * Whether a link to a real path stays in the project. Where the config itself is a link to another folder, as in the sandbox
 * of a build system, so may be every file, and nothing is refused.
 */
function linksWithin({ root, path }: ConfigPath): (real: string) => boolean {
  const [folder, file] = [realPath(root), realPath(join(root, path))];
  return (real) => !isWithin(folder, file) || isWithin(folder, real);
}

function failed(found: Problem, span: Span): Checked<never> {
  return { value: undefined, diagnostics: [diagnosticAt(found, span)] };
}
