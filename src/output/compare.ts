/** What stands in a target's output folder beside what should. Nothing is written. */
import { folded } from "../config/folded.js";
import { conflictSides } from "../disk/conflict-sides.js";
import { hashOf, withLineFeeds } from "../disk/hash.js";
import { type Manifest, parseManifest, printManifest, type Snapshot, unionOf } from "./manifest.js";
import type { GeneratedFile } from "../render/page.js";
import type { OutputFolder } from "./output-folder.js";
import { isSameSignature, noSignature, settled, type Signature } from "../disk/signature.js";

/** A file that an output folder should hold. */
export interface WantedFile extends Pick<GeneratedFile, "path" | "text"> {
  /** Of its text. */
  readonly hash: string;
  /** That of the file with this text, where it was seen to be in its place. */
  readonly standing?: Signature;
  /** What it shows, if it is a page. */
  readonly page?: GeneratedFile["page"];
  /** Names what it was made from, where a later run may reuse it. */
  readonly key?: string;
}

export interface Comparison extends Snapshot {
  /** In code-unit order of their paths. */
  readonly entries: readonly Entry[];
  /** What all manifests say. */
  readonly known: Manifest;
  /** What the manifest should say. */
  readonly manifest: string;
}

/** One path of an output folder. */
export interface Entry {
  readonly path: string;
  readonly state: State;
  /** What should stand there; undefined where nothing should. */
  readonly wanted: WantedFile | undefined;
  /** Of what stands there, if that is as it should be. */
  readonly signature: Signature;
  /** For `blocked`: what stands in the way. */
  readonly obstacle: string;
}

export type State =
  /** As it should be, line ends aside. */
  | "unchanged"
  | "missing"
  /** Ours, but not what it should be by now. */
  | "stale"
  /** Ours, and nothing asks for it any more. */
  | "left-over"
  /** Ours, but changed by someone else. */
  | "edited"
  /** Not ours, where a page belongs. */
  | "foreign"
  /** No file can be put there, not even by force. */
  | "blocked";

/** What an earlier run knew of the files of a folder, by path. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

export interface KnownFile {
  readonly hash: string;
  readonly signature: Signature;
}

export interface CompareOptions {
  readonly known?: KnownFiles;
  /** Which paths this run answers for; all if left out. */
  readonly covers?: (path: string) => boolean;
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
  return { folder, manifests, entries, known, manifest: printManifest(wantedManifest(entries)) };
}

/** What the manifest should say of entries. */
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

/** @param oldCase a path of ours that is left over and differs only in case */
function compareWanted(file: WantedFile, oldCase: string | undefined, disk: Disk): Entry {
  if (file.standing !== undefined && oldCase === undefined)
    return wantedEntry(file, "unchanged", settled(file.standing, disk.options.now));
  const owned = disk.manifest.get(file.path);
  const standing = disk.folder.standing(file.path);
  switch (standing.kind) {
    case "nothing":
      return wantedEntry(file, "missing");
    case "obstacle":
      return { ...wantedEntry(file, "blocked"), obstacle: standing.what };
    case "link":
      return wantedEntry(file, owned === undefined ? "foreign" : "edited");
    case "file": {
      if (oldCase !== undefined && isSameFile(disk.folder, file.path, oldCase)) return wantedEntry(file, "missing");
      const found = hashOfFile(file.path, standing.signature, disk);
      if (found === file.hash) return wantedEntry(file, "unchanged", settled(standing.signature, disk.options.now));
      if (owned === undefined) return wantedEntry(file, "foreign");
      return wantedEntry(file, isOurs(file.path, found, disk) ? "stale" : "edited");
    }
  }
}

function wantedEntry(file: WantedFile, state: State, signature = noSignature): Entry {
  return { path: file.path, state, wanted: file, signature, obstacle: "" };
}

/** A path of ours where nothing belongs any more. What is no file there is not ours, whatever the manifest says. */
function compareUnwanted(path: string, disk: Disk): readonly Entry[] {
  const standing = disk.folder.standing(path);
  if (standing.kind === "link") return [{ ...nothing, path, state: "edited" }];
  if (standing.kind !== "file") return [];
  const found = hashOfFile(path, standing.signature, disk);
  return [{ ...nothing, path, state: isOurs(path, found, disk) ? "left-over" : "edited" }];
}

/** Whether a file has a text of ours, or the marks of a merge of two of them. */
function isOurs(path: string, found: string, { folder, manifest }: Disk): boolean {
  const owned = manifest.get(path) ?? [];
  if (owned.includes(found)) return true;
  const sides = conflictSides(withLineFeeds(folder.read(path)));
  return sides !== undefined && sides.every((side) => owned.includes(hashOf(side)));
}

const nothing = { wanted: undefined, signature: noSignature, obstacle: "" } as const;

/** The hash of a file's text with LF line ends; read only if nothing tells that it is as an earlier run knew it. */
function hashOfFile(path: string, signature: Signature, { folder, options }: Disk): string {
  const known = options.known?.get(path);
  if (known !== undefined && isSameSignature(signature, known.signature)) return known.hash;
  return hashOf(withLineFeeds(folder.read(path)));
}

/** Whether two paths that differ in case are one file: they are where case does not count. */
function isSameFile(folder: OutputFolder, path: string, otherPath: string): boolean {
  const [file, other] = [folder.standing(path), folder.standing(otherPath)];
  if (file.kind !== "file" || other.kind !== "file") return false;
  const [[, , , inode], [, , , otherInode]] = [file.signature, other.signature];
  return inode === otherInode;
}
