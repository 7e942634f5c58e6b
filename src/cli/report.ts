/** What a command reports, whatever the format. */
import type { RunOptions, RunResult } from "../run/run-options.js";

export type Format = "text" | "json" | "github" | "gitlab";

export interface Report {
  readonly result: RunResult;
  readonly mode: RunOptions["mode"];
  /** As `chooseFormat` gives it; undefined for text that fits a few screens. */
  readonly format: Format | undefined;
  /** What the run was about: `12 models`. */
  readonly subject: string;
  /** More about it, a line each. */
  readonly remarks: readonly string[];
  /** The arguments of the same run in write mode. */
  readonly command: readonly string[];
  /** How long it took. */
  readonly milliseconds: number;
  /** How long each phase took, with `--timing`. */
  readonly timing: ReadonlyMap<string, number> | undefined;
}
