/** The one function that distinguishes all kinds of types. */
import type { ArrayType, ConstantType, Definition, MapType, Reference, ScalarType, TupleType, Type } from "./spec.js";

/** A function for each kind of type; those for arrays, tuples and maps get the results of their items or values. */
export interface TypeFold<T> {
  scalar(type: ScalarType): T;
  constant(type: ConstantType): T;
  array(items: T, type: ArrayType): T;
  tuple(items: readonly T[], type: TupleType): T;
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
    case "tuple":
      return fold.tuple(
        type.items.map((item) => foldType(item.type, fold)),
        type,
      );
    case "map":
      return fold.map(foldType(type.values.type, fold), type);
    case "reference":
      return fold.reference(type.to, type);
  }
}
