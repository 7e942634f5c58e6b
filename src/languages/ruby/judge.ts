/** What changes of a spec do to code that uses the Ruby classes. */
import type { Target } from "../../config/config.js";
import type { Matching } from "../../diff/matching.js";
import { scalarOf } from "../../spec/constants.js";
import { isRequired } from "../../spec/fields.js";
import { foldType } from "../../spec/fold.js";
import { flatOf } from "../../code/code.js";
import type { Definition, Field, Model, Spec, Type } from "../../spec/spec.js";
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
  type Halves,
  type Judge,
  noEffect,
  nullArgument,
  nullNote,
  type Side,
  indexed,
  spelledField,
} from "../judge.js";
import { isAny, rubyContext, type RubyContext } from "./context.js";
import { isShown } from "./docs.js";
import { rubyNames } from "./names.js";
import { type ScalarRow, scalars } from "./scalars.js";
import { typeSpeller } from "./signatures.js";

interface RubySide extends Side {
  readonly context: RubyContext;
}

export const rubyCompatibility: Compatibility = {
  cells: ["ruby"],
  judge: rubyJudge,
  readers: () => ({ integersHoldLongs: scalars.integer.yard === scalars.long.yard }),
  options: {
    module: { code: "breaking", docs: "silent", why: "every constant changes" },
    typePrefix: { code: "breaking", docs: "silent", why: "the classes move to another module" },
    unions: { code: "conditional", docs: "breaking", why: "the classes and pages of unions appear or disappear" },
    signatures: { code: "conditional", docs: "none", why: "only type checkers see a difference" },
  },
};

function rubyJudge(before: Spec, after: Spec, target: Target, { idOf }: Matching): Judge {
  const side = (spec: Spec): RubySide => {
    const names = rubyNames(spec, target);
    const symbol = (each: Definition): string | undefined => (isShown(each, target) ? names.constant(each) : undefined);
    return indexed({ spec, names, symbol, context: rubyContext(spec, target, names) });
  };
  const [old, current] = [side(before), side(after)];
  const types: Types = { idOf, context: old.context };
  return {
    ...{ target, before: old, after: current, othersField: "additional_properties" },
    field: (models, one, other) => {
      const code = spelling(models.before, one, old);
      const now =
        one.type === other.type ? spelling(models.before, other, old) : spelling(models.after, other, current);
      const type = code === undefined || now === undefined ? undefined : becomes(code, now);
      const note = type ?? nullNote(one, other, "nil");
      return { cells: { ruby: { read: readingOf(one, other, types), build: buildingOf(one, other, types) } }, note };
    },
    withoutOthers: { read: "none", build: "breaking" },
    isOrdered: () => false,
    openValueAdded: noEffect,
    enumOpened: { read: "conditional", build: "none" },
    // A class of an abstract model can be instantiated.
    abstracted: { read: "none", build: "none" },
    // `new` raises an error for a value of another class.
    memberRemoved: () => ({ read: "silent", build: "breaking" }),
    membersReordered: noEffect,
    former: { class: noEffect, field: noEffect, member: () => noEffect },
  };
}

interface Types {
  readonly idOf: (definition: Definition) => string;
  readonly context: RubyContext;
}

function readingOf(before: Field, after: Field, types: Types): Halves["read"] {
  const held = (field: Field): ApiType => orNothing(typeOf(field.type, types), field.nullable || !isRequired(field));
  if (isAssignable(held(after), held(before), assignability)) return contentChanges(before.type, after.type);
  return "breaking";
}

/** `new` raises an error for a missing argument and for a value of another type. */
function buildingOf(before: Field, after: Field, types: Types): Halves["build"] {
  const isFixed = after.type.kind === "constant" && after.required;
  if (isPassed(after) && !isPassed(before)) return "breaking";
  const [was, is] = [nullArgument(before), nullArgument(after)];
  if (was !== "refused" && is === "refused" && !isFixed) return "breaking";
  const given = (field: Field): ApiType => givenType(field.type, types);
  if (!isAssignable(given(before), given(after), assignability)) return "breaking";
  if (was !== "refused" && is !== "refused" && was !== is) return "silent";
  return contentChanges(before.type, after.type);
}

/** Whether `new` requires the argument. */
function isPassed(field: Field): boolean {
  return isRequired(field) && field.type.kind !== "constant";
}

/** Nothing fails, but the value is another: bytes are not their text in JSON, and a decimal is written differently. */
function contentChanges(before: Type, after: Type): "none" | "silent" {
  if (before.kind !== "scalar" || after.kind !== "scalar") return "none";
  const becomesDecimal = after.scalar === "decimal" && scalars[before.scalar].yard.includes("::Float");
  const isAboutBytes = (before.scalar === "bytes") !== (after.scalar === "bytes");
  return becomesDecimal || isAboutBytes ? "silent" : "none";
}

const assignability: Assignability = {
  top: scalars.any.yard,
  array: "::Array",
  isInvariant: false,
  isSubtype: (name, of) => (name === "::DateTime" && of === "::Date") || (name === "::BigDecimal" && of === "::Float"),
};

function scalarType({ yard }: ScalarRow): ApiType {
  return either(...yard.split(", ").map((each) => named(each)));
}

/** The type that a reader returns. */
function typeOf(type: Type, types: Types): ApiType {
  return foldType<ApiType>(type, {
    scalar: ({ scalar }) => scalarType(scalars[scalar]),
    constant: (constant) => scalarType(scalars[scalarOf(constant)]),
    array: (items, { items: { nullable } }) => generic("::Array", orNothing(items, nullable)),
    tuple: (types, { items }) => tuple(types.map((each, at) => orNothing(each, items[at]!.nullable))),
    map: (values, { values: { nullable } }) => generic("::Hash", orNothing(values, nullable)),
    reference: (to) => referenceType(to, types, typeOf),
  });
}

/** The type of an argument of `new`: values in their JSON form, too. */
function givenType(type: Type, types: Types): ApiType {
  return foldType<ApiType>(type, {
    scalar: ({ scalar }) => givenScalar(scalars[scalar]),
    constant: (constant) => givenScalar(scalars[scalarOf(constant)]),
    array: (items, { items: { nullable } }) => generic("::Array", orNothing(items, nullable)),
    tuple: (types, { items }) => tuple(types.map((each, at) => orNothing(each, items[at]!.nullable))),
    map: (values, { values: { nullable } }) => generic("::Hash", orNothing(values, nullable)),
    reference: (to) => {
      const own = referenceType(to, types, givenType);
      return to.kind === "enum" ? either(own, named(to.base === "string" ? "::String" : "::Integer")) : own;
    },
  });
}

function givenScalar(row: ScalarRow): ApiType {
  return either(scalarType(row), ...row.given.map((each) => named(each)));
}

function referenceType(to: Definition, types: Types, typeOf: (type: Type, types: Types) => ApiType): ApiType {
  if (isAny(to, types.context)) return named(scalars.any.yard);
  if (to.kind !== "union") return named(types.idOf(to));
  return named(types.idOf(to), () => [
    ...to.members.map(({ type }) => typeOf(type, types)),
    named(`unknown ${types.idOf(to)}`),
  ]);
}

function spelling(model: Model, field: Field, side: RubySide): string | undefined {
  const found = spelledField(model, field, side);
  if (found === undefined) return undefined;
  const slot = { type: found.field.type, nullable: field.nullable || !isRequired(field) };
  return flatOf(typeSpeller(found.model, side.context)(slot).rbsType);
}
