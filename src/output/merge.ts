/** Joins what the shards of a run wrote, once all of it lies in one place. */
import { resolve } from "node:path";
import { compare, type Comparison, type Entry, type WantedFile } from "./compare.js";
import type { Difference } from "./differences.js";
import { DiskError } from "../disk/disk-error.js";
import { isPartName, parseManifest, type Snapshot, snapshotOf, unionOf } from "./manifest.js";
import { partName } from "./shard.js";
import type { TargetResult } from "./target-result.js";
import { write } from "./write.js";

/**
 * Makes one manifest of the parts in a target's output folder, and removes what none of them knows. Every file must be
 * there as its shard made it; where one is not, nothing is changed and the differences tell.
 *
 * @param root the absolute path of the config's folder
 * @throws DiskError where a part is missing, or the system refuses
 */
export async function mergeShards(root: string, name: string, output: string): Promise<TargetResult> {
  const snapshot = snapshotOf(resolve(root, output));
  const comparison = compare(snapshot, filesOfParts(snapshot, name), { now: Date.now() });
  const leftOver = comparison.entries.filter(({ state }) => state === "left-over");
  const differences = comparison.entries.flatMap(differenceOf);
  if (differences.length === 0) await writeMerged(comparison);
  const unchanged = comparison.entries.length - leftOver.length - differences.length;
  return { name, output, models: 0, written: [], removed: leftOver.map(({ path }) => path), unchanged, differences };
}

/** What should stand there is known by its hash alone. */
function differenceOf({ path, state, obstacle }: Entry): readonly Difference[] {
  if (state === "unchanged" || state === "left-over") return [];
  return [{ path, state, obstacle, cause: undefined, template: undefined, found: () => undefined, wanted: undefined }];
}

async function writeMerged(comparison: Comparison): Promise<void> {
  const { outcome } = await write(comparison);
  if (outcome === "outdated")
    throw new DiskError("another run wrote to the same folder", "merge again when it has ended");
}

function filesOfParts({ manifests }: Snapshot, target: string): readonly WantedFile[] {
  const texts = new Map([...manifests].filter(([file]) => isPartName(file)));
  const missing = missingParts([...texts.keys()]);
  if (missing.length > 0) throw new DiskError(`target "${target}" lacks ${missing.join(", ")}`, missingHint);
  return [...unionOf([...texts.values()].map(parseManifest))].map(([path, [hash = ""]]) => {
    return {
      path,
      hash,
      get text(): never {
        throw new Error(`"${path}" is not made by a merge`);
      },
    };
  });
}

const missingHint = "merge runs where the output of all shards has been put together";

/** The names of the parts that are needed beside those that are there. */
function missingParts(names: readonly string[]): readonly string[] {
  const counts = [...new Set(names.map((name) => Number(name.slice(name.lastIndexOf("-") + 1))))];
  if (counts.length !== 1)
    return counts.length === 0 ? ["the parts of its manifest"] : ["parts of one and the same run"];
  const [count = 0] = counts;
  return Array.from({ length: count }, (_, at) => partName({ index: at + 1, count })).filter(
    (name) => !names.includes(name),
  );
}
