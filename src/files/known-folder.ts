import { resolve } from "node:path";
import type { Target } from "../config/config.js";
import { knownFiles, type LastFile } from "./last-run.js";
import type { RunContext } from "./run.js";
import { type Snapshot, snapshotOf } from "./snapshot.js";

/** A target's output folder as it is from a moment on. */
export interface KnownFolder extends Snapshot {
  /** What the last run left in it, by path. */
  readonly last: ReadonlyMap<string, LastFile>;
}

/** @throws DiskError if it cannot be read */
export function knownFolder({ config, last }: RunContext, { name, output }: Target): KnownFolder {
  const snapshot = snapshotOf(resolve(config.root, output));
  const target = last?.targets.find((each) => each.name === name);
  return { ...snapshot, last: target === undefined ? new Map() : knownFiles(snapshot, target) };
}
