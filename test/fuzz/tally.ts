/** What a run of hostile specs came to, for `npm run fuzz` to add up. */
import { appendFileSync } from "node:fs";

export interface Tally {
  readonly language: string;
  /** How many specs were made. */
  readonly tried: number;
  /** How many of them were generated and compiled; the rest was rejected with a diagnostic. */
  readonly compiled: number;
}

/** Leaves the figures in the file that FUZZ_TALLY names, if it does. */
export function leaveTally(tally: Tally): void {
  const file = process.env["FUZZ_TALLY"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tally)}\n`);
}
