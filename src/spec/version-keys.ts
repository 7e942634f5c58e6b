/** Checks `added`, `removed` and `changed` against the versions of the config. */
import { hint } from "../diagnostics/asides.js";
import { problem } from "../diagnostics/problem.js";
import type { Entry } from "../shape/shape.js";
import type { Changes } from "../shape/define.js";
import { didYouMean } from "../shape/suggest.js";
import { keySpan, spanOf } from "./context.js";
import type { Reporter } from "../diagnostics/reporter.js";
import { withChanges } from "./versions.js";
import type { SpecFile, TypeSource, Versioned } from "./source.js";

/** Reports versions that do not exist (unknown-version) or are in an impossible order (invalid-value). */
export function checkVersionKeys(files: readonly SpecFile[], versions: readonly string[], report: Reporter): void {
  const order = new Map(versions.map((version, index) => [version, index]));
  for (const { path, models } of files) {
    const checker = new VersionKeys(path, order, report);
    for (const model of models) checker.thing(model.value);
  }
}

class VersionKeys {
  readonly #file: string;
  readonly #order: ReadonlyMap<string, number>;
  readonly #report: Reporter;

  constructor(file: string, order: ReadonlyMap<string, number>, report: Reporter) {
    this.#file = file;
    this.#order = order;
    this.#report = report;
  }

  thing(source: Versioned<TypeSource> & TypeSource): void {
    this.#keys(source);
    this.#inside(source);
  }

  #inside({ fields, enum: values, oneOf, items, tuple, values: mapValues, additionalProperties }: TypeSource): void {
    for (const field of fields?.value ?? []) this.thing(field.value);
    for (const value of values?.value ?? []) this.#keys(value.value);
    for (const member of oneOf?.value ?? []) if (member.value !== null) this.thing(member.value);
    if (items !== undefined) this.#inside(items.value);
    for (const item of tuple?.value ?? []) this.#inside(item.value);
    if (mapValues !== undefined) this.#inside(mapValues.value);
    if (typeof additionalProperties?.value === "object") this.#inside(additionalProperties.value);
  }

  #keys({ added, removed, changed }: Versioned<TypeSource>): void {
    const from = added === undefined ? -1 : this.#index(added.value, added);
    const to = removed === undefined ? Infinity : this.#index(removed.value, removed);
    if (removed !== undefined && from !== undefined && to !== undefined && to <= from) {
      this.#report(problem("invalid-value", "removedTooEarly"), spanOf(this.#file, removed));
    }
    for (const change of changed?.value ?? []) this.#change(change, from, to);
  }

  #change(change: Entry<Changes<TypeSource>>, from: number | undefined, to: number | undefined): void {
    const at = this.#index(change.key, { start: change.keyStart, end: change.keyEnd });
    if (at !== undefined && from !== undefined && at <= from) {
      this.#report(problem("invalid-value", "changedTooEarly"), keySpan(this.#file, change));
    }
    if (at !== undefined && to !== undefined && at >= to) {
      this.#report(problem("invalid-value", "changedTooLate"), keySpan(this.#file, change));
    }
    this.#inside(withChanges<TypeSource>({}, change.value));
  }

  #index(version: string, at: { readonly start: number; readonly end: number }): number | undefined {
    const index = this.#order.get(version);
    if (index !== undefined) return index;
    const known = [...this.#order.keys()];
    this.#report(problem("unknown-version", "version", { version }), spanOf(this.#file, at), {
      hint:
        known.length === 0
          ? hint("listVersions")
          : (didYouMean(version, known) ?? hint("oneOf", { names: known.map((each) => `"${each}"`).join(", ") })),
    });
    return undefined;
  }
}
