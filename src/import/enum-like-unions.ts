/** Unions that describe an enum. */
import type { Declaration, EnumValue, Schema, Type } from "./schema.js";

/** Constants that are all strings or all integers: an enum whose values have titles and descriptions. */
export function enumOfConstants(
  members: readonly Schema[],
  naming: Pick<Declaration, "title" | "notes" | "place">,
): Type | undefined {
  const values = members.flatMap(({ type, notes, place }): EnumValue[] => {
    if (type.kind !== "constant") return [];
    return [{ value: type.value, name: place.get("title")?.text, description: notes.description }];
  });
  const kinds = new Set(
    values.map(({ value }) => (Number.isSafeInteger(value.scalar) ? "whole" : typeof value.scalar)),
  );
  const isEnum = values.length === members.length && kinds.size === 1 && (kinds.has("string") || kinds.has("whole"));
  return isEnum ? { kind: "enum", open: false, values, ...naming } : undefined;
}

/** An enum or any other string: an open enum. */
export function openEnum(members: readonly Schema[]): Type | undefined {
  const types = members.map((each) => each.type);
  const known = types.find((each) => each.kind === "enum");
  const rest = types.find((each) => each.kind === "scalar" && each.scalar === "string" && each.constraints.size === 0);
  if (
    types.length !== 2 ||
    known === undefined ||
    rest === undefined ||
    typeof known.values[0]?.value.scalar !== "string"
  )
    return undefined;
  return { ...known, open: true };
}
