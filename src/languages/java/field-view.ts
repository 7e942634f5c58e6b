/** A field of a model, with its code in every part of the class. */
import type { Block } from "../../code/blocks.js";
import { type Code, piece, type Piece } from "../../code/code.js";
import { chain, list, twoParts } from "../../code/layouts.js";
import type { NamedField } from "../../names/rules.js";
import { isRequired, otherKeys } from "../../spec/fields.js";
import type { Field, Type } from "../../spec/spec.js";
import { fieldFacts, type FieldFacts } from "../facts.js";
import { assignment, call, continuation } from "./dialect.js";
import { formerComment, getterComment, setterComment } from "./field-comments.js";
import type { JavaFile } from "./file.js";
import { textLiteral } from "./literals.js";
import { holdsNull, type JavaType, javaType, nullPlaces } from "./types.js";
import { constantValue, slotValue } from "./values.js";

export type FieldView = FieldFacts & {
  /** The name after `get`, unique within the model. */
  readonly capitalizedName: string;
  /** The type of a property without a wrapper: `long`, or `@Nullable Long` if the value may be missing. */
  readonly propertyType: Piece;
  readonly comment: Block;
  /** Whether null is written to JSON. */
  readonly isNullWritten: boolean;
  /** The argument of `@JsonAlias`: other names in JSON that are read; empty if there are none. */
  readonly aliases: Piece;
  /** The annotations of the property, without those of Jackson. */
  readonly annotations: readonly Piece[];
  /** The type that the model stores. */
  readonly heldType: Piece;
  /** The assignment from the builder to the model. */
  readonly assignment: Code;
  readonly getter: { readonly name: string; readonly type: Piece; readonly statement: Code };
  /** Getters under names that the field had before. */
  readonly formerGetters: readonly { readonly name: string; readonly comment: Block }[];
  readonly inBuilder: BuilderFieldView;
};

/** The file of a model. */
export interface ModelFile extends JavaFile {
  /** The name of the model's builder class. */
  readonly builder: string;
  /** The property that holds undeclared JSON fields. */
  readonly additionalName: string;
  /** The setter that takes a JsonNullable. It has its own name so that callers can pass null to the other setter. */
  nullableSetter(field: string): string;
}

export type BuilderFieldView = {
  readonly declaration: Piece;
  /** The assignment from the model to the builder. */
  readonly assignment: Code;
  /** Empty if the value is constant. */
  readonly setters: readonly SetterView[];
};

type SetterView = {
  readonly comment: Block;
  readonly isDeprecated: boolean;
  readonly signature: Code;
  readonly statement: Code;
};

/** The names of a field's methods. */
export interface MethodNames {
  /** The getter. */
  readonly accessor: string;
  /** The view's `capitalizedName`. */
  readonly capitalizedName: string;
  /** The names that the field had before, with their getters. */
  readonly former?: readonly { readonly name: string; readonly accessor: string }[];
}

/**
 * How a class holds a field. JSON's `any` is null too, so it counts as nullable.
 *
 * | state             | in the model     | in its builder |
 * | ----------------- | ---------------- | -------------- |
 * | required          | the value        | null if absent |
 * | required nullable | null is null     | JsonNullable   |
 * | optional          | null is absent   | null if absent |
 * | optional nullable | JsonNullable     | JsonNullable   |
 *
 * Callers get the wrappers that the docs show. There, `any` is nullable only if the spec declares it.
 */
export interface HeldField {
  readonly name: string;
  readonly field: Field;
  readonly type: JavaType;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  /** The initial value in a builder, as the model stores it; undefined if there is none. */
  readonly initial: Piece | undefined;
  readonly file: ModelFile;
}

export function heldField({ name, field }: NamedField, file: ModelFile): HeldField {
  const type = javaType(field.type, file);
  const initial = initialValue(field, file);
  return { name, field, type, isRequired: isRequired(field), isNullable: holdsNull(field), initial, file };
}

/**
 * The view of a model's field, as the template of the class file gets it.
 *
 * @param replacement the replacement of a deprecated field, as a Javadoc reference
 */
export function fieldView(
  held: HeldField,
  { accessor, capitalizedName, former = [] }: MethodNames,
  replacement: string | undefined,
): FieldView {
  const { name, field, type, file } = held;
  const spelled = { type: type.value.plain, default: defaultOf(held) };
  const facts = fieldFacts(held, spelled, file.facts);
  // One literal, as in facts.ts.
  return {
    description: facts.description,
    commentLines: facts.commentLines,
    isDeprecated: facts.isDeprecated,
    deprecation: facts.deprecation,
    name,
    jsonName: facts.jsonName,
    type: facts.type,
    isRequired: facts.isRequired,
    isNullable: facts.isNullable,
    isReadOnly: facts.isReadOnly,
    isWriteOnly: facts.isWriteOnly,
    hasDefault: facts.hasDefault,
    default: facts.default,
    hasConstraints: facts.hasConstraints,
    constraints: facts.constraints,
    literals: facts.literals,
    capitalizedName,
    propertyType: propertyType(held),
    comment: getterComment(held, replacement),
    isNullWritten: held.isRequired && held.isNullable,
    aliases: aliasesOf(field),
    annotations: isWrapped(field) ? [] : file.world.validation.annotations(field.type, file, field.tags),
    heldType: heldType(held),
    assignment: assignment(`this.${name}`, piece`${modelValue(held)};`),
    getter: { name: accessor, ...getter(held) },
    formerGetters: former.map((each) => ({
      name: each.accessor,
      comment: formerComment(`#${accessor}()`, ["@return the same"]),
    })),
    inBuilder: {
      declaration: builderDeclaration(held),
      assignment: assignment(`this.${name}`, piece`${builderValue(held)};`),
      setters: isFixed(field) ? [] : settersOf(held, former, replacement),
    },
  };
}

function aliasesOf(field: Field): Piece {
  const [first, ...others] = otherKeys(field).map((key) => textLiteral(key));
  if (first === undefined) return "";
  const style = { indentation: 4, isClosedOnOwnLine: true, trailing: "," };
  return others.length === 0 ? first : list("{", [first, ...others], "}", style);
}

/** Whether the value cannot be chosen: it is always present and constant. */
export function isFixed(field: Field): boolean {
  return field.type.kind === "constant" && isRequired(field) && !field.nullable;
}

/** Whether the model stores the field in a JsonNullable. */
export function isWrapped(field: Field): boolean {
  return !isRequired(field) && holdsNull(field);
}

/** `(nullsAt = 1)` if lists, tuples or maps may contain null. */
export function exactly(type: Type): string {
  const places = nullPlaces(type);
  if (places.length === 0) return "";
  return `(nullsAt = ${places.length === 1 ? places[0]! : `{${places.join(", ")}}`})`;
}

/** The default or the constant. */
function initialValue(field: Field, file: ModelFile): Piece | undefined {
  if (isFixed(field) && field.type.kind === "constant") return constantValue(field.type.value, file);
  return field.default === undefined ? undefined : slotValue(field.default, field, file);
}

/** The default as callers get it. */
function defaultOf({ field, type, initial }: HeldField): Piece | undefined {
  if (field.default === undefined || initial === undefined) return undefined;
  return field.default === null ? initial : (type.show?.of(initial) ?? initial);
}

function propertyType({ type, isRequired, isNullable }: HeldField): Piece {
  return isRequired && !isNullable ? (type.primitive ?? type.value.plain) : type.value.orNull();
}

/** The primitive type that the model stores, if any. */
export function heldPrimitive({ type, isRequired, isNullable }: HeldField): string | undefined {
  const isBare = isRequired && !isNullable && type.store === undefined;
  return isBare ? type.primitive : undefined;
}

function heldType(held: HeldField): Piece {
  const { field, isRequired, isNullable, file } = held;
  const { validation } = file.world;
  const stored = validation.stored(field.type, file);
  if (isRequired) return isNullable ? stored.orNull() : (heldPrimitive(held) ?? stored.plain);
  if (!isNullable) return stored.orNull();
  return piece`${nullableOf(held)}<${stored.annotated(validation.annotations(field.type, file, field.tags))}>`;
}

function nullableOf({ file }: HeldField): Piece {
  return file.library("JsonNullable");
}

function builderValue(held: HeldField): Piece {
  const value = `model.${held.name}`;
  return held.isRequired && held.isNullable ? piece`${nullableOf(held)}.of(${value})` : value;
}

function modelValue(held: HeldField): Piece {
  const { name, isRequired, isNullable, file } = held;
  if (!isRequired) return `builder.${name}`;
  return isNullable
    ? `builder.${name}.orElse(null)`
    : piece`${file.library("Objects")}.requireNonNull(builder.${name})`;
}

function builderDeclaration(held: HeldField): Piece {
  const { name, type, isNullable } = held;
  if (!isNullable) return piece`private ${type.stored.orNull()} ${name};`;
  const nullable = nullableOf(held);
  const declared = piece`private ${nullable}<${type.stored.plain}> ${name} =`;
  return twoParts(declared, piece`${nullable}.undefined();`, continuation);
}

function getter(held: HeldField): Omit<FieldView["getter"], "name"> {
  const { name, field, type, isRequired, isNullable, file } = held;
  const { value, show, primitive } = type;
  const returned = (expression: Piece): Code => twoParts("return", piece`${expression};`, continuation);
  if (isRequired && !field.nullable) {
    const shown = isNullable ? value.orNull() : (primitive ?? value.plain);
    return { type: shown, statement: returned(show?.of(name) ?? name) };
  }
  if (!isRequired && field.nullable) {
    const shown = show === undefined ? name : piece`${file.library("Copies")}.nullable(${name}, ${show.reference()})`;
    return { type: piece`${nullableOf(held)}<${value.plain}>`, statement: returned(shown) };
  }
  const optional = file.library("Optional");
  const optionalType = piece`${optional}<${value.plain}>`;
  const expression = piece`${optional}.ofNullable(${isWrapped(field) ? `${name}.orElse(null)` : name})`;
  if (show === undefined) return { type: optionalType, statement: returned(expression) };
  const plain = twoParts("return", expression, continuation);
  return { type: optionalType, statement: chain(plain, piece`.map(${show.reference()});`, continuation) };
}

/** The setters, and the same ones under names that the field had before. */
function settersOf(
  held: HeldField,
  former: NonNullable<MethodNames["former"]>,
  replacement: string | undefined,
): readonly SetterView[] {
  return [held, ...former].flatMap(({ name }) => setters(held, name, replacement));
}

/** @param method the name of the setter */
function setters(held: HeldField, method: string, replacement: string | undefined): readonly SetterView[] {
  const { name, field, type, isRequired, isNullable, file } = held;
  const present = method === name ? undefined : `#${name}`;
  const { value, store, primitive } = type;
  // A parameter must not have the name of a function that the method calls.
  const parameter = /^each\d*$/.test(name) ? `${name}_` : name;
  const setter = (parameterType: Piece, expression: Piece, own = method): SetterView => ({
    comment: setterComment(held, { name: parameter, isWrapped: own !== method }, replacement, present),
    isDeprecated: present !== undefined || field.deprecated !== undefined,
    signature: call(`public ${file.builder} ${own}(`, [piece`${parameterType} ${parameter}`], ") {"),
    statement: assignment(`this.${name}`, piece`${expression};`),
  });
  const notNull = piece`${file.library("Objects")}.requireNonNull(${parameter}, "${name}")`;
  if (isRequired && !isNullable) {
    if (primitive !== undefined) return [setter(primitive, store?.of(parameter) ?? parameter)];
    return [setter(value.plain, store?.of(parameter) ?? notNull)];
  }
  const stored = store === undefined ? parameter : piece`${parameter} == null ? null : ${store.of(parameter)}`;
  if (!isNullable) return [setter(value.orNull(), stored)];
  const nullable = nullableOf(held);
  const plain = setter(value.orNull(), piece`${nullable}.of(${stored})`);
  if (isRequired) return [plain];
  const copied =
    store === undefined ? notNull : piece`${file.library("Copies")}.nullable(${parameter}, ${store.reference()})`;
  return [plain, setter(piece`${nullable}<${value.plain}>`, copied, file.nullableSetter(method))];
}
