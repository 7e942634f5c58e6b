/** Which definitions of two specs are the same. */
import type { Definition, Spec } from "../spec/spec.js";
import { addTo } from "../spec/groups.js";
import { partsOf, Signatures } from "./signatures.js";

export interface Pair<T extends Definition = Definition> {
  readonly before: T;
  readonly after: T;
}

/** Identifies definitions across two specs: both of a pair have the same id. */
export class Matching {
  readonly #before = new Map<Definition, Definition>();
  readonly #after = new Map<Definition, Definition>();
  readonly #ids = new Map<Definition, string>();

  pair(before: Definition, after: Definition): void {
    this.#after.set(before, after);
    this.#before.set(after, before);
    const id = this.#ids.get(before) ?? this.#ids.get(after) ?? this.#next();
    this.#ids.set(before, id).set(after, id);
  }

  /** The same definition, but of another kind: a model that is a union now. They have different ids. */
  turn(before: Definition, after: Definition): void {
    this.#after.set(before, after);
    this.#before.set(after, before);
  }

  /** Another definition that means the same as a known one. */
  same(another: Definition, known: Definition): void {
    this.#ids.set(another, this.idOf(known));
  }

  arePaired(before: Definition, after: Definition): boolean {
    return this.#after.get(before) === after;
  }

  afterOf(before: Definition): Definition | undefined {
    return this.#after.get(before);
  }

  beforeOf(after: Definition): Definition | undefined {
    return this.#before.get(after);
  }

  readonly idOf = (definition: Definition): string => {
    const known = this.#ids.get(definition);
    if (known !== undefined) return known;
    const id = this.#next();
    this.#ids.set(definition, id);
    return id;
  };

  #next(): string {
    return `#${this.#ids.size}`;
  }
}

/** The definitions under `models:`, without the division by direction. */
export function declaredIn({ definitions, divided }: Spec): readonly Definition[] {
  const whole = [...definitions.filter(({ direction }) => direction === undefined), ...divided.keys()];
  return whole.filter(({ owner }) => owner === undefined);
}

/** Matches the declared definitions: by name, by a former name, then in another namespace, then under another name. */
export function matchDeclared(before: Spec, after: Spec): Matching {
  const matching = new Matching();
  const [old, current] = [declaredIn(before), declaredIn(after)];
  const byKey = new Map(current.map((each) => [keyOf(each), each]));
  for (const each of old) {
    const same = byKey.get(keyOf(each));
    if (same?.kind === each.kind) matching.pair(each, same);
    else if (same !== undefined) matching.turn(each, same);
  }
  matchRenamed(old, current, matching);
  let [removed, added] = [unmatched(old, matching, "before"), unmatched(current, matching, "after")];
  // A model that refers to a renamed one is only recognized once that one is known.
  for (let found = true; found && removed.length > 0 && added.length > 0;) {
    found = matchAlike(removed, added, matching);
    removed = unmatched(removed, matching, "before");
    added = unmatched(added, matching, "after");
  }
  return matching;
}

/** Pairs definitions with those that have their names as former names. */
function matchRenamed(old: readonly Definition[], current: readonly Definition[], matching: Matching): void {
  const removed = new Map(unmatched(old, matching, "before").map((each) => [keyOf(each), each]));
  for (const each of unmatched(current, matching, "after")) {
    const names = each.renamedFrom ?? [];
    const before = names.map((name) => removed.get(keyOf({ ...each, name }))).find((found) => found !== undefined);
    if (before === undefined || matching.afterOf(before) !== undefined) continue;
    if (before.kind === each.kind) matching.pair(before, each);
    else matching.turn(before, each);
  }
}

function keyOf({ namespace, name }: Pick<Definition, "namespace" | "name">): string {
  return JSON.stringify([namespace, name]);
}

function unmatched(all: readonly Definition[], matching: Matching, side: "before" | "after"): readonly Definition[] {
  return all.filter((each) => (side === "before" ? matching.afterOf(each) : matching.beforeOf(each)) === undefined);
}

/** The least part of the larger definition that must be the same. */
const leastAlike = 2 / 3;

/** Pairs definitions that are clearly the same; whether it found any. */
function matchAlike(removed: readonly Definition[], added: readonly Definition[], matching: Matching): boolean {
  const signatures = new Signatures(matching.idOf);
  const partsByDefinition = new Map([...removed, ...added].map((each) => [each, partsOf(each, signatures)]));
  const partsIn = (definition: Definition): ReadonlySet<string> => partsByDefinition.get(definition) ?? new Set();
  const byPart = new Map<string, Definition[]>();
  for (const each of added) for (const part of partsIn(each)) addTo(byPart, part, each);

  const scores = removed.flatMap((before): readonly Score[] => {
    const shared = new Map<Definition, number>();
    for (const part of partsIn(before)) {
      for (const after of byPart.get(part) ?? []) shared.set(after, (shared.get(after) ?? 0) + 1);
    }
    return [...shared].flatMap(([after, count]) => {
      const alike = count / Math.max(partsIn(before).size, partsIn(after).size);
      return alike >= leastAlike && mayMatch(before, after) ? { before, after, alike } : [];
    });
  });
  const best = (side: "before" | "after"): ReadonlySet<Score> => {
    const groups = new Map<Definition, Score[]>();
    for (const each of scores) addTo(groups, each[side], each);
    return new Set([...groups.values()].flatMap((group) => onlyBest(group)));
  };
  const [bestBefore, bestAfter] = [best("before"), best("after")];
  const clear = scores.filter((each) => bestBefore.has(each) && bestAfter.has(each));
  for (const { before, after } of clear) matching.pair(before, after);
  return clear.length > 0;
}

interface Score extends Pair {
  readonly alike: number;
}

function mayMatch(before: Definition, after: Definition): boolean {
  return before.kind === after.kind && (before.namespace === after.namespace || before.name === after.name);
}

/** The best of a group; none if two are equally good. */
function onlyBest(group: readonly Score[]): readonly Score[] {
  const most = Math.max(...group.map(({ alike }) => alike));
  const best = group.filter(({ alike }) => alike === most);
  return best.length === 1 ? best : [];
}
