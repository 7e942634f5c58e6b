/** What `diff` needs to know about the generated files themselves. */
import { resolve } from "node:path";
import { join } from "node:path/posix";
import { parseOrigin, toolOf } from "../causes/origin.js";
import { outputsOf, type Target } from "../config/config.js";
import { withLineFeeds } from "../disk/hash.js";
import { changedLines } from "../compare/rehearsal.js";
import type { Edit } from "../compare/text-changes.js";
import { compare } from "../output/compare.js";
import { manifestName, snapshotOf } from "../output/manifest.js";
import type { Files } from "./diff-files.js";

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
 * The generated files that were edited by hand since another state of the project, by target; paths are relative to the config.
 *
 * @param generated what is generated now, by target; only needed if there are edits
 * @throws DiskError
 */
export async function editsOf(
  targets: readonly Target[],
  root: string,
  readBefore: ReadFile,
  generated: () => Promise<ReadonlyMap<string, Files> | undefined>,
): Promise<ReadonlyMap<string, readonly Edit[]>> {
  const found = targets.map((target) => [target.name, outputsOf(target).flatMap(editedIn)] as const);
  const files = found.every(([, edited]) => edited.length === 0) ? undefined : await generated();
  return new Map(
    found.map(([target, edited]) => [target, edited.map((each) => editOf(each, files?.get(target)?.get(each.path)))]),
  );

  function editedIn(output: string): readonly EditedFile[] {
    const { manifests, folder } = snapshotOf(resolve(root, output));
    const { entries } = compare({ manifests, folder }, [], { now: Date.now() });
    return entries.flatMap(({ path, state }) => {
      if (state !== "edited") return [];
      const text = folder.existing(path).kind === "file" ? withLineFeeds(folder.read(path)) : undefined;
      const isNew = text === undefined || readBefore(join(output, path)) !== text;
      return isNew ? [{ path: join(output, path), text }] : [];
    });
  }
}

interface EditedFile {
  readonly path: string;
  /** Undefined for a link or a folder in the place of a file. */
  readonly text: string | undefined;
}

function editOf({ path, text = "" }: EditedFile, generated = ""): Edit {
  return { path, lines: changedLines(generated, text) ?? text.split("\n") };
}
