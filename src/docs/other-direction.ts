/** Examples are written for requests and responses alike: each direction shows them without the fields of the other. */
import type { Model, Type } from "../spec/spec.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../text/json.js";

/** The value without those fields; undefined if it contains a union with such fields, whose member is unknown. */
export function withoutOther(value: Json, type: Type): Json | undefined {
  switch (type.kind) {
    case "array":
      return isJsonArray(value) ? allOf(value.map((item) => withoutOther(item, type.items.type))) : value;
    case "tuple":
      return isJsonArray(value) ? allOf(type.items.map((item, at) => withoutOther(value[at]!, item.type))) : value;
    case "map":
      return isJsonObject(value) ? entriesOf(value, (_, each) => withoutOther(each, type.values.type)) : value;
    case "reference": {
      const { to } = type;
      if (to.direction === undefined || to.kind === "enum") return value;
      if (to.kind === "union") return undefined;
      return isJsonObject(value) ? fieldsOf(value, to) : value;
    }
    default:
      return value;
  }
}

function fieldsOf(value: JsonObject, { fields, additionalFields, direction }: Model): Json | undefined {
  const types = new Map(fields.map((field) => [field.name, field.type]));
  const other = direction?.other.kind === "model" ? direction.other.fields : [];
  const removed = new Set(other.map(({ name }) => name).filter((name) => !types.has(name)));
  const kept = new Map([...value].filter(([name]) => !removed.has(name)));
  return entriesOf(kept, (name, each) => {
    const type = types.get(name) ?? (typeof additionalFields === "object" ? additionalFields.type : undefined);
    return type === undefined ? each : withoutOther(each, type);
  });
}

function entriesOf(value: JsonObject, convert: (key: string, each: Json) => Json | undefined): Json | undefined {
  const values = allOf(Array.from(value, ([key, each]) => convert(key, each)));
  return values && new Map(Array.from(value.keys(), (key, at) => [key, values[at] ?? null]));
}

function allOf(values: readonly (Json | undefined)[]): readonly Json[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}
