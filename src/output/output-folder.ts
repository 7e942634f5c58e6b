/** A target's output folder on the disk: what exists at its paths, without following links. */
import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { tryDisk } from "../disk/disk-error.js";
import { realPath } from "../disk/real-path.js";
import { type Signature, signatureOf } from "../disk/signature.js";

/** What exists at the path of a page. */
export type Existing =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly signature: Signature }
  /** Something that a page cannot replace, in words: `"models" is a symbolic link`. */
  | { readonly kind: "obstacle"; readonly what: string }
  /** A link: it can be replaced, but its target must not be touched. */
  | { readonly kind: "link" };

export interface OutputFolder {
  /** Its absolute path. */
  readonly path: string;
  /** Its real path, with links followed. */
  readonly real: string;
  /** The absolute path of a page. */
  at(path: string): string;
  /** What exists at the path of a page, as first looked up. @throws DiskError */
  existing(path: string): Existing;
  /** The stats of what exists there; undefined if that is nothing or cannot be reached. @throws DiskError */
  stats(path: string): Stats | undefined;
  /** The text of the file at the path of a page. @throws DiskError */
  read(path: string): string;
}

/** The folder itself may be a link, as the config names it; links inside it are not followed. */
export function outputFolder(path: string, real = realPath(path)): OutputFolder {
  const folderStates = new Map<string, FolderState>();
  const seen = new Map<string, Existing>();
  const at = (page: string): string => `${path}/${page}`;

  const folderStateAt = (folder: string): FolderState => {
    const known = folderStates.get(folder) ?? findFolderState(folder);
    folderStates.set(folder, known);
    return known;
  };
  const findFolderState = (folder: string): FolderState => {
    const outer = folder === "." ? "folder" : folderStateAt(dirname(folder));
    if (outer !== "folder") return outer;
    const stats = folder === "." ? statsOf(path, statSync) : statsOf(at(folder));
    if (stats === undefined) return "nothing";
    if (stats.isDirectory()) return "folder";
    const shown = folder === "." ? path : folder;
    return { obstacle: `"${shown}" is ${stats.isSymbolicLink() ? "a symbolic link" : "a file, not a folder"}` };
  };

  const parentState = (page: string): FolderState => {
    const end = page.lastIndexOf("/");
    return folderStateAt(end === -1 ? "." : page.slice(0, end));
  };
  const look = (page: string): Existing => {
    const parent = parentState(page);
    if (parent === "nothing") return { kind: "nothing" };
    if (parent !== "folder") return { kind: "obstacle", what: parent.obstacle };
    const stats = statsOf(at(page));
    if (stats === undefined) return { kind: "nothing" };
    if (stats.isFile()) return { kind: "file", signature: signatureOf(stats) };
    if (stats.isSymbolicLink()) return { kind: "link" };
    return { kind: "obstacle", what: stats.isDirectory() ? "it is a folder" : "it is not a regular file" };
  };

  return {
    path,
    real,
    at,
    existing(page) {
      const existing = seen.get(page) ?? look(page);
      seen.set(page, existing);
      return existing;
    },
    stats: (page) => (parentState(page) === "folder" ? statsOf(at(page)) : undefined),
    read: (page) => tryDisk("read", at(page), () => readFileSync(at(page), "utf8")),
  };
}

/** What exists at the path of a folder; an obstacle prevents files below it. */
type FolderState = "folder" | "nothing" | { readonly obstacle: string };

/** @param look `statSync` to follow links */
function statsOf(path: string, look: typeof statSync = lstatSync): Stats | undefined {
  return tryDisk("access", path, () => look(path, { throwIfNoEntry: false }));
}
