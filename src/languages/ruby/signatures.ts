/** Types in YARD comments, RBS, and Sorbet's RBI. */
import { commaSeparated, concat, flatOf, piece, type Piece } from "../../code/code.js";
import { scalarOf } from "../../spec/constants.js";
import { foldType, type TypeFold } from "../../spec/fold.js";
import type { Definition, Slot, Type, Union } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import { type ScalarRow, scalars, spelled } from "./scalars.js";
import type { TypeView } from "./view.js";

/** A notation for types. */
interface Notation {
  scalar(row: ScalarRow): Piece;
  array(items: Piece): Piece;
  tuple(items: readonly Piece[]): Piece;
  map(values: Piece): Piece;
  nullable(type: Piece): Piece;
  reference(to: Definition): Piece;
}

/** Spells types in the file of a definition: the types that a model holds, and the types that callers may pass. */
export interface TypeSpellers {
  held(slot: Slot): TypeView;
  given(slot: Slot): TypeView;
}

export function typeSpellers(home: Definition, context: RubyContext): TypeSpellers {
  const [yard, rbs, rbi] = [yardNotation(home, context), rbsNotation(home, context), rbiNotation(context, [])];
  const widened = widenings(context.coreName);
  return {
    held: spellerOf(yard, rbs, rbi),
    given: spellerOf(
      givenNotation(yard, widened.yard),
      givenNotation(rbs, widened.rbs),
      givenNotation(rbi, widened.rbi),
    ),
  };
}

function spellerOf(...notations: readonly [yard: Notation, rbs: Notation, rbi: Notation]): (slot: Slot) => TypeView {
  const [yard, rbs, rbi] = [spellerIn(notations[0]), spellerIn(notations[1]), spellerIn(notations[2])];
  return (slot) => {
    const yardType = yard.slot(slot);
    return { type: yardType, yardType, rbsType: rbs.slot(slot), rbiType: rbi.slot(slot) };
  };
}

/** How a notation writes a choice of several types, and the hash that represents a model. */
interface Widening {
  readonly hash: string;
  readonly any: string;
  name(core: string): string;
  either(types: readonly Piece[]): Piece;
}

function widenings(coreName: (spelling: string) => string): Readonly<Record<"yard" | "rbs" | "rbi", Widening>> {
  const either = (types: readonly Piece[]): Piece => commaSeparated(types);
  const full = (core: string): string => core;
  return {
    yard: { hash: coreName("::Hash"), any: coreName(scalars.any.yard), name: coreName, either },
    rbs: {
      hash: "::Hash[untyped, untyped]",
      any: scalars.any.rbs,
      name: full,
      either: (types) => concat(["(", ...types.flatMap((each, index) => (index === 0 ? each : [" | ", each])), ")"]),
    },
    rbi: {
      hash: "T::Hash[T.untyped, T.untyped]",
      any: scalars.any.rbi,
      name: full,
      either: (types) => piece`T.any(${either(types)})`,
    },
  };
}

/** The same notation for the parameters of `new`, which also accept the JSON form of a value. */
function givenNotation(notation: Notation, { hash, any, name, either }: Widening): Notation {
  const widened = (type: Piece, others: readonly string[]): Piece =>
    others.length === 0 || type === any ? type : either([type, ...others]);
  return {
    ...notation,
    scalar: (row) => widened(notation.scalar(row), row.given.map(name)),
    reference: (to) => {
      const raw = to.kind === "enum" ? [name(to.base === "string" ? "::String" : "::Integer")] : [hash];
      return widened(notation.reference(to), raw);
    },
  };
}

/** Spells the types of a definition's values. */
export function typeSpeller(home: Definition, context: RubyContext): (slot: Slot) => TypeView {
  return typeSpellers(home, context).held;
}

interface Speller {
  slot(slot: Slot): Piece;
  type(type: Type): Piece;
}

function spellerIn(notation: Notation): Speller {
  const orNil = (spelling: Piece, { nullable }: Slot): Piece => (nullable ? notation.nullable(spelling) : spelling);
  const fold: TypeFold<Piece> = {
    scalar: ({ scalar }) => notation.scalar(scalars[scalar]),
    constant: (constant) => notation.scalar(scalars[scalarOf(constant)]),
    array: (spelling, { items }) => notation.array(orNil(spelling, items)),
    tuple: (spellings, { items }) => notation.tuple(spellings.map((each, at) => orNil(each, items[at]!))),
    map: (spelling, { values }) => notation.map(orNil(spelling, values)),
    reference: (to) => notation.reference(to),
  };
  return { slot: (slot) => orNil(foldType(slot.type, fold), slot), type: (type) => foldType(type, fold) };
}

/** `Array<Categories, nil>, nil` */
function yardNotation(home: Definition, context: RubyContext): Notation {
  const { coreName } = context;
  const object = coreName(scalars.any.yard);
  return {
    scalar: (row) => spelled(row, coreName(row.yard)),
    array: (items) => piece`${coreName("::Array")}<${items}>`,
    tuple(items) {
      const isOrdered = !items.some((item) => hasAlternatives(flatOf(item)));
      const [open, close] = isOrdered ? ["(", ")"] : ["<", ">"];
      return piece`${coreName("::Array")}${open}${commaSeparated(isOrdered ? items : distinct(items))}${close}`;
    },
    map: (values) => piece`${coreName("::Hash")}{${coreName("::String")} => ${values}}`,
    nullable: (type) => (type === object ? type : piece`${type}, nil`),
    reference: (to) => (isAny(to, context) ? object : constantFrom(home, to, context)),
  };
}

/** Whether a type is several, as `String, nil` is. YARD has no way to write such an item in an ordered list. */
function hasAlternatives(type: string): boolean {
  const bare = type.replaceAll("=>", "");
  const outer = bare.replace(/[<({][^<>(){}]*[>)}]/g, "");
  return outer === bare ? bare.includes(",") : hasAlternatives(outer);
}

/** `::Array[Categories?]?` */
function rbsNotation(home: Definition, context: RubyContext): Notation {
  const any = scalars.any.rbs;
  return {
    scalar: (row) => spelled(row, row.rbs),
    array: (items) => piece`::Array[${items}]`,
    tuple: (items) => piece`[${commaSeparated(items)}]`,
    map: (values) => piece`::Hash[::String, ${values}]`,
    nullable: (type) => (type === any ? type : piece`${type}?`),
    reference: (to) => {
      if (isAny(to, context)) return any;
      return to.kind === "union" ? `${constantFrom(home, to, context)}::member` : constantFrom(home, to, context);
    },
  };
}

/** The type of a union's values in RBS: `Cat | Dog | Unknown`. */
export function rbsMembers(union: Union, context: RubyContext): Piece {
  const { types, unions } = allMembers(union);
  const speller = spellerIn(rbsNotation(union, context));
  const unknowns = unions.map((each) =>
    each === union ? "Unknown" : `${constantFrom(union, each, context)}::Unknown`,
  );
  const members = distinct([...types.map(speller.type), ...unknowns]);
  return concat(members.flatMap((each, index) => (index === 0 ? each : [" | ", each])));
}

/**
 * `T.nilable(T::Array[::StackOne::Shared::Categories])`. Sorbet has no recursive aliases, so a union is expanded, and a
 * reference back to one of the `open` unions is untyped.
 */
function rbiNotation(context: RubyContext, open: readonly Definition[]): Notation {
  const any = scalars.any.rbi;
  return {
    scalar: (row) => spelled(row, row.rbi),
    array: (items) => piece`T::Array[${items}]`,
    tuple: (items) => piece`[${commaSeparated(items)}]`,
    map: (values) => piece`T::Hash[::String, ${values}]`,
    nullable: (type) => (type === any ? type : piece`T.nilable(${type})`),
    reference: (to) => {
      if (isAny(to, context) || open.includes(to)) return any;
      if (to.kind !== "union") return context.names.constant(to);
      const { types, unions } = allMembers(to);
      const spellings = types.map(spellerIn(rbiNotation(context, [...open, ...unions])).type);
      if (spellings.includes(any)) return any;
      const unknowns = unions.map((each) => `${context.names.constant(each)}::Unknown`);
      return piece`T.any(${commaSeparated(distinct([...spellings, ...unknowns]))})`;
    },
  };
}

/** The types of a union's values, with nested unions expanded, and all of these unions. */
function allMembers(union: Union): { readonly types: readonly Type[]; readonly unions: readonly Union[] } {
  const types: Type[] = [];
  const unions = new Set([union]);
  for (const each of unions) {
    for (const { type } of each.members) {
      if (type.kind === "reference" && type.to.kind === "union") unions.add(type.to);
      else types.push(type);
    }
  }
  return { types, unions: [...unions] };
}

/** Removes duplicates. */
function distinct(spellings: readonly Piece[]): readonly Piece[] {
  return [...new Map(spellings.map((each) => [flatOf(each), each])).values()];
}
