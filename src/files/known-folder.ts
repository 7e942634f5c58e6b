import { resolve } from "node:path";
import type { Target } from "../config/config.js";
import type { Places } from "../config/folders.js";
import { knownFiles, type LastFile, standingFiles, type TargetFiles } from "./last-run.js";
import type { RunContext } from "./run.js";
import { type Snapshot, snapshotOf } from "./snapshot.js";

/** A target's output folder as it is from a moment on. What the last run left in it is found out when it is asked for. */
export interface KnownFolder extends Snapshot {
  /** What the last run left in it, by path. */
  last(): ReadonlyMap<string, LastFile>;
  /** What the last run left in it, if all of that stands. @throws DiskError */
  standing(): TargetFiles | undefined;
}

/** @throws DiskError if it cannot be read */
export function knownFolder({ config, last }: RunContext, places: Places, { name, output }: Target): KnownFolder {
  const snapshot = snapshotOf(resolve(config.root, output), places.realPath(output));
  const target = last?.targets.find((each) => each.name === name);
  let files: ReadonlyMap<string, LastFile> | undefined;
  return {
    ...snapshot,
    last: () => (files ??= target === undefined ? new Map() : knownFiles(snapshot, target)),
    standing: () => target && standingFiles(snapshot, target),
  };
}
