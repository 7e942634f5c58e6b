import { foldType } from "./fold.js";
import type { Definition, TupleType, Type } from "./spec.js";

/** The definitions that a type refers to, also inside arrays, tuples and maps. */
export function referencesIn(type: Type): readonly Definition[] {
  return foldType<readonly Definition[]>(type, {
    scalar: () => [],
    constant: () => [],
    array: (items) => items,
    tuple: (items) => items.flat(),
    map: (values, { keys }) => (keys === undefined ? values : [keys, ...values]),
    reference: (to) => [to],
  });
}

/** The tuples in the types of a definition, also inside others. */
export function tuplesIn(definition: Definition): readonly TupleType[] {
  return typesOf(definition).flatMap((type) =>
    foldType<readonly TupleType[]>(type, {
      scalar: () => [],
      constant: () => [],
      array: (items) => items,
      tuple: (items, tuple) => [tuple, ...items.flat()],
      map: (values) => values,
      reference: () => [],
    }),
  );
}

/** The types of the fields of a model, also of those that it does not list, or of the members of a union. */
export function typesOf(definition: Definition): readonly Type[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return definition.members.map(({ type }) => type);
    case "model": {
      const { fields, additionalFields } = definition;
      const slots = typeof additionalFields === "string" ? fields : [...fields, additionalFields];
      return slots.map(({ type }) => type);
    }
  }
}
