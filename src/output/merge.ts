/** Merges the output of all shards of a run, once it is in one folder. */
import { resolve } from "node:path";
import { headOf } from "../causes/origin.js";
import { compare, type Comparison, type Entry, type WantedFile } from "./compare.js";
import { type Difference, unexplained } from "./differences.js";
import { DiskError } from "../disk/disk-error.js";
import { isPartName, parseManifest, type Snapshot, snapshotOf, unionOf } from "./manifest.js";
import { partName } from "./shard.js";
import type { TargetResult } from "./target-result.js";
import { write } from "./write.js";

/**
 * Merges the manifest parts in a target's output folder into one manifest, and removes generated files that no part
 * lists. Every file must be as its shard wrote it; if one is not, nothing is changed and the differences are returned.
 *
 * @param root the absolute path of the config's folder
 * @throws DiskError if a part is missing, or a file operation fails
 */
export async function mergeShards(root: string, name: string, output: string): Promise<TargetResult> {
  const snapshot = snapshotOf(resolve(root, output));
  const head = headOf([...snapshot.manifests].find(([file]) => isPartName(file))?.[1] ?? "");
  const comparison = compare(snapshot, filesOfParts(snapshot, name), { now: Date.now(), head });
  const leftOver = comparison.entries.filter(({ state }) => state === "left-over");
  const differences = comparison.entries.flatMap(differenceOf);
  if (differences.length === 0) await writeMerged(comparison);
  const unchanged = comparison.entries.length - leftOver.length - differences.length;
  return { name, output, models: 0, written: [], removed: leftOver.map(({ path }) => path), unchanged, differences };
}

/** Only the hash of the wanted text is known. */
function differenceOf({ path, state, obstacle }: Entry): readonly Difference[] {
  if (state === "unchanged" || state === "left-over") return [];
  return [{ ...unexplained, path, state, obstacle, found: () => undefined, wanted: undefined }];
}

async function writeMerged(comparison: Comparison): Promise<void> {
  const { outcome } = await write(comparison);
  if (outcome === "outdated")
    throw new DiskError("another run wrote to the same folder", "merge again when it has finished");
}

function filesOfParts({ manifests }: Snapshot, target: string): readonly WantedFile[] {
  const texts = new Map([...manifests].filter(([file]) => isPartName(file)));
  const missing = missingParts([...texts.keys()]);
  if (missing.length > 0) throw new DiskError(`target "${target}" lacks ${missing.join(", ")}`, missingHint);
  const union = unionOf([...texts.values()].map(parseManifest));
  return Array.from(union, ([path, [hash = ""]]) => ({ path, hash, text: undefined }));
}

const missingHint = "copy the output of all shards into one folder and merge there";

/** The names of the missing parts. */
function missingParts(names: readonly string[]): readonly string[] {
  const counts = [...new Set(names.map((name) => Number(name.slice(name.lastIndexOf("-") + 1))))];
  if (counts.length !== 1)
    return counts.length === 0 ? ["the parts of its manifest"] : ["parts of one and the same run"];
  const [count = 0] = counts;
  return Array.from({ length: count }, (_, at) => partName({ index: at + 1, count })).filter(
    (name) => !names.includes(name),
  );
}
