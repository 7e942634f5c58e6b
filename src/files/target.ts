/** What a run does with one target, once its files are made. */
import type { Stats } from "node:fs";
import type { GeneratedTarget } from "../generate.js";
import type { Carried } from "./carried.js";
import { compare, type Comparison, type Entry } from "./compare.js";
import { type Difference, differencesOf, manifestDifferences, needsForce } from "./differences.js";
import { hashOf } from "./hash.js";
import { type KnownFolder, knownFolder } from "./known-folder.js";
import { columnsOf, type LastFile, type LastTarget } from "./last-run.js";
import type { Project } from "./load-project.js";
import type { MadeFile } from "./made-file.js";
import { Overtaken } from "./overtaken.js";
import type { RunContext, TargetResult } from "./run.js";
import { signatureOfWritten } from "./replace-file.js";
import { covers, partName } from "./shard.js";
import type { Signature } from "./signature.js";
import { write } from "./write.js";

/** What the steps of a run share. */
export interface Work {
  readonly context: RunContext;
  readonly project: Project;
  /** The output folders as they were before anything was made, by target. */
  readonly folders: ReadonlyMap<string, KnownFolder>;
}

/** A target with files as this run keeps them. */
export interface MadeTarget extends GeneratedTarget {
  readonly files: readonly MadeFile[];
  /** Its other files, if there are any. */
  readonly carried?: Carried | undefined;
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
  folder = knownFolder(work.context, work.project.places, generated.target),
): ComparedTarget {
  const { shard } = work.context.options;
  const { files, carried } = generated;
  const comparison = compare(folder, files, {
    now: Date.now(),
    known: carried?.others ?? folder.last(),
    carried,
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
 * Writes a target in which nothing stood in the way.
 *
 * @throws DiskError
 * @throws Overtaken if another run wrote to it since it was compared
 */
export async function writeTarget(compared: ComparedTarget): Promise<WrittenTarget> {
  const { comparison, work } = compared;
  const { shard, signal } = work.context.options;
  const result = resultOf(compared);
  const written = await write(comparison, { part: shard && partName(shard), signal });
  switch (written.outcome) {
    case "done":
      return { result, last: lastTargetOf(compared, signaturesOf(written.stats, comparison)) };
    case "cancelled":
      return { result, last: undefined };
    case "outdated":
      throw new Overtaken();
  }
}

function signaturesOf(written: ReadonlyMap<string, Stats>, { folder }: Comparison): ReadonlyMap<string, Signature> {
  const now = Date.now();
  return new Map([...written].map(([path, stats]) => [path, signatureOfWritten(folder.at(path), stats, now)]));
}

export interface WrittenTarget {
  readonly result: TargetResult;
  /** What to remember for the next run; undefined if it was cancelled. */
  readonly last: LastTarget | undefined;
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
  const { carried } = generated;
  const changed = entries.filter(({ state }) => state !== "unchanged");
  return {
    name: generated.target.name,
    output: generated.target.output,
    models: generated.models,
    written: changed.filter(({ wanted }) => wanted !== undefined).map(({ path }) => path),
    removed: changed.filter(({ wanted }) => wanted === undefined).map(({ path }) => path),
    unchanged: entries.length - changed.length + (carried?.count ?? 0),
    differences: [],
  };
}

function lastTargetOf({ generated, comparison }: ComparedTarget, written: ReadonlyMap<string, Signature>): LastTarget {
  const { target, models, carried } = generated;
  const files = comparison.entries.flatMap(({ path, wanted, signature }): readonly LastFile[] => {
    if (wanted === undefined) return [];
    const { hash, view, page } = wanted;
    return [{ path, hash, signature: written.get(path) ?? signature, view, template: page?.template ?? "" }];
  });
  return {
    name: target.name,
    output: target.output,
    models,
    manifestHash: hashOf(comparison.manifest),
    ...columnsOf(carried?.with(files) ?? files),
  };
}
