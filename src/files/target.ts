/** What a run does with one target, once its files are made. */
import type { Stats } from "node:fs";
import { resolve } from "node:path";
import type { GeneratedTarget } from "../generate.js";
import type { TemplateFiles } from "../render/templates.js";
import { compare, type Comparison, wantedFile } from "./compare.js";
import { type Difference, differencesOf, manifestDifferences, needsForce } from "./differences.js";
import { hashOf } from "./hash.js";
import { knownFiles, type LastTarget } from "./last-run.js";
import { printManifest } from "./manifest.js";
import { signatureOfWritten } from "./replace-file.js";
import type { RunContext, RunOptions, TargetResult } from "./run.js";
import { covers, partName } from "./shard.js";
import { packed } from "./signature.js";
import { wantedManifest, write } from "./write.js";

export interface ComparedTarget {
  readonly generated: GeneratedTarget;
  readonly templates: TemplateFiles;
  readonly comparison: Comparison;
  readonly options: RunOptions;
}

/** @throws DiskError */
export function compareTarget(
  context: RunContext,
  generated: GeneratedTarget,
  templates: TemplateFiles,
): ComparedTarget {
  const { config, last, options } = context;
  const { name, output } = generated.target;
  const { shard } = options;
  const lastTarget = last?.targets.find((each) => each.name === name && each.output === output);
  const comparison = compare(resolve(config.root, output), generated.files.map(wantedFile), {
    now: Date.now(),
    ...(lastTarget && { known: knownFiles(config, lastTarget) }),
    ...(shard && { covers: (path) => covers(shard, path) }),
  });
  return { generated, comparison, options, templates };
}

/** Everything that is not as it should be. */
export function checkTarget(compared: ComparedTarget): TargetResult {
  const { comparison, templates, options } = compared;
  const differences = [...differencesOf(comparison, templates), ...manifestDifferences(comparison, options.shard)];
  return { ...resultOf(compared), written: [], removed: [], differences };
}

/** What would be written, or what stands in the way of it. */
export function foretellTarget(compared: ComparedTarget): TargetResult {
  return { ...resultOf(compared), differences: obstaclesOf(compared) };
}

/** What stands in the way of writing: nothing is written then. */
export function findObstacles(compared: ComparedTarget): TargetResult {
  return { ...resultOf(compared), written: [], removed: [], differences: obstaclesOf(compared) };
}

/**
 * Writes a target in which nothing stood in the way. If another run wrote to it since it was compared, it is compared again.
 *
 * @throws DiskError
 */
export async function writeTarget(context: RunContext, compared: ComparedTarget): Promise<WrittenTarget> {
  const { shard, signal } = context.options;
  const result = resultOf(compared);
  const written = await write(compared.comparison, { part: shard && partName(shard), signal });
  if (written.outcome === "cancelled") return { result, last: undefined, isCancelled: true };
  if (written.outcome === "done") return { result, last: lastTargetOf(compared, written.stats), isCancelled: false };

  const again = compareTarget(context, compared.generated, compared.templates);
  const stopped = findObstacles(again);
  if (stopped.differences.length > 0) return { result: stopped, last: undefined, isCancelled: false };
  return writeTarget(context, again);
}

export interface WrittenTarget {
  readonly result: TargetResult;
  /** What to remember for the next run, if all was done. */
  readonly last: LastTarget | undefined;
  readonly isCancelled: boolean;
}

function obstaclesOf({ comparison, templates, options }: ComparedTarget): readonly Difference[] {
  const isObstacle = (each: Difference): boolean =>
    each.state === "blocked" || (needsForce(each) && options.force !== true);
  return differencesOf(comparison, templates).filter(isObstacle);
}

function resultOf({ generated, comparison: { entries } }: ComparedTarget): TargetResult {
  const changed = entries.filter(({ state }) => state !== "unchanged");
  return {
    name: generated.target.name,
    output: generated.target.output,
    models: generated.models,
    written: changed.filter(({ wanted }) => wanted !== undefined).map(({ path }) => path),
    removed: changed.filter(({ wanted }) => wanted === undefined).map(({ path }) => path),
    unchanged: entries.length - changed.length,
    differences: [],
  };
}

function lastTargetOf({ generated, comparison }: ComparedTarget, written: ReadonlyMap<string, Stats>): LastTarget {
  const { entries, folder } = comparison;
  const now = Date.now();
  return {
    name: generated.target.name,
    output: generated.target.output,
    models: generated.models,
    manifestHash: hashOf(printManifest(wantedManifest(entries))),
    signatures: packed(
      entries.flatMap(({ path, wanted, signature }) => {
        if (wanted === undefined) return [];
        const stats = written.get(path);
        return [stats === undefined ? signature : signatureOfWritten(folder.at(path), stats, now)];
      }),
    ),
  };
}
