import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";

/**
 * The files below a folder, relative to it, with forward slashes, in code-unit order. Links to files and to folders
 * elsewhere are followed; links back into the folder are not, and no folder is visited twice, so that cycles end.
 * Hidden files, `node_modules` and anything but regular files are skipped; a broken link counts as a file, so that
 * reading it reports why.
 *
 * @param wanted matches the paths to list, relative to the folder
 * @throws the system's error if a folder cannot be read
 */
export function listFiles(folder: string, wanted: RegExp): readonly string[] {
  const root = realpathSync(folder);
  const visited = new Set<string>();
  const found: string[] = [];
  const visit = (real: string, shown: string): void => {
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = `${real}${sep}${entry.name}`;
      const stats = entry.isSymbolicLink() ? targetOf(path) : entry;
      if (stats?.isDirectory() === true) visitFolder(entry, path, `${shown}${entry.name}/`);
      else if (stats?.isFile() !== false && wanted.test(shown + entry.name)) found.push(shown + entry.name);
    }
  };
  const visitFolder = (entry: Dirent, path: string, shown: string): void => {
    const real = entry.isSymbolicLink() ? realpathSync(path) : path;
    if (!entry.isSymbolicLink() || !isWithin(root, real)) visit(real, shown);
  };
  visit(root, "");
  return found.sort();
}

/** Undefined for a broken link. */
function targetOf(link: string): Stats | undefined {
  try {
    return statSync(link);
  } catch {
    return undefined;
  }
}

/** Whether a path is a folder or is below it; both are absolute and free of links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
