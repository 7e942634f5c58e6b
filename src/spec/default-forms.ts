/** Decimals inside defaults, in the form that their type declares, as no program reads them one by one. */
import { isJsonArray, isJsonObject, type Json } from "../text/json.js";
import type { Definition, Field, Model, Type } from "./spec.js";

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
  switch (type.kind) {
    case "scalar":
      if (type.scalar === "decimal") return isNumber(value) ? plainDigits(String(value)) : value;
      return type.scalar === "decimal as number" ? numberOf(value) : value;
    case "array":
      return isJsonArray(value) ? value.map((item) => inDeclaredForm(item, type.items.type)) : value;
    case "tuple":
      return isJsonArray(value) ? type.items.map((item, at) => inDeclaredForm(value[at]!, item.type)) : value;
    case "map":
      return mapped(value, () => type.values.type);
    case "reference": {
      const { to } = type;
      if (to.kind !== "model") return value;
      return mapped(value, (key) => to.fields.find(({ name }) => name === key)?.type);
    }
    case "constant":
      return value;
  }
}

function mapped(value: Json, typeOf: (key: string) => Type | undefined): Json {
  if (!isJsonObject(value)) return value;
  return new Map(
    [...value].map(([key, each]) => {
      const type = typeOf(key);
      return [key, type === undefined ? each : inDeclaredForm(each, type)];
    }),
  );
}

function isNumber(value: Json): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** The number, unless JavaScript would round it. */
function numberOf(value: Json): Json {
  const isExact = typeof value === "string" && String(Number(value)) === value;
  return isExact ? Number(value) : value;
}

/** `1e+30` without an exponent. */
function plainDigits(text: string): string {
  const [, sign = "", whole = "", fraction = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/.exec(text) ?? [];
  if (power === "0") return text;
  const point = whole.length + Number(power);
  const digits = (whole + fraction).padEnd(point, "0");
  return point > 0 ? `${sign}${digits.slice(0, point)}` : `${sign}0.${"0".repeat(-point)}${digits}`;
}
