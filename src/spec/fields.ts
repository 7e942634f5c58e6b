/** Facts about a field that every language asks for. */
import type { Field } from "./spec.js";

/** Whether a person who builds the model must give the field: a default takes that away (format §5, §6). */
export function isRequired(field: Field): boolean {
  return field.required && field.default === undefined;
}
