import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The usual place of a project's caches, in the nearest `node_modules`; undefined if there is none. */
export function defaultCacheFolder(root: string): string | undefined {
  const modules = join(root, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "modelwright");
  return dirname(root) === root ? undefined : defaultCacheFolder(dirname(root));
}
