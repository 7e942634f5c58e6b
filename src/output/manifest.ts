/**
 * The manifest of an output folder lists its generated files, one per line, in the format of `sha256sum`.
 *
 * A path may be listed twice: during a run, its old and its new text both count as generated, and so do both sides of a
 * merge. Lines that are not entries, such as conflict markers, are ignored: a manifest with conflicts is still complete.
 */
import { readdirSync } from "node:fs";
import { codeOf, DiskError, reasonOf } from "../disk/disk-error.js";
import { withLineFeeds } from "../disk/hash.js";
import { type OutputFolder, outputFolder } from "./output-folder.js";
import { safePaths } from "../render/page-paths.js";

/** The hashes of the generated texts, by path. */
export type Manifest = ReadonlyMap<string, readonly string[]>;

/** The manifest's file name. Shards write parts of it, named by `partName`. */
export const manifestName = ".modelwright-manifest";

/** The texts of the manifest and of the parts that shards wrote, by file name. */
export type ManifestTexts = ReadonlyMap<string, string>;

/** An output folder at one moment. A run that writes to it later changes its manifests. */
export interface Snapshot {
  readonly folder: OutputFolder;
  readonly manifests: ManifestTexts;
}

/**
 * @param path the folder's absolute path
 * @param real its real path, if that is known
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
    throw new DiskError(`cannot list "${path}": ${reasonOf(error)}`, undefined, { cause: error });
  }
}

export function isPartName(name: string): boolean {
  return /^\.modelwright-manifest\.\d+-of-\d+$/.test(name);
}

/** Ignores entries whose path leads out of the folder too: modelwright never writes such. */
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

/** One line per entry, sorted by path in code-unit order. */
export function printManifest(manifest: Manifest): string {
  let text = "";
  for (const path of [...manifest.keys()].sort()) {
    for (const hash of manifest.get(path) ?? []) text += `${hash}  ${path}\n`;
  }
  return text;
}

/** Splits a line that is known to be an entry. */
export function parseManifestLine(line: string): { readonly path: string; readonly hash: string } {
  return { hash: line.slice(0, 64), path: line.slice(66) };
}

/** The entries of all manifests. */
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
