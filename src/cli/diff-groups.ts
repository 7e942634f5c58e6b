/** The same change of several elements, such as a new value in every enum that shares a list. */
import { elementOf } from "../compare/report.js";
import type { PlacedChange } from "./diff-places.js";

export interface ChangeGroup {
  readonly first: PlacedChange;
  /** The same change of other elements. */
  readonly others: readonly PlacedChange[];
}

/** What must be the same beside what happened. */
interface Sameness {
  /** What changes in code of each language; true by default. */
  readonly notes?: boolean;
  /** The line to show it at. */
  readonly spot?: boolean;
}

/** In the order of the first ones. */
export function groupsOf(changes: readonly PlacedChange[], same: Sameness = {}): readonly ChangeGroup[] {
  const groups = new Map<string, { first: PlacedChange; others: PlacedChange[] }>();
  for (const change of changes) {
    const key = keyOf(change, same);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { first: change, others: [] });
    else known.others.push(change);
  }
  return [...groups.values()];
}

/** A headline begins with the element. */
function keyOf(change: PlacedChange, same: Sameness): string {
  const { kind, headline, why, notes, cells, approval, fingerprint, spot } = change;
  const isOfElement = elementOf(change) !== undefined;
  const happened = isOfElement ? headline.replace(/^`[^`]*`/, "") : fingerprint;
  return JSON.stringify([kind, happened, why, cells, approval, same.notes !== false && notes, same.spot && spot]);
}
