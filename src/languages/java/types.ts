/** How the spec's types are spelled in Java, and how values are converted between callers and fields (format §5.1). */
import { code, commaSeparated, piece, type Piece } from "../../code/code.js";
import { scalarOf } from "../../spec/constants.js";
import { foldType } from "../../spec/fold.js";
import type { ArrayType, Enum, MapType, Slot, TupleType, Type } from "../../spec/spec.js";
import { call } from "./dialect.js";
import type { LibraryName } from "./library.js";
import { isBeyondLong } from "./literals.js";
import { type ScalarRow, scalarRows } from "./scalars.js";
import type { FileNames } from "./scope.js";
import { tupleName } from "./tuples.js";

export interface JavaType {
  /** The class that callers pass and get: `OffsetDateTime`. */
  readonly value: Spelling;
  /** The primitive type, if there is one: `long`. */
  readonly primitive: string | undefined;
  /** The class that a field stores: `JsonDateTime`. */
  readonly stored: Spelling;
  /** Converts a caller's value to the stored value; undefined if they are the same. */
  readonly store: Conversion | undefined;
  /** Converts a stored value to the caller's value; undefined if they are the same. */
  readonly show: Conversion | undefined;
}

/** A type as it is written in a file. */
export class Spelling {
  readonly plain: Piece;
  #orNull: Piece | undefined;

  /**
   * @param name the class, a string if it is qualified, or an array of primitives
   * @param parameters the type arguments with angle brackets, if any
   */
  constructor(
    private readonly names: FileNames,
    private readonly name: Piece,
    private readonly parameters: Piece = "",
  ) {
    this.plain = parameters === "" ? name : piece`${name}${parameters}`;
  }

  /** Marked as nullable: `java.util.@Nullable List<String>`. */
  orNull(): Piece {
    this.#orNull ??= this.annotated([piece`@${this.names.library("Nullable")}`]);
    return this.#orNull;
  }

  /** With annotations on the type itself: `java.util.@Size(min = 1) List<String>`. */
  annotated(annotations: readonly Piece[]): Piece {
    if (annotations.length === 0) return this.plain;
    const { name, parameters } = this;
    const marks = annotations.reduce((all, each) => piece`${all} ${each}`);
    if (typeof name !== "string") return code`${marks} ${name}${parameters}`;
    if (name.endsWith("[]")) return code`${name.slice(0, -2)} ${marks} []`;
    const start = name.lastIndexOf(".") + 1;
    return code`${name.slice(0, start)}${marks} ${name.slice(start)}${parameters}`;
  }
}

/** Converts a value to another. */
export interface Conversion {
  /** The conversion as a function: `JsonDateTime::of`. */
  reference(): Piece;
  of(expression: Piece): Piece;
  /** How many lambdas are nested in the function. */
  readonly depth: number;
}

export function javaType(type: Type, names: FileNames): JavaType {
  return foldType<JavaType>(type, {
    scalar: ({ scalar }) => scalarType(scalarRows[scalar], names),
    constant: (constant) =>
      isBeyondLong(constant.value)
        ? plain(new Spelling(names, names.library("BigInteger")))
        : scalarType(scalarRows[scalarOf(constant)], names),
    array: (item, { items }) => containerType("list", item, items, names),
    tuple: (items, type) => tupleType(items, type, names),
    map: (value, { keys, values }) => containerType("map", value, values, names, keys),
    reference: (to) => plain(new Spelling(names, names.className(to))),
  });
}

/** Whether null is a valid value: `any` includes JSON's null. */
export function holdsNull({ type, nullable }: Slot): boolean {
  return nullable || isAny(type);
}

/** Whether a value may be anything, null too. */
export function isAny(type: Type): boolean {
  return type.kind === "scalar" && type.scalar === "any";
}

/** Whether equal values can differ for Java: 1 and 1.0, 0.0 and -0.0. */
export function isLooselyEqual(type: Type): boolean {
  return foldType<boolean>(type, {
    scalar: ({ scalar }) => scalar === "any" || scalar === "number",
    constant: () => false,
    array: (items) => items,
    tuple: () => false,
    map: (values) => values,
    reference: () => false,
  });
}

/**
 * The places of nulls in a type, where the items of lists and tuples and the values of maps are counted in the order in which
 * they are written: in a list of lists, 1 is an inner list, and 2 an item of it. `any` is nullable by itself.
 */
export function nullPlaces(type: Type): readonly number[] {
  return slotsIn(type).flatMap((slot, index) => (slot.nullable && !isAny(slot.type) ? [index + 1] : []));
}

/** The items and values in a type, each followed by those in it. */
function slotsIn(type: Type): readonly Slot[] {
  const slots =
    type.kind === "array"
      ? [type.items]
      : type.kind === "map"
        ? [type.values]
        : type.kind === "tuple"
          ? type.items
          : [];
  return slots.flatMap((slot) => [slot, ...slotsIn(slot.type)]);
}

function plain(value: Spelling, primitive?: string, store?: Conversion): JavaType {
  return { value, primitive, stored: value, store, show: undefined };
}

function scalarType({ type, primitive, stored, store, copy }: ScalarRow, names: FileNames): JavaType {
  const value = new Spelling(names, names.type(type));
  if (stored !== undefined) return kept(value, primitive, { stored, store: store ?? "of" }, names);
  return plain(value, primitive, copy === undefined ? undefined : staticCall("Copies", copy, names));
}

/** A value that is stored with its JSON text. */
function kept(
  value: Spelling,
  primitive: string | undefined,
  { stored, store }: { stored: LibraryName; store: string },
  names: FileNames,
): JavaType {
  return {
    value,
    primitive,
    stored: new Spelling(names, names.library(stored)),
    store: staticCall(stored, store, names),
    show: {
      reference: () => piece`${names.library(stored)}::value`,
      of: (expression) => piece`${expression}.value()`,
      depth: 0,
    },
  };
}

/** A call of a static method. It mentions the class only when it is printed. */
function staticCall(owner: LibraryName, method: string, { library }: FileNames): Conversion {
  return {
    reference: () => piece`${library(owner)}::${method}`,
    of: (expression) => piece`${library(owner)}.${method}(${expression})`,
    depth: 0,
  };
}

/**
 * A list or map is copied when it is passed in, so that it is immutable, and when it is returned if its items need conversion.
 */
function containerType(
  container: "list" | "map",
  item: JavaType,
  items: Slot,
  names: FileNames,
  keys?: Enum,
): JavaType {
  const nulls = holdsNull(items);
  const spelled = (type: Spelling): Spelling =>
    containerSpelling(container === "list" ? "array" : "map", nulls ? type.orNull() : type.plain, names, keys);
  return {
    value: spelled(item.value),
    primitive: undefined,
    stored: spelled(item.stored),
    store: copying(container, nulls, item.store, names),
    show: item.show && copying(container, nulls, item.show, names),
  };
}

/** A tuple is converted item by item, and so are its items; null is rejected where the spec allows none. */
function tupleType(items: readonly JavaType[], { items: slots }: TupleType, names: FileNames): JavaType {
  const spelled = (types: readonly Spelling[]): Spelling => tupleSpelling(types, slots, names);
  const isShown = items.some(({ show }) => show !== undefined);
  return {
    value: spelled(items.map(({ value }) => value)),
    primitive: undefined,
    stored: spelled(items.map(({ stored }) => stored)),
    store: mapping(
      items.map(({ store }) => store),
      slots,
      names,
    ),
    show: isShown
      ? mapping(
          items.map(({ show }) => show),
          slots,
          names,
        )
      : undefined,
  };
}

/** @param types the types of the items */
export function tupleSpelling(types: readonly Spelling[], slots: readonly Slot[], names: FileNames): Spelling {
  const items = types.map((type, at) => (holdsNull(slots[at]!) ? type.orNull() : type.plain));
  return new Spelling(names, names.support(tupleName(items.length)), piece`<${commaSeparated(items)}>`);
}

/** `point.map(JsonDateTime::of, Objects::requireNonNull)` */
function mapping(
  conversions: readonly (Conversion | undefined)[],
  slots: readonly Slot[],
  names: FileNames,
): Conversion {
  const depth = 1 + Math.max(...conversions.map((each) => each?.depth ?? 0));
  const parameter = parameterAt(depth);
  const of = (expression: Piece): Piece => {
    const functions = conversions.map((each, at) => itemConversion(each, holdsNull(slots[at]!), names));
    return call(piece`${expression}.map(`, functions);
  };
  return { reference: () => piece`${parameter} -> ${of(parameter)}`, of, depth };
}

/** The parameter of a lambda that others are nested in. */
export function parameterAt(depth: number): string {
  return `each${depth === 1 ? "" : depth}`;
}

function itemConversion(conversion: Conversion | undefined, isNullable: boolean, { library }: FileNames): Piece {
  if (conversion === undefined) {
    return isNullable ? piece`${library("Function")}.identity()` : piece`${library("Objects")}::requireNonNull`;
  }
  return isNullable ? piece`${library("Copies")}.orNull(${conversion.reference()})` : conversion.reference();
}

/**
 * @param inner the type of the list's or map's elements
 * @param keys the enum of a map's keys; otherwise they are strings
 */
export function containerSpelling(kind: "array" | "map", inner: Piece, names: FileNames, keys?: Enum): Spelling {
  if (kind === "array") return new Spelling(names, names.library("List"), piece`<${inner}>`);
  return new Spelling(names, names.library("Map"), piece`<${keySpelling(keys, names)}, ${inner}>`);
}

/** The type of a map's keys. */
export function keySpelling(keys: Enum | undefined, names: FileNames): Piece {
  return keys === undefined ? names.library("String") : names.className(keys);
}

/** A copy of a list or map whose items are immutable. */
export function shallowCopy(type: ArrayType | MapType, names: FileNames): Conversion {
  const [container, items] = type.kind === "array" ? (["list", type.items] as const) : (["map", type.values] as const);
  return copying(container, holdsNull(items), undefined, names);
}

function copying(
  container: "list" | "map",
  nulls: boolean,
  each: Conversion | undefined,
  names: FileNames,
): Conversion {
  const method = nulls ? `${container}OfNullable` : container;
  if (each !== undefined) return copyingEach(method, each, names);
  return staticCall("Copies", method, names);
}

function copyingEach(method: string, each: Conversion, { library }: FileNames): Conversion {
  const depth = each.depth + 1;
  const parameter = parameterAt(depth);
  const of = (expression: Piece): Piece => code`${library("Copies")}.${method}(${expression}, ${each.reference()})`;
  return { reference: () => code`${parameter} -> ${of(parameter)}`, of, depth };
}
