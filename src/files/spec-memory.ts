/** What earlier runs parsed, known by content. */
import { deserialize, serialize } from "node:v8";
import type { Checked } from "../diagnostics.js";
import type { Memory } from "../generate.js";
import type { SpecFile } from "../spec/source.js";
import type { CacheFolder } from "./cache-folder.js";
import { hashOfAll } from "./hash.js";
import { storeNameOf } from "./last-run.js";
import type { RunContext } from "./run.js";

export interface SpecMemory extends Pick<Memory, "specFile"> {
  /** Keeps what this run used, and forgets the rest. */
  save(): void;
}

export function openSpecMemory({ cache, config, identity }: RunContext): SpecMemory {
  const name = storeNameOf("specs", config);
  const stored = (cache && load(cache, name, identity.hash)) ?? new Map<string, Checked<SpecFile>>();
  const used = new Map<string, Checked<SpecFile>>();
  return {
    specFile(source, parse) {
      const key = hashOfAll([source.path, source.text]);
      const parsed = stored.get(key) ?? parse(source);
      used.set(key, parsed);
      return parsed;
    },
    save() {
      const isSame = used.size === stored.size && [...used.keys()].every((key) => stored.has(key));
      if (!isSame) cache?.write(name, serialize({ identity: identity.hash, specs: used } satisfies Stored));
    },
  };
}

interface Stored {
  /** Of the code that parsed them. */
  readonly identity: string;
  readonly specs: ReadonlyMap<string, Checked<SpecFile>>;
}

function load(cache: CacheFolder, name: string, identity: string): Stored["specs"] | undefined {
  const content = cache.read(name);
  const stored = content && (deserialize(content) as Stored);
  return stored?.identity === identity ? stored.specs : undefined;
}
