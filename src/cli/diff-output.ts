/** What `diff` needs to know about the generated files themselves. */
import { resolve } from "node:path";
import { join } from "node:path/posix";
import { parseOrigin, toolOf } from "../causes/origin.js";
import { outputsOf, type Target } from "../config/config.js";
import { withLineFeeds } from "../disk/hash.js";
import { compare } from "../output/compare.js";
import { manifestName, snapshotOf } from "../output/manifest.js";

/** Reads a file of a state of a project; the path is relative to its config. Undefined if there is none. */
export type ReadFile = (path: string) => string | undefined;

/** The versions of modelwright that generated targets, by their names, as far as manifests tell. */
export function toolsOf(targets: readonly Target[], read: ReadFile): ReadonlyMap<string, string> {
  const versions = targets.map((target) => {
    const manifests = outputsOf(target).map((output) => read(join(output, manifestName)));
    return [target.name, manifests.flatMap((text) => toolOf(parseOrigin(text ?? "")) ?? [])[0]] as const;
  });
  return new Map(versions.flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])));
}

/**
 * The generated files that were edited by hand since another state of the project, by target; relative to the config.
 *
 * @throws DiskError
 */
export function editsOf(
  targets: readonly Target[],
  root: string,
  readBefore: ReadFile,
): ReadonlyMap<string, readonly string[]> {
  const editsIn = (output: string): readonly string[] => {
    const snapshot = snapshotOf(resolve(root, output));
    const entries = compare(snapshot, [], { now: Date.now() }).entries.filter(({ state }) => state === "edited");
    const isNew = (path: string): boolean =>
      snapshot.folder.existing(path).kind !== "file" ||
      readBefore(join(output, path)) !== withLineFeeds(snapshot.folder.read(path));
    return entries.filter(({ path }) => isNew(path)).map(({ path }) => join(output, path));
  };
  return new Map(targets.map((target) => [target.name, outputsOf(target).flatMap(editsIn)]));
}
