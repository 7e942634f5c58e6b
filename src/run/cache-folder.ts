/** A cache folder, which may be deleted at any time. Damaged entries are ignored. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hash } from "node:crypto";
import { reasonOf } from "../disk/disk-error.js";
import { makeFolder, remove } from "../disk/make-folder.js";

export interface CacheFolder {
  /** Its absolute path. It may not exist yet. */
  readonly path: string;
  /** The content of an entry; undefined if there is none or it is damaged. */
  read(name: string): Buffer | undefined;
  /** Writes an entry. A failure only makes the next run slower. */
  write(name: string, content: Buffer): void;
  /** Why the first entry that could not be written was not. */
  readonly failure: string | undefined;
}

export function cacheFolder(path: string): CacheFolder {
  let failure: string | undefined;
  return {
    path,
    get failure() {
      return failure;
    },
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
        makeFolder(path);
        writeFileSync(temporary, Buffer.concat([Buffer.from(checksum(name, content)), content]));
        renameSync(temporary, join(path, name));
      } catch (error) {
        failure ??= reasonOf(error);
        remove(temporary);
      }
    },
  };
}

/** Covers the name too, so that an entry under another entry's name is ignored. */
function checksum(name: string, content: Buffer): string {
  return hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), content]));
}
