/** Facts about a field that every language asks for. */
import type { Field } from "./spec.js";

/** Whether the field must be given to construct the model: it is required and has no default (format §5, §6). */
export function isRequired(field: Field): boolean {
  return field.required && field.default === undefined;
}
