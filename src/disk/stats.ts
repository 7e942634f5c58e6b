/** What is at a path. A path that cannot be followed (too long, links in a circle, a null character) leads to nothing. */
import { type Stats, statSync } from "node:fs";

export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true;
}

export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() === true;
}
