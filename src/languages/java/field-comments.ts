/** The Javadoc of the methods that return and set a field. */
import type { Block } from "../../code/blocks.js";
import { hasText, javadocBlock, quoted } from "./comments.js";
import type { Field } from "../../spec/spec.js";

/** A field, and what a model returns if it has no value. */
interface CommentedField {
  readonly field: Field;
  readonly isRequired: boolean;
  /** Whether null is a valid value. */
  readonly isNullable: boolean;
}

/** @param replacement the replacement of a deprecated field, as a Javadoc reference */
export function getterComment(held: CommentedField, replacement: string | undefined): Block {
  const { description, externalDocs, deprecated, name } = held.field;
  const without = returnedWithout(held);
  const isDescribed = hasText(description);
  return javadocBlock({
    description,
    externalDocs,
    deprecated,
    replacement,
    notes: isDescribed ? [] : [`{@return the field ${quoted(name)}${without}}`],
    tags: isDescribed ? [`@return the value${without}`] : [],
  });
}

/**
 * @param parameter the setter's parameter, and whether it is a `JsonNullable`
 * @param present the setter under its present name, if this is a former one
 */
export function setterComment(
  held: CommentedField,
  parameter: { readonly name: string; readonly isWrapped: boolean },
  replacement: string | undefined,
  present?: string,
): Block {
  const { name, deprecated } = held.field;
  const tags = [`@param ${parameter.name} the value${givenWithout(held, parameter.isWrapped)}`, "@return this builder"];
  if (present !== undefined) return formerComment(present, tags);
  return javadocBlock({ notes: [`Sets the field ${quoted(name)}.`], tags, deprecated, replacement });
}

/**
 * The comment of a member under a name that it had before.
 *
 * @param present the member under its present name, as a Javadoc reference
 */
export function formerComment(present: string, tags: readonly string[] = []): Block {
  return javadocBlock({ tags: [...tags, `@deprecated Use {@link ${present}}.`] });
}

/** What a getter returns if there is no value. */
function returnedWithout({ field, isRequired, isNullable }: CommentedField): string {
  if (isRequired) return field.nullable ? ", or empty if it is null" : isNullable ? ", or null" : "";
  if (field.nullable) return ", which may be null or absent";
  return isNullable ? ", or empty if it is null or absent" : ", or empty if it is absent";
}

/** What a setter takes to unset the value. */
function givenWithout({ isRequired, isNullable }: CommentedField, isWrapped: boolean): string {
  if (isWrapped) return ", which may be null or absent";
  if (isNullable) return ", or null";
  return isRequired ? "" : ", or null to leave the field out";
}
