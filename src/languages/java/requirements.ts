/** What a builder asks for, and what it begins with. */
import { isRequired } from "../../spec/fields.js";
import type { Model, Type } from "../../spec/spec.js";
import type { NamedField } from "../../names/rules.js";
import { additionalSlot } from "./additional-view.js";
import { isFixed, type ModelFile } from "./field-view.js";
import type { JavaFile } from "./file.js";
import { list } from "./layout.js";
import { textLiteral } from "./literals.js";
import { holdsNull } from "./types.js";
import { constantValue, slotValue } from "./values.js";

/** The statements that give what a model asks of its builder; none if it asks for nothing. */
export function requirementsOf(model: Model, fields: readonly NamedField[], file: ModelFile): readonly string[] {
  const calls = requirementCalls(model, fields, file);
  if (calls.length === 0) return [];
  const type = file.library("Requirements");
  const empty = `new ${type}(${file.self}.class)`;
  if (!file.isLarge) return [`return ${[empty, ...calls].join("\n                    ")};`];
  return [`${type} requirements = ${empty};`, ...calls.map((each) => `requirements${each};`), "return requirements;"];
}

/** One for each thing that is asked. */
function requirementCalls(model: Model, fields: readonly NamedField[], file: ModelFile): readonly string[] {
  const present = fields.flatMap(({ name, field }) => {
    return isRequired(field) ? [call("present", [textLiteral(field.name), `this.${name}`])] : [];
  });
  const constant = fields.flatMap(({ name, field }) => {
    const value = constantIn(field.type, file);
    return value === undefined ? [] : [call("constant", [textLiteral(field.name), `this.${name}`, value])];
  });
  const additional = additionalSlot(model.additionalFields);
  const value = additional && constantIn(additional.type, file);
  return [
    ...present,
    ...constant,
    ...(value === undefined ? [] : [call("constant", [`this.${file.additionalName}`, value])]),
  ];
}

/** What a person's builder has before anything is said: defaults, and what is always the same. */
export function defaultAssignments(fields: readonly NamedField[], file: ModelFile): readonly string[] {
  return fields.flatMap(({ name, field }) => {
    const { type } = field;
    const fixed = isFixed(field) && type.kind === "constant" ? constantValue(type.value, file) : undefined;
    const value = fixed ?? (field.default === undefined ? undefined : slotValue(field.default, field, file));
    if (value === undefined) return [];
    return [`builder.${name} = ${holdsNull(field) ? `${file.library("JsonNullable")}.of(${value})` : value};`];
  });
}

/** The value that a type allows alone, at whatever depth. */
export function constantIn(type: Type, file: JavaFile): string | undefined {
  if (type.kind === "constant") return constantValue(type.value, file);
  const slot = type.kind === "array" ? type.items : type.kind === "map" ? type.values : undefined;
  return slot && constantIn(slot.type, file);
}

function call(method: string, parameters: readonly string[]): string {
  return list(20, `.${method}(`, parameters, ")");
}
