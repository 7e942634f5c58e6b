/** A target's output folder on the disk: what stands at a path of it, seen without following links. */
import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { tryDisk } from "../disk/disk-error.js";
import { realPath } from "../disk/real-path.js";
import { type Signature, signatureOf } from "../disk/signature.js";

/** What stands at a page's path. */
export type Standing =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly signature: Signature }
  /** Something that a page cannot take the place of, in words: `"models" is a symbolic link`. */
  | { readonly kind: "obstacle"; readonly what: string }
  /** A link: it can be replaced, but what it leads to is not ours. */
  | { readonly kind: "link" };

export interface OutputFolder {
  /** Its absolute path. */
  readonly path: string;
  /** Where that leads, links followed. */
  readonly real: string;
  /** The absolute path of a page. */
  at(path: string): string;
  /** What stands at a page's path, as it was when that was asked for the first time. @throws DiskError */
  standing(path: string): Standing;
  /** The stats of what stands at a page's path; undefined if nothing does, or something is in the way. @throws DiskError */
  stats(path: string): Stats | undefined;
  /** The text of a file that stands there. @throws DiskError */
  read(path: string): string;
}

/** The folder itself may be a link, as the config names it; what is inside must not lead elsewhere. */
export function outputFolder(path: string, real = realPath(path)): OutputFolder {
  const grounds = new Map<string, Ground>();
  const standings = new Map<string, Standing>();
  const at = (page: string): string => `${path}/${page}`;

  const groundAt = (folder: string): Ground => {
    const known = grounds.get(folder) ?? findGround(folder);
    grounds.set(folder, known);
    return known;
  };
  const findGround = (folder: string): Ground => {
    const outer = folder === "." ? "folder" : groundAt(dirname(folder));
    if (outer !== "folder") return outer;
    const stats = folder === "." ? statsOf(path, statSync) : statsOf(at(folder));
    if (stats === undefined) return "nothing";
    if (stats.isDirectory()) return "folder";
    const shown = folder === "." ? path : folder;
    return { obstacle: `"${shown}" is ${stats.isSymbolicLink() ? "a symbolic link" : "a file, not a folder"}` };
  };

  const groundOf = (page: string): Ground => {
    const end = page.lastIndexOf("/");
    return groundAt(end === -1 ? "." : page.slice(0, end));
  };
  const look = (page: string): Standing => {
    const ground = groundOf(page);
    if (ground === "nothing") return { kind: "nothing" };
    if (ground !== "folder") return { kind: "obstacle", what: ground.obstacle };
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
    standing(page) {
      const standing = standings.get(page) ?? look(page);
      standings.set(page, standing);
      return standing;
    },
    stats: (page) => (groundOf(page) === "folder" ? statsOf(at(page)) : undefined),
    read: (page) => tryDisk("read", at(page), () => readFileSync(at(page), "utf8")),
  };
}

/** What stands at the path of a folder. Below nothing there is nothing; there can be, unless something is in the way. */
type Ground = "folder" | "nothing" | { readonly obstacle: string };

/** @param look `statSync` to follow links */
function statsOf(path: string, look: typeof statSync = lstatSync): Stats | undefined {
  return tryDisk("look at", path, () => look(path, { throwIfNoEntry: false }));
}
