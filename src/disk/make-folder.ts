/** Makes folders, and removes files that may be left. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those around it. Node's own recursive option never returns where the system refuses a folder as if the
 * outer one did not exist, as in `/proc`.
 *
 * @throws the system's error
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** Removes a file if that is possible. */
export function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A file that cannot be removed was not written either.
  }
}
