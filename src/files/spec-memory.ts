/**
 * What earlier runs parsed, known by content. Most of it is in one file; what has changed since that was written is in
 * another, so that a small change does not write all of it again.
 */
import { deserialize, serialize } from "node:v8";
import type { Checked, SourceFile } from "../diagnostics.js";
import type { Memory } from "../generate.js";
import type { SpecFile } from "../spec/source.js";
import { hashOf } from "./hash.js";
import { storeNameOf } from "./last-run.js";
import type { RunContext } from "./run.js";

export interface SpecMemory extends Pick<Memory, "specFile"> {
  /** Keeps what this run used, and forgets what has not been used for a while. */
  save(): void;
}

export function openSpecMemory(context: RunContext): SpecMemory {
  const most = openStore("specs", context);
  const changed = openStore("changed-specs", context);
  const used = new Map<string, Checked<SpecFile>>();
  return {
    specFile(source, parse) {
      const known = most.specs.get(keyOf(source)) ?? changed.specs.get(keyOf(source));
      const parsed = known ?? parse(source);
      used.set(keyOf(source), parsed);
      return parsed;
    },
    save() {
      const others = new Map([...used].filter(([key]) => !most.specs.has(key)));
      const unused = most.specs.size - (used.size - others.size);
      if (others.size + unused > used.size / 10) {
        most.write(used);
        if (changed.specs.size > 0) changed.write(new Map());
      } else if ([...others.keys()].some((key) => !changed.specs.has(key))) changed.write(others);
    },
  };
}

/** Names a path and a text. Which text it is may be known for sure only when it has been read. */
function keyOf(source: SourceFile): string {
  return `${source.hash ?? hashOf(source.text)} ${source.path}`;
}

/** Parsed specs by their paths and texts. */
type Specs = ReadonlyMap<string, Checked<SpecFile>>;

interface Store {
  readonly specs: Specs;
  write(specs: Specs): void;
}

interface Stored {
  /** Of the code that parsed them. */
  readonly identity: string;
  readonly specs: Specs;
}

function openStore(kind: string, { cache, config, identity }: RunContext): Store {
  const name = storeNameOf(kind, config);
  const content = cache?.read(name);
  const stored = content && (deserialize(content) as Stored);
  return {
    specs: stored?.identity === identity.hash ? stored.specs : new Map<string, Checked<SpecFile>>(),
    write: (specs) => cache?.write(name, serialize({ identity: identity.hash, specs } satisfies Stored)),
  };
}
