/** Checks defaults and examples against their types. */
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Json } from "../text/json.js";
import { valueInWords } from "../text/value-in-words.js";
import type { Located } from "../shape/shape.js";
import { spanOf, type Context } from "./context.js";
import { type Misfit, misfit } from "./fits.js";
import type { TypeSource } from "./source.js";
import type { Slot } from "./spec.js";

/** A value whose type may not be complete yet. */
export interface GivenValue extends Located<Json> {
  readonly as: "default" | "example";
  readonly slot: Slot;
  readonly file: string;
}

/** The examples of a source, unless it declares that they need not fit. */
export function examplesIn(source: TypeSource, slot: Slot, file: string): readonly GivenValue[] {
  const { example, examples, checkExamples } = source;
  if (checkExamples?.value === false) return none;
  const all: readonly Located<Json>[] = example === undefined ? (examples?.value ?? none) : [example];
  if (all.length === 0) return none;
  return all.map(({ value, start, end }) => ({ as: "example", value, start, end, slot, file }));
}

export function givenDefault({ value, start, end }: Located<Json>, slot: Slot, file: string): GivenValue {
  return { as: "default", value, start, end, slot, file };
}

const none: readonly never[] = [];

/** Reports default-mismatch as an error and example-mismatch as a warning, since docs show an example unchanged. */
export function checkValues(values: readonly GivenValue[], { report }: Context): void {
  for (const { as, value, slot, file, ...range } of values) {
    const found = misfit(value, slot);
    if (found === undefined) continue;
    report(mismatch(`${as}-mismatch`, found), spanOf(file, range));
  }
}

function mismatch(code: `${GivenValue["as"]}-mismatch`, { path, expected, found }: Misfit): Problem {
  const words = { expected, found: found === undefined ? "nothing" : valueInWords(found) };
  return path === "$" ? problem(code, "value", words) : problem(code, "part", { ...words, path });
}
