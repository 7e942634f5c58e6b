/** The spec's types in TypeScript: as types, and as the runtime values that read them. */
import { code } from "../../code/code.js";
import { formerValues } from "../../spec/fields.js";
import { foldType, type TypeFold } from "../../spec/fold.js";
import type { Constraints, Definition, Enum, EnumValue, Slot, Type } from "../../spec/spec.js";
import { hasConverted } from "../../spec/wire-forms.js";
import { runtime } from "./dialect.js";
import { array, atom, call, type Expression } from "./expressions.js";
import { literal, numberLiteral, quoted } from "./literals.js";
import { type Scalars, scalarsOfMembers } from "./scalars.js";
import type { TypeScriptNames } from "./names.js";
import type { Scope } from "./scope.js";
import { generic, keyword, list, mapped, reference, tuple, type TypeExpression, union } from "./type-expressions.js";

/** The types in a file. */
export interface Types {
  /** The type that a model stores. */
  held(slot: Slot): TypeExpression;
  /** The type that callers may pass for such a value, including the plain fields of a model. */
  given(slot: Slot): TypeExpression;
  /** The types of a union's member: as a model stores it, and as callers may pass it. */
  member(type: Type): TypeExpression;
  givenMember(type: Type): TypeExpression;
  /** The runtime value that reads, builds and checks the type. */
  reader(slot: Slot): Expression;
  memberReader(type: Type): Expression;
}

export function typesIn(scope: Scope, { scalars, style }: Pick<TypeScriptNames, "scalars" | "style">): Types {
  const held = spelling("type", scope, scalars);
  const given = spelling("input", scope, scalars);
  const reader = reading(scope, scalars, style);
  const ofMembers = scalarsOfMembers(scalars);
  const member = spelling("type", scope, ofMembers);
  const givenMember = spelling("input", scope, ofMembers);
  const memberReader = reading(scope, ofMembers, style);
  return {
    held: ({ type, nullable }) => orNull(foldType(type, held), nullable),
    given: ({ type, nullable }) => orNull(foldType(type, given), nullable),
    member: (type) => foldType(type, member),
    givenMember: (type) => foldType(type, givenMember),
    reader: (slot) => nullableReader(foldType(slot.type, reader), slot),
    memberReader: (type) => foldType(type, memberReader),
  };
}

/** Types as models store them, or as callers pass them. */
function spelling(as: "type" | "input", scope: Scope, scalars: Scalars): TypeFold<TypeExpression> {
  return {
    scalar: ({ scalar }) => scalars[scalar][as],
    constant: ({ value }) => keyword(literal(value).flat),
    array: (type, { items }) => list(orNull(type, items.nullable)),
    tuple: (types, { items }) => tuple(types.map((type, at) => orNull(type, items[at]!.nullable))),
    map(type, { keys, values }) {
      const value = orNull(type, values.nullable);
      return keys === undefined || keys.open
        ? generic(runtime("Dictionary"), value)
        : mapped(scope.nameOf(keys), value);
    },
    reference(to) {
      const name = scope.nameOf(to);
      return reference(as === "input" && to.kind !== "enum" ? code`${name}.Init` : name);
    },
  };
}

function reading(scope: Scope, scalars: Scalars, style: TypeScriptNames["style"]): TypeFold<Expression> {
  return {
    scalar: ({ scalar, constraints }) => {
      const { reader, wrapper } = scalars[scalar];
      const checked = constrained(reader, constraints);
      return wrapper === undefined ? checked : call(wrapper, checked);
    },
    constant: ({ value }) => call(runtime("constant"), literal(value)),
    array: (reader, { items, constraints }) =>
      constrained(call(runtime("array"), nullableReader(reader, items)), constraints),
    tuple: (readers, { items }) =>
      call(runtime("tuple"), ...readers.map((reader, at) => nullableReader(reader, items[at]!))),
    map(reader, { keys, values, constraints }) {
      const map = call(runtime("map"), nullableReader(reader, values));
      const isAnyKey = keys === undefined || keys.open;
      const type = isAnyKey ? map : call(runtime("keyed"), referenceReader(keys, scope, style), map);
      return constrained(type, constraints);
    },
    reference: (to) => referenceReader(to, scope, style),
  };
}

function orNull(type: TypeExpression, nullable: boolean): TypeExpression {
  return nullable ? union([type, nullType]) : type;
}

const nullType = keyword("null");

function nullableReader(reader: Expression, { type, nullable }: Slot): Expression {
  const isNullable = nullable && !(type.kind === "scalar" && type.scalar === "any");
  return isNullable ? call(runtime("nullable"), reader) : reader;
}

function referenceReader(to: Definition, scope: Scope, style: TypeScriptNames["style"]): Expression {
  const name = atom(scope.nameOf(to));
  if (to.kind === "model") return call(runtime("model"), name);
  if (to.kind === "union")
    return call(runtime(style === "classes" && hasConverted(to) ? "unionOfForms" : "union"), name);
  const former = formerValues(to).map((pair) => array(pair.map((value) => enumLiteral(value, to))));
  return call(runtime(to.open ? "openEnumeration" : "enumeration"), name, atom(runtime(enumReader(to))), ...former);
}

/** A value of an enum. Its numbers are bigints if any of them must be. */
export function enumLiteral(value: EnumValue["value"], of: Enum): Expression {
  return enumReader(of) === "long" ? atom(`${value}n`) : literal(value);
}

/** The type of all values of an enum. */
export function enumReader({ base, values }: Enum): "string" | "integer" | "long" {
  if (base === "string") return "string";
  return values.every(({ value }) => Number.isSafeInteger(Number(value))) ? "integer" : "long";
}

function constrained(reader: Expression, constraints: Constraints): Expression {
  const entries = Object.entries(constraints);
  if (entries.length === 0) return reader;
  const rules = entries.flatMap(([name, value]) => ruleOf(name, value as ConstraintValue));
  return rules.length === 0 ? reader : call(runtime("constrained"), reader, ...rules);
}

type ConstraintValue = Constraints[keyof Constraints];

function ruleOf(name: string, value: ConstraintValue): readonly Expression[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [atom(runtime(name))];
  const argument = typeof value === "string" ? atom(quoted(value), "string") : numberLiteral(value);
  return [call(runtime(name), argument)];
}
