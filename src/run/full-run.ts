/** A run for which something has changed: read, generate, compare, and write or report. */
import { resolve } from "node:path";
import { originOf, printOrigin } from "../causes/origin.js";
import { type Config, outputsOf, type Target } from "../config/config.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import { hashOf } from "../disk/hash.js";
import { type Identity, ownVersion } from "../disk/identity.js";
import { packed, type Signature } from "../disk/signature.js";
import { type GeneratedTarget, generate, type Generation, type Reuse } from "../generate.js";
import { compare, type Comparison, type Entry, type WantedFile } from "../output/compare.js";
import { differencesOf, isObstacle, manifestDifferences } from "../output/differences.js";
import { covers, partName } from "../output/shard.js";
import { snapshotOf } from "../output/manifest.js";
import { changesOf, type TargetResult } from "../output/target-result.js";
import { write } from "../output/write.js";
import type { CacheFolder } from "./cache-folder.js";
import { loadLanguages } from "../outside/load-languages.js";
import { loadProject, type Project } from "./load-project.js";
import { type ConfigFile, fingerprintsOf, type Layout, sourcesOf } from "./project.js";
import { keyOf, recordedFiles, remember, type RunRecord, type TargetRecord } from "./record.js";
import { made, type RecordedFolder, reuseFrom } from "./reuse.js";
import type { RunOptions, RunResult } from "./run-options.js";

/** The input of a full run. */
export interface RunContext {
  readonly options: RunOptions;
  readonly config: ConfigFile;
  readonly cache: CacheFolder | undefined;
  readonly identity: Identity;
  /** The record of the last run. */
  readonly record: RunRecord | undefined;
}

/**
 * Generates the files, and writes them, compares them, or reports what would be written.
 *
 * @throws DiskError, UnknownTarget
 */
export async function fullRun(context: RunContext): Promise<RunResult> {
  const { config, options } = context;
  const outside = await loadLanguages(config, options.languages);
  const { value: project, diagnostics } = loadProject(config, options.targets ?? [], context.cache?.path, outside);
  const sources = project === undefined ? [config] : sourcesOf(config, project.inputs);
  const before: RunResult = { outcome: "mistakes", diagnostics, sources, root: config.root, targets: [] };
  if (project === undefined || hasErrors(diagnostics)) return before;

  // If another run has written in between, start again without the record.
  let earlier: readonly TargetResult[] = [];
  for (let record = context.record; ; record = undefined) {
    const { outcome, ...attempted } = await attempt({ ...context, record }, project, before);
    const result = { ...attempted, targets: attempted.targets.map((each) => withEarlier(each, earlier)) };
    if (outcome !== "outdated") return { ...result, outcome, diagnostics: [...result.diagnostics, ...slow(context)] };
    const again = result.targets.map(({ output }) => output);
    earlier = [...result.targets, ...earlier.filter(({ output }) => !again.includes(output))];
    if (options.signal?.aborted === true) return { ...before, outcome: "cancelled", targets: earlier };
  }
}

/** That the cache cannot be written, which only makes runs slower. */
function slow({ cache }: RunContext): readonly Diagnostic[] {
  if (cache?.failure === undefined) return [];
  return [problem("unwritable-cache", "folder", { path: cache.path, reason: cache.failure })];
}

type Outcome = RunResult["outcome"] | "outdated";

/** Adds the result of earlier attempts to that of the last one. */
function withEarlier(result: TargetResult, earlier: readonly TargetResult[]): TargetResult {
  const first = earlier.find(({ output }) => output === result.output);
  if (first === undefined) return result;
  const [written, removed] = [union(first.written, result.written), union(first.removed, result.removed)];
  return { ...result, written, removed, unchanged: result.unchanged + result.written.length - written.length };
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])].sort();
}

/** @param before the result before anything is generated */
async function attempt(
  context: RunContext,
  project: Project,
  before: RunResult,
): Promise<Omit<RunResult, "outcome"> & { readonly outcome: Outcome }> {
  const { mode, force, onPhase } = context.options;
  const outputs = project.targets.flatMap(outputsOf);
  const folders = new Map(outputs.map((output) => [output, folderOf(output, context, project)]));
  const generation = await makeFiles(context, project, folders);
  const isEmpty = !hasErrors(generation.diagnostics) && generation.targets.every(({ models }) => models === 0);
  const diagnostics = [
    ...before.diagnostics,
    ...generation.diagnostics,
    ...(isEmpty ? [problem("nothing-to-do", "models")] : []),
  ];
  const result = { ...before, diagnostics };
  if (hasErrors(diagnostics)) return result;

  onPhase?.("compare");
  const targets = generation.targets.map((each) => compareTarget(each, folders.get(each.output)!, context, project));
  if (mode === "check") return { ...result, ...reported(targets.map(checkTarget)) };
  const isInTheWay = (entry: Entry): boolean => isObstacle(entry, force);
  const planned = targets.map((each) => resultOf(each, differencesIn(each, isInTheWay)));
  if (mode === "dry-run") return { ...result, ...reported(planned) };
  if (planned.some(({ differences }) => differences.length > 0))
    return { ...result, ...reported(planned.map((each) => ({ ...each, written: [], removed: [] }))) };

  onPhase?.("write");
  const { outcome, written, records } = await writeAll(targets, context);
  if (outcome === "done") rememberRun(context, project, records, diagnostics);
  return { ...result, outcome, targets: written };
}

/** The output folder before the run. */
function folderOf(output: string, { config, record }: RunContext, { places }: Project): RecordedFolder {
  const snapshot = snapshotOf(resolve(config.root, output), places.realPath(output));
  const recorded = record?.targets.find((each) => each.output === output);
  return { ...snapshot, files: recordedFiles(snapshot, recorded) };
}

function makeFiles(
  { identity, cache, options: { onPage, onPhase } }: RunContext,
  { config, outside, targets, inputs }: Project,
  folders: ReadonlyMap<string, RecordedFolder>,
): Promise<Generation> {
  const reuse: Reuse = cache ? reuseFrom(identity.hash, inputs, folders) : (_, render) => render();
  return generate({
    ...{ ...inputs, config, targets, languages: outside.languages },
    ...(onPhase && { onPhase: (phase, target) => onPhase(phase, target?.name) }),
    reuse(seen, render) {
      onPage?.();
      return reuse(seen, render);
    },
  });
}

interface ComparedTarget {
  readonly context: RunContext;
  readonly project: Project;
  readonly generated: GeneratedTarget;
  readonly comparison: Comparison;
}

function compareTarget(
  generated: GeneratedTarget,
  folder: RecordedFolder,
  context: RunContext,
  project: Project,
): ComparedTarget {
  const { shard } = context.options;
  const wanted = generated.files.map((file): WantedFile =>
    "hash" in file ? (file as typeof file & WantedFile) : made(file),
  );
  const { inputs, outside } = project;
  const parts = { ...inputs, ...outside, target: generated.target, version: ownVersion(), hash: hashOf };
  const comparison = compare(folder, wanted, {
    now: Date.now(),
    known: new Map(folder.files.map((file) => [file.path, file])),
    head: printOrigin(originOf(parts)),
    ...(shard && { covers: (path) => covers(shard, path) }),
  });
  return { context, project, generated, comparison };
}

function reported(targets: readonly TargetResult[]): Pick<RunResult, "outcome" | "targets"> {
  return { outcome: targets.some(({ differences }) => differences.length > 0) ? "differs" : "done", targets };
}

function resultOf(
  { generated: { target, output, models }, comparison }: ComparedTarget,
  differences: TargetResult["differences"] = [],
): TargetResult {
  return { name: target.name, output, models, ...changesOf(comparison), differences };
}

/** All differences between the folder and what it should hold. */
function checkTarget(compared: ComparedTarget): TargetResult {
  const manifest = manifestDifferences(compared.comparison, compared.context.options.shard);
  const differences = [...differencesIn(compared, () => true), ...manifest];
  return { ...resultOf(compared, differences), written: [], removed: [] };
}

function differencesIn(
  { comparison, project, generated }: ComparedTarget,
  isAskedFor: (entry: Entry) => boolean,
): TargetResult["differences"] {
  return differencesOf(comparison, project.inputs.templates.get(generated.target.name) ?? new Map(), isAskedFor);
}

/** Writes the targets one after the other. @throws DiskError */
async function writeAll(
  targets: readonly ComparedTarget[],
  { options: { shard, signal } }: RunContext,
): Promise<{ outcome: Outcome; written: readonly TargetResult[]; records: readonly TargetRecord[] }> {
  const written: TargetResult[] = [];
  const records: TargetRecord[] = [];
  for (const each of targets) {
    const result = await write(each.comparison, { part: shard && partName(shard), signal });
    if (result.outcome !== "outdated") written.push(resultOf(each));
    if (result.outcome !== "done") return { outcome: result.outcome, written, records };
    records.push(recordOf(each, result.signatures));
  }
  return { outcome: "done", written, records };
}

function recordOf({ generated, comparison }: ComparedTarget, written: ReadonlyMap<string, Signature>): TargetRecord {
  const { target, output, models } = generated;
  const files = comparison.entries.filter(({ wanted }) => wanted !== undefined);
  return {
    ...{ name: target.name, output, models, manifestHash: hashOf(comparison.manifest) },
    signatures: packed(files.map(({ path, signature }) => written.get(path) ?? signature)),
    keys: files.map(({ wanted }) => wanted?.key ?? "").join("\n"),
  };
}

function rememberRun(
  { cache, config, identity, options }: RunContext,
  { config: checked, targets: chosen, outside, files: paths, inputs, places }: Project,
  targets: readonly TargetRecord[],
  diagnostics: readonly Diagnostic[],
): void {
  const { spec, specSpan } = checked;
  const folders = [...foldersIn(checked), ...outside.files.map(({ place }) => place)];
  const layout: Layout = { spec, specSpan, languages: outside.files, targets: chosen.map(layoutOf), folders };
  const files = fingerprintsOf(config, inputs);
  const key = keyOf(identity.hash, config, paths, layout.folders.map(places.realPath), (path) => files.get(path));
  if (options.shard !== undefined || key === undefined) return;
  remember(cache, config, options.targets ?? [], {
    ...{ key, layout, diagnostics, targets, identity: identity.hash, configHash: hashOf(config.text) },
    files: new Map([...identity.files, ...files]),
  });
}

/** Every folder that a config names. */
function foldersIn({ spec, targets }: Config): readonly string[] {
  return [spec, ...targets.flatMap((target) => [...target.folders, target.templates ?? []].flat())];
}

function layoutOf({ name, language, templates, span }: Target): Layout["targets"][number] {
  return { name, language, templates, span };
}
