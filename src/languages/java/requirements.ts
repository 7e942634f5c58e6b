/** What a builder checks before it builds a model. */
import { commaSeparated, piece, type Piece } from "../../code/code.js";
import type { NamedField } from "../../names/rules.js";
import { isRequired } from "../../spec/fields.js";
import { foldType } from "../../spec/fold.js";
import type { Model, Type } from "../../spec/spec.js";
import { additionalSlot } from "./additional-view.js";
import { call } from "./dialect.js";
import type { ModelFile } from "./field-view.js";
import { textLiteral } from "./literals.js";
import type { FileNames } from "./scope.js";
import { constantValue } from "./values.js";

/** The calls on `Requirements` that check the required fields and constants of a model; empty if it has none. */
export function requirementsOf(model: Model, fields: readonly NamedField[], file: ModelFile): readonly Piece[] {
  const present = fields.flatMap(({ name, field }) => {
    return isRequired(field) ? [call(".present(", [textLiteral(field.name), `this.${name}`])] : [];
  });
  const constant = fields.flatMap(({ name, field }) => {
    const value = constantIn(field.type, file);
    return value === undefined ? [] : [call(".constant(", [textLiteral(field.name), `this.${name}`, value])];
  });
  const additional = additionalSlot(model.additionalFields);
  const value = additional && constantIn(additional.type, file);
  const constants = value === undefined ? [] : [call(".constant(", [`this.${file.additionalName}`, value])];
  return [...present, ...constant, ...constants];
}

/** The only value that a type allows, inside lists and maps too; of a tuple an array of those, null where any is allowed. */
export function constantIn(type: Type, names: Pick<FileNames, "library">): Piece | undefined {
  return foldType<Piece | undefined>(type, {
    scalar: () => undefined,
    constant: ({ value }) => constantValue(value, names),
    array: (items) => items,
    tuple: (items) =>
      items.every((item) => item === undefined)
        ? undefined
        : piece`new ${names.library("Object")}[] {${commaSeparated(items.map((item) => item ?? "null"))}}`,
    map: (values) => values,
    reference: () => undefined,
  });
}
