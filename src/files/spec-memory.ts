/**
 * What earlier runs parsed, known by content. Most of it is in one file; what has changed since that was written is in
 * another, so that a small change does not write all of it again. Each spec is packed by itself: what is not asked for stays
 * packed.
 */
import { deserialize, serialize } from "node:v8";
import type { Checked, SourceFile } from "../diagnostics/diagnostic.js";
import type { Memory } from "../generate.js";
import type { SpecFile } from "../spec/source.js";
import { hashOf } from "./hash.js";
import { storeNameOf } from "./last-run.js";
import type { RunContext } from "./run.js";

export interface SpecMemory extends Pick<Memory, "specFile"> {
  /** Keeps what is known of the sources of a run, and forgets the others after a while. */
  save(sources: readonly SourceFile[]): void;
}

export function openSpecMemory(context: RunContext): SpecMemory {
  const most = openStore("specs", context);
  const changed = openStore("changed-specs", context);
  const parsed = new Map<string, Checked<SpecFile>>();
  const packedOf = (source: SourceFile): PackedSpec | undefined => {
    return [changed, most].map(({ specs }) => specs.get(source.path)).find((known) => known?.hash === nameOf(source));
  };
  const pack = (source: SourceFile): readonly (readonly [string, PackedSpec])[] => {
    const spec = parsed.get(source.path);
    const packed = packedOf(source) ?? (spec && { hash: nameOf(source), content: serialize(spec) });
    return packed === undefined ? [] : [[source.path, packed]];
  };
  return {
    specFile(source, parse) {
      const known = parsed.get(source.path) ?? unpacked(packedOf(source)) ?? parse(source);
      parsed.set(source.path, known);
      return known;
    },
    save(sources) {
      const others = sources.filter((source) => most.specs.get(source.path)?.hash !== nameOf(source));
      const unused = most.specs.size - (sources.length - others.length);
      if (others.length + unused > sources.length / 10) {
        most.write(new Map(sources.flatMap(pack)));
        if (changed.specs.size > 0) changed.write(new Map());
      } else if (others.some((source) => changed.specs.get(source.path)?.hash !== nameOf(source)))
        changed.write(new Map(others.flatMap(pack)));
    },
  };
}

/** Names a text. Which it is may be known for sure only when it has been read. */
function nameOf(source: SourceFile): string {
  return source.hash ?? hashOf(source.text);
}

/** What a file was parsed to, serialized. */
interface PackedSpec {
  /** Of the file's text. */
  readonly hash: string;
  readonly content: Uint8Array;
}

function unpacked(packed: PackedSpec | undefined): Checked<SpecFile> | undefined {
  return packed && (deserialize(packed.content) as Checked<SpecFile>);
}

/** By path. */
type Specs = ReadonlyMap<string, PackedSpec>;

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
    specs: stored?.identity === identity.hash ? stored.specs : new Map<string, PackedSpec>(),
    write: (specs) => cache?.write(name, serialize({ identity: identity.hash, specs } satisfies Stored)),
  };
}
