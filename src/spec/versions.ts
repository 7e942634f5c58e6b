/** Sources as they are in one version. */
import { combinationProblems } from "../shape/combinations.js";
import type { Entry, RecordShape } from "../shape/shape.js";
import type { Changes } from "../shape/define.js";
import type { Reporter } from "../diagnostics/reporter.js";
import type { Versioned } from "./source.js";

export class VersionView {
  readonly #order: ReadonlyMap<string, number>;
  readonly #current: number;
  readonly #report: Reporter;

  /** @param versions all versions, oldest first; without any, every source exists as written */
  constructor(version: string | undefined, versions: readonly string[], report: Reporter) {
    this.#report = report;
    this.#order = new Map(versions.map((each, index) => [each, index]));
    this.#current = version === undefined ? versions.length : (this.#order.get(version) ?? versions.length);
  }

  /** Whether a source exists in this version. */
  has(source: Versioned<unknown>): boolean {
    const added = this.#index(source.added) ?? -1;
    const removed = this.#index(source.removed) ?? Infinity;
    return added <= this.#current && this.#current < removed;
  }

  /** A source with the changes up to this version, oldest first. Reports keys that then contradict each other. */
  at<T extends Versioned<T>>(source: T, shape: RecordShape, file: string): T {
    if (source.changed === undefined) return source;
    const changes = source.changed.value
      .map((entry) => ({ index: this.#order.get(entry.key) ?? Infinity, changes: entry.value }))
      .filter((change) => change.index <= this.#current)
      .sort((a, b) => a.index - b.index);
    if (changes.length === 0) return source;
    const changed = changes.reduce((before, change) => withChanges(before, change.changes), source);
    for (const { at, ...found } of combinationProblems(shape, changed)) this.#report(found, { file, ...at });
    return changed;
  }

  #index(version: Entry<string> | undefined): number | undefined {
    return version === undefined ? undefined : this.#order.get(version.value);
  }
}

/** A source with the keys of its changes. */
export function withChanges<T extends object>(source: T, changes: Changes<T>): T {
  const result: Record<string, unknown> = { ...source, ...changes };
  for (const [key, entry] of Object.entries(changes) as [string, Entry<unknown> | true][]) {
    if (entry !== true && entry.value === null && !mayBeNull.has(key)) delete result[key];
    const other = inPlaceOf[key];
    if (other !== undefined) delete result[other];
  }
  return result as T;
}

/** Keys for which null is a value and does not remove the key. */
const mayBeNull: ReadonlySet<string> = new Set(["default", "example"]);

/** Alternative keys: setting one in a change removes the other. */
const inPlaceOf: Readonly<Record<string, string>> = { example: "examples", examples: "example" };
