/** What changes of a spec do to code that uses the TypeScript classes. */
import type { Target } from "../../config/config.js";
import type { Matching } from "../../diff/matching.js";
import { foldType } from "../../spec/fold.js";
import { isRequired } from "../../spec/fields.js";
import type { Definition, Enum, Field, Model, Spec, Type } from "../../spec/spec.js";
import {
  type ApiType,
  type Assignability,
  either,
  generic,
  isAssignable,
  named,
  orNothing,
  tuple,
} from "../api-types.js";
import {
  becomes,
  type Compatibility,
  type FieldEffects,
  type Judge,
  noEffect,
  type Side,
  indexed,
  spelledField,
} from "../judge.js";
import { literal } from "./literals.js";
import { typescriptNames, type TypeScriptNames } from "./names.js";
import { optionsOf } from "./options.js";
import type { Scalars } from "./scalars.js";
import { scopeOf } from "./scope.js";
import { keyword } from "./type-expressions.js";
import { enumReader, typesIn } from "./types.js";

interface TypeScriptSide extends Side {
  readonly names: TypeScriptNames;
}

export const typescriptCompatibility: Compatibility = {
  cells: ["typescript"],
  judge: typescriptJudge,
  readers: (target) => ({ integersHoldLongs: optionsOf(target).int64 === "number" }),
  options: {
    style: { code: "breaking", docs: "none", why: "models are classes or plain data" },
    int64: { code: "breaking", docs: "silent", why: "fields of the type `long` have another type" },
    dates: { code: "breaking", docs: "silent", why: "fields that hold dates have another type" },
    importExtension: { code: "conditional", docs: "none", why: "bundlers and compilers resolve imports differently" },
  },
};

function typescriptJudge(before: Spec, after: Spec, target: Target, { idOf }: Matching): Judge {
  const side = (spec: Spec): TypeScriptSide => {
    const names = typescriptNames(spec, target);
    return indexed({ spec, names, symbol: names.qualifiedName });
  };
  const [old, current] = [side(before), side(after)];
  const { scalars, style } = old.names;
  return {
    ...{ target, before: old, after: current, othersField: "additionalProperties" },
    field: (models, one, other) => {
      const isOfOldSpec = one.type === other.type;
      const [was, is] = [held(one, scalars, idOf), held(other, scalars, idOf)];
      const read = isAssignable(is, was, assignability) ? "none" : "breaking";
      const passed = style === "classes" ? checkedStrings(scalars) : scalars;
      const [gave, gives] = [given(one, passed, idOf), given(other, passed, idOf)];
      const build = isAssignable(gave, gives, assignability) ? "none" : "breaking";
      const code = spelling(models.before, one, old);
      const now = isOfOldSpec ? spelling(models.before, other, old) : spelling(models.after, other, current);
      const note = code === undefined || now === undefined ? undefined : becomes(code, now);
      return { cells: { typescript: { read, build } }, note } satisfies FieldEffects;
    },
    withoutOthers: { read: "none", build: "breaking" },
    isOrdered: () => false,
    openValueAdded: noEffect,
    enumOpened: { read: "conditional", build: "none" },
    abstracted: { read: "none", build: style === "classes" ? "breaking" : "none" },
    memberRemoved: () => ({ read: "silent", build: "breaking" }),
    membersReordered: noEffect,
    // A constructor does not take the former name, and plain data has no getters.
    former: {
      class: noEffect,
      field: { read: style === "classes" ? "none" : "breaking", build: "breaking" },
      member: () => noEffect,
    },
  };
}

/** Constructors check the form of dates and integers that are held as strings: not every string is one. */
function checkedStrings(scalars: Scalars): Scalars {
  const checked = (["date", "date-time", "local-date-time", "long"] as const).filter(
    (scalar) => scalars[scalar].input.flat === "string",
  );
  const rows = checked.map(
    (scalar) => [scalar, { ...scalars[scalar], input: keyword(`string of ${scalar}`) }] as const,
  );
  return { ...scalars, ...Object.fromEntries(rows) };
}

const assignability: Assignability = {
  top: "unknown",
  array: "Array",
  isInvariant: false,
  isSubtype: (name, of) => {
    if (of === "string") return /^(?:"|string of )/.test(name) || name === "Unrecognized<string>";
    if (of === "boolean") return name === "true" || name === "false";
    if (of === "bigint") return /^-?\d+n$/.test(name) || name === "Unrecognized<bigint>";
    return of === "number" && (/^-?[\d.]+(?:e[+-]?\d+)?$/.test(name) || name === "Unrecognized<number>");
  },
};

/** The type of a property. */
function held(field: Field, scalars: Scalars, idOf: IdOf): ApiType {
  const type = orNothing(typeOf(field.type, "type", scalars, idOf), field.nullable);
  return isRequired(field) ? type : either(type, absent);
}

/** The type that callers pass: constants and defaults need not be passed. */
function given(field: Field, scalars: Scalars, idOf: IdOf): ApiType {
  const type = orNothing(typeOf(field.type, "input", scalars, idOf), field.nullable);
  return isRequired(field) && field.type.kind !== "constant" ? type : either(type, absent);
}

const absent = named("undefined");

type IdOf = (definition: Definition) => string;

function typeOf(type: Type, as: "type" | "input", scalars: Scalars, idOf: IdOf): ApiType {
  return foldType<ApiType>(type, {
    scalar: ({ scalar }) => either(...scalars[scalar][as].alternatives.map(({ flat }) => named(flat))),
    constant: ({ value }) => named(literal(value).flat),
    array: (items, { items: { nullable } }) => generic("Array", orNothing(items, nullable)),
    tuple: (types, { items }) => tuple(types.map((each, at) => orNothing(each, items[at]!.nullable))),
    map: (values, { keys, values: { nullable } }) =>
      generic(keys === undefined || keys.open ? "Dictionary" : `keyed ${idOf(keys)}`, orNothing(values, nullable)),
    reference: (to) => named(idOf(to), () => membersOf(to, as, scalars, idOf)),
  });
}

/** The members of an enum or union; those of a model are none. */
function membersOf(definition: Definition, as: "type" | "input", scalars: Scalars, idOf: IdOf): readonly ApiType[] {
  switch (definition.kind) {
    case "model":
      return [named(`class ${idOf(definition)}`)];
    case "enum":
      return enumMembers(definition);
    case "union":
      return [...definition.members.map(({ type }) => typeOf(type, as, scalars, idOf)), named("Unknown")];
  }
}

function enumMembers(definition: Enum): readonly ApiType[] {
  const kind = { string: "string", integer: "number", long: "bigint" }[enumReader(definition)];
  const listed = definition.values.map(({ value }) => named(kind === "bigint" ? `${value}n` : literal(value).flat));
  return definition.open ? [...listed, named(`Unrecognized<${kind}>`)] : listed;
}

function spelling(model: Model, field: Field, side: TypeScriptSide): string | undefined {
  const found = spelledField(model, field, side);
  if (found === undefined) return undefined;
  const type = typesIn(scopeOf(found.model, side.names), side.names).held(found.field).flat;
  return isRequired(field) ? type : `${type} | undefined`;
}
