/** How the types of a spec are written in TypeScript: as types, and as the values of the runtime that read them. */
import type { Constraints, Definition, Scalar, Slot, Type } from "../../spec/spec.js";
import { atom, call, type Expression } from "./expressions.js";
import { literal, numberLiteral, quoted } from "./literals.js";
import type { Scope } from "./scope.js";
import { generic, keyword, list, reference, type TypeExpression, union } from "./type-expressions.js";

/** The type of a value that a model holds. */
export function slotType({ type, nullable }: Slot, scope: Scope): TypeExpression {
  return orNull(
    valueType(type, scope, heldScalars, (name) => name),
    nullable,
  );
}

/** The type of what a person may give for such a value: a model's plain fields, too. */
export function inputType({ type, nullable }: Slot, scope: Scope): TypeExpression {
  return orNull(
    valueType(type, scope, givenScalars, (name) => `${name}.Init`),
    nullable,
  );
}

/** The value of the runtime that reads, builds and checks such values. */
export function slotReader({ type, nullable }: Slot, scope: Scope): Expression {
  const reader = typeReader(type, scope);
  const isNullable = nullable && !(type.kind === "scalar" && type.scalar === "any");
  return isNullable ? call("t.nullable", reader) : reader;
}

/** The type of a union's member: models as they are, since plain fields would not say which member they are of. */
export function memberType(type: Type, scope: Scope): TypeExpression {
  return valueType(type, scope, heldScalars, (name) => name);
}

export function typeReader(type: Type, scope: Scope): Expression {
  switch (type.kind) {
    case "scalar":
      return constrained(atom(`t.${scalarReaders[type.scalar]}`), type.constraints);
    case "constant":
      return call("t.constant", literal(type.value));
    case "array":
      return constrained(call("t.array", slotReader(type.items, scope)), type.constraints);
    case "map":
      return call("t.map", slotReader(type.values, scope));
    case "reference":
      return referenceReader(type.to, scope);
  }
}

function valueType(
  type: Type,
  scope: Scope,
  scalars: Readonly<Record<Scalar, TypeExpression>>,
  modelType: (name: string) => string,
): TypeExpression {
  const slot = ({ type, nullable }: Slot): TypeExpression =>
    orNull(valueType(type, scope, scalars, modelType), nullable);
  switch (type.kind) {
    case "scalar":
      return scalars[type.scalar];
    case "constant":
      return keyword(literal(type.value).flat);
    case "array":
      return list(slot(type.items));
    case "map":
      return generic("t.Dictionary", slot(type.values));
    case "reference": {
      const name = scope.nameOf(type.to);
      return reference(type.to.kind === "model" ? modelType(name) : name);
    }
  }
}

function orNull(type: TypeExpression, nullable: boolean): TypeExpression {
  return nullable ? union([type, nullType]) : type;
}

const nullType = keyword("null");

function referenceReader(to: Definition, scope: Scope): Expression {
  const name = atom(scope.nameOf(to));
  if (to.kind === "model") return call("t.model", name);
  if (to.kind === "union") return call("t.union", name);
  return call(to.open ? "t.openEnumeration" : "t.enumeration", name, atom(`t.${enumReader(to)}`));
}

/** The type of all values of an enum. */
export function enumReader({ base, values }: Definition & { kind: "enum" }): "string" | "integer" | "long" {
  if (base === "string") return "string";
  return values.every(({ value }) => Number.isSafeInteger(Number(value))) ? "integer" : "long";
}

function constrained(reader: Expression, constraints: Constraints): Expression {
  const entries = Object.entries(constraints);
  if (entries.length === 0) return reader;
  const rules = entries.flatMap(([name, value]) => ruleOf(name, value as ConstraintValue));
  return rules.length === 0 ? reader : call("t.constrained", reader, ...rules);
}

type ConstraintValue = Constraints[keyof Constraints];

function ruleOf(name: string, value: ConstraintValue): readonly Expression[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [atom(`t.${name}`)];
  const argument = typeof value === "string" ? atom(quoted(value), "string") : numberLiteral(value);
  return [call(`t.${name}`, argument)];
}

const scalarReaders: Readonly<Record<Scalar, string>> = {
  string: "string",
  boolean: "boolean",
  any: "any",
  integer: "integer",
  int32: "int32",
  long: "long",
  number: "number",
  float: "float",
  decimal: "decimal",
  date: "date",
  "date-time": "dateTime",
  time: "time",
  duration: "duration",
  uuid: "uuid",
  uri: "uri",
  email: "email",
  bytes: "bytes",
};

const heldScalars: Readonly<Record<Scalar, TypeExpression>> = {
  string: keyword("string"),
  boolean: keyword("boolean"),
  any: keyword("unknown"),
  integer: keyword("number"),
  int32: keyword("number"),
  long: keyword("bigint"),
  number: keyword("number"),
  float: keyword("number"),
  decimal: reference("t.Decimal"),
  date: reference("t.RFCDate"),
  "date-time": reference("Date"),
  time: keyword("string"),
  duration: keyword("string"),
  uuid: keyword("string"),
  uri: keyword("string"),
  email: keyword("string"),
  bytes: reference("Uint8Array"),
};

const givenScalars: Readonly<Record<Scalar, TypeExpression>> = {
  ...heldScalars,
  long: union([keyword("bigint"), keyword("number")]),
  decimal: union([reference("t.Decimal"), keyword("string"), keyword("number")]),
  date: union([reference("t.RFCDate"), keyword("string")]),
};
