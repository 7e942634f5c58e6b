/** Changes of a config: one record each, as every class or page of the target is affected. */
import type { Config, Target } from "../config/config.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Severity } from "../diff/change.js";
import type { Compatibility, OptionEffect } from "../languages/judge.js";

export interface ConfigChange {
  readonly kind: string;
  /** The target that it affects. */
  readonly target: string;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  readonly old: string;
  readonly new: string;
  readonly code: Severity;
  readonly docs: Severity;
  readonly adds: boolean;
  /** What happened. */
  readonly headline: string;
  /** Why it matters. */
  readonly why: string;
}

/** @param compatibilityOf what a target's language knows about its options */
export function configChanges(
  before: Config,
  after: Config,
  targets: readonly Target[],
  compatibilityOf: (target: Target) => Compatibility,
): readonly ConfigChange[] {
  const old = new Map(before.targets.map((each) => [each.name, each]));
  const names = new Set(after.targets.map(({ name }) => name));
  const removed = before.targets.filter(({ name }) => !names.has(name)).map(removedTarget);
  const changed = targets.flatMap((target) => {
    const same = old.get(target.name);
    if (same === undefined || same.language !== target.language) {
      return same === undefined ? [addedTarget(target)] : [removedTarget(same), addedTarget(target)];
    }
    return changesOf(same, target, compatibilityOf(target));
  });
  return [...removed, ...changed];
}

function addedTarget({ name, span, language }: Target): ConfigChange {
  return {
    ...{ kind: "target.added", target: name, before: undefined, after: span, old: "", new: language },
    ...{
      code: "none",
      docs: "silent",
      adds: true,
      headline: `The target ${inCode(name)} is new`,
      why: "its package has no users yet",
    },
  };
}

function removedTarget({ name, span, language }: Target): ConfigChange {
  return {
    ...{ kind: "target.removed", target: name, before: span, after: undefined, old: language, new: "" },
    ...{ code: "breaking", docs: "breaking", adds: false },
    headline: `The target ${inCode(name)} was removed`,
    why: "its package is no longer generated",
  };
}

/** The keys of every target that change its output. */
const shared: readonly (readonly [key: string, of: (target: Target) => string, OptionEffect])[] = [
  ["namespace", ({ namespace }) => namespace, all("models whose file sets no namespace move")],
  ["inlineNames", ({ inlineNames }) => inlineNames, all("inline types get other names")],
  ["fieldOrder", ({ fieldOrder }) => fieldOrder, onlyDocs("silent", "rows of tables are in another order")],
  ["tables", ({ tables }) => tables, onlyDocs("silent", "only spaces in tables change")],
  ["docs", docsOf, onlyDocs("breaking", "pages move, or another renderer shows them")],
  ["output", ({ code }) => `${code.output}/${code.to}`, inCodeOnly("the class files move")],
  ["maxDepth", ({ maxDepth }) => `${maxDepth}`, inCodeOnly("documents with more nesting are rejected or accepted")],
];

function all(why: string): OptionEffect {
  return { code: "breaking", docs: "breaking", why };
}

function inCodeOnly(why: string): OptionEffect {
  return { code: "conditional", docs: "none", why };
}

function onlyDocs(docs: Severity, why: string): OptionEffect {
  return { code: "none", docs, why };
}

function docsOf({ docs }: Target): string {
  if (docs === undefined) return "false";
  const { output, to, flavor, look, together = [] } = docs;
  return [`${output}/${to}`, flavor, look, ...together.map(({ name }) => name)].join(" ");
}

function changesOf(before: Target, after: Target, { options }: Compatibility): readonly ConfigChange[] {
  const common = shared.map(([key, of, effect]) => ({
    word: kebab(key),
    key,
    old: of(before),
    new: of(after),
    effect,
  }));
  const keys = [...new Set([...Object.keys(before.options), ...Object.keys(after.options)])];
  const own = keys.map((key) => {
    const unknown: OptionEffect = { code: "conditional", docs: "silent", why: "all files may change" };
    const [old, current] = [before.options[key], after.options[key]];
    return {
      word: `${after.language}-${kebab(key)}`,
      key,
      ...{ old: String(old ?? ""), new: String(current ?? ""), effect: options[key] ?? unknown },
    };
  });
  return [...common, ...own]
    .filter((each) => each.old !== each.new)
    .map(({ word, key, old, new: current, effect: { code, docs, why } }) => ({
      ...{ kind: `config.${word}-changed`, target: after.name, before: before.span, after: after.span },
      ...{ old, new: current, code, docs, adds: false },
      headline: `The target ${inCode(after.name)} has another ${inCode(key)}, ${inCode(current)} instead of ${inCode(old)}`,
      why,
    }));
}

/** As names of kinds are written. */
function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function inCode(text: string): string {
  return `\`${text}\``;
}
