/** Patterns that some languages cannot express. */
import { problem } from "../diagnostics/problem.js";
import type { Target } from "../config/config.js";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import type { SpecOf } from "../spec/check.js";
import { languageAmong, languages } from "./index.js";
import type { Language } from "./language.js";

/** A warning for every pattern that the classes of a target do not check, which names all such languages. */
export function uncheckedPatterns(
  targets: readonly Target[],
  specOf: SpecOf,
  all: readonly Language[] = languages,
): readonly Diagnostic[] {
  const found = new Map<string, Unchecked>();
  for (const target of targets) {
    const { id, canMatch } = languageAmong(all, target.language);
    for (const pattern of specOf(target).patterns) {
      if (canMatch(pattern.pattern)) continue;
      const key = JSON.stringify(pattern.span);
      const unchecked = found.get(key) ?? { span: pattern.span, languages: new Set() };
      unchecked.languages.add(id);
      found.set(key, unchecked);
    }
  }
  return [...found.values()].toSorted(byPlace).map(({ span, languages: ids }) => {
    const titles = all.filter(({ id }) => ids.has(id)).map(({ title }) => title);
    return { ...problem("unchecked-pattern", "languages", { languages: titles.join(" and ") }), span };
  });
}

interface Unchecked {
  readonly span: Span;
  /** The ids of the languages. */
  readonly languages: Set<string>;
}

function byPlace({ span: a }: Unchecked, { span: b }: Unchecked): number {
  return a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1;
}
