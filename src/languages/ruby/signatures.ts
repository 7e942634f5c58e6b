/** Types as readers and type checkers name them: in YARD comments, in RBS, and in the RBI of Sorbet. */
import { scalarOf } from "../../spec/constants.js";
import type { Definition, Scalar, Slot, Type, Union } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import type { TypeView } from "./view.js";

/** One way to write types down. */
interface Notation {
  readonly scalars: Readonly<Record<ScalarKind, string>>;
  array(items: string): string;
  map(values: string): string;
  nullable(type: string): string;
  reference(to: Definition): string;
}

type ScalarKind = "string" | "boolean" | "any" | "integer" | "number" | "decimal" | "date" | "date-time";

/** Spells types in the file of a definition. */
export function typeSpeller(home: Definition, context: RubyContext): (slot: Slot) => TypeView {
  const [yard, rbs, rbi] = [yardNotation(home, context), rbsNotation(home, context), rbiNotation(context, [])];
  return (slot) => ({ yard: spelled(slot, yard), rbs: spelled(slot, rbs), rbi: spelled(slot, rbi) });
}

/** `Array<Categories, nil>, nil` */
function yardNotation(home: Definition, context: RubyContext): Notation {
  const core = (name: string): string => (context.classNames.has(name) ? `::${name}` : name);
  const [string, object, integer] = [core("String"), core("Object"), core("Integer")];
  const [array, hash] = [core("Array"), core("Hash")];
  return {
    scalars: {
      string,
      boolean: "Boolean",
      any: object,
      integer,
      number: `${integer}, ${core("Float")}`,
      decimal: core("BigDecimal"),
      date: core("Date"),
      "date-time": core("DateTime"),
    },
    array: (items) => `${array}<${items}>`,
    map: (values) => `${hash}{${string} => ${values}}`,
    nullable: (type) => (type === object ? type : `${type}, nil`),
    reference: (to) => (isAny(to, context) ? object : constantFrom(home, to, context)),
  };
}

/** `::Array[Categories?]?` */
function rbsNotation(home: Definition, context: RubyContext): Notation {
  return {
    scalars: {
      string: "::String",
      boolean: "bool",
      any: "untyped",
      integer: "::Integer",
      number: "(::Integer | ::Float)",
      decimal: "::BigDecimal",
      date: "::Date",
      "date-time": "::DateTime",
    },
    array: (items) => `::Array[${items}]`,
    map: (values) => `::Hash[::String, ${values}]`,
    nullable: (type) => (type === "untyped" ? type : `${type}?`),
    reference: (to) => {
      if (isAny(to, context)) return "untyped";
      return to.kind === "union" ? `${constantFrom(home, to, context)}::member` : constantFrom(home, to, context);
    },
  };
}

/** What a union's values are of in RBS: `Cat | Dog | Unknown`. */
export function rbsMembers(union: Union, context: RubyContext): string {
  const { types, unions } = allMembers(union);
  const notation = rbsNotation(union, context);
  const unknowns = unions.map((each) =>
    each === union ? "Unknown" : `${constantFrom(union, each, context)}::Unknown`,
  );
  return distinct([...types.map((type) => spelledType(type, notation)), ...unknowns]).join(" | ");
}

/**
 * `T.nilable(T::Array[::StackOne::Shared::Categories])`. Sorbet has no aliases that name themselves, so a union is written
 * out, and what leads back to one of those that are `open` is anything.
 */
function rbiNotation(context: RubyContext, open: readonly Definition[]): Notation {
  const any = "T.untyped";
  return {
    scalars: {
      string: "::String",
      boolean: "T::Boolean",
      any,
      integer: "::Integer",
      number: "T.any(::Integer, ::Float)",
      decimal: "::BigDecimal",
      date: "::Date",
      "date-time": "::DateTime",
    },
    array: (items) => `T::Array[${items}]`,
    map: (values) => `T::Hash[::String, ${values}]`,
    nullable: (type) => (type === any ? type : `T.nilable(${type})`),
    reference: (to) => {
      if (isAny(to, context) || open.includes(to)) return any;
      if (to.kind !== "union") return context.names.constant(to);
      const { types, unions } = allMembers(to);
      const notation = rbiNotation(context, [...open, ...unions]);
      const spellings = types.map((type) => spelledType(type, notation));
      return spellings.includes(any)
        ? any
        : `T.any(${distinct([...spellings, ...unions.map((each) => `${context.names.constant(each)}::Unknown`)]).join(", ")})`;
    },
  };
}

function spelled({ type, nullable }: Slot, notation: Notation): string {
  const spelling = spelledType(type, notation);
  return nullable ? notation.nullable(spelling) : spelling;
}

function spelledType(type: Type, notation: Notation): string {
  switch (type.kind) {
    case "scalar":
      return notation.scalars[scalarKinds[type.scalar]];
    case "constant":
      return notation.scalars[scalarKinds[scalarOf(type)]];
    case "array":
      return notation.array(spelled(type.items, notation));
    case "map":
      return notation.map(spelled(type.values, notation));
    case "reference":
      return notation.reference(type.to);
  }
}

const scalarKinds: Readonly<Record<Scalar, ScalarKind>> = {
  string: "string",
  boolean: "boolean",
  any: "any",
  integer: "integer",
  int32: "integer",
  long: "integer",
  number: "number",
  float: "number",
  decimal: "decimal",
  date: "date",
  "date-time": "date-time",
  time: "string",
  duration: "string",
  uuid: "string",
  uri: "string",
  email: "string",
  bytes: "string",
};

/** The types that values of a union have, those of unions among its members instead of these; and all these unions. */
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

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
