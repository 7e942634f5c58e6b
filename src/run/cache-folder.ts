/** A folder of results that can be deleted at any time. Nothing in it is believed unless it is whole. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hash } from "node:crypto";

export interface CacheFolder {
  /** Its absolute path. It may not exist yet. */
  readonly path: string;
  /** What was kept under a name; undefined if nothing was, or if it is damaged. */
  read(name: string): Buffer | undefined;
  /** Keeps something. Where that is not possible, nothing happens: the next run takes longer. */
  write(name: string, content: Buffer): void;
}

export function cacheFolder(path: string): CacheFolder {
  return {
    path,
    read(name) {
      try {
        const bytes = readFileSync(join(path, name));
        const content = bytes.subarray(64);
        return checksum(name, content) === bytes.toString("latin1", 0, 64) ? content : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, content) {
      const temporary = join(path, `${name}.${process.pid}.new`);
      try {
        mkdirSync(path, { recursive: true });
        writeFileSync(temporary, Buffer.concat([Buffer.from(checksum(name, content)), content]));
        renameSync(temporary, join(path, name));
      } catch {
        remove(temporary);
      }
    },
  };
}

/** Covers the name too: a record under the name of another is not believed. */
function checksum(name: string, content: Buffer): string {
  return hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), content]));
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What cannot be removed cannot have been written.
  }
}

/** Where tools of a project keep such results: in the nearest `node_modules`; undefined if there is none. */
export function defaultCacheFolder(root: string): string | undefined {
  const modules = join(root, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "modelwright");
  return dirname(root) === root ? undefined : defaultCacheFolder(dirname(root));
}
