/** Decides by real paths, before any file is opened, which files the `$ref`s of an import may point to. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, parse, resolve, sep } from "node:path";
import type { Checked, SourceFile } from "../diagnostics/diagnostic.js";
import { codeOf, DiskError, tryDisk } from "../disk/disk-error.js";
import { readText } from "../disk/read-text.js";
import { statsOf } from "../disk/stats.js";
import { type Problem, problem } from "../diagnostics/problem.js";

/**
 * Reads regular files inside the common folder of the documents and inside the allowed folders. Any other file is rejected
 * (`forbidden-ref`) without being opened, so that its content cannot appear in a diagnostic.
 *
 * @param documents the paths of the documents
 * @param allowed additional folders
 * @throws DiskError if one of these is not a folder
 */
export function referenceReader(
  documents: readonly string[],
  allowed: readonly string[],
): (path: string) => Checked<SourceFile> {
  const folders = [...foldersOf(documents), ...allowed.map(realFolder)];
  return (path) => {
    const real = realPath(resolve(path));
    if (!folders.some((each) => contains(each, real))) {
      return refused(problem("forbidden-ref", "outside", { path }));
    }
    const stats = statsOf(real);
    if (stats !== undefined && !stats.isFile()) return refused(problem("forbidden-ref", "irregular", { path }));
    return readText(real, path);
  };
}

function refused(problem: Problem): Checked<never> {
  return { value: undefined, diagnostics: [problem] };
}

/** The common folder of the documents, or each one's own folder if the only common one is the root of the file system. */
function foldersOf(documents: readonly string[]): readonly string[] {
  const own = documents.map((each) => realPath(dirname(resolve(each))));
  const isRoot = (folder: string): boolean => folder === parse(folder).root;
  const common = own.reduce(commonFolder);
  return (isRoot(common) ? own : [common]).filter((each) => !isRoot(each));
}

function commonFolder(one: string, other: string): string {
  return contains(one, other) || one === dirname(one) ? one : commonFolder(dirname(one), other);
}

function realFolder(path: string): string {
  const real = tryDisk("allow references into", path, () => realpathSync.native(path));
  if (!statSync(real).isDirectory()) throw new DiskError(`cannot allow references into "${path}": it is not a folder`);
  return real;
}

/** The path with all symbolic links resolved, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return path === dirname(path) ? path : join(realPath(dirname(path)), basename(path));
  }
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
