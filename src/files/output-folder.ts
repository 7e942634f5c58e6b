/** A target's output folder on the disk: what stands at a path of it, seen without following links. */
import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { tryDisk } from "./disk-error.js";

/** What stands at a page's path. */
export type Standing =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly stats: Stats }
  /** Something that a page cannot take the place of, in words: `"models" is a symbolic link`. */
  | { readonly kind: "obstacle"; readonly what: string }
  /** A link: it can be replaced, but what it leads to is not ours. */
  | { readonly kind: "link" };

export interface OutputFolder {
  /** Its absolute path. */
  readonly path: string;
  /** The absolute path of a page. */
  at(path: string): string;
  /** What stands at a page's path, as it was when that was asked for the first time. @throws DiskError */
  standing(path: string): Standing;
  /** The text of a file that stands there. @throws DiskError */
  read(path: string): string;
}

/** The folder itself may be a link, as the config names it; what is inside must not lead elsewhere. */
export function outputFolder(path: string): OutputFolder {
  const obstacles = new Map<string, string | undefined>();
  const standings = new Map<string, Standing>();
  const at = (page: string): string => join(path, page);

  /** Why there can be no file in a folder of the output; undefined if there can be, though it may not exist yet. */
  const obstacleIn = (folder: string): string | undefined => {
    if (!obstacles.has(folder)) obstacles.set(folder, findObstacle(folder));
    return obstacles.get(folder);
  };
  const findObstacle = (folder: string): string | undefined => {
    const outer = folder === "." ? undefined : obstacleIn(dirname(folder));
    if (outer !== undefined) return outer;
    const stats = folder === "." ? followed(path) : statsOf(at(folder));
    if (stats === undefined || stats.isDirectory()) return undefined;
    const shown = folder === "." ? path : folder;
    return `"${shown}" is ${stats.isSymbolicLink() ? "a symbolic link" : "a file, not a folder"}`;
  };

  const look = (page: string): Standing => {
    const obstacle = obstacleIn(dirname(page));
    if (obstacle !== undefined) return { kind: "obstacle", what: obstacle };
    const stats = statsOf(at(page));
    if (stats === undefined) return { kind: "nothing" };
    if (stats.isFile()) return { kind: "file", stats };
    if (stats.isSymbolicLink()) return { kind: "link" };
    return { kind: "obstacle", what: stats.isDirectory() ? "a folder stands there" : "it is no regular file" };
  };

  return {
    path,
    at,
    standing(page) {
      const standing = standings.get(page) ?? look(page);
      standings.set(page, standing);
      return standing;
    },
    read: (page) => tryDisk("read", at(page), () => readFileSync(at(page), "utf8")),
  };
}

function statsOf(path: string): Stats | undefined {
  return tryDisk("look at", path, () => lstatSync(path, { throwIfNoEntry: false }));
}

/** As `statsOf`, through links. */
function followed(path: string): Stats | undefined {
  return tryDisk("look at", path, () => statSync(path, { throwIfNoEntry: false }));
}
