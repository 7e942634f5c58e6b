import type { Diagnostic, RelatedPlace, Span } from "./diagnostic.js";
import type { Problem } from "./problem.js";

/** Reports one diagnostic. */
export type Reporter = (problem: Problem, span: Span, more?: More) => void;

/** What only the code that reports a problem knows. */
export interface More {
  /** Replaces the problem's hint. */
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

/** Adds diagnostics to a list, without duplicates: a source can be checked more than once. */
export function reporter(diagnostics: Diagnostic[]): Reporter {
  const reported = new Set<string>();
  return (problem, span, more) => {
    const key = JSON.stringify([problem.code, problem.message, span]);
    if (reported.has(key)) return;
    reported.add(key);
    diagnostics.push(diagnosticAt(problem, span, more));
  };
}
