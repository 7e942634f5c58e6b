/** Whether a type allows a JSON value. */
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { expectedScalar, isLong } from "./scalar-fits.js";
import type { ArrayType, Enum, MapType, Model, Slot, TupleType, Type, Union } from "./spec.js";

export interface Misfit {
  /** The path in the value: `$.items[0]`. */
  readonly path: string;
  /** `a string`, `at most 3 items`. */
  readonly expected: string;
  /** The value that was found; undefined if it is missing. */
  readonly found: Json | undefined;
}

/**
 * The first part of a value that its type does not allow. Patterns are not tested: a regular expression can take
 * exponential time.
 */
export function misfit(value: Json, slot: Slot): Misfit | undefined {
  return brokenName(value, "$") ?? new Fitting().slot(value, slot, "$");
}

/** Lone surrogates: not every JSON parser accepts them. */
function brokenName(value: Json, path: string): Misfit | undefined {
  if (isJsonArray(value)) return first(value.entries(), ([index, item]) => brokenName(item, `${path}[${index}]`));
  if (!isJsonObject(value)) return undefined;
  return first(value, ([key, each]) => {
    if (!key.isWellFormed()) return { path, expected: "well-formed Unicode in all keys", found: value };
    return brokenName(each, member(path, key));
  });
}

/** Unions and values that are nested deeper are not checked. */
const deepest = 200;

class Fitting {
  /** Whether a value fits a union, so that no value is tried twice; false while it is being tried. */
  readonly #tried = new Map<Union, Map<Json, boolean>>();
  #depth = 0;

  slot(value: Json, { type, nullable }: Slot, path: string): Misfit | undefined {
    return value === null && nullable ? undefined : this.#type(value, type, path);
  }

  #type(value: Json, type: Type, path: string): Misfit | undefined {
    switch (type.kind) {
      case "scalar": {
        const expected = expectedScalar(value, type);
        return expected === undefined ? undefined : { path, expected, found: value };
      }
      case "constant":
        return value === type.value ? undefined : { path, expected: quoted(type.value), found: value };
      case "array":
        return this.#array(value, type, path);
      case "tuple":
        return this.#tuple(value, type, path);
      case "map":
        return this.#map(value, type, path);
      case "reference":
        if (type.to.kind === "model") return this.#model(value, type.to, path);
        return type.to.kind === "enum" ? misfitOfEnum(value, type.to, path) : this.#union(value, type.to, path);
    }
  }

  #tuple(value: Json, { items }: TupleType, path: string): Misfit | undefined {
    if (!isJsonArray(value) || value.length !== items.length) {
      return { path, expected: `a list of ${items.length === 1 ? "1 item" : `${items.length} items`}`, found: value };
    }
    return first(items.entries(), ([index, item]) => this.slot(value[index]!, item, `${path}[${index}]`));
  }

  #array(value: Json, { items, constraints }: ArrayType, path: string): Misfit | undefined {
    if (!isJsonArray(value)) return { path, expected: "a list", found: value };
    const { minItems = 0, maxItems = Infinity, uniqueItems = false } = constraints;
    if (value.length < minItems) return { path, expected: `at least ${counted(minItems, "item")}`, found: value };
    if (value.length > maxItems) return { path, expected: `at most ${counted(maxItems, "item")}`, found: value };
    const itemMisfit = first(value.entries(), ([index, item]) => this.slot(item, items, `${path}[${index}]`));
    if (itemMisfit !== undefined || !uniqueItems) return itemMisfit;
    const isRepeated = new Set(value.map(canonical)).size < value.length;
    return isRepeated ? { path, expected: "distinct items", found: value } : undefined;
  }

  #map(value: Json, { keys, values, constraints }: MapType, path: string): Misfit | undefined {
    if (!isJsonObject(value)) return { path, expected: "a mapping", found: value };
    const { minProperties = 0, maxProperties = Infinity } = constraints;
    if (value.size < minProperties)
      return { path, expected: `at least ${counted(minProperties, "key")}`, found: value };
    if (value.size > maxProperties) return { path, expected: `at most ${counted(maxProperties, "key")}`, found: value };
    return first(value, ([key, each]) => {
      const wrongKey = keys && misfitOfEnum(key, keys, member(path, key));
      return wrongKey ?? this.slot(each, values, member(path, key));
    });
  }

  #model(value: Json, model: Model, path: string): Misfit | undefined {
    if (!isJsonObject(value)) return { path, expected: "a mapping", found: value };
    const missing = model.fields.find((field) => field.required && !value.has(field.name));
    if (missing !== undefined) return { path: member(path, missing.name), expected: "a value", found: undefined };
    const fields = new Map(model.fields.map((field) => [field.name, field]));
    return first(value, ([key, each]) => {
      const slot = fields.get(key) ?? model.additionalFields;
      if (slot === "keep") return undefined;
      return slot === "reject"
        ? { path: member(path, key), expected: "no such field", found: each }
        : this.slot(each, slot, member(path, key));
    });
  }

  #union(value: Json, union: Union, path: string): Misfit | undefined {
    const { discriminator } = union;
    if (discriminator === undefined) {
      const expected = `a member of "${union.name}"`;
      return this.#fitsMember(value, union) ? undefined : { path, expected, found: value };
    }
    const key = isJsonObject(value) ? value.get(discriminator.field) : undefined;
    const to = discriminator.mapping.get(String(key));
    if (to !== undefined) return this.#type(value, { kind: "reference", to }, path);
    const expected = `a "${discriminator.field}" that names a member of "${union.name}"`;
    return { path, expected, found: value };
  }

  #fitsMember(value: Json, union: Union): boolean {
    const tried = this.#tried.get(union) ?? new Map<Json, boolean>();
    this.#tried.set(union, tried);
    const known = tried.get(value);
    if (known !== undefined) return known;
    tried.set(value, false);
    this.#depth++;
    const fits = this.#depth > deepest || union.members.some(({ type }) => this.#type(value, type, "$") === undefined);
    this.#depth--;
    tried.set(value, fits);
    return fits;
  }
}

function misfitOfEnum(value: Json, { base, open, values }: Enum, path: string): Misfit | undefined {
  if (base === "string" ? typeof value !== "string" : !isLong(value)) {
    return { path, expected: base === "string" ? "a string" : "a whole number of 64 bits", found: value };
  }
  if (open || values.some((each) => each.value === value)) return undefined;
  const some = values.slice(0, valuesListed).map((each) => quoted(each.value));
  return { path, expected: `one of ${some.join(", ")}${values.length > some.length ? ", …" : ""}`, found: value };
}

const valuesListed = 8;

function first<T>(values: Iterable<T>, problem: (value: T) => Misfit | undefined): Misfit | undefined {
  for (const value of values) {
    const found = problem(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function member(path: string, key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function quoted(value: string | number | bigint | boolean): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** The same string for equal values, whatever the order of their keys. */
function canonical(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonical).join()}]`;
  if (isJsonObject(value))
    return `{${[...(value as JsonObject)]
      .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
      .sort()
      .join()}}`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
