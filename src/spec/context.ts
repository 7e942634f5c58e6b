/** The context that the steps of resolving a spec share. */
import { hint } from "../diagnostics/asides.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import type { Reporter } from "../diagnostics/reporter.js";
import { didYouMean } from "../shape/suggest.js";
import type { Entry } from "../shape/shape.js";
import type { Range } from "../text/tree.js";
import type { Names } from "./spec.js";
import type { VersionView } from "./versions.js";

export interface ResolveOptions {
  /** The API version to resolve; undefined if the config lists none. */
  readonly version: string | undefined;
  /** All versions, oldest first. */
  readonly versions: readonly string[];
  /** How to name inline types without a name. */
  readonly inlineNames: "qualified" | "short";
  /** The valid keys of `names` and `rename`: the ids of languages and the names of targets. */
  readonly labels: readonly string[];
}

export interface Context {
  readonly options: ResolveOptions;
  readonly versions: VersionView;
  readonly report: Reporter;
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
    context.report(problem("unknown-key", "label", { key: entry.key }), keySpan(file, entry), {
      hint: didYouMean(entry.key, labels) ?? hint("oneOf", { names: labels.join(", ") }),
    });
  }
  return new Map(entries.map((entry) => [entry.key, entry.value]));
}

const noNames: Names = new Map();
