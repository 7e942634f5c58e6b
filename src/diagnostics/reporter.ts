import type { Diagnostic, DiagnosticCode, RelatedPlace, Span } from "./diagnostic.js";

/** Reports one diagnostic; an error unless `more` has another severity. */
export type Reporter = (code: DiagnosticCode, message: string, span: Span, more?: More) => void;

export interface More {
  readonly severity?: Diagnostic["severity"];
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[];
}

/** Adds to a list what is not in it yet: a source can be looked at more than once. */
export function reporter(diagnostics: Diagnostic[]): Reporter {
  const reported = new Set<string>();
  return (code, message, span, { severity = "error", hint, related } = {}) => {
    const key = JSON.stringify([code, message, span]);
    if (reported.has(key)) return;
    reported.add(key);
    const more = { ...(hint === undefined ? {} : { hint }), ...(related === undefined ? {} : { related }) };
    diagnostics.push({ code, severity, message, span, ...more });
  };
}
