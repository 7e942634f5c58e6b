/** What changes of a spec do to code that uses the Java classes, as source code and as class files. */
import { flatOf } from "../../code/code.js";
import type { Target } from "../../config/config.js";
import type { Severity } from "../../diff/change.js";
import type { Matching } from "../../diff/matching.js";
import { scalarOf } from "../../spec/constants.js";
import { isRequired } from "../../spec/fields.js";
import { foldType } from "../../spec/fold.js";
import type { Definition, Field, Model, Slot, Spec, Type } from "../../spec/spec.js";
import { type ApiType, type Assignability, generic, isAssignable, named, orNothing } from "../api-types.js";
import {
  becomes,
  type Compatibility,
  type FieldEffects,
  type Judge,
  noEffect,
  nullArgument,
  nullNote,
  type Side,
  indexed,
  spelledField,
} from "../judge.js";
import { fieldView, heldField, type ModelFile } from "./field-view.js";
import { isBeyondLong } from "./literals.js";
import { modelFileOf, type ModelNames, modelNamesOf } from "./model-view.js";
import { javaNames, type JavaNames } from "./names.js";
import { scalarRows } from "./scalars.js";
import { tupleName } from "./tuples.js";
import { memberItself, type World, worldOf } from "./world.js";

interface JavaSide extends Side {
  readonly names: JavaNames;
  readonly world: World;
  /** A file for the model, in which nothing is spelled yet. */
  fileOf(model: Model): ModelFile;
}

export const javaCompatibility: Compatibility = {
  cells: ["java", "javaBinary"],
  judge: javaJudge,
  readers: () => ({ integersHoldLongs: scalarRows.integer === scalarRows.long }),
  options: {
    package: { code: "breaking", docs: "none", why: "every import changes" },
    jackson: { code: "breaking", docs: "none", why: "the classes need another version of Jackson" },
    accessors: { code: "breaking", docs: "none", why: "the methods that return fields get other names" },
    validation: { code: "conditional", docs: "none", why: "validators check the classes differently" },
    openapi: { code: "none", docs: "none", why: "only annotations for schemas change" },
  },
};

function javaJudge(before: Spec, after: Spec, target: Target, { idOf }: Matching): Judge {
  const side = (spec: Spec): JavaSide => {
    const names = javaNames(spec, target);
    const world = worldOf(spec, target, names);
    const known = new Map<Model, ModelNames>();
    const fileOf = (model: Model): ModelFile => {
      const namesOfModel = known.get(model) ?? modelNamesOf(model, world);
      known.set(model, namesOfModel);
      return modelFileOf(model, world, namesOfModel);
    };
    return indexed({ spec, names, symbol: names.qualifiedName, world, fileOf });
  };
  const [old, current] = [side(before), side(after)];
  const types: Types = { idOf, isItself: (type, union) => isMemberItself(type, union, [old, current]) };
  return {
    ...{ target, before: old, after: current, othersField: "additionalProperties" },
    field: (models, one, other) => {
      const isOfOldSpec = one.type === other.type;
      const was = methodsOf(models.before, one, old);
      const is = isOfOldSpec ? methodsOf(models.before, other, old) : methodsOf(models.after, other, current);
      const note = noteOf(was, is) ?? nullNote(one, other, "null");
      return { cells: effectsOf({ field: one, methods: was }, { field: other, methods: is }, types), note };
    },
    withoutOthers: { read: "breaking", build: "breaking" },
    // An open enum is a class.
    isOrdered: ({ open }) => !open,
    // A `switch` over `constant()` needs no default.
    openValueAdded: { read: "conditional", build: "none" },
    enumOpened: { read: "breaking", build: "none" },
    // A class of an abstract model can be built.
    abstracted: { read: "none", build: "none" },
    // In class files, a setter throws a `ClassCastException` for the removed member.
    memberRemoved: (cell) => ({ read: cell === "java" ? "breaking" : "conditional", build: "breaking" }),
    // `match` takes its functions in the order of the members.
    membersReordered: { read: "conditional", build: "none" },
    // A class cannot have two names, and a `case` needs the name of the constant itself.
    former: {
      class: { read: "breaking", build: "breaking" },
      field: noEffect,
      member: (cell, { open }) => ({
        read: cell === "javaBinary" ? "none" : open ? "conditional" : "breaking",
        build: "none",
      }),
    },
  };
}

/** The methods by which code reads and builds a field. */
interface Methods {
  readonly getter: string;
  /** The type of the parameter of each setter, by its name. */
  readonly setters: ReadonlyMap<string, string>;
}

function methodsOf(model: Model, field: Field, side: JavaSide): Methods {
  const { world, names, fileOf } = side;
  const found = spelledField(model, field, side) ?? asField(model, field, side);
  const file = fileOf(found.model);
  const name = names.fieldName(field);
  const held = heldField({ name, field: found.field }, file);
  const accessor = world.accessors.accessor({ name, field }, name);
  const { getter, inBuilder } = fieldView(held, { accessor, capitalizedName: name }, undefined);
  const setters = inBuilder.setters.map(({ signature }) => {
    const [, method = "", parameter = ""] = /(\w+)\((.*) \w+\) \{$/.exec(flatOf(signature)) ?? [];
    return [method, parameter] as const;
  });
  return { getter: flatOf(getter.type), setters: new Map(setters) };
}

/** Undeclared fields, which are spelled like a field. */
function asField(model: Model, field: Field, { spec }: JavaSide): { readonly model: Model; readonly field: Field } {
  const [variant = model] = spec.divided.get(model) ?? [];
  const additional = variant.kind === "model" ? variant.additionalFields : "keep";
  const type =
    typeof additional === "string" ? field.type : ({ kind: "map", values: additional, constraints: {} } as const);
  return { model: variant.kind === "model" ? variant : model, field: { ...field, type } };
}

/** The getters; the setters if only they differ. */
function noteOf(before: Methods, after: Methods): string | undefined {
  const setters = (methods: Methods): string => [...new Set(methods.setters.values())].join(" or ");
  return becomes(before.getter, after.getter) ?? becomes(setters(before), setters(after));
}

interface JavaField {
  readonly field: Field;
  readonly methods: Methods;
}

function effectsOf(before: JavaField, after: JavaField, types: Types): FieldEffects["cells"] {
  const [was, is] = [valueType(before.field, types), valueType(after.field, types)];
  const covariant = (from: ApiType, to: ApiType): boolean => isAssignable(from, to, assignability(false));
  const { getter } = before.methods;
  const isSameGetter = getter === after.methods.getter;
  // A class file knows the type of the result without its parameters; the values are found to be others when they are used.
  const isSameErased = erased(getter) === erased(after.methods.getter);
  const read =
    isSameGetter || (isPlain(before.field) && isPlain(after.field) && isSupertype(was, is)) ? "none" : "breaking";
  const readBinary = isSameErased && (isSameGetter || covariant(is, was)) ? "none" : "breaking";
  const least = argumentEffect(before.field, after.field);
  return {
    java: {
      read,
      build: worse(
        least,
        setterEffect(before, after, (from, to) => sourceSetter(from, to, was, is)),
      ),
    },
    javaBinary: {
      read: readBinary,
      build: worse(
        least,
        setterEffect(before, after, (from, to) => erased(from) === erased(to) && (from === to || covariant(was, is))),
      ),
    },
  };
}

/** `Object x = model.x()` compiles for every type. */
function isSupertype(was: ApiType, is: ApiType): boolean {
  return was.kind === "name" && isAssignable(is, was, assignability(true));
}

/** Whether the getter returns the value itself. */
function isPlain(field: Field): boolean {
  return isRequired(field) && !field.nullable;
}

function setterEffect(
  { methods: before }: JavaField,
  { methods: after }: JavaField,
  accepts: (from: string, to: string) => boolean,
): Severity {
  const isKept = [...before.setters].every(([method, parameter]) => {
    const now = after.setters.get(method);
    return now !== undefined && accepts(parameter, now);
  });
  return isKept ? "none" : "breaking";
}

/** Whether an argument of the old parameter compiles for the new one. */
function sourceSetter(from: string, to: string, was: ApiType, is: ApiType): boolean {
  // An annotation does not keep null out of a list, but the model does.
  if (bare(from) === bare(to)) return from === to || isAssignable(was, is, assignability(false));
  // The literal `5` is a `long`, but no `Long`.
  const isBoxed = isPrimitive(from) && !isPrimitive(to);
  return !isBoxed && !isWrapped(from) && isAssignable(was, is, assignability(true));
}

/** The effect of what code leaves out, and of null as an argument. */
function argumentEffect(before: Field, after: Field): Severity {
  const isFixed = (field: Field): boolean => field.type.kind === "constant" && isPlain(field);
  const mustSet = (field: Field): boolean => isRequired(field) && !isFixed(field);
  if (mustSet(after) && !mustSet(before)) return "breaking";
  const [was, is] = [nullArgument(before), nullArgument(after)];
  if (was === "refused" || was === is || isFixed(after)) return "none";
  return is === "refused" ? "breaking" : "silent";
}

function worse(one: Severity, other: Severity): Severity {
  return other === "breaking" ? other : one;
}

/** Without annotations, which do not change what compiles. */
function bare(type: string): string {
  return type.replace(/@\w+ /g, "");
}

function erased(type: string): string {
  return bare(type).replace(/<.*>/, "");
}

function isPrimitive(type: string): boolean {
  return /^[a-z]+$/.test(type);
}

function isWrapped(type: string): boolean {
  return type.startsWith("JsonNullable<");
}

function assignability(isInvariant: boolean): Assignability {
  return { top: scalarRows.any.type, isInvariant, isSubtype: () => false };
}

interface Types {
  readonly idOf: (definition: Definition) => string;
  /** Whether a member of a union implements the interface itself. */
  isItself(type: Type, union: Definition): boolean;
}

function valueType(field: Slot, types: Types): ApiType {
  return foldType<ApiType>(field.type, {
    scalar: ({ scalar }) => named(scalarRows[scalar].type),
    constant: (constant) =>
      named(isBeyondLong(constant.value) ? "java.math.BigInteger" : scalarRows[scalarOf(constant)].type),
    array: (items, { items: { nullable } }) => generic("List", orNothing(items, nullable)),
    tuple: (types, { items }) =>
      generic(tupleName(items.length), ...types.map((each, at) => orNothing(each, items[at]!.nullable))),
    map: (values, { keys, values: { nullable } }) =>
      generic(keys === undefined ? "Map" : `Map by ${types.idOf(keys)}`, orNothing(values, nullable)),
    reference: (to) => named(types.idOf(to), to.kind === "union" ? () => membersOf(to, types) : undefined),
  });
}

function membersOf(union: Extract<Definition, { kind: "union" }>, types: Types): readonly ApiType[] {
  const own = union.members.map(({ type }, index) =>
    types.isItself(type, union) ? valueType({ type, nullable: false }, types) : named(`${types.idOf(union)} ${index}`),
  );
  return [...own, named(`unknown ${types.idOf(union)}`)];
}

function isMemberItself(type: Type, union: Definition, sides: readonly JavaSide[]): boolean {
  if (union.kind !== "union") return false;
  return sides.some(({ spec, names }) => {
    const [variant] = spec.divided.get(union) ?? [union];
    if (variant?.kind !== "union" || !spec.definitions.includes(variant)) return false;
    const position = union.members.findIndex((each) => each.type === type);
    const member = variant.members[position];
    return member !== undefined && memberItself(member.type, variant, names) !== undefined;
  });
}
