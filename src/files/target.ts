/** What a run does with one target, once its files are made. */
import type { Stats } from "node:fs";
import type { GeneratedTarget } from "../generate.js";
import { compare, type Comparison, type Entry } from "./compare.js";
import { type Difference, differencesOf, manifestDifferences, needsForce } from "./differences.js";
import { hashOf } from "./hash.js";
import { type KnownFolder, knownFolder } from "./known-folder.js";
import type { LastTarget } from "./last-run.js";
import type { Project } from "./load-project.js";
import type { MadeFile } from "./made-file.js";
import type { RunContext, TargetResult } from "./run.js";
import { signatureOfWritten } from "./replace-file.js";
import { covers, partName } from "./shard.js";
import { packed, type Signature } from "./signature.js";
import { type Stages, takePlace } from "./stage.js";
import { write } from "./write.js";

/** What the steps of a run share. */
export interface Work {
  readonly context: RunContext;
  readonly project: Project;
  /** The output folders as they were before anything was made, by target. */
  readonly folders: ReadonlyMap<string, KnownFolder>;
  /** Where those are put together that do not exist yet. */
  readonly stages: Stages;
}

/** A target with files as this run keeps them. */
export interface MadeTarget extends GeneratedTarget {
  readonly files: readonly MadeFile[];
}

export interface ComparedTarget {
  readonly work: Work;
  readonly generated: MadeTarget;
  readonly comparison: Comparison;
}

/**
 * @param folder the target's output folder; as it is now if left out
 * @throws DiskError
 */
export function compareTarget(
  work: Work,
  generated: MadeTarget,
  folder = knownFolder(work.context, generated.target),
): ComparedTarget {
  const { shard } = work.context.options;
  const comparison = compare(folder, generated.files, {
    now: Date.now(),
    known: folder.last,
    ...(shard && { covers: (path) => covers(shard, path) }),
  });
  return { work, generated, comparison };
}

/** Everything that is not as it should be. */
export function checkTarget(compared: ComparedTarget): TargetResult {
  const { comparison, work } = compared;
  const manifest = manifestDifferences(comparison, work.context.options.shard);
  return { ...resultOf(compared), written: [], removed: [], differences: [...differencesIn(compared), ...manifest] };
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
 * @throws DiskError, LostStage
 */
export async function writeTarget(compared: ComparedTarget): Promise<WrittenTarget> {
  const { comparison, generated, work } = compared;
  const stage = work.stages.get(generated.target.name);
  if (stage === undefined) return writeFiles(compared);
  const signatures = takePlace(stage, comparison);
  return { result: resultOf(compared), last: lastTargetOf(compared, signatures), isCancelled: false };
}

async function writeFiles(compared: ComparedTarget): Promise<WrittenTarget> {
  const { comparison, work } = compared;
  const { shard, signal } = work.context.options;
  const result = resultOf(compared);
  const written = await write(comparison, { part: shard && partName(shard), signal });
  if (written.outcome === "cancelled") return { result, last: undefined, isCancelled: true };
  if (written.outcome === "done")
    return { result, last: lastTargetOf(compared, signaturesOf(written.stats, comparison)), isCancelled: false };

  const again = compareTarget(work, compared.generated);
  const stopped = findObstacles(again);
  if (stopped.differences.length > 0) return { result: stopped, last: undefined, isCancelled: false };
  return writeFiles(again);
}

function signaturesOf(written: ReadonlyMap<string, Stats>, { folder }: Comparison): ReadonlyMap<string, Signature> {
  const now = Date.now();
  return new Map([...written].map(([path, stats]) => [path, signatureOfWritten(folder.at(path), stats, now)]));
}

export interface WrittenTarget {
  readonly result: TargetResult;
  /** What to remember for the next run, if all was done. */
  readonly last: LastTarget | undefined;
  readonly isCancelled: boolean;
}

function differencesIn(
  { comparison, generated, work }: ComparedTarget,
  isAskedFor?: (entry: Entry) => boolean,
): readonly Difference[] {
  const templates = work.project.inputs.templates.get(generated.target.name) ?? new Map();
  return differencesOf(comparison, templates, isAskedFor);
}

function obstaclesOf(compared: ComparedTarget): readonly Difference[] {
  const { force } = compared.work.context.options;
  return differencesIn(compared, (each) => each.state === "blocked" || (needsForce(each) && force !== true));
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

function lastTargetOf({ generated, comparison }: ComparedTarget, written: ReadonlyMap<string, Signature>): LastTarget {
  const { name, output } = generated.target;
  const entries = comparison.entries.filter(({ wanted }) => wanted !== undefined);
  const signatures = entries.map(({ path, signature }) => written.get(path) ?? signature);
  return {
    name,
    output,
    models: generated.models,
    manifestHash: hashOf(comparison.manifest),
    signatures: packed(signatures),
    views: entries.map(({ wanted }) => wanted?.view ?? "").join("\n"),
    templates: entries.map(({ wanted }) => wanted?.page?.template ?? "").join("\n"),
  };
}
