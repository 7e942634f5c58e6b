/** The options and the result of a run. */
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { Language } from "../languages/language.js";
import type { Shard } from "../output/shard.js";
import type { TargetResult } from "../output/target-result.js";

export interface RunOptions {
  /** The path of the config file; by default that of the working folder or the nearest folder above it. */
  readonly config?: string | undefined;
  /** The names of the targets to generate; all if left out or empty. */
  readonly targets?: readonly string[] | undefined;
  /**
   * Languages beside those of the config. Their code cannot be compared with that of another run, so there is no cache.
   */
  readonly languages?: readonly Language[] | undefined;
  /** Whether to write, to compare only, or to report what would be written. */
  readonly mode: "write" | "check" | "dry-run";
  /** Whether files that were edited by hand or not generated may be overwritten. */
  readonly force?: boolean | undefined;
  /** The part of the pages to generate. */
  readonly shard?: Shard | undefined;
  /** The cache folder; false for none; by default in the nearest `node_modules`. */
  readonly cache?: string | false | undefined;
  /** Cancels the run between two files. */
  readonly signal?: AbortSignal | undefined;
  /** Called when a phase of the run begins. */
  readonly onPhase?: ((phase: string, target?: string) => void) | undefined;
  /** Called before each definition, and each other page, is rendered or reused. */
  readonly onPage?: (() => void) | undefined;
}

export interface RunResult {
  readonly outcome:
    /** Everything is up to date now, or would be after a run that only reports. */
    | "done"
    /** The config, a spec or a template has an error; nothing was written. */
    | "mistakes"
    /** Something differs or prevents writing; nothing was written. */
    | "differs"
    /** Cancelled: every file is complete, and the next run finishes the work. */
    | "cancelled";
  /** The diagnostics of the inputs. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the diagnostics refer to, as far as they were read. */
  readonly sources: readonly SourceFile[];
  /** The absolute path of the config's folder, to which all paths are relative. */
  readonly root: string;
  readonly targets: readonly TargetResult[];
}
