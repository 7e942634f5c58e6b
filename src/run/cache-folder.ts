/** A cache folder, which may be deleted at any time. Damaged entries are ignored. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hash } from "node:crypto";

export interface CacheFolder {
  /** Its absolute path. It may not exist yet. */
  readonly path: string;
  /** The content of an entry; undefined if there is none or it is damaged. */
  read(name: string): Buffer | undefined;
  /** Writes an entry. Failures are ignored: they only make the next run slower. */
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

/** Covers the name too, so that an entry under another entry's name is ignored. */
function checksum(name: string, content: Buffer): string {
  return hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), content]));
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A file that cannot be removed was not written either.
  }
}

/** The usual place of a project's caches, in the nearest `node_modules`; undefined if there is none. */
export function defaultCacheFolder(root: string): string | undefined {
  const modules = join(root, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "modelwright");
  return dirname(root) === root ? undefined : defaultCacheFolder(dirname(root));
}
