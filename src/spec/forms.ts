/** The form of a source: what its keys declare it to be. */
import type { Entry } from "../shape/shape.js";
import type { TypeSource } from "./source.js";
import type { TypeExpression } from "./type-syntax.js";

export type Form = "model" | "enum" | "union" | "constant" | "array" | "tuple" | "map" | "expression" | "none";

/** The form of a source, and its `type` if that contradicts the form. */
export function formOf(source: TypeSource): {
  readonly form: Form;
  readonly misfit: Entry<TypeExpression> | undefined;
} {
  const word = source.type === undefined ? undefined : wordOf(source.type.value);
  const form = formByKeys(source, word);
  const allowed = allowedTypes[form];
  const fits = source.type === undefined || allowed === undefined || (word !== undefined && allowed.includes(word));
  return { form, misfit: fits ? undefined : source.type };
}

/** Whether a type expression ends in `?`. */
export function isMarkedNullable(source: TypeSource): boolean {
  return source.type?.value.kind === "nullable";
}

/** A type expression without `?` at its end. */
export function withoutMark(type: TypeExpression): TypeExpression {
  return type.kind === "nullable" ? type.of : type;
}

function formByKeys(source: TypeSource, word: string | undefined): Form {
  if (source.enum !== undefined) return "enum";
  if (source.oneOf !== undefined) return "union";
  if (source.const !== undefined) return "constant";
  if (source.fields ?? source.extends ?? source.additionalProperties ?? derivationKeyOf(source)) return "model";
  if (source.items !== undefined) return "array";
  if (source.tuple !== undefined) return "tuple";
  if (source.values !== undefined) return "map";
  if (word === "object") return "model";
  if (word === "array" || word === "map") return word;
  return source.type === undefined ? "none" : "expression";
}

function derivationKeyOf({ from, pick, omit, partial }: TypeSource): Entry<unknown> | undefined {
  return from ?? pick ?? omit ?? partial;
}

/** The values of `type` that agree with the keys of a form. */
const allowedTypes: Readonly<Partial<Record<Form, readonly string[]>>> = {
  model: ["object"],
  enum: ["string", "integer", "int32", "long"],
  union: [],
  constant: ["string", "boolean", "integer", "int32", "long", "number", "float"],
  array: ["array"],
  tuple: ["array"],
  map: ["map"],
};

function wordOf(type: TypeExpression): string | undefined {
  const inner = withoutMark(type);
  return inner.kind === "name" ? inner.name : undefined;
}
