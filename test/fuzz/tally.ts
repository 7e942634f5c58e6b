/** The result of a run of hostile specs, for `npm run fuzz` to add up. */
import { appendFileSync } from "node:fs";

export interface Tally {
  readonly language: string;
  /** The number of specs made. */
  readonly tried: number;
  /** The number of specs generated and compiled; the rest were rejected with a diagnostic. */
  readonly compiled: number;
}

/** Writes the figures to the file in FUZZ_TALLY, if it is set. */
export function leaveTally(tally: Tally): void {
  const file = process.env["FUZZ_TALLY"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tally)}\n`);
}
