/** Types as readers and type checkers name them: in YARD comments, in RBS, and in the RBI of Sorbet. */
import { scalarOf } from "../../docs/constants.js";
import type { Definition, Scalar, Slot, Type, Union } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";

/** One way to write types down. */
interface Notation {
  readonly scalars: Readonly<Record<ScalarKind, string>>;
  array(items: string): string;
  map(values: string): string;
  nullable(type: string): string;
  reference(to: Definition): string;
}

type ScalarKind = "string" | "boolean" | "any" | "integer" | "number" | "decimal" | "date" | "date-time";

/** A type in the words of YARD: `Array<Categories, nil>, nil`. */
export function yardType(slot: Slot, home: Definition, context: RubyContext): string {
  const core = (name: string): string => (context.classNames.has(name) ? `::${name}` : name);
  return spelled(slot, {
    scalars: {
      string: core("String"),
      boolean: "Boolean",
      any: core("Object"),
      integer: core("Integer"),
      number: `${core("Integer")}, ${core("Float")}`,
      decimal: core("BigDecimal"),
      date: core("Date"),
      "date-time": core("DateTime"),
    },
    array: (items) => `${core("Array")}<${items}>`,
    map: (values) => `${core("Hash")}{${core("String")} => ${values}}`,
    nullable: (type) => (type === core("Object") ? type : `${type}, nil`),
    reference: (to) => (isAny(to, context) ? core("Object") : constantFrom(home, to, context)),
  });
}

/** A type in RBS: `::Array[Categories?]?`. */
export function rbsType(slot: Slot, home: Definition, context: RubyContext): string {
  return spelled(slot, {
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
  });
}

/** A type in Sorbet's words: `T.nilable(T::Array[::StackOne::Shared::Categories])`. Aliases that name themselves are none there, so a union is written out. */
export function rbiType(slot: Slot, context: RubyContext): string {
  return spelled(slot, rbiNotation(context, []));
}

/** What a union's values are of in RBS: `Cat | Dog | Unknown`. */
export function rbsMembers(union: Union, context: RubyContext): string {
  const { types, unions } = allMembers(union);
  const unknowns = unions.map((each) =>
    each === union ? "Unknown" : `${constantFrom(union, each, context)}::Unknown`,
  );
  return distinct([...types.map((type) => rbsType({ type, nullable: false }, union, context)), ...unknowns]).join(
    " | ",
  );
}

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
      const spellings = types.map((type) => spelled({ type, nullable: false }, notation));
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
