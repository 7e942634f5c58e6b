/** Docs pages that show the languages of several targets: `docs: { languages: together }`. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { Target } from "./config.js";
import { ownDocs, type TargetSource } from "./shapes.js";

export function showsAll({ docs }: TargetSource): boolean {
  return ownDocs(docs?.value)?.languages?.value === "together";
}

/** The target with the others whose languages its pages show: the first of each other language with the same version. */
export function withOthers(target: Target, source: TargetSource, all: readonly Target[]): Target {
  if (target.docs === undefined || !showsAll(source)) return target;
  const known = new Set([target.language]);
  const together = all.filter(({ version, language }) => {
    if (version !== target.version || known.has(language)) return false;
    known.add(language);
    return true;
  });
  return { ...target, docs: { ...target.docs, together } };
}

/** The documented format has one language a page. */
export function documentedTogether(source: TargetSource, file: string): readonly Diagnostic[] {
  const look = ownDocs(source.docs?.value)?.look;
  if (look?.value !== "documented" || !showsAll(source)) return [];
  const { start, end } = look;
  return [diagnosticAt(problem("conflicting-keys", "documentedTogether"), { file, start, end })];
}
