/**
 * What a target's output folder holds that is ours: a text file in it, one line a file, as `sha256sum -c` reads it.
 *
 * A path may stand there more than once: while a run is under way its old and its new text are both ours, and so are the
 * two sides of a merge. Lines that are no entries (a merge's conflict marks) are passed over, so a manifest that git
 * could not merge still knows every file.
 */
import { readdirSync } from "node:fs";
import { codeOf, DiskError, reasonOf } from "../disk/disk-error.js";
import { withLineFeeds } from "../disk/hash.js";
import { type OutputFolder, outputFolder } from "./output-folder.js";
import { safePaths } from "../render/page-paths.js";

/** The hashes of the texts that are ours, by path. */
export type Manifest = ReadonlyMap<string, readonly string[]>;

/** The manifest's name in the output folder; the shards of a run write parts of it, named by `partName`. */
export const manifestName = ".modelwright-manifest";

/** The texts of the manifest and of the parts that shards left, by file name. */
export type ManifestTexts = ReadonlyMap<string, string>;

/** An output folder as it is seen from a moment on. A run that writes to it later changes its manifests. */
export interface Snapshot {
  readonly folder: OutputFolder;
  readonly manifests: ManifestTexts;
}

/**
 * @param path the folder's absolute path
 * @param real where that leads, as it was checked
 * @throws DiskError if it cannot be read
 */
export function snapshotOf(path: string, real?: string): Snapshot {
  const folder = outputFolder(path, real);
  return { manifests: readManifests(folder), folder };
}

/** @throws DiskError */
export function readManifests(folder: OutputFolder): ManifestTexts {
  return new Map(namesIn(folder).map((name) => [name, withLineFeeds(folder.read(name))]));
}

function namesIn({ path }: OutputFolder): readonly string[] {
  try {
    return readdirSync(path).filter((name) => name === manifestName || isPartName(name));
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return [];
    throw new DiskError(`cannot look into "${path}": ${reasonOf(error)}`, undefined, { cause: error });
  }
}

export function isPartName(name: string): boolean {
  return /^\.modelwright-manifest\.\d+-of-\d+$/.test(name);
}

/** Entries whose path leads out of the folder are passed over too: whoever wrote them, it was not us. */
export function parseManifest(text: string): Manifest {
  const manifest = new Map<string, readonly string[]>();
  const isSafe = safePaths();
  for (const line of text.split("\n")) {
    const { hash, path } = parseManifestLine(line);
    if (!line.startsWith("  ", 64) || !/^[0-9a-f]{64}$/.test(hash) || !isSafe(path)) continue;
    const hashes = manifest.get(path);
    if (hashes?.includes(hash) !== true) manifest.set(path, [...(hashes ?? []), hash]);
  }
  return manifest;
}

/** One line an entry, in code-unit order of the paths. */
export function printManifest(manifest: Manifest): string {
  let text = "";
  for (const path of [...manifest.keys()].sort()) {
    for (const hash of manifest.get(path) ?? []) text += `${hash}  ${path}\n`;
  }
  return text;
}

/** A line of a manifest in which nothing is wrong. */
export function parseManifestLine(line: string): { readonly path: string; readonly hash: string } {
  return { hash: line.slice(0, 64), path: line.slice(66) };
}

/** Every entry of all of them. */
export function unionOf(manifests: Iterable<Manifest>): Manifest {
  const [first, ...others] = manifests;
  if (others.length === 0) return first ?? new Map();
  const union = new Map(first);
  for (const [path, hashes] of others.flatMap((manifest) => [...manifest])) {
    const known = union.get(path);
    if (known === undefined) union.set(path, hashes);
    else if (!hashes.every((hash) => known.includes(hash))) union.set(path, [...new Set([...known, ...hashes])]);
  }
  return union;
}
