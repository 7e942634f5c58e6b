import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";

/** Decides what happens to each entry: whether a link to this real path may be followed, and what is done with the rest. */
export interface Guard {
  mayFollow(real: string): boolean;
  refuse(path: string, why: "outside" | "irregular"): void;
}

/**
 * The files below a folder, relative to it, with forward slashes, in code-unit order. Links to files and to folders
 * elsewhere are followed; links back into the folder are not, and no folder is visited twice, so that cycles end.
 * Hidden files, `node_modules` and anything but regular files are skipped; a broken link counts as a file, so that
 * reading it reports why.
 *
 * @param wanted matches the paths to list, relative to the folder
 * @param guard by default, all links are followed
 * @throws the system's error if a folder cannot be read
 */
export function listFiles(folder: string, wanted: RegExp, guard?: Guard): readonly string[] {
  const root = realpathSync(folder);
  const mayFollow = (real: string): boolean => isWithin(root, real) || (guard?.mayFollow(real) ?? true);
  const visited = new Set<string>();
  const found: string[] = [];
  const visit = (real: string, shown: string): void => {
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = `${real}${sep}${entry.name}`;
      const stats = entry.isSymbolicLink() ? targetOf(path) : entry;
      const isRefused = entry.isSymbolicLink() && stats !== undefined && !mayFollow(realpathSync(path));
      const isWanted = stats?.isDirectory() !== true && wanted.test(shown + entry.name);
      if (isRefused) {
        if (isWanted || stats?.isDirectory() === true) guard?.refuse(shown + entry.name, "outside");
      } else if (stats?.isDirectory() === true) visitFolder(entry, path, `${shown}${entry.name}/`);
      else if (isWanted && stats?.isFile() === false) guard?.refuse(shown + entry.name, "irregular");
      else if (isWanted) found.push(shown + entry.name);
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
