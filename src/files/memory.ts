/** What earlier runs parsed and rendered, kept by content. */
import { deserialize, serialize } from "node:v8";
import type { Checked, SourceFile } from "../diagnostics.js";
import type { Memory } from "../generate.js";
import type { SpecFile } from "../spec/source.js";
import type { CacheFolder } from "./cache-folder.js";
import { hashOfAll } from "./hash.js";

export interface StoredMemory extends Memory {
  /** Keeps what this run used, and forgets the rest. */
  save(): void;
}

const storeName = "specs";

/** @param identity names the code whose results these are */
export function openMemory(cache: CacheFolder, identity: string): StoredMemory {
  const stored = load(cache, identity);
  const used = new Map<string, Checked<SpecFile>>();
  let isNew = false;
  return {
    specFile(source: SourceFile, parse) {
      const key = hashOfAll([source.path, source.text]);
      const known = stored.get(key);
      isNew ||= known === undefined;
      const parsed = known ?? parse(source);
      used.set(key, parsed);
      return parsed;
    },
    text: (_target, _page, render) => render(),
    save() {
      if (isNew || used.size !== stored.size) cache.write(storeName, serialize({ identity, specs: used }));
    },
  };
}

function load(cache: CacheFolder, identity: string): ReadonlyMap<string, Checked<SpecFile>> {
  const content = cache.read(storeName);
  if (content === undefined) return new Map();
  const stored = deserialize(content) as { identity: string; specs: ReadonlyMap<string, Checked<SpecFile>> };
  return stored.identity === identity ? stored.specs : new Map();
}
