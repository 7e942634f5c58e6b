/** The view of the template `interfaces/union`. */
import type { Field, Type, Union } from "../../spec/spec.js";
import { type Tags, tagsOf, tagsOfMember } from "../../spec/union-tags.js";
import { runtime } from "./dialect.js";
import { atom, call } from "./expressions.js";
import { literal, quoted } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { type FunctionsView, functionsView } from "./readers-view.js";
import type { Scope } from "./scope.js";
import { generic, keyword, type TypeExpression, union } from "./type-expressions.js";
import { enumReader, typesIn } from "./types.js";
import { type MembersView, membersView } from "./union-view.js";

export type PlainUnionView = MembersView & { readonly functions: FunctionsView };

export function plainUnionView(definition: Union, scope: Scope, names: TypeScriptNames): PlainUnionView {
  const name = names.className(definition);
  const tags = tagsOf(definition);
  const types = typesIn(scope, names);
  const held = definition.members.map(({ type }) => tagged(types.member(type), type, "varies", tags, names));
  const given = definition.members.map(({ type }) => tagged(types.givenMember(type), type, "constant", tags, names));
  return Object.assign(membersView(definition, { held, given }, scope, names), {
    functions: functionsView(name, call(runtime("union"), atom(name)), "unknown"),
  });
}

/**
 * The type of a member, with the tag property narrowed to the member's tags, so that it discriminates the union. A constant
 * property discriminates by itself, but is optional in other contexts.
 *
 * @param which the properties to narrow
 */
function tagged(
  spelled: TypeExpression,
  type: Type,
  which: "constant" | "varies",
  tags: Tags | undefined,
  names: TypeScriptNames,
): TypeExpression {
  if (tags === undefined || type.kind !== "reference" || type.to.kind !== "model") return spelled;
  const field = type.to.fields.find(({ name }) => name === tags.field);
  if (field === undefined || (field.type.kind === "constant") !== (which === "constant")) return spelled;
  const literals = tagsOfMember(tags, type).map((tag) => keyword(tagLiteral(tag, tags, field, names)));
  return generic(runtime("Tagged"), spelled, keyword(quoted(names.fieldName(field))), union(literals));
}

/** A tag as the field stores it. */
function tagLiteral(tag: string, { kind }: Tags, { type }: Field, { scalars }: TypeScriptNames): string {
  if (type.kind === "constant") return literal(type.value).flat;
  if (kind === "string") return quoted(tag);
  if (kind === "boolean") return tag;
  if (type.kind === "reference" && type.to.kind === "enum") return enumReader(type.to) === "long" ? `${tag}n` : tag;
  if (type.kind !== "scalar" || type.scalar !== "long") return tag;
  return { bigint: `${tag}n`, string: quoted(tag) }[scalars.long.type.flat] ?? tag;
}
