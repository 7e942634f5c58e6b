/** Enums without values and unions without members. */
import { problem } from "../diagnostics/problem.js";
import type { Entry, Located } from "../shape/shape.js";
import { keySpan, type Context } from "./context.js";
import type { TypeSource, Versioned } from "./source.js";

/**
 * Reports a list that is empty in this version (inconsistent-version) or, since null does not count, always
 * (invalid-value).
 */
export function reportEmpty(
  source: TypeSource,
  list: Entry<readonly Located<Versioned<unknown> | null>[]>,
  message: "emptyEnum" | "emptyUnion",
  file: string,
  { versions, report }: Context,
): void {
  if (list.value.length === 0 || source.broken === true) return;
  const isVersioned = list.value.some(({ value }) => value !== null && !versions.has(value));
  report(problem(isVersioned ? "inconsistent-version" : "invalid-value", message), keySpan(file, list));
}
