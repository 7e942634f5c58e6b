/** What the steps of resolving share. */
import type { Diagnostic, DiagnosticCode, RelatedPlace, Span } from "../diagnostics.js";
import { didYouMean } from "../shape/suggest.js";
import type { Entry } from "../shape/shape.js";
import type { Range } from "../yaml/tree.js";
import type { Names } from "./spec.js";
import type { VersionView } from "./versions.js";

export interface ResolveOptions {
  /** The API version to resolve; undefined where there are none. */
  readonly version: string | undefined;
  /** All versions there are, oldest first. */
  readonly versions: readonly string[];
  /** How inline types are called that the author gave no name. */
  readonly inlineNames: "qualified" | "short";
  /** What may stand as a key in `names` and `rename`: the ids of languages and the names of targets. */
  readonly labels: readonly string[];
}

export interface Context {
  readonly options: ResolveOptions;
  readonly versions: VersionView;
  readonly report: Reporter;
}

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

export function spanOf(file: string, { start, end }: Range): Span {
  return { file, start, end };
}

/** The key of an entry. */
export function keySpan(file: string, { keyStart, keyEnd }: Entry<unknown>): Span {
  return { file, start: keyStart, end: keyEnd };
}

/** `names` or `rename` as a map; a key that is neither a language nor a target is reported. */
export function labelled(entries: readonly Entry<string>[] | undefined, file: string, context: Context): Names {
  if (entries === undefined) return noNames;
  const { labels } = context.options;
  for (const entry of entries) {
    if (labels.includes(entry.key)) continue;
    const hint = didYouMean(entry.key, labels) ?? `it is one of ${labels.join(", ")}`;
    context.report("unknown-key", `"${entry.key}" is neither a language nor a target`, keySpan(file, entry), { hint });
  }
  return new Map(entries.map((entry) => [entry.key, entry.value]));
}

const noNames: Names = new Map();
