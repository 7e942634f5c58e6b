/** Which keys of a record may stand beside each other. */
import type { DiagnosticCode } from "../diagnostics/diagnostic.js";
import type { Range } from "../text/tree.js";
import type { Entry, RecordShape } from "./shape.js";

export interface CombinationProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly at: Range;
}

/** What is wrong with the keys of a record beside each other: conflicting-keys, missing-key. */
export function combinationProblems(shape: RecordShape, record: object): readonly CombinationProblem[] {
  const present = (key: string) =>
    Object.hasOwn(record, key) ? (record as Record<string, Entry<unknown>>)[key] : undefined;
  const problems: CombinationProblem[] = [];
  for (const group of shape.rules.exclusive ?? []) {
    if (!hasTwoOf(group, record)) continue;
    const [first, ...others] = group.flatMap((key) => present(key) ?? []).sort((a, b) => a.keyStart - b.keyStart);
    for (const other of others) {
      const message = `"${other.key}" cannot stand beside "${first?.key}"`;
      problems.push({ code: "conflicting-keys", message, at: { start: other.keyStart, end: other.keyEnd } });
    }
  }
  for (const [key, needed] of Object.entries(shape.rules.needs ?? {})) {
    const entry = present(key);
    if (entry === undefined || present(needed) !== undefined || Object.hasOwn(record, "broken")) continue;
    const message = `"${key}" makes sense only beside "${needed}"`;
    problems.push({ code: "missing-key", message, at: { start: entry.keyStart, end: entry.keyEnd } });
  }
  return problems;
}

/** Spares nearly every record the rest. */
function hasTwoOf(keys: readonly string[], record: object): boolean {
  let found = 0;
  for (const key of keys) if (Object.hasOwn(record, key)) found++;
  return found > 1;
}
