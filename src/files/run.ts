/**
 * A whole run, from disk to disk. What nothing has changed for is found out here; only what must be made loads the code
 * that makes it (`full-run.ts`).
 */
import { resolve } from "node:path";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { type CacheFolder, cacheFolder, defaultCacheFolder } from "./cache-folder.js";
import type { Difference } from "./differences.js";
import { type Fingerprint, fingerprint, type Fingerprints } from "./fingerprint.js";
import { type Identity, identity } from "./identity.js";
import { currentSignatures, keyOf, type LastRun, type LastTarget, recall, remember } from "./last-run.js";
import {
  type ConfigFile,
  configName,
  type InputFiles,
  listInputs,
  readConfig,
  readInputs,
  sourcesOf,
} from "./project.js";
import type { Shard } from "./shard.js";
import { snapshotOf } from "./snapshot.js";

export interface RunOptions {
  /** The path of the config file; `modelwright.yaml` in the working folder if left out. */
  readonly config?: string | undefined;
  /** The names of the targets to make; all if left out or empty. */
  readonly targets?: readonly string[] | undefined;
  /** Whether to write, to compare only, or to say what would be written. */
  readonly mode: "write" | "check" | "dry-run";
  /** Whether files that were edited by hand or are not ours may be overwritten. */
  readonly force?: boolean | undefined;
  /** The part of the pages to make. */
  readonly shard?: Shard | undefined;
  /** Where results are kept for the next run; false for nowhere; in the nearest `node_modules` if left out. */
  readonly cache?: string | false | undefined;
  /** Ends the run between two files. */
  readonly signal?: AbortSignal | undefined;
  /** Told when a phase of the run begins. */
  readonly onPhase?: ((phase: string, target?: string) => void) | undefined;
  /** Told of every definition, and of every other page, when its turn has come. */
  readonly onPage?: (() => void) | undefined;
}

export interface RunResult {
  readonly outcome:
    /** All is as it should be now, or would be after a run that only says so. */
    | "done"
    /** The config, a spec or a template has an error; nothing was written. */
    | "mistakes"
    /** Something differs, or stands in the way and was left as it is; nothing was written. */
    | "differs"
    /** Stopped on request: every file is whole, and the next run goes on. */
    | "cancelled";
  /** What there is to say about the inputs. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that diagnostics speak of, as far as they were read. */
  readonly sources: readonly SourceFile[];
  /** The absolute path of the folder that all paths are relative to. */
  readonly root: string;
  readonly targets: readonly TargetResult[];
}

export interface TargetResult {
  readonly name: string;
  /** The output folder as in the config. */
  readonly output: string;
  /** How many models, enums and unions it shows. */
  readonly models: number;
  /** The paths of what was (or would be) written and removed, relative to the output folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** What `check` found, or what stands in the way of writing. */
  readonly differences: readonly Difference[];
}

/** What the parts of a run share. */
export interface RunContext {
  readonly options: RunOptions;
  readonly config: ConfigFile;
  readonly cache: CacheFolder | undefined;
  readonly identity: Identity;
  /** What the last run left behind, if it had the same code and config. */
  readonly last: LastRun | undefined;
  /** What there is of what that run read. */
  readonly looked: Looked | undefined;
}

/** Input files as they were at the beginning of a run. */
export interface Looked {
  readonly inputs: InputFiles;
  /** Names the content of everything the run depends on; undefined if something cannot be read. */
  readonly key: string | undefined;
  readonly files: Fingerprints;
}

/**
 * Makes, compares or foretells the files of a project.
 *
 * @throws DiskError where the system refuses something
 * @throws UnknownTarget for a target that the config does not have
 */
export async function run(options: RunOptions): Promise<RunResult> {
  options.onPhase?.("read");
  const { value: config, diagnostics } = readConfig(options.config ?? configName);
  if (config === undefined || hasErrors(diagnostics)) return unreadable(config, diagnostics);

  const cache = openCache(options, config);
  const last = cache && options.shard === undefined ? recall(cache, config, options.targets ?? []) : undefined;
  const code = identity(last?.files ?? new Map());
  const known = { options, config, cache, identity: code, last: last?.identity === code.hash ? last : undefined };
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

/** What the last run read, as it is now; nothing if there was none, or if something is wrong with the folders. */
function lookAtInputs({ config, identity, last }: Omit<RunContext, "looked">): Looked | undefined {
  if (last === undefined) return undefined;
  const { value: inputs, diagnostics } = listInputs(config, last.layout);
  if (diagnostics.length > 0) return undefined;
  const files = new Map(identity.files);
  const printOf = (path: string): Fingerprint | undefined => {
    const print = files.get(path) ?? fingerprint(path, last.files);
    if (print !== undefined) files.set(path, print);
    return print;
  };
  return { inputs, key: keyOf(identity.hash, config, inputs, printOf), files };
}

/** The result, if inputs and outputs are all as the last run left them. */
function findUnchanged(context: RunContext): RunResult | undefined {
  const { config, last, looked, options } = context;
  if (last === undefined || looked?.key !== last.key) return undefined;
  const { inputs, files } = looked;
  options.onPhase?.("compare");
  const targets = unchangedTargets(config, last);
  if (targets === undefined) return undefined;
  keepCurrent(context, last, { ...last, files, targets });
  return {
    outcome: "done",
    diagnostics: last.diagnostics,
    sources: last.diagnostics.length > 0 ? sourcesOf(config, readInputs(config, inputs, files).value) : [],
    root: config.root,
    targets: targets.map(({ name, output, models, signatures }) => {
      return { name, output, models, written: [], removed: [], unchanged: signatures.length / 4, differences: [] };
    }),
  };
}

function unchangedTargets(config: ConfigFile, last: LastRun): readonly LastTarget[] | undefined {
  const targets: LastTarget[] = [];
  for (const target of last.targets) {
    const signatures = currentSignatures(snapshotOf(resolve(config.root, target.output)), target, Date.now());
    if (signatures === undefined) return undefined;
    targets.push({ ...target, signatures });
  }
  return targets;
}

/** Files that had to be read because they look otherwise need not be read again next time. */
function keepCurrent({ cache, config, options }: RunContext, last: LastRun, current: LastRun): void {
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
