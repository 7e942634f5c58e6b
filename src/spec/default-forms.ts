/** Decimals inside defaults, in the form that their type declares, as no program reads them one by one. */
import { isJsonArray, isJsonObject, type Json } from "../text/json.js";
import type { Definition, Field, Model, Scalar, Type } from "./spec.js";

/** Gives the decimals in the defaults of all models their declared form. */
export function declareForms(definitions: readonly Definition[]): void {
  for (const each of definitions) {
    if (each.kind !== "model" || !each.fields.some(hasParts)) continue;
    (each as { -readonly [Key in keyof Model]: Model[Key] }).fields = each.fields.map((field) =>
      hasParts(field) ? { ...field, default: inDeclaredForm(field.default!, field.type) } : field,
    );
  }
}

function hasParts({ default: value }: Field): boolean {
  return value !== undefined && (isJsonArray(value) || isJsonObject(value));
}

/** The same value with its decimals in the declared form. What a union holds stays as it is. */
function inDeclaredForm(value: Json, type: Type): Json {
  return foldValue<Json>(value, type, {
    single: (each, scalar) => {
      if (each === null || typeof each === "boolean") return each;
      if (scalar === "decimal") return plainDigits(String(each));
      return scalar === "decimal as number" ? numberOf(plainDigits(String(each))) : each;
    },
    array: (items) => items,
    object: (entries) => new Map(entries),
  });
}

export interface ValueFold<T> {
  /** @param scalar the built-in type of the value; undefined in a union and for anything else */
  single(value: string | number | bigint | boolean | null, scalar: Scalar | undefined): T;
  array(items: readonly T[]): T;
  object(entries: readonly (readonly [string, T])[]): T;
}

/** Converts a value of a type from the inside out. */
export function foldValue<T>(value: Json, type: Type | undefined, fold: ValueFold<T>): T {
  if (isJsonArray(value)) {
    return fold.array(value.map((item, at) => foldValue(item, itemAt(at, type), fold)));
  }
  if (!isJsonObject(value)) return fold.single(value, type?.kind === "scalar" ? type.scalar : undefined);
  return fold.object([...value].map(([key, each]) => [key, foldValue(each, typeAt(key, type), fold)] as const));
}

function itemAt(at: number, type: Type | undefined): Type | undefined {
  if (type?.kind === "tuple") return type.items[at]?.type;
  return type?.kind === "array" ? type.items.type : undefined;
}

/** The type of a value in a map or model. */
function typeAt(key: string, type: Type | undefined): Type | undefined {
  if (type?.kind === "map") return type.values.type;
  if (type?.kind !== "reference" || type.to.kind !== "model") return undefined;
  const { fields, additionalFields: others } = type.to;
  return fields.find(({ name }) => name === key)?.type ?? (typeof others === "object" ? others.type : undefined);
}

/** The number, unless a number of JavaScript is written with other digits. */
function numberOf(digits: string): string | number {
  return String(Number(digits)) === digits ? Number(digits) : digits;
}

/** The digits of a number without an exponent: those of `1e+30`. */
export function plainDigits(text: string): string {
  const [, sign = "", whole = "", fraction = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/i.exec(text) ?? [];
  if (power === "0") return text;
  const point = whole.length + Number(power);
  const digits = (whole + fraction).padEnd(point, "0");
  return point > 0 ? `${sign}${digits.slice(0, point)}` : `${sign}0.${"0".repeat(-point)}${digits}`;
}
