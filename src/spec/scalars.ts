/** Which built-in types definitions hold. */
import type { Definition, Scalar, Type } from "./spec.js";

/** Those of a model's fields, each once. */
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

/** What a type holds, by itself or in arrays and maps. */
export function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items.type);
  return type.kind === "map" ? innermost(type.values.type) : type;
}
