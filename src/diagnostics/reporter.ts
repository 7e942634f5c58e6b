import type { Diagnostic, RelatedPlace, Span } from "./diagnostic.js";
import type { Problem } from "./problem.js";

/** Reports one diagnostic. */
export type Reporter = (problem: Problem, span: Span, more?: More) => void;

/** What only the place that reports a problem knows. */
export interface More {
  /** In place of the problem's own. */
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** A problem with its place. */
export function diagnosticAt(problem: Problem, span: Span | undefined, { hint, related }: More = {}): Diagnostic {
  return {
    ...problem,
    ...(span !== undefined && { span }),
    ...(hint !== undefined && { hint }),
    ...(related !== undefined && { related }),
  };
}

/** Adds to a list what is not in it yet: a source can be looked at more than once. */
export function reporter(diagnostics: Diagnostic[]): Reporter {
  const reported = new Set<string>();
  return (problem, span, more) => {
    const key = JSON.stringify([problem.code, problem.message, span]);
    if (reported.has(key)) return;
    reported.add(key);
    diagnostics.push(diagnosticAt(problem, span, more));
  };
}
