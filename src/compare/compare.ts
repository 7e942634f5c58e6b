/** Compares two states of a project by meaning, for each of its targets. It reads nothing and writes nothing. */
import { causeOfKind } from "../causes/cause.js";
import type { Config, Target } from "../config/config.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { type Change, type Severity, worst } from "../diff/change.js";
import { diffSpecs, type SpecDiff } from "../diff/diff.js";
import { rowOf } from "../diff/kinds.js";
import { judging } from "../languages/effects.js";
import { languages } from "../languages/index.js";
import type { Compatibility, Effects, Judge } from "../languages/judge.js";
import type { Language } from "../languages/language.js";
import { strictCompatibility } from "../languages/strict-judge.js";
import type { SpecOf } from "../spec/check.js";
import { type ConfigChange, configChanges } from "./config-changes.js";
import { headlineOf, notesOf, whyOf } from "./reasons.js";
import { type Effect, type Report, type ReportedChange, semverOf, targetEffect, verdictOf } from "./report.js";
import { type Outputs, type TextChange, textChanges } from "./text-changes.js";

/** One state of a project. */
export interface State {
  readonly config: Config;
  readonly specOf: SpecOf;
  /** The contents of the template files of users, by the name of the target. */
  readonly templates: ReadonlyMap<string, ReadonlyMap<string, string>>;
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
    for (const change of textChanges(comparison, target)) merged.addText(target, change);
  }
  for (const each of comparedSpecs(comparison)) merged.addSpec(each);
  return merged.report();
}

/** The two specs of a target, and their changes. */
export interface ComparedSpecs extends SpecDiff {
  readonly target: Target;
  readonly judge: Judge;
  effectsOf(change: Change): Effects;
}

/** For each target that is in both states. */
export function comparedSpecs({ before, after, targets, versions }: Comparison): readonly ComparedSpecs[] {
  const diffs = new Map<string, SpecDiff>();
  return targets.flatMap((target) => {
    const { name, language, inlineNames } = target;
    const same = before.config.targets.find((each) => each.name === name && each.language === language);
    if (same === undefined) return [];
    const { from, to } = versions ?? { from: same.version, to: target.version };
    const old = before.specOf({ version: from, inlineNames });
    const current = after.specOf({ version: to, inlineNames });
    const { judge: judgeOf, cells, readers } = compatibilityOf(target);
    const key = JSON.stringify([from, to, inlineNames, readers(target)]);
    const diff = diffs.get(key) ?? diffSpecs(old, current, readers(target));
    diffs.set(key, diff);
    const judge = judgeOf(old, current, target, diff.matching);
    return { ...diff, target, judge, effectsOf: judging(judge, cells) };
  });
}

/** Who receives a change in JSON. */
export function wireOf({ direction, wire: { read, write } }: Change): Effect["wire"] {
  return { read: direction === "sent" ? "none" : read, write: direction === "received" ? "none" : write };
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
  /** With the reason of the target whose JSON is affected most. */
  change: Pick<ReportedChange, "kind" | "model" | "field" | "before" | "after" | "near" | "headline" | "why" | "files">;
}

/** The same change in several targets is one record. */
class Merged {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly comparison: Comparison) {}

  addSpec({ target, changes, effectsOf }: ComparedSpecs): void {
    for (const change of changes) {
      const { cells, docs, note } = effectsOf(change);
      const { kind, namespace, model, field, before, after } = change;
      const words = { headline: headlineOf(change), why: whyOf(change) };
      const entry = this.#entry([kind, namespace, model, field, change.old, change.new], {
        ...{ kind, model, field, before, after, near: nearOf(change), ...words },
      });
      const wire = wireOf(change);
      const known = worst(...[...entry.effects.values()].flatMap(({ wire: { read, write } }) => [read, write]));
      if (worst(known, wire.read, wire.write) !== known) entry.change = { ...entry.change, why: words.why };
      const adds = rowOf(kind).adds === true;
      entry.effects.set(target.name, { wire, code: cells, docs: affects(change, cells, docs), adds, note });
      if (note !== undefined && Object.values(cells).some((each) => each !== "none")) {
        entry.notes.set(titleOf(target, this.comparison), note);
      }
    }
  }

  addConfig({ kind, target, before, after, old, new: current, code, docs, adds, ...words }: ConfigChange): void {
    const { headline, why } = words;
    const entry = this.#entry([kind, target, old, current], { ...nowhere, kind, before, after, headline, why });
    const configs = [...this.comparison.targets, ...this.comparison.before.config.targets];
    const { cells } = compatibilityOf(configs.find(({ name }) => name === target)!);
    const each = Object.fromEntries(cells.map((cell) => [cell, code]));
    entry.effects.set(target, { wire: noWire, code: each, docs, adds, note: undefined });
  }

  addText(target: Target, { kind, facts, files, paths, headline, why }: TextChange): void {
    const entry = this.#entry([kind, ...facts], { ...nowhere, kind, headline, why, files: paths });
    const code: Severity = files === "pages" || files === "none" ? "none" : "conditional";
    const cells = Object.fromEntries(compatibilityOf(target).cells.map((cell) => [cell, code]));
    const docs: Severity = files === "code" || files === "none" ? "none" : "silent";
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

  #entry(facts: readonly unknown[], change: Entry["change"]): Entry {
    const fingerprint = this.comparison.hash(JSON.stringify(facts)).slice(0, 16);
    const key = JSON.stringify([fingerprint, change.before, change.after]);
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { effects: new Map(), notes: new Map(), fingerprint, change };
    this.#entries.set(key, entry);
    return entry;
  }

  #reported({ change, effects, notes: byLanguage, fingerprint }: Entry): ReportedChange {
    const notes = notesOf(byLanguage);
    const reason = [`${change.headline}: ${change.why}`, ...notes].join("; ");
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
    const targets = new Map([...effects].map(([name, effect]) => [name, targetEffect(effect)]));
    return { ...change, cause: causeOfKind(change.kind), cells, fingerprint, notes, reason, targets };
  }
}

const nowhere = { model: undefined, field: undefined, before: undefined, after: undefined, near: undefined } as const;

/** What contained a removed element. */
function nearOf({ subject }: Change): Span | undefined {
  return subject.on === "definition" ? undefined : subject.owners.after.span;
}

const noWire = { read: "none", write: "none" } as const;

/** A name for another language changes nothing here. */
function affects({ kind }: Change, cells: Readonly<Record<string, Severity>>, docs: Severity): Severity {
  const isName = kind.endsWith("renamed-symbol") || kind === "enum.member-renamed";
  return isName && Object.values(cells).every((each) => each === "none") ? "none" : docs;
}
