/** The content of a command's report, independent of the format. */
import type { RunOptions, RunResult } from "../run/run-options.js";

export type Format = "text" | "json" | "github" | "gitlab";

export interface Report {
  readonly result: RunResult;
  readonly mode: RunOptions["mode"];
  /** The result of `chooseFormat`; undefined for text that fits a few screens. */
  readonly format: Format | undefined;
  /** The subject of the run: `12 models`. */
  readonly subject: string;
  /** Remarks, one per line. */
  readonly remarks: readonly string[];
  /** The arguments for the same run in write mode. */
  readonly command: readonly string[];
  /** The duration of the run. */
  readonly milliseconds: number;
  /** The duration of each phase, with `--timing`. */
  readonly timing: ReadonlyMap<string, number> | undefined;
}
