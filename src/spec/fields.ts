/** Facts about fields and values that every language asks for. */
import type { Enum, EnumValue, Field } from "./spec.js";

/** The names in JSON that are read if the field's own is missing, the first of them first. */
export function otherKeys({ renamedFrom = [], aliases = [] }: Field): readonly string[] {
  return [...renamedFrom, ...aliases];
}

/** Whether the field must be given to construct the model: it is required and has no default (format §5, §6). */
export function isRequired(field: Field): boolean {
  return field.required && field.default === undefined;
}

/** The values that an enum's values had before, with those that they have now. */
export function formerValues({
  values,
}: Enum): readonly (readonly [old: EnumValue["value"], now: EnumValue["value"]])[] {
  return values.flatMap(({ value, renamedFrom = [] }) => renamedFrom.map((old) => [old, value] as const));
}
