/**
 * A whole run, from disk to disk. What nothing has changed for is found out here; only what must be made loads the code
 * that makes it (`full-run.ts`).
 */
import { resolve } from "node:path";
import { type Diagnostic, filesIn, hasErrors, type SourceFile } from "../diagnostics/diagnostic.js";
import { type Fingerprint, fingerprint } from "../disk/fingerprint.js";
import { hashOf } from "../disk/hash.js";
import { placesIn } from "../disk/real-path.js";
import { snapshotOf } from "../output/snapshot.js";
import { type CacheFolder, cacheFolder, defaultCacheFolder } from "./cache-folder.js";
import type { RunContext } from "./full-run.js";
import { identity } from "./identity.js";
import { type ConfigFile, configName, listInputs, readConfig, readInputs, shownPath } from "./project.js";
import {
  currentSignatures,
  keyOf,
  type Looked,
  recall,
  remember,
  type RunRecord,
  type TargetRecord,
} from "./record.js";
import type { RunOptions, RunResult } from "./run-options.js";

/**
 * Makes the files of a project, and writes them, compares them, or reports what would be written.
 *
 * @throws DiskError where the system refuses something
 * @throws UnknownTarget for a target that the config does not have
 */
export async function run(options: RunOptions): Promise<RunResult> {
  options.onPhase?.("read");
  const { value: config, diagnostics } = readConfig(options.config ?? configName);
  if (config === undefined || hasErrors(diagnostics)) return unreadable(config, diagnostics);

  const cache = openCache(options, config);
  const record = cache && options.shard === undefined ? recall(cache, config, options.targets ?? []) : undefined;
  const known = { options, config, cache, identity: identity(record?.files ?? new Map()), record };
  const context = { ...known, looked: lookAtInputs(known) };
  const unchanged = findUnchanged(context);
  if (unchanged !== undefined) return unchanged;

  options.onPhase?.("load");
  const { fullRun } = await import("./full-run.js");
  return fullRun(context);
}

function openCache({ cache }: RunOptions, config: ConfigFile): CacheFolder | undefined {
  const path = cache === false ? undefined : (cache ?? defaultCacheFolder(config.root));
  return path === undefined ? undefined : cacheFolder(resolve(path));
}

/** What the last run read, as it is now; nothing if that was something else, or if something is wrong with the folders. */
function lookAtInputs({ config, cache, identity, record: last }: Omit<RunContext, "looked">): Looked | undefined {
  if (last?.identity !== identity.hash || last.configHash !== hashOf(config.text)) return undefined;
  const { value: inputs, diagnostics } = listInputs(config, last.layout);
  if (diagnostics.length > 0) return undefined;
  const files = new Map(identity.files);
  const printOf = (path: string): Fingerprint | undefined => {
    const print = files.get(path) ?? fingerprint(path, last.files);
    if (print !== undefined) files.set(path, print);
    return print;
  };
  const folders = last.layout.folders.map(placesIn(config.root, cache?.path).realPath);
  return { inputs, key: keyOf(identity.hash, config, inputs, folders, printOf), files };
}

/** The result, if inputs and outputs are all as the last run left them. */
function findUnchanged(context: RunContext): RunResult | undefined {
  const { config, record: last, looked, options } = context;
  if (last === undefined || looked?.key !== last.key) return undefined;
  const { files } = looked;
  options.onPhase?.("compare");
  const targets = unchangedTargets(config, last);
  if (targets === undefined) return undefined;
  keepCurrent(context, last, { ...last, files, targets });
  return {
    outcome: "done",
    diagnostics: last.diagnostics,
    sources: namedSources(config, looked, last.diagnostics),
    root: config.root,
    targets: targets.map(({ name, output, models, signatures }) => {
      return { name, output, models, written: [], removed: [], unchanged: signatures.length / 4, differences: [] };
    }),
  };
}

/** The sources that diagnostics name, without those that were changed a moment ago: places in them would be wrong. */
function namedSources(
  config: ConfigFile,
  { inputs: { specs }, files: prints }: Looked,
  diagnostics: readonly Diagnostic[],
): readonly SourceFile[] {
  const named = new Set(diagnostics.flatMap(filesIn));
  const files = specs.filter((path) => named.has(shownPath(config.root, path)));
  const { sources } = readInputs(config, { specs: files, templates: new Map() }).value;
  const unchanged = sources.filter(({ path, hash }) => prints.get(resolve(config.root, path))?.hash === hash);
  return [config, ...unchanged].map(({ path, text }) => ({ path, text }));
}

function unchangedTargets(config: ConfigFile, last: RunRecord): readonly TargetRecord[] | undefined {
  const targets: TargetRecord[] = [];
  for (const target of last.targets) {
    const signatures = currentSignatures(snapshotOf(resolve(config.root, target.output)), target, Date.now());
    if (signatures === undefined) return undefined;
    targets.push({ ...target, signatures });
  }
  return targets;
}

/** Files that had to be read because they look otherwise need not be read again next time. */
function keepCurrent({ cache, config, options }: RunContext, last: RunRecord, current: RunRecord): void {
  if (cache === undefined || options.mode !== "write") return;
  const isNew =
    [...current.files].some(([path, print]) => print !== last.files.get(path)) ||
    current.targets.some(({ signatures }, index) => signatures !== last.targets[index]?.signatures);
  if (isNew) remember(cache, config, options.targets ?? [], current);
}

function unreadable(config: ConfigFile | undefined, diagnostics: readonly Diagnostic[]): RunResult {
  return {
    outcome: "mistakes",
    diagnostics,
    sources: config ? [config] : [],
    root: config?.root ?? process.cwd(),
    targets: [],
  };
}
