/** What `modelwright diff` reports. */
import type { CauseKind } from "../causes/cause.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { type Severity, worst } from "../diff/change.js";

export interface Report {
  /** Of all targets. */
  readonly verdict: Severity;
  readonly targets: readonly TargetReport[];
  /** The cells of the targets; `changes` have those of all shipped languages. */
  readonly cells: readonly string[];
  readonly changes: readonly ReportedChange[];
}

export interface TargetReport {
  readonly name: string;
  readonly semver: Semver;
  readonly verdict: Severity;
}

export const steps = ["none", "patch", "minor", "major"] as const;

/** How much the version of a target's package must grow. */
export type Semver = (typeof steps)[number];

export interface ReportedChange {
  readonly kind: string;
  readonly cause: CauseKind;
  readonly model: string | undefined;
  readonly field: string | undefined;
  /** Of documents, code in every language, and pages. */
  readonly cells: Readonly<Record<string, Severity>>;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  /** What contained a removed element, in the new spec. */
  readonly near: Span | undefined;
  readonly fingerprint: string;
  /** One sentence without a full stop: what happened, why it matters, and the notes. */
  readonly reason: string;
  /** What happened; a change of an element begins with its name. */
  readonly headline: string;
  /** Why it matters. */
  readonly why: string;
  /** What it changes in code, for each language that has something to say. */
  readonly notes: readonly string[];
  /** The generated files that a changed template changes, if that is known. */
  readonly files?: readonly string[] | undefined;
  /** By the name of each target that is affected. */
  readonly targets: ReadonlyMap<string, TargetEffect>;
}

/** The name of what changed: `Pet.name`; undefined for a change of the config. */
export function elementOf({ model, field }: Pick<ReportedChange, "model" | "field">): string | undefined {
  return field === undefined ? model : `${model}.${field}`;
}

export interface TargetEffect {
  /** The worst of JSON and of code in the target's language. */
  readonly severity: Severity;
  readonly semver: Semver;
}

/** A change as one target is affected by it. */
export interface Effect {
  readonly wire: { readonly read: Severity; readonly write: Severity };
  /** By the cells of the target's language. */
  readonly code: Readonly<Record<string, Severity>>;
  readonly docs: Severity;
  /** Whether it adds to the API of the package. */
  readonly adds: boolean;
  readonly note: string | undefined;
}

/** `docs` does not count: a page that moved breaks no program. */
export function verdictOf(effects: readonly Effect[]): Severity {
  return effects.reduce<Severity>(
    (verdict, { wire, code }) => worst(verdict, wire.read, wire.write, ...Object.values(code)),
    "none",
  );
}

/** JSON does not count: a release cannot change clients that are deployed. */
export function semverOf(effects: readonly Effect[]): Semver {
  return steps[effects.reduce((highest, each) => Math.max(highest, steps.indexOf(stepOf(each))), 0)]!;
}

export function targetEffect(effect: Effect): TargetEffect {
  return { severity: verdictOf([effect]), semver: stepOf(effect) };
}

function stepOf({ wire, code, docs, adds }: Effect): Semver {
  const severity = worst(...Object.values(code));
  if (severity === "breaking") return "major";
  if (severity !== "none" || adds) return "minor";
  return docs === "none" && wire.read === "none" && wire.write === "none" ? "none" : "patch";
}
