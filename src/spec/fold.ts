/** The one function that distinguishes all kinds of types. */
import type { ArrayType, ConstantType, Definition, MapType, Reference, ScalarType, Type } from "./spec.js";

/** A function for each kind of type; those for arrays and maps get the result of their items or values. */
export interface TypeFold<T> {
  scalar(type: ScalarType): T;
  constant(type: ConstantType): T;
  array(items: T, type: ArrayType): T;
  map(values: T, type: MapType): T;
  reference(to: Definition, type: Reference): T;
}

/** Folds a type from the inside out. */
export function foldType<T>(type: Type, fold: TypeFold<T>): T {
  switch (type.kind) {
    case "scalar":
      return fold.scalar(type);
    case "constant":
      return fold.constant(type);
    case "array":
      return fold.array(foldType(type.items.type, fold), type);
    case "map":
      return fold.map(foldType(type.values.type, fold), type);
    case "reference":
      return fold.reference(type.to, type);
  }
}
