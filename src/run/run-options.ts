/** What a run is asked for, and what it gives. */
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { Language } from "../languages/language.js";
import type { Shard } from "../output/shard.js";
import type { TargetResult } from "../output/target-result.js";

export interface RunOptions {
  /** The path of the config file; that of the working folder or the nearest folder above it if left out. */
  readonly config?: string | undefined;
  /** The names of the targets to make; all if left out or empty. */
  readonly targets?: readonly string[] | undefined;
  /** Languages beside those of the config. Their code cannot be compared with that of another run, so there is no cache. */
  readonly languages?: readonly Language[] | undefined;
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
