/** Real paths, with links followed. */
import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Places } from "../config/folders.js";
import { codeOf } from "./disk-error.js";

/**
 * The real path, with forward slashes: links are followed, and the part that does not exist yet is kept. If links form
 * a cycle or may not be followed, the path itself: using it fails and reports why.
 *
 * @param path absolute
 */
export function realPath(path: string): string {
  return follow(path, 40).split(sep).join("/");
}

/** @param links how many broken links may be followed */
function follow(path: string, links: number): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!["ENOENT", "ENOTDIR"].includes(codeOf(error)) || dirname(path) === path || links === 0) return path;
    const folder = follow(dirname(path), links);
    const target = targetOf(join(folder, basename(path)));
    return target === undefined ? join(folder, basename(path)) : follow(resolve(folder, target), links - 1);
  }
}

/** The target of a broken link; undefined if there is no link. */
function targetOf(path: string): string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The real paths of a config's folders, each as first looked up.
 *
 * @param root the absolute path of its folder
 * @param cache the path of the cache's folder
 */
export function placesIn(root: string, cache?: string): Places {
  const known = new Map<string, string>();
  return {
    cache,
    realPath(path) {
      const real = known.get(path) ?? realPath(resolve(root, path));
      known.set(path, real);
      return real;
    },
  };
}
