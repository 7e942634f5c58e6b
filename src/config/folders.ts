/** The folders that a config reads and writes. */
import { relative } from "node:path/posix";
import { relatedPlace } from "../diagnostics/asides.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { Located } from "../shape/shape.js";
import type { Config } from "./config.js";
import { folded } from "./folded.js";
import { type ConfigSource, foldersOf } from "./shapes.js";

/** The real paths of a config's folders. */
export interface Places {
  /** The real path of a path in the config, with symbolic links resolved and forward slashes; "." is the folder of the config. */
  realPath(path: string): string;
  /** The path of the cache folder, if there is one. */
  readonly cache?: string | undefined;
}

/** For a config without a disk: paths are taken as written. */
export const asWritten: Places = { realPath: (path) => partsOf(path).join("/") };

/**
 * Reports output folders that are outside the project, inside a folder of git or a package manager, or overlap with the
 * config, another folder that it names, the cache, or another target's output. Only the folder of the config itself may
 * contain those: there, generated files are among the user's own. Real paths are compared, so symbolic links make no
 * difference.
 */
export function checkFolders(
  config: Config,
  source: ConfigSource,
  file: string,
  places: Places,
): readonly Diagnostic[] {
  const targets = (source.targets?.value ?? []).map(({ value }) => value);
  const inputs: Folder[] = [
    { title: "the spec folder", path: config.spec, entry: source.spec },
    { title: "the config", path: file, entry: undefined },
    ...(source.languages?.value ?? [])
      .filter(({ value }) => value.startsWith("./"))
      .map((entry) => ({ title: "a language", path: entry.value, entry })),
    ...targets.flatMap(({ templates }) =>
      templates === undefined ? [] : { title: "a template folder", path: templates.value, entry: templates },
    ),
  ];
  if (places.cache !== undefined) inputs.push({ title: "the cache", path: places.cache, entry: undefined });

  const outputs = targets.flatMap((target, at) => foldersOf(target).map((output) => ({ output, at })));
  return outputs.flatMap(({ output, at }): readonly Diagnostic[] => {
    const span = spanOf(output, file);
    const wrong = problemOf(output.value, places);
    if (wrong !== undefined) return [diagnosticAt(wrong, span)];
    const earlier = outputs.filter((each) => each.at < at).map((each) => anotherOutput(each.output));
    const other = [...inputs, ...earlier].find((each) => overlap(output.value, each, places));
    if (other === undefined) return [];
    const { title, path, entry } = other;
    const leading = leads([output.value, path], places);
    const related = entry === undefined ? [] : [relatedPlace("folder", spanOf(entry, file), { folder: title })];
    return [
      diagnosticAt(problem("path-escape", "shared", { path: output.value, other: title, leads: leading }), span, {
        related,
      }),
    ];
  });
}

interface Folder {
  readonly title: string;
  readonly path: string;
  readonly entry: Located<string> | undefined;
  readonly isOutput?: boolean;
}

function anotherOutput(entry: Located<string>): Folder {
  return { title: "the output of another target", path: entry.value, entry, isOutput: true };
}

function spanOf({ start, end }: Located<string>, file: string): Diagnostic["span"] & {} {
  return { file, start, end };
}

/** Checks an output folder without regard to other folders. */
function problemOf(path: string, places: Places): Problem | undefined {
  if (path.includes("\\")) return problem("path-escape", "backslash");
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return problem("path-escape", "absolute");
  if (/[\u0000-\u001f]/.test(path)) return problem("path-escape", "control");
  if (path.startsWith("~")) return problem("path-escape", "home");
  if (partsOf(path).includes("..")) return problem("path-escape", "outside", { leads: "" });

  const [root, real] = [places.realPath("."), places.realPath(path)];
  const leading = leads([path], places);
  if (!contains(root, real)) return problem("path-escape", "outside", { leads: leading });
  const parts = partsOf(real).slice(partsOf(root).length);
  if (parts.length === 0 && partsOf(path).length > 0) return problem("path-escape", "config", { leads: leading });
  const taken = parts.find((part) => folders.includes(folded(part)));
  return taken === undefined ? undefined : problem("path-escape", "tool", { folder: taken, leads: leading });
}

/** Folders that belong to other tools. */
const folders = [".git", "node_modules"];

/** Whether an output folder equals, is inside, or contains another folder; only the folder of the config may contain others. */
function overlap(output: string, { path, isOutput = false }: Folder, places: Places): boolean {
  const [one, other, root] = [places.realPath(output), places.realPath(path), places.realPath(".")];
  const isAround = contains(one, other);
  const isInside = contains(other, one);
  if (isAround && isInside) return true;
  return (isAround && !contains(one, root)) || (isInside && !(isOutput && contains(other, root)));
}

/** Whether a folder is the other or contains it; some file systems ignore case. */
export function contains(outer: string, inner: string): boolean {
  const [outerParts, innerParts] = [partsOf(folded(outer)), partsOf(folded(inner))];
  return outerParts.every((part, index) => innerParts[index] === part);
}

/** The targets of those paths that are links: `: "gen" leads to "spec"`. */
function leads(paths: readonly string[], places: Places): string {
  const root = places.realPath(".");
  const shown = paths.flatMap((path) => {
    const real = relative(`/${root}`, `/${places.realPath(path)}`) || ".";
    return path.startsWith("/") || real === (partsOf(path).join("/") || ".") ? [] : `"${path}" leads to "${real}"`;
  });
  return shown.length === 0 ? "" : `: ${shown.join(", ")}`;
}

function partsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}
