import { foldType } from "./fold.js";
import type { Definition, Type } from "./spec.js";

/** The definitions that a type refers to, also inside arrays and maps. */
export function referencesIn(type: Type): readonly Definition[] {
  return foldType<readonly Definition[]>(type, {
    scalar: () => [],
    constant: () => [],
    array: (items) => items,
    map: (values, { keys }) => (keys === undefined ? values : [keys, ...values]),
    reference: (to) => [to],
  });
}
