/** The names of the methods that return a model's fields (option `accessors`). */
import type { Target } from "../../config/config.js";
import { type LanguageOption, textOption } from "../../config/option.js";
import type { NamedField } from "../../names/rules.js";
import type { Field, Type } from "../../spec/spec.js";
import { isRequired } from "../../spec/fields.js";

export const accessorsOption: LanguageOption = {
  description:
    "How a class names the methods that return its fields: `city()`, or JavaBean getters such as `getCity()`.",
  default: "record",
  values: ["record", "bean"],
};

export interface AccessorStyle {
  /**
   * @param field the field, with its name in Java
   * @param capitalizedName the field's name after `get`, from `capitalizedNames`
   */
  accessor(field: NamedField, capitalizedName: string): string;
  /** The method that returns the undeclared fields. */
  readonly additional: string;
}

export function accessorStyle(target: Target): AccessorStyle {
  return textOption(target, "accessors") === "bean" ? beanStyle : recordStyle;
}

const recordStyle: AccessorStyle = {
  accessor: ({ name }) => name,
  additional: "additionalProperties",
};

const beanStyle: AccessorStyle = {
  accessor: ({ field }, capitalizedName) => `${isPrimitiveBoolean(field) ? "is" : "get"}${capitalizedName}`,
  additional: "getAdditionalProperties",
};

/** Whether the method returns a `boolean`: JavaBeans allow `is` for no other type. */
function isPrimitiveBoolean(field: Field): boolean {
  const { type, nullable } = field;
  const isBoolean = type.kind === "constant" ? typeof type.value === "boolean" : isScalarBoolean(type);
  return isBoolean && isRequired(field) && !nullable;
}

function isScalarBoolean(type: Type): boolean {
  return type.kind === "scalar" && type.scalar === "boolean";
}

/** Names that a field must not have after `get`: `getClass` is a method of every object. */
const takenNames = ["Class", "AdditionalProperties"];

/**
 * The fields' names after `get`, chosen so that `java.beans.Introspector` derives the field's name from them: `City`, `aName`,
 * `URL`. They are unique; on a clash, a name that begins with a capital letter changes.
 */
export function capitalizedNames(fields: readonly NamedField[]): readonly string[] {
  const natural = fields.map(({ name }) => name).filter((name) => !beginsWithCapital(name));
  const taken = new Set([...takenNames, ...natural.map(capitalized)]);
  return fields.map(({ name }) => {
    if (!beginsWithCapital(name)) return capitalized(name);
    let free = name;
    while (taken.has(free)) free += "_";
    taken.add(free);
    return free;
  });
}

function beginsWithCapital(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** JavaBeans keep the case of the first letter if a capital letter follows it. */
function capitalized(name: string): string {
  return /^.[A-Z]/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
