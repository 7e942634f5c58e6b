import type { TargetResult } from "./run.js";

/** What a run found out does not hold any more: something else wrote to an output folder. It must begin again. */
export class Overtaken extends Error {
  /** @param written the targets that were written before this was noticed */
  constructor(
    readonly written: readonly TargetResult[] = [],
    options: ErrorOptions = {},
  ) {
    super("something else wrote to an output folder", options);
  }
}
