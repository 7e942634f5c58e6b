/** Compares two states of a project by meaning, for each of its targets. It reads nothing and writes nothing. */
import { causeOfKind } from "../causes/cause.js";
import type { Config, Target } from "../config/config.js";
import { type Change, type Severity, worst } from "../diff/change.js";
import { diffSpecs } from "../diff/diff.js";
import { rowOf } from "../diff/kinds.js";
import { judging } from "../languages/effects.js";
import { languages } from "../languages/index.js";
import type { Compatibility } from "../languages/judge.js";
import type { Language } from "../languages/language.js";
import { strictCompatibility } from "../languages/strict-judge.js";
import type { SpecOf } from "../spec/check.js";
import type { Spec } from "../spec/spec.js";
import { type ConfigChange, configChanges } from "./config-changes.js";
import { reasonOf } from "./reasons.js";
import { type Effect, type Report, type ReportedChange, semverOf, verdictOf } from "./report.js";

/** One state of a project. */
export interface State {
  readonly config: Config;
  readonly specOf: SpecOf;
  /** The contents of the template files of users, by the name of the target. */
  readonly templates: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What is known about the generated files, by the name of the target. */
export interface Outputs {
  /** The version of modelwright that generated the old state. */
  readonly tools: ReadonlyMap<string, string>;
  /** The version that compares. */
  readonly tool: string;
  /** The files of the new state that were edited by hand since the old one. */
  readonly edits: ReadonlyMap<string, readonly string[]>;
}

export interface Comparison {
  readonly before: State;
  readonly after: State;
  /** Those of the new config to report. */
  readonly targets: readonly Target[];
  /** The languages from outside. */
  readonly languages: readonly Language[];
  /** The versions to compare; without them, each target is compared in the version that it generates. */
  readonly versions?: { readonly from: string; readonly to: string } | undefined;
  readonly outputs?: Outputs | undefined;
  /** Gives different strings for different strings. */
  hash(text: string): string;
}

/** @returns the report, with the changes in the order of the new spec */
export function compareStates(comparison: Comparison): Report {
  const { before, after, targets } = comparison;
  const merged = new Merged(comparison);
  for (const change of configChanges(before.config, after.config, targets, compatibilityOf)) {
    // A removed target is none of those that the user selected.
    if (change.kind !== "target.removed" || targets.length === after.config.targets.length) merged.addConfig(change);
  }
  for (const target of targets) {
    merged.addTemplates(target);
    merged.addOutput(target);
  }
  const diffs = new Map<string, ReturnType<typeof diffSpecs> & Pair>();
  for (const target of targets) {
    const old = before.config.targets.find(
      ({ name, language }) => name === target.name && language === target.language,
    );
    if (old === undefined) continue;
    const { inlineNames } = target;
    const { from, to } = comparison.versions ?? { from: old.version, to: target.version };
    const key = JSON.stringify([from, to, inlineNames]);
    const pair = {
      old: before.specOf({ version: from, inlineNames }),
      current: after.specOf({ version: to, inlineNames }),
    };
    const diff = diffs.get(key) ?? { ...diffSpecs(pair.old, pair.current), ...pair };
    diffs.set(key, diff);
    merged.addSpec(target, diff);
  }
  return merged.report();
}

interface Pair {
  readonly old: Spec;
  readonly current: Spec;
}

function compatibilityOf({ language }: Pick<Target, "language">): Compatibility {
  return languages.find(({ id }) => id === language)?.compatibility ?? strictCompatibility(language);
}

function titleOf({ language }: Target, { languages: others }: Comparison): string {
  return [...languages, ...others].find(({ id }) => id === language)?.title ?? language;
}

interface Entry {
  readonly effects: Map<string, Effect>;
  /** In code, by the title of the language. */
  readonly notes: Map<string, string>;
  readonly fingerprint: string;
  readonly change: Pick<ReportedChange, "kind" | "model" | "field" | "before" | "after">;
  reason(notes: ReadonlyMap<string, string>): string;
}

/** The same change in several targets is one record. */
class Merged {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly comparison: Comparison) {}

  addSpec(target: Target, { changes, matching, old, current }: ReturnType<typeof diffSpecs> & Pair): void {
    const compatibility = compatibilityOf(target);
    const effectsOf = judging(compatibility.judge(old, current, target, matching), compatibility.cells);
    for (const change of changes) {
      const { cells, docs, note } = effectsOf(change);
      const { kind, namespace, model, field, before, after, direction } = change;
      const entry = this.#entry([kind, namespace, model, field, change.old, change.new], {
        change: { kind, model, field, before, after },
        reason: (notes) => reasonOf(change, notes),
      });
      const wire = {
        read: direction === "sent" ? "none" : change.wire.read,
        write: direction === "received" ? "none" : change.wire.write,
      } as const;
      const adds = rowOf(kind).adds === true;
      entry.effects.set(target.name, { wire, code: cells, docs: affects(change, cells, docs), adds, note });
      if (note !== undefined && Object.values(cells).some((each) => each !== "none")) {
        entry.notes.set(titleOf(target, this.comparison), note);
      }
    }
  }

  addConfig({ kind, target, before, after, old, new: current, code, docs, adds, reason }: ConfigChange): void {
    const entry = this.#entry([kind, target, old, current], {
      change: { kind, model: undefined, field: undefined, before, after },
      reason: () => reason,
    });
    const configs = [...this.comparison.targets, ...this.comparison.before.config.targets];
    const { cells } = compatibilityOf(configs.find(({ name }) => name === target)!);
    const each = Object.fromEntries(cells.map((cell) => [cell, code]));
    entry.effects.set(target, { wire: noWire, code: each, docs, adds, note: undefined });
  }

  /** Templates are not compared by meaning. */
  addTemplates(target: Target): void {
    const { before, after } = this.comparison;
    const [old, current] = [before.templates.get(target.name), after.templates.get(target.name)];
    if (!before.config.targets.some(({ name }) => name === target.name)) return;
    for (const name of new Set([...(old?.keys() ?? []), ...(current?.keys() ?? [])])) {
      if (old?.get(name) === current?.get(name)) continue;
      const reason = `The template \`${name}\` of the target \`${target.name}\` changed: templates are not compared by meaning`;
      const facts = [target.name, name, this.comparison.hash(current?.get(name) ?? "")];
      this.#addText("template.changed", target, facts, name.startsWith("docs/") ? "pages" : "all", reason);
    }
  }

  /** Another version of modelwright, and edits by hand, are not compared by meaning either. */
  addOutput(target: Target): void {
    const { tool = "", tools, edits } = this.comparison.outputs ?? {};
    const old = tools?.get(target.name) ?? tool;
    if (old !== tool) {
      const reason = `The files were generated by modelwright \`${old}\`, and this is \`${tool}\`: \`modelwright diff --tool-version\` shows what a version changes`;
      this.#addText("tool.version-changed", target, [old, tool], "all", reason);
    }
    for (const path of edits?.get(target.name) ?? []) {
      const reason = `The file \`${path}\` was edited by hand: it is no longer what the spec gives`;
      this.#addText("output.edited", target, [path], /\.mdx?$/.test(path) ? "pages" : "code", reason);
    }
  }

  /** A change of which nothing is known but the files that it may affect. */
  #addText(
    kind: string,
    target: Target,
    facts: readonly string[],
    files: "pages" | "code" | "all",
    reason: string,
  ): void {
    const change = { kind, model: undefined, field: undefined, before: undefined, after: undefined };
    const entry = this.#entry([kind, ...facts], { change, reason: () => reason });
    const code: Severity = files === "pages" ? "none" : "conditional";
    const cells = Object.fromEntries(compatibilityOf(target).cells.map((cell) => [cell, code]));
    const docs: Severity = files === "code" ? "none" : "silent";
    entry.effects.set(target.name, { wire: noWire, code: cells, docs, adds: false, note: undefined });
  }

  report(): Report {
    const { targets } = this.comparison;
    const entries = [...this.#entries.values()];
    const reports = targets.map(({ name }) => {
      const effects = entries.flatMap((each) => each.effects.get(name) ?? []);
      return { name, semver: semverOf(effects), verdict: verdictOf(effects) };
    });
    const removed = entries
      .filter(({ change }) => change.kind === "target.removed")
      .flatMap((each) => [...each.effects.values()]);
    return {
      verdict: worst(...reports.map(({ verdict }) => verdict), verdictOf(removed)),
      targets: reports,
      cells: this.#cells(entries),
      changes: entries.map((entry) => this.#reported(entry)),
    };
  }

  #cells(entries: readonly Entry[]): readonly string[] {
    const ofTargets = this.comparison.targets.flatMap((target) => compatibilityOf(target).cells);
    const affected = entries.flatMap(({ effects }) => [...effects.values()].flatMap(({ code }) => Object.keys(code)));
    return ["wireRead", "wireWrite", ...new Set([...ofTargets, ...affected]), "docs"];
  }

  #entry(facts: readonly unknown[], { change, reason }: Pick<Entry, "change" | "reason">): Entry {
    const fingerprint = this.comparison.hash(JSON.stringify(facts)).slice(0, 16);
    const key = JSON.stringify([fingerprint, change.before, change.after]);
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { effects: new Map(), notes: new Map(), fingerprint, change, reason };
    this.#entries.set(key, entry);
    return entry;
  }

  #reported({ change, effects, notes, fingerprint, reason }: Entry): ReportedChange {
    const all = [...effects.values()];
    const cells: Record<string, Severity> = {
      wireRead: worst(...all.map(({ wire }) => wire.read)),
      wireWrite: worst(...all.map(({ wire }) => wire.write)),
    };
    const names = [
      ...languages.flatMap(({ compatibility }) => compatibility.cells),
      ...all.flatMap(({ code }) => Object.keys(code)),
    ];
    for (const name of new Set(names)) cells[name] = worst(...all.flatMap(({ code }) => code[name] ?? []));
    cells["docs"] = worst(...all.map(({ docs }) => docs));
    return { ...change, cause: causeOfKind(change.kind), cells, fingerprint, reason: reason(notes) };
  }
}

const noWire = { read: "none", write: "none" } as const;

/** A name for another language changes nothing here. */
function affects({ kind }: Change, cells: Readonly<Record<string, Severity>>, docs: Severity): Severity {
  const isName = kind.endsWith("renamed-symbol") || kind === "enum.member-renamed";
  return isName && Object.values(cells).every((each) => each === "none") ? "none" : docs;
}
