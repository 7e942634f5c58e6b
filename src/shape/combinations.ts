/** Which keys of a record may appear together. */
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Range } from "../text/tree.js";
import type { Entry, RecordShape } from "./shape.js";

export interface CombinationProblem extends Problem {
  readonly at: Range;
}

/** Reports conflicting-keys and missing-key for the keys of a record. */
export function combinationProblems(shape: RecordShape, record: object): readonly CombinationProblem[] {
  const present = (key: string) =>
    Object.hasOwn(record, key) ? (record as Record<string, Entry<unknown>>)[key] : undefined;
  const problems: CombinationProblem[] = [];
  // Two keys can be in several groups.
  const reported = new Set<string>();
  for (const group of shape.rules.exclusive ?? []) {
    if (!hasTwoOf(group, record)) continue;
    const [first, ...others] = group.flatMap((key) => present(key) ?? []).sort((a, b) => a.keyStart - b.keyStart);
    for (const { key, keyStart, keyEnd } of others) {
      if (reported.has(key)) continue;
      reported.add(key);
      const exclusive = problem("conflicting-keys", "exclusive", { key, other: first?.key ?? "" });
      problems.push({ ...exclusive, at: { start: keyStart, end: keyEnd } });
    }
  }
  const { needs = {} } = shape.rules;
  for (const key in needs) {
    const [entry, needed] = [present(key), needs[key]!];
    if (entry === undefined || present(needed) !== undefined || Object.hasOwn(record, "broken")) continue;
    const companion = problem("missing-key", "companion", { key, needed });
    problems.push({ ...companion, at: { start: entry.keyStart, end: entry.keyEnd } });
  }
  return problems;
}

/** Skips the rest for most records. */
function hasTwoOf(keys: readonly string[], record: object): boolean {
  let found = 0;
  for (let index = 0; index < keys.length; index++) if (Object.hasOwn(record, keys[index]!)) found++;
  return found > 1;
}
