/** Functions to define shapes. */
import { withArticle } from "../diagnostics/wording.js";
import type { Json } from "../text/json.js";
import type {
  DictionaryShape,
  Entry,
  Key,
  ListShape,
  Located,
  ReadsAs,
  RecordShape,
  Rules,
  ScalarShape,
  Shape,
  SyntaxShape,
} from "./shape.js";

export const text: Shape<string> = { kind: "text" };
export const nonEmptyText: Shape<string> = {
  kind: "text",
  pattern: { regexp: /\S/u, title: "a non-empty string" },
};
export const flag: Shape<boolean> = { kind: "flag" };
export const any: Shape<Json> = { kind: "any" };
export const anyNumber: Shape<number | bigint> = { kind: "number" };
export const positiveNumber: Shape<number | bigint> = { kind: "number", exclusiveMinimum: 0 };
export const count: Shape<number> = { kind: "number", whole: true, minimum: 0 };

export function wholeFrom(minimum: number, maximum: number): Shape<number> {
  return { kind: "number", whole: true, minimum, maximum };
}

export function textLike(regexp: RegExp, title: string): Shape<string> {
  return { kind: "text", pattern: { regexp, title } };
}

/** A regular expression anchored at both ends. */
export function wholly(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, "u");
}

export function oneOfTexts<T extends string>(...values: readonly T[]): Shape<T> {
  return { kind: "text", values };
}

export function syntax<T>(how: Omit<SyntaxShape<T>, "kind">): Shape<T> {
  return { kind: "syntax", ...how };
}

export function scalarOf<T extends Json>(...of: ScalarShape["of"]): Shape<T> {
  return { kind: "scalar", of };
}

export function list<T>(items: Shape<T>, more: Omit<ListShape, "kind" | "items"> = {}): Shape<readonly Located<T>[]> {
  return { kind: "list", items, ...more };
}

export function dictionary<T>(
  values: Shape<T>,
  more: Omit<DictionaryShape, "kind" | "values"> = {},
): Shape<readonly Entry<T>[]> {
  return { kind: "dictionary", values, ...more };
}

/** The keys of a record that is read as a T. */
export type KeysOf<T> = { readonly [K in keyof T]-?: Key<ValueOf<NonNullable<T[K]>>> };
type ValueOf<E> = E extends Entry<infer V> ? V : never;

export function record<T>(
  name: string,
  doc: string,
  keys: KeysOf<T>,
  more: { readonly rules?: Rules; readonly short?: keyof T & string } & Pick<RecordShape, "content" | "foreign"> = {},
): RecordShape & ReadsAs<T> {
  const required = Object.entries<Key<unknown>>(keys).flatMap(([key, { required }]) => (required === true ? key : []));
  return { kind: "record", name, doc, keys, required, partial: false, rules: {}, ...more };
}

/** Keys that replace those of a T; null removes a key, unless null is a valid value of it. */
export type Changes<T> = { readonly [K in keyof T]?: T[K] | Entry<null> };

/** A change of a record: some of its keys, all of them optional and nullable. */
export function changesOf<T>(
  shape: RecordShape & ReadsAs<T>,
  without: readonly (keyof T & string)[],
): Shape<Changes<T>> {
  const keys = Object.entries(shape.keys).filter(([key]) => !(without as readonly string[]).includes(key));
  const optional = keys.map(([key, { shape, doc }]) => [key, { shape, doc }] as const);
  const name = `${shape.name} changes`;
  return {
    kind: "record",
    name,
    doc: `What changes of ${withArticle(shape.name)}.`,
    keys: Object.fromEntries(optional),
    required: [],
    rules: {},
    partial: true,
  };
}

export function either<T>(...options: readonly Shape<T>[]): Shape<T> {
  return { kind: "either", options };
}

export function variant<T>(
  name: string,
  by: string,
  variants: Readonly<Record<string, RecordShape & ReadsAs<T>>>,
): Shape<T> {
  return { kind: "variant", name, by, variants };
}

export function lazy<T>(shape: () => Shape<T>): Shape<T> {
  return { kind: "lazy", shape };
}
