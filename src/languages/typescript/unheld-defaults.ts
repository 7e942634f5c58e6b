/** Defaults that the types of a target cannot represent: with `int64: number`, reading would reject them. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/problem.js";
import type { Model, Slot, Spec } from "../../spec/spec.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { Scalars } from "./scalars.js";

/** An error for every field with such a default; models that inherit the field share it. */
export function unheldDefaults({ definitions }: Spec, scalars: Scalars): readonly Diagnostic[] {
  const fields = definitions.flatMap((each) => (each.kind === "model" ? each.fields : []));
  const found = new Map<string, Diagnostic>();
  for (const { default: value, span, ...slot } of fields) {
    const [unheld] = value === undefined ? [] : unheldIn(value, slot, scalars);
    if (unheld === undefined) continue;
    const mismatch = problem("default-mismatch", "int64", { value: String(unheld) });
    found.set(`${span.file}:${span.start}`, { ...mismatch, span });
  }
  return [...found.values()];
}

/** The parts of a value that its type cannot represent. A union value that no member can represent is an unknown member. */
function unheldIn(value: Json, { type }: Slot, scalars: Scalars): readonly Json[] {
  if (value === null) return [];
  switch (type.kind) {
    case "scalar":
      return scalars[type.scalar].holds(value) ? [] : [value];
    case "constant":
      return [];
    case "array":
      return isJsonArray(value) ? value.flatMap((each) => unheldIn(each, type.items, scalars)) : [];
    case "tuple":
      return isJsonArray(value) ? type.items.flatMap((item, at) => unheldIn(value[at]!, item, scalars)) : [];
    case "map":
      return isJsonObject(value) ? [...value.values()].flatMap((each) => unheldIn(each, type.values, scalars)) : [];
    case "reference":
      return type.to.kind === "model" && isJsonObject(value) ? unheldInModel(value, type.to, scalars) : [];
  }
}

function unheldInModel(value: JsonObject, { fields, additionalFields }: Model, scalars: Scalars): readonly Json[] {
  const slots = new Map<string, Slot>(fields.map((field) => [field.name, field]));
  const others = typeof additionalFields === "string" ? undefined : additionalFields;
  return [...value].flatMap(([key, each]) => {
    const slot = slots.get(key) ?? others;
    return slot === undefined ? [] : unheldIn(each, slot, scalars);
  });
}
