/** The result of a run for one target. */
import type { Comparison } from "./compare.js";
import type { Difference } from "./differences.js";

export interface TargetResult {
  readonly name: string;
  /** The output folder as in the config. */
  readonly output: string;
  /** Whether its files are specs that were imported. */
  readonly isImport?: true;
  /** How many models, enums and unions it has. */
  readonly models: number;
  /** The paths that were, or would be, written and removed, relative to the output folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** What `--check` found, or what prevents writing. */
  readonly differences: readonly Difference[];
}

/** The paths to write and to remove to bring a folder up to date. */
export function changesOf({ entries }: Comparison): Pick<TargetResult, "written" | "removed" | "unchanged"> {
  const changed = entries.filter(({ state }) => state !== "unchanged");
  return {
    written: changed.filter(({ wanted }) => wanted !== undefined).map(({ path }) => path),
    removed: changed.filter(({ wanted }) => wanted === undefined).map(({ path }) => path),
    unchanged: entries.length - changed.length,
  };
}
