/** Finds JavaScript modules of a project and its packages, and the files that belong to them. */
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isWithin } from "../disk/list-files.js";
import { isFile } from "../disk/stats.js";

/** The files of an external language; all paths except `place` are absolute. */
export interface LanguageFiles {
  readonly id: string;
  /** The path relative to the project's folder; "" if a program passed the language. */
  readonly place: string;
  readonly code: readonly string[];
  /** The folder of its templates. */
  readonly templates: string | undefined;
}

/** The path of a module, or the reason not to load it. */
export type ResolvedModule =
  | { readonly path: string }
  | { readonly problem: "outside" | "absolute" | "not-a-name" }
  | { readonly problem: "missing"; /** A path of the project that may be meant. */ readonly meant?: string };

/**
 * Finds a module as an `import` in a file of the folder would. A path begins with `./` and must stay in the folder after
 * symbolic links are resolved; any other name is that of an installed package.
 *
 * @param root the absolute path of the project's folder
 */
export async function resolveModule(name: string, root: string): Promise<ResolvedModule> {
  if (/^(?:[/\\~]|[a-z]+:)/i.test(name)) return { problem: "absolute" };
  if (isPath(name)) return inFolder(name, root);
  if (!packageName.test(name)) return { problem: "not-a-name" };
  const { resolve: resolvePackage } = await import("import-meta-resolve");
  try {
    const url = resolvePackage(name, pathToFileURL(join(root, "modelwright.yaml")).href);
    if (url.startsWith("file:") && isFile(fileURLToPath(url))) return { path: realpathSync(fileURLToPath(url)) };
  } catch {
    // The package is missing, or does not export the module.
  }
  return isFile(join(root, name)) ? { problem: "missing", meant: `./${name}` } : { problem: "missing" };
}

function inFolder(name: string, root: string): ResolvedModule {
  const path = resolve(root, name);
  if (!isWithin(root, path)) return { problem: "outside" };
  if (!isFile(path)) return { problem: "missing" };
  const real = realpathSync(path);
  return isWithin(realpathSync(root), real) ? { path: real } : { problem: "outside" };
}

/** Whether a module name is a path. */
export function isPath(name: string): boolean {
  return /^\.\.?(?:\/|$)/.test(name);
}

/** A package, or a file in it, without `..` segments. */
const packageName = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(?:\/(?!\.)[\w.~-]+)*$/i;

/**
 * The files of a module, by absolute path: the module, every file that one of them mentions in quotes by a relative path, and
 * the `package.json` of an installed package. Other packages that it imports are not included.
 */
export function filesOfModule(path: string): readonly string[] {
  const files = new Set([path]);
  for (const file of files) {
    if (!/\.[cm]?[jt]s$/.test(file)) continue;
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/["'`](\.\.?\/[^"'`\n$]+)["'`]/g)) {
      const named = resolve(dirname(file), name);
      const found = [named, ...endings.map((ending) => named + ending)].find(isFile);
      if (found !== undefined) files.add(found);
    }
  }
  const description = path.includes(`${sep}node_modules${sep}`) ? packageOf(path) : undefined;
  if (description !== undefined) files.add(description);
  return [...files].sort();
}

/** Suffixes that the name of a module may omit. */
const endings = [".js", ".cjs", ".mjs", ".json", "/index.js"];

function packageOf(path: string): string | undefined {
  const folder = dirname(path);
  const description = join(folder, "package.json");
  if (isFile(description)) return description;
  return dirname(folder) === folder ? undefined : packageOf(folder);
}

/**
 * The default export of an ES or CommonJS module.
 *
 * @throws whatever the module throws
 */
export async function defaultExport(path: string): Promise<unknown> {
  const { default: exported } = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  // The form into which compilers convert an ES module for `require`.
  const isCompiled = typeof exported === "object" && exported !== null && "__esModule" in exported;
  return isCompiled && "default" in exported ? exported.default : exported;
}

/** The location in these files at which something was thrown: `tools/graphql.js:12:5`, relative to the folder. */
export function placeThrown(error: unknown, files: readonly string[], root: string): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const line of stack.split("\n")) {
    const file = files.find((path) => line.includes(pathToFileURL(path).href) || line.includes(path));
    const place = /:(\d+(?::\d+)?)\)?$/.exec(line)?.[1];
    if (file === undefined || place === undefined) continue;
    const shown = isWithin(root, file) ? file.slice(root.length + 1) : file;
    return `${shown.split(sep).join("/")}:${place}`;
  }
  return undefined;
}
