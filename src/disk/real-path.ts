/** Where paths really lead. */
import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Places } from "../config/folders.js";
import { codeOf } from "./disk-error.js";

/**
 * The real path, with forward slashes, of the nearest part of a path that exists, links followed, with what does not exist yet. Where links lead
 * in a circle, or may not be followed, the path as it is: what is done with it fails, and says why.
 *
 * @param path absolute
 */
export function realPath(path: string): string {
  return follow(path, 40).split(sep).join("/");
}

/** @param links how many links that lead to nothing may be followed */
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

/** What a link says that leads to nothing; undefined where there is no link. */
function targetOf(path: string): string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The places of a config, each as it was when it was asked for the first time.
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
