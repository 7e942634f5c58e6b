/** Changes of constraints: what an old client may send that is refused now, and the reverse. */
import type { Constraints } from "../spec/spec.js";
import type { Wire } from "./change.js";
import type { Kind } from "./kinds.js";

export interface ConstraintChange {
  readonly kind: Kind;
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly wire: Wire;
}

type Name = keyof Constraints;

export function constraintChanges(before: Constraints, after: Constraints): readonly ConstraintChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Name[];
  return names.flatMap((name) => changesOf(name, valueOf(before, name), valueOf(after, name)));
}

type Value = string | number | bigint | boolean | undefined;

/** `uniqueItems: false` is the same as nothing. */
function valueOf(constraints: Constraints, name: Name): Value {
  const value = constraints[name] as Value;
  return value === false ? undefined : value;
}

function changesOf(name: Name, before: Value, after: Value): readonly ConstraintChange[] {
  if (before === after || (before !== undefined && after !== undefined && Object.is(before, after))) return [];
  const change = (kind: Kind, wire: Wire): ConstraintChange => ({
    ...{ kind, wire },
    old: before === undefined ? undefined : `${name}: ${String(before)}`,
    new: after === undefined ? undefined : `${name}: ${String(after)}`,
  });
  if (before === undefined) return [change("constraint.added", narrower)];
  if (after === undefined) return [change("constraint.removed", { read: "conditional", write: "none" })];
  if (name === "pattern") return [change("constraint.pattern-changed", either)];
  if (name === "multipleOf") return multipleChanges(Number(before), Number(after), change);
  const isLower = Number(after) < Number(before);
  return [
    isLower === isUpperBound(name) ? change("constraint.tightened", narrower) : change("constraint.loosened", wider),
  ];
}

function multipleChanges(
  before: number,
  after: number,
  change: (kind: Kind, wire: Wire) => ConstraintChange,
): readonly ConstraintChange[] {
  if (after % before === 0) return [change("constraint.tightened", narrower)];
  // Neither is a multiple of the other: some values are refused now, and others no longer.
  return [before % after === 0 ? change("constraint.loosened", wider) : change("constraint.tightened", either)];
}

const narrower: Wire = { read: "none", write: "conditional" };
const wider: Wire = { read: "conditional", write: "none" };
const either: Wire = { read: "conditional", write: "conditional" };

function isUpperBound(name: Name): boolean {
  return /^max|Maximum$/.test(name);
}
