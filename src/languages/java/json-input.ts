/** The code that reads the values of a type from a `JsonInput` of the runtime. */
import { type Piece, piece } from "../../code/code.js";
import { scalarOf } from "../../spec/constants.js";
import type { ConstantType, Slot, Type } from "../../spec/spec.js";
import { call } from "./dialect.js";
import { isBeyondLong } from "./literals.js";
import { scalarRows } from "./scalars.js";
import type { FileNames } from "./scope.js";
import { tupleName } from "./tuples.js";
import { isAny, javaType, keySpelling, parameterAt } from "./types.js";

/**
 * A value that may be null: `in.isNull() ? null : in.string()`.
 *
 * @param input the variable of the input
 * @param depth how many lambdas the code is in
 */
export function readSlot({ type, nullable }: Slot, input: string, names: FileNames, depth = 0): Piece {
  const value = readValue(type, input, names, depth);
  return nullable && !isAny(type) ? piece`${input}.isNull() ? null : ${value}` : value;
}

function readValue(type: Type, input: string, names: FileNames, depth: number): Piece {
  switch (type.kind) {
    case "scalar":
    case "constant":
      return `${input}.${scalarMethod(type)}()`;
    case "array":
      return call(`${input}.list(`, [itemReader(type.items, names, depth)]);
    case "tuple": {
      const tuple = names.support(tupleName(type.items.length));
      const items = type.items.map((item) => lambda(item, names, depth));
      return call(`${input}.tuple(`, [piece`${tuple}.class`, ...items]);
    }
    case "map": {
      const keys = piece`${keySpelling(type.keys, names)}.class`;
      return call(`${input}.map(`, [keys, itemReader(type.values, names, depth)]);
    }
    case "reference":
      return piece`${input}.read(${names.className(type.to)}.class)`;
  }
}

/** The method of `JsonInput` that reads a scalar or a constant, whose value is checked later. */
function scalarMethod(type: Extract<Type, { kind: "scalar" }> | ConstantType): string {
  if (type.kind === "scalar") return scalarRows[type.scalar].read;
  return isBeyondLong(type.value) ? "integer" : scalarRows[scalarOf(type)].read;
}

/** What reads each item: a class, or a function where null is a value or the item is a container. */
function itemReader(slot: Slot, names: FileNames, depth: number): Piece {
  const { type, nullable } = slot;
  const isContainer = type.kind === "array" || type.kind === "tuple" || type.kind === "map";
  const hasClass = !isContainer && (!nullable || isAny(type));
  return hasClass ? piece`${javaType(type, names).stored.plain}.class` : lambda(slot, names, depth);
}

/** `each -> each.list(String.class)` */
function lambda(slot: Slot, names: FileNames, depth: number): Piece {
  const parameter = parameterAt(depth + 1);
  return piece`${parameter} -> ${readSlot(slot, parameter, names, depth + 1)}`;
}
