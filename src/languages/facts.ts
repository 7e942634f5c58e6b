/**
 * The facts that class templates of every language may use, under the same keys everywhere: what a model, field, enum or union
 * is, in addition to the code that the shipped templates print. Strings are plain text as the author wrote it; `literals` has
 * the string literals for code, and `comment`, `commentLines` and `deprecation` have text that is safe in comments.
 */
import type { Piece } from "../code/code.js";
import { deprecationText } from "../docs/texts.js";
import type { NamedField, NamedValue } from "../names/rules.js";
import { isRequired } from "../spec/fields.js";
import type { Constraints, Documented, Enum, Model, Type, Union, UnionMember } from "../spec/spec.js";
import { tagValue } from "../spec/given-tags.js";
import { tagsOf, tagsOfMember } from "../spec/union-tags.js";

/** How a language writes the values in the facts. */
export interface FactWriter {
  /** A string literal. */
  string(text: string): Piece;
  /** A string, number or boolean of the spec as a literal. */
  value(value: string | number | bigint | boolean): Piece;
  /** A string as lines that are safe in any kind of comment. */
  commentLines(text: string): readonly string[];
}

export type DocumentedFacts = {
  readonly description: string;
  readonly commentLines: readonly string[];
  readonly isDeprecated: boolean;
  /** The reason and the replacement: sentences on one line that is safe in any kind of comment. */
  readonly deprecation: string;
};

export type FieldFacts = DocumentedFacts & {
  readonly name: string;
  readonly jsonName: string;
  readonly type: Piece;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  readonly hasDefault: boolean;
  readonly default: Piece;
  readonly hasConstraints: boolean;
  readonly constraints: ConstraintFacts;
  readonly literals: { readonly jsonName: Piece; readonly description: Piece; readonly pattern: Piece };
};

/** The constraints as strings, under their names in a spec; "" for constraints that the field does not have. */
export type ConstraintFacts = { readonly [Name in Exclude<keyof Constraints, "uniqueItems">]-?: string } & {
  readonly uniqueItems: boolean;
};

export type ValueFacts = DocumentedFacts & {
  readonly name: string;
  readonly value: string;
  readonly literal: Piece;
};

export type MemberFacts = {
  readonly type: Piece;
  readonly description: string;
  readonly commentLines: readonly string[];
  /** The values of the tag field for this member; empty without a tag field. */
  readonly tags: readonly { readonly tag: string; readonly literal: Piece }[];
};

/** @param spelling the field's type in the language, and its default if it has one */
export function fieldFacts(
  { name, field }: NamedField,
  spelling: { readonly type: Piece; readonly default?: Piece | undefined },
  writer: FactWriter,
): FieldFacts {
  const constraints = constraintsOf(field.type);
  const { description, commentLines, isDeprecated, deprecation } = documentedFacts(field, writer);
  // One literal: there is one such object per field, and V8 makes objects slow if they are merged from others with many keys.
  return {
    description,
    commentLines,
    isDeprecated,
    deprecation,
    name,
    jsonName: field.name,
    type: spelling.type,
    isRequired: isRequired(field),
    isNullable: field.nullable,
    isReadOnly: field.readOnly,
    isWriteOnly: field.writeOnly,
    hasDefault: spelling.default !== undefined,
    default: spelling.default ?? "",
    hasConstraints: constraints !== unconstrained,
    constraints: constraints === unconstrained ? noConstraints : constraintFacts(constraints),
    literals: {
      jsonName: writer.string(field.name),
      description: writer.string(field.description ?? ""),
      pattern: constraints.pattern === undefined ? "" : writer.string(constraints.pattern),
    },
  };
}

export function documentedFacts(
  { description = "", deprecated }: Pick<Documented, "description" | "deprecated">,
  writer: FactWriter,
): DocumentedFacts {
  return {
    description,
    commentLines: description === "" ? [] : writer.commentLines(description),
    isDeprecated: deprecated !== undefined,
    deprecation: deprecated === undefined ? "" : writer.commentLines(deprecationText(deprecated)).join(" "),
  };
}

export function modelFacts(model: Model, writer: FactWriter): DocumentedFacts & { readonly isAbstract: boolean } {
  return Object.assign(documentedFacts(model, writer), { isAbstract: model.abstract });
}

export function enumFacts(
  definition: Enum,
  members: readonly NamedValue[],
  writer: FactWriter,
): DocumentedFacts & { readonly isOpen: boolean; readonly values: readonly ValueFacts[] } {
  return Object.assign(documentedFacts(definition, writer), {
    isOpen: definition.open,
    values: members.map(({ name, value }) =>
      Object.assign(documentedFacts(value, writer), {
        name,
        value: String(value.value),
        literal: writer.value(value.value),
      }),
    ),
  });
}

/** @param typeOf a member's type in the language */
export function unionFacts(
  definition: Union,
  typeOf: (member: UnionMember) => Piece,
  writer: FactWriter,
): DocumentedFacts & {
  readonly hasTags: boolean;
  readonly tagField: string;
  readonly memberTypes: readonly MemberFacts[];
} {
  const tags = tagsOf(definition);
  const factsOf = (tag: string): MemberFacts["tags"][number] => {
    return { tag, literal: writer.value(tagValue(tag, tags?.kind)) };
  };
  return Object.assign(documentedFacts(definition, writer), {
    hasTags: tags !== undefined,
    tagField: tags?.field ?? "",
    memberTypes: definition.members.map((member) => ({
      type: typeOf(member),
      description: member.description ?? "",
      commentLines: member.description === undefined ? [] : writer.commentLines(member.description),
      tags: tagsOfMember(tags, member.type).map(factsOf),
    })),
  });
}

const unconstrained: Constraints = {};

function constraintsOf(type: Type): Constraints {
  if (!("constraints" in type)) return unconstrained;
  return Object.keys(type.constraints).length === 0 ? unconstrained : type.constraints;
}

const noConstraints: ConstraintFacts = {
  minLength: "",
  maxLength: "",
  pattern: "",
  minimum: "",
  maximum: "",
  exclusiveMinimum: "",
  exclusiveMaximum: "",
  multipleOf: "",
  minItems: "",
  maxItems: "",
  uniqueItems: false,
  minProperties: "",
  maxProperties: "",
};

function constraintFacts({ uniqueItems = false, ...others }: Constraints): ConstraintFacts {
  const texts = Object.entries(others).map(([name, value]) => [name, String(value)]);
  return Object.assign({}, noConstraints, Object.fromEntries(texts), { uniqueItems }) as ConstraintFacts;
}
