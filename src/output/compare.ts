/** Compares a target's output folder with the files that it should hold. Writes nothing. */
import { folded } from "../config/folded.js";
import { conflictSides } from "../disk/conflict-sides.js";
import { unmergedVersions } from "../disk/git.js";
import { hashOf, withLineFeeds } from "../disk/hash.js";
import { type Manifest, parseManifest, printManifest, type Snapshot, unionOf } from "./manifest.js";
import type { GeneratedFile } from "../render/page.js";
import type { OutputFolder } from "./output-folder.js";
import { isSameSignature, noSignature, settled, type Signature } from "../disk/signature.js";

/** A file that an output folder should hold. */
export interface WantedFile extends Pick<GeneratedFile, "path"> {
  /** Its text; undefined if only the hash of that is known. */
  readonly text: string | undefined;
  /** The hash of its text. */
  readonly hash: string;
  /** The signature of the file on disk, if that is known to have this text. */
  readonly existing?: Signature;
  /** The page that it is rendered from. */
  readonly page?: GeneratedFile["page"];
  /** The key of its inputs, if a later run may reuse it. */
  readonly key?: string;
}

export interface Comparison extends Snapshot {
  /** Sorted by path, in code-unit order. */
  readonly entries: readonly Entry[];
  /** The entries of all manifests in the folder. */
  readonly known: Manifest;
  /** The text that the manifest should have. */
  readonly manifest: string;
}

/** One path of an output folder. */
export interface Entry {
  readonly path: string;
  readonly state: State;
  /** The file that should be there; undefined if there should be none. */
  readonly wanted: WantedFile | undefined;
  /** The signature of the file that is there, if it is up to date. */
  readonly signature: Signature;
  /** For `blocked`: what is in the way. */
  readonly obstacle: string;
}

export type State =
  /** Up to date, apart from line ends. */
  | "unchanged"
  | "missing"
  /** Generated, but out of date. */
  | "stale"
  /** Generated, and no longer wanted. */
  | "left-over"
  /** Generated, then edited by hand. */
  | "edited"
  /** Not generated, at the path of a page. */
  | "foreign"
  /** No file can be written there, not even with `--force`. */
  | "blocked";

/** The files of a folder that an earlier run recorded, by path. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

export interface KnownFile {
  readonly hash: string;
  readonly signature: Signature;
}

export interface CompareOptions {
  readonly known?: KnownFiles;
  /** Whether this run is responsible for a path; by default for all of them. */
  readonly covers?: (path: string) => boolean;
  /** The start of the manifest: what the files are generated with. */
  readonly head?: string;
  /** The time, in milliseconds. */
  readonly now: number;
}

/**
 * Compares a target's files with its output folder.
 *
 * @throws DiskError if the folder or a file in it cannot be read
 */
export function compare(snapshot: Snapshot, files: readonly WantedFile[], options: CompareOptions): Comparison {
  const { folder, manifests } = snapshot;
  const { covers = () => true } = options;
  const known = unionOf([...manifests.values()].map(parseManifest));
  const disk: Disk = { folder, manifest: known, options };

  const wanted = files.filter((file) => covers(file.path));
  const wantedPaths = new Set(wanted.map((file) => file.path));
  const unwanted = [...known.keys()].filter((path) => !wantedPaths.has(path) && covers(path));
  const oldCases = new Map(unwanted.map((path) => [folded(path), path]));
  const entries = [
    ...wanted.map((file) => compareWanted(file, oldCases.size > 0 ? oldCases.get(folded(file.path)) : undefined, disk)),
    ...unwanted.flatMap((path) => compareUnwanted(path, disk)),
  ];
  entries.sort((left, right) => (left.path < right.path ? -1 : 1));
  return { folder, manifests, entries, known, manifest: (options.head ?? "") + printManifest(wantedManifest(entries)) };
}

/** The manifest of the wanted files. */
export function wantedManifest(entries: readonly Entry[]): Manifest {
  const manifest = new Map<string, readonly string[]>();
  for (const { path, wanted } of entries) if (wanted !== undefined) manifest.set(path, [wanted.hash]);
  return manifest;
}

interface Disk {
  readonly folder: OutputFolder;
  readonly manifest: Manifest;
  readonly options: CompareOptions;
}

/** @param oldCase the path of a left-over generated file that differs only in case */
function compareWanted(file: WantedFile, oldCase: string | undefined, disk: Disk): Entry {
  if (file.existing !== undefined && oldCase === undefined)
    return wantedEntry(file, "unchanged", settled(file.existing, disk.options.now));
  const owned = disk.manifest.get(file.path);
  const existing = disk.folder.existing(file.path);
  switch (existing.kind) {
    case "nothing":
      return wantedEntry(file, "missing");
    case "obstacle":
      return { ...wantedEntry(file, "blocked"), obstacle: existing.what };
    case "link":
      return wantedEntry(file, owned === undefined ? "foreign" : "edited");
    case "file": {
      if (oldCase !== undefined && isSameFile(disk.folder, file.path, oldCase)) return wantedEntry(file, "missing");
      const found = hashOfFile(file.path, existing.signature, disk, file);
      if (found === file.hash) return wantedEntry(file, "unchanged", settled(existing.signature, disk.options.now));
      if (owned === undefined) return wantedEntry(file, "foreign");
      return wantedEntry(file, isGenerated(file.path, found, disk) ? "stale" : "edited");
    }
  }
}

function wantedEntry(file: WantedFile, state: State, signature = noSignature): Entry {
  return { path: file.path, state, wanted: file, signature, obstacle: "" };
}

/**
 * A path of the manifest where no file is wanted. Anything but a file was not generated, whatever the manifest lists.
 */
function compareUnwanted(path: string, disk: Disk): readonly Entry[] {
  const existing = disk.folder.existing(path);
  if (existing.kind === "link") return [{ ...nothing, path, state: "edited" }];
  if (existing.kind !== "file") return [];
  const found = hashOfFile(path, existing.signature, disk);
  return [{ ...nothing, path, state: isGenerated(path, found, disk) ? "left-over" : "edited" }];
}

/** Whether a file has a generated text, or the conflict markers of a merge of two of them. */
function isGenerated(path: string, found: string, { folder, manifest }: Disk): boolean {
  const owned = manifest.get(path) ?? [];
  if (owned.includes(found)) return true;
  const sides = conflictSides(withLineFeeds(folder.read(path)));
  if (sides === undefined) return false;
  // Git ends the last line of a conflict with a line feed, even if the file does not end with one.
  const isOwned = (side: string): boolean =>
    [side, side.replace(/\n$/, "")].some((text) => owned.includes(hashOf(text)));
  if (sides.every(isOwned)) return true;
  // Beside the conflicts, there may be changes of one version that git has merged.
  const versions = unmergedVersions(folder.at(path)).map(withLineFeeds);
  return versions.length > 0 && versions.every(isOwned) && hasOnlyLinesOf(versions, sides);
}

function hasOnlyLinesOf(versions: readonly string[], sides: readonly string[]): boolean {
  const lines = new Set(versions.flatMap((each) => each.split("\n")));
  return sides.every((side) => side.split("\n").every((line) => line === "" || lines.has(line)));
}

const nothing = { wanted: undefined, signature: noSignature, obstacle: "" } as const;

/** The hash of a file's text with LF line ends. Reads the file only if its signature has changed since the last run. */
function hashOfFile(path: string, signature: Signature, { folder, options }: Disk, wanted?: WantedFile): string {
  const known = options.known?.get(path);
  if (known !== undefined && isSameSignature(signature, known.signature)) return known.hash;
  const text = withLineFeeds(folder.read(path));
  return text === wanted?.text ? wanted.hash : hashOf(text);
}

/** Whether two paths that differ in case are one file, as on file systems that ignore case. */
function isSameFile(folder: OutputFolder, path: string, otherPath: string): boolean {
  const [file, other] = [folder.existing(path), folder.existing(otherPath)];
  if (file.kind !== "file" || other.kind !== "file") return false;
  const [[, , , inode], [, , , otherInode]] = [file.signature, other.signature];
  return inode === otherInode;
}
