/** A run, from disk to disk. If nothing has changed, the code that generates files (`full-run.ts`) is not loaded. */
import { resolve } from "node:path";
import { type Diagnostic, filesIn, hasErrors, type SourceFile } from "../diagnostics/diagnostic.js";
import { defaultCacheFolder } from "../disk/find-cache.js";
import { type Fingerprint, fingerprint, type Fingerprints } from "../disk/fingerprint.js";
import { hashOf } from "../disk/hash.js";
import { identity } from "../disk/identity.js";
import { placesIn } from "../disk/real-path.js";
import { hasLeftLock } from "../output/lock.js";
import { snapshotOf } from "../output/manifest.js";
import { type CacheFolder, cacheFolder } from "./cache-folder.js";
import type { RunContext } from "./full-run.js";
import { type ConfigFile, listInputs, readConfig, readInputs } from "./project.js";
import { currentSignatures, keyOf, recall, remember, type RunRecord, type TargetRecord } from "./record.js";
import type { RunOptions, RunResult } from "./run-options.js";

/**
 * Generates the files of a project, and writes them, compares them, or reports what would be written.
 *
 * @throws DiskError if a file operation fails
 * @throws UnknownTarget for a target that the config does not have
 */
export async function run(options: RunOptions): Promise<RunResult> {
  options.onPhase?.("read");
  const { value: config, diagnostics } = readConfig(options.config);
  if (config === undefined || hasErrors(diagnostics)) return unreadable(config, diagnostics);

  const cache = openCache(options, config);
  const record = cache && options.shard === undefined ? recall(cache, config, options.targets ?? []) : undefined;
  const context = { options, config, cache, identity: identity(record?.files ?? new Map()), record };
  const unchanged = findUnchanged(context);
  if (unchanged !== undefined) return unchanged;

  options.onPhase?.("load");
  const { fullRun } = await import("./full-run.js");
  return fullRun(context);
}

function openCache({ cache, languages = [] }: RunOptions, config: ConfigFile): CacheFolder | undefined {
  const path = cache === false || languages.length > 0 ? undefined : (cache ?? defaultCacheFolder(config.root));
  return path === undefined ? undefined : cacheFolder(resolve(path));
}

/** The result, if no input or output file has changed since the last run. */
function findUnchanged(context: RunContext): RunResult | undefined {
  const { config, record, options } = context;
  const files = record && unchangedInputs(context, record);
  if (record === undefined || files === undefined) return undefined;
  options.onPhase?.("compare");
  const targets = unchangedTargets(config, record);
  if (targets === undefined) return undefined;
  keepCurrent(context, record, { ...record, files, targets });
  return {
    outcome: "done",
    diagnostics: record.diagnostics,
    sources: namedSources(config, files, record.diagnostics),
    root: config.root,
    targets: targets.map(({ name, output, models, signatures }) => {
      return { name, output, models, written: [], removed: [], unchanged: signatures.length / 4, differences: [] };
    }),
  };
}

/** The files that the last run read, with their current signatures; undefined if any input has changed. */
function unchangedInputs({ config, cache, identity }: RunContext, record: RunRecord): Fingerprints | undefined {
  if (record.identity !== identity.hash || record.configHash !== hashOf(config.text)) return undefined;
  const { value: inputs, diagnostics } = listInputs(config, record.layout);
  const files = new Map(identity.files);
  const printOf = (path: string): Fingerprint | undefined => {
    const print = files.get(path) ?? fingerprint(path, record.files);
    if (print !== undefined) files.set(path, print);
    return print;
  };
  const folders = record.layout.folders.map(placesIn(config.root, cache?.path).realPath);
  const isSame = diagnostics.length === 0 && keyOf(identity.hash, config, inputs, folders, printOf) === record.key;
  return isSame ? files : undefined;
}

/** The sources that diagnostics name, without those that have just changed: positions in them would be wrong. */
function namedSources(
  config: ConfigFile,
  prints: Fingerprints,
  diagnostics: readonly Diagnostic[],
): readonly SourceFile[] {
  const named = [...new Set(diagnostics.flatMap(filesIn))].map((path) => resolve(config.root, path));
  const specs = named.filter((path) => prints.has(path));
  const { sources } = readInputs(config, { specs, templates: new Map(), code: [] }).value;
  const unchanged = sources.filter(({ path, hash }) => prints.get(resolve(config.root, path))?.hash === hash);
  return [config, ...unchanged].map(({ path, text }) => ({ path, text }));
}

/** The targets of the last run, with the current signatures of their files; undefined if any file has changed. */
function unchangedTargets(config: ConfigFile, record: RunRecord): readonly TargetRecord[] | undefined {
  const targets: TargetRecord[] = [];
  for (const target of record.targets) {
    const snapshot = snapshotOf(resolve(config.root, target.output));
    const signatures = currentSignatures(snapshot, target);
    if (signatures === undefined || hasLeftLock(snapshot.folder.path)) return undefined;
    targets.push(signatures === target.signatures ? target : { ...target, signatures });
  }
  return targets;
}

/** Records new signatures, so that files that had to be read are not read again next time. */
function keepCurrent({ cache, config, options }: RunContext, last: RunRecord, current: RunRecord): void {
  const isNew =
    [...current.files].some(([path, print]) => print !== last.files.get(path)) ||
    current.targets.some((target, at) => target !== last.targets[at]);
  if (isNew && options.mode === "write") remember(cache, config, options.targets ?? [], current);
}

function unreadable(config: ConfigFile | undefined, diagnostics: readonly Diagnostic[]): RunResult {
  const sources = config ? [{ path: config.path, text: config.text }] : [];
  return { outcome: "mistakes", diagnostics, sources, root: config?.root ?? process.cwd(), targets: [] };
}
