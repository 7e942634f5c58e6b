/** A field of a model in all the places where a class has something of it. */
import { isRequired } from "../../spec/fields.js";
import type { NamedField } from "../../names/rules.js";
import type { Field, Type } from "../../spec/spec.js";
import { commentLines } from "./comments.js";
import type { JavaFile } from "./file.js";
import { chain, halves, list } from "./layout.js";
import { textLiteral } from "./literals.js";
import { holdsNull, type JavaType, javaType, nullDepths, orNull } from "./types.js";

export type FieldView = {
  readonly name: string;
  /** What tells Jackson of the field. */
  readonly annotation: string;
  readonly comment: readonly string[];
  readonly isDeprecated: boolean;
  /** Whether null is written. */
  readonly isNullWritten: boolean;
  readonly declaration: string;
  /** From the builder to the model. */
  readonly assignment: string;
  readonly getter: MethodView;
  readonly inBuilder: BuilderFieldView;
  /** Empty in a large model. */
  readonly equality: string;
};

/** The file of a model. */
export interface ModelFile extends JavaFile {
  /** The class of the model's builder. */
  readonly builder: string;
  /** Whether the model has too many fields to go through them in one expression. */
  readonly isLarge: boolean;
  /** The property that holds the JSON fields that the model does not know. */
  readonly additionalName: string;
}

export type MethodView = { readonly signature: string; readonly statement: string };

export type BuilderFieldView = {
  readonly annotation: string;
  readonly declaration: string;
  /** From the model to the builder. */
  readonly assignment: string;
  readonly comment: readonly string[];
  readonly setters: readonly MethodView[];
};

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
 * What people get is wrapped as the docs say, where `any` is nullable only if it says so.
 */
interface HeldField {
  readonly name: string;
  readonly field: Field;
  readonly type: JavaType;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly file: ModelFile;
}

/** A field of a model, as its file's template sees it. */
export function fieldView({ name, field }: NamedField, file: ModelFile, replacement: string | undefined): FieldView {
  const type = javaType(field.type, file);
  const held: HeldField = { name, field, type, isRequired: isRequired(field), isNullable: holdsNull(field), file };
  const property = `@${file.library("JsonProperty")}(${textLiteral(field.name)})`;
  const { description, externalDocs, deprecated } = field;
  return {
    name,
    annotation: `@${file.library("Exact")} ${property}`,
    comment: commentLines(4, { description, externalDocs, deprecated, replacement }),
    isDeprecated: deprecated !== undefined,
    isNullWritten: held.isRequired && held.isNullable,
    declaration: `private final ${modelType(held)} ${name};`,
    assignment: halves(8, `this.${name} =`, `${modelValue(held)};`),
    getter: getter(held),
    inBuilder: {
      annotation: `@${file.library("Exact")}${exactly(field.type)} ${property}`,
      declaration: builderDeclaration(held),
      assignment: halves(12, `this.${name} =`, `${builderValue(held)};`),
      comment: commentLines(8, { deprecated, replacement }),
      setters: isFixed(field) ? [] : setters(held),
    },
    equality: file.isLarge ? "" : equality(held),
  };
}

/** Whether nobody can choose the value: it is always there and always the same. */
export function isFixed(field: Field): boolean {
  return field.type.kind === "constant" && isRequired(field) && !field.nullable;
}

/** Whether the model holds the field in a JsonNullable. */
export function isWrapped(field: Field): boolean {
  return !isRequired(field) && holdsNull(field);
}

/** `(nullsAt = 1)` where lists or maps may hold null. */
export function exactly(type: Type): string {
  const depths = nullDepths(type);
  if (depths.length === 0) return "";
  return `(nullsAt = ${depths.length === 1 ? depths[0]! : `{${depths.join(", ")}}`})`;
}

function nullableOf({ file }: HeldField): string {
  return file.library("JsonNullable");
}

function builderValue(held: HeldField): string {
  const value = `model.${held.name}`;
  return held.isRequired && held.isNullable ? `${nullableOf(held)}.of(${value})` : value;
}

function primitiveOf({ type, isRequired, isNullable }: HeldField): string | undefined {
  const isBare = isRequired && !isNullable && type.store === undefined;
  return isBare ? type.primitive : undefined;
}

function modelType(held: HeldField): string {
  const { type, isRequired, isNullable, file } = held;
  if (isRequired) return isNullable ? orNull(type.stored, file) : (primitiveOf(held) ?? type.stored);
  return isNullable ? `${nullableOf(held)}<${type.stored}>` : orNull(type.stored, file);
}

function modelValue(held: HeldField): string {
  const { name, isRequired, isNullable, file } = held;
  if (!isRequired) return `builder.${name}`;
  return isNullable ? `builder.${name}.orElse(null)` : `${file.library("Objects")}.requireNonNull(builder.${name})`;
}

function builderDeclaration(held: HeldField): string {
  const { name, type, isNullable, file } = held;
  if (!isNullable) return `private ${orNull(type.stored, file)} ${name};`;
  const nullable = nullableOf(held);
  return halves(8, `private ${nullable}<${type.stored}> ${name} =`, `${nullable}.undefined();`);
}

function getter(held: HeldField): MethodView {
  const { name, field, type, isRequired, isNullable, file } = held;
  const { value, show, primitive } = type;
  const method = (result: string, expression: string): MethodView => ({
    signature: `public ${result} ${name}() {`,
    statement: halves(8, "return", `${expression};`),
  });
  if (isRequired && !field.nullable) {
    return method(isNullable ? orNull(value, file) : (primitive ?? value), show?.of(name) ?? name);
  }
  if (!isRequired && field.nullable) {
    const expression = show === undefined ? name : `${file.library("Copies")}.nullable(${name}, ${show.reference})`;
    return method(`${nullableOf(held)}<${value}>`, expression);
  }
  const optional = file.library("Optional");
  const nullOrValue = isWrapped(field) ? `${name}.orElse(null)` : name;
  const { signature, statement } = method(`${optional}<${value}>`, `${optional}.ofNullable(${nullOrValue})`);
  if (show === undefined) return { signature, statement };
  return { signature, statement: chain(8, statement.slice(0, -1), `.map(${show.reference});`) };
}

function setters(held: HeldField): readonly MethodView[] {
  const { name, type, isRequired, isNullable, file } = held;
  const { value, store, primitive } = type;
  // A parameter must not be called like that of a function in the method.
  const parameter = /^each\d*$/.test(name) ? `${name}_` : name;
  const setter = (parameterType: string, expression: string): MethodView => ({
    signature: setterSignature(held, `${parameterType} ${parameter}`),
    statement: halves(12, `this.${name} =`, `${expression};`),
  });
  const notNull = `${file.library("Objects")}.requireNonNull(${parameter}, "${name}")`;
  if (isRequired && !isNullable) {
    if (primitive !== undefined) return [setter(primitive, store?.of(parameter) ?? parameter)];
    return [setter(value, store?.of(parameter) ?? notNull)];
  }
  const stored = store === undefined ? parameter : `${parameter} == null ? null : ${store.of(parameter)}`;
  if (!isNullable) return [setter(orNull(value, file), stored)];
  const nullable = nullableOf(held);
  const plain = setter(orNull(value, file), `${nullable}.of(${stored})`);
  if (isRequired) return [plain];
  const copied = store === undefined ? notNull : `${file.library("Copies")}.nullable(${parameter}, ${store.reference})`;
  return [plain, setter(`${nullable}<${value}>`, copied)];
}

function setterSignature({ name, file }: HeldField, parameter: string): string {
  return list(8, `public ${file.builder} ${name}(`, [parameter], ") {");
}

function equality(held: HeldField): string {
  const { name, file } = held;
  const primitive = primitiveOf(held);
  if (primitive === "double") return `&& ${file.library("Double")}.compare(this.${name}, that.${name}) == 0`;
  if (primitive !== undefined) return `&& this.${name} == that.${name}`;
  return list(16, `&& ${file.library("Objects")}.equals(`, [`this.${name}`, `that.${name}`], ")");
}
