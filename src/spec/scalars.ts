/** The built-in types that definitions use. */
import type { Definition, Scalar, Type } from "./spec.js";

/** The built-in types of a model's fields, each once. */
export function scalarsIn(definition: Definition): readonly Scalar[] {
  if (definition.kind !== "model") return [];
  const { fields, additionalFields } = definition;
  const slots = typeof additionalFields === "string" ? fields : [...fields, additionalFields];
  return [...new Set(slots.flatMap(({ type }) => scalarIn(type)))];
}

function scalarIn(type: Type): readonly Scalar[] {
  const inner = innermost(type);
  return inner.kind === "scalar" ? [inner.scalar] : [];
}

/** The built-in type of a type, itself or inside arrays and maps. */
export function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items.type);
  return type.kind === "map" ? innermost(type.values.type) : type;
}
