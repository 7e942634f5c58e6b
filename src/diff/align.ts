/** Elements of two lists: which are the same, which were renamed, and whether their order changed. */
import { addTo } from "../spec/groups.js";

export interface Aligned<T> {
  readonly common: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** Whether the common elements are in another order. */
  readonly isReordered: boolean;
}

export function align<T>(before: readonly T[], after: readonly T[], key: (element: T) => unknown): Aligned<T> {
  const current = new Map(after.map((each) => [key(each), each]));
  const old = new Set(before.map(key));
  const common = before.flatMap((each) => {
    const same = current.get(key(each));
    return same === undefined ? [] : [[each, same] as const];
  });
  const order = after.filter((each) => old.has(key(each)));
  return {
    common,
    removed: before.filter((each) => !current.has(key(each))),
    added: after.filter((each) => !old.has(key(each))),
    isReordered: common.some(([, each], index) => order[index] !== each),
  };
}

/** Pairs of removed and added elements of which one has the other's name as another name. */
export function renamed<T>(
  { removed, added }: Aligned<T>,
  key: (element: T) => unknown,
  otherKeys: (element: T) => readonly unknown[],
): readonly (readonly [before: T, after: T])[] {
  const paired = new Set<T>();
  return removed.flatMap((before) => {
    const isSame = (after: T): boolean =>
      otherKeys(after).includes(key(before)) || otherKeys(before).includes(key(after));
    const after = added.find((each) => !paired.has(each) && isSame(each));
    if (after === undefined) return [];
    paired.add(after);
    return [[before, after] as const];
  });
}

/**
 * Pairs of removed and added elements that are alike and between the same unchanged neighbors. Where several are alike
 * between the same neighbors, none is a pair.
 *
 * @param kind elements are alike if this is the same
 */
export function replaced<T>(
  before: readonly T[],
  after: readonly T[],
  { common }: Aligned<T>,
  kind: (element: T, side: "before" | "after") => string,
): readonly (readonly [before: T, after: T])[] {
  const numbers = new Map<T, number>();
  common.forEach(([old, current], index) => numbers.set(old, index).set(current, index));
  const gaps = (list: readonly T[], side: "before" | "after"): ReadonlyMap<string, readonly T[]> => {
    const groups = new Map<string, T[]>();
    let previous = -1;
    const pending: { each: T; previous: number }[] = [];
    const close = (next: number): void => {
      for (const { each, previous: from } of pending.splice(0)) {
        const place = JSON.stringify([from, next, kind(each, side)]);
        addTo(groups, place, each);
      }
    };
    for (const each of list) {
      const number = numbers.get(each);
      if (number === undefined) pending.push({ each, previous });
      else {
        close(number);
        previous = number;
      }
    }
    close(common.length);
    return groups;
  };
  const current = gaps(after, "after");
  return [...gaps(before, "before")].flatMap(([place, removed]) => {
    const added = current.get(place) ?? [];
    return removed.length === 1 && added.length === 1 ? [[removed[0]!, added[0]!] as const] : [];
  });
}
