/** The built-in types that definitions use. */
import { foldType } from "./fold.js";
import type { Definition, Scalar, Type } from "./spec.js";

/** The built-in types of a model's fields, each once. */
export function scalarsIn(definition: Definition): readonly Scalar[] {
  if (definition.kind !== "model") return [];
  const { fields, additionalFields } = definition;
  const slots = typeof additionalFields === "string" ? fields : [...fields, additionalFields];
  return [...new Set(slots.flatMap(({ type }) => scalarsOf(type)))];
}

function scalarsOf(type: Type): readonly Scalar[] {
  return leavesOf(type).flatMap((leaf) => (leaf.kind === "scalar" ? [leaf.scalar] : []));
}

/** The types that are not arrays, tuples or maps, in a type or the type itself. */
export function leavesOf(type: Type): readonly Type[] {
  return foldType<readonly Type[]>(type, {
    scalar: (leaf) => [leaf],
    constant: (leaf) => [leaf],
    array: (items) => items,
    tuple: (items) => items.flat(),
    map: (values) => values,
    reference: (_, leaf) => [leaf],
  });
}

/** The built-in type of a type, itself or inside arrays and maps. */
export function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items.type);
  return type.kind === "map" ? innermost(type.values.type) : type;
}
