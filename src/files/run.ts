/**
 * A whole run, from disk to disk. What nothing has changed for is found out here; only what must be made loads the code
 * that makes it (`full-run.ts`).
 */
import type { Diagnostic, SourceFile } from "../diagnostics.js";
import { hasErrors } from "../diagnostics.js";
import { type CacheFolder, cacheFolder, defaultCacheFolder } from "./cache-folder.js";
import type { Difference } from "./differences.js";
import { identity } from "./identity.js";
import { currentSignatures, keyOf, type LastRun, type LastTarget, recall, remember } from "./last-run.js";
import { type ConfigFile, configName, readConfig, readInputs, sourcesOf } from "./project.js";
import type { Shard } from "./shard.js";

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
  /** Told of every page that is rendered. */
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
  readonly identity: string;
  /** What the last run left behind, if it had the same config. */
  readonly last: LastRun | undefined;
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
  const context = {
    options,
    config,
    cache,
    identity: cache ? identity() : "",
    last: recallFor(options, config, cache),
  };
  const unchanged = findUnchanged(context);
  if (unchanged !== undefined) return unchanged;

  options.onPhase?.("load");
  const { fullRun } = await import("./full-run.js");
  return fullRun(context);
}

function openCache({ cache }: RunOptions, config: ConfigFile): CacheFolder | undefined {
  const path = cache === false ? undefined : (cache ?? defaultCacheFolder(config.root));
  return path === undefined ? undefined : cacheFolder(path);
}

function recallFor(options: RunOptions, config: ConfigFile, cache: CacheFolder | undefined): LastRun | undefined {
  return cache && options.shard === undefined ? recall(cache, config, options.targets ?? []) : undefined;
}

/** The result, if inputs and outputs are all as the last run left them. */
function findUnchanged(context: RunContext): RunResult | undefined {
  const { config, last, identity, options } = context;
  if (last === undefined) return undefined;
  const { value: inputs, diagnostics } = readInputs(config, last.layout);
  if (inputs === undefined || diagnostics.length > 0 || keyOf(identity, config, inputs) !== last.key) return undefined;
  options.onPhase?.("compare");
  if (!outputsStand(context, last)) return undefined;
  return {
    outcome: "done",
    diagnostics: last.diagnostics,
    sources: sourcesOf(config, inputs),
    root: config.root,
    targets: last.targets.map(({ name, output, models, signatures }) => {
      return { name, output, models, written: [], removed: [], unchanged: signatures.length, differences: [] };
    }),
  };
}

/** Whether every file is as the last run left it. Files that had to be read need not be read again next time. */
function outputsStand({ config, cache, options }: RunContext, last: LastRun): boolean {
  const targets: LastTarget[] = [];
  for (const target of last.targets) {
    const signatures = currentSignatures(config, target, Date.now());
    if (signatures === undefined) return false;
    targets.push({ ...target, signatures });
  }
  const isNew = targets.some(({ signatures }, at) =>
    signatures.some((each, i) => each !== last.targets[at]?.signatures[i]),
  );
  if (isNew && cache && options.mode === "write") remember(cache, config, options.targets ?? [], { ...last, targets });
  return true;
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
