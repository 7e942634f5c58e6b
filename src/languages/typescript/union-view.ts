/** What the template `union` sees. */
import type { Model, TagKind, Union } from "../../spec/spec.js";
import { type Tags, tagsOf } from "../../spec/union-tags.js";
import { comment, type CommentView } from "./comments.js";
import { atom, call, type Expression } from "./expressions.js";
import { lay } from "./layout.js";
import { literal, quoted } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { type ReadersView, readersView, returning } from "./readers-view.js";
import type { Scope } from "./scope.js";
import { alias, generic, keyword, reference, type TypeExpression, union } from "./type-expressions.js";
import { memberType, typeReader } from "./types.js";

export type UnionView = {
  readonly name: string;
  readonly comment: CommentView;
  /** `export type Pet = …;` */
  readonly type: string;
  /** `return …;` of the function that says how members are told apart */
  readonly members: string;
  readonly readers: ReadersView;
};

export function unionView(definition: Union, scope: Scope, names: TypeScriptNames): UnionView {
  const name = scope.nameOf(definition);
  const tags = tagsOf(definition);
  const members = definition.members.map(({ type }) => memberType(type, scope));
  return {
    name,
    comment: comment(0, definition),
    type: lay({ indent: 0, after: ";" }, alias(`export type ${name}`, union([...members, unknownType(tags, names)]))),
    members: returning(tags === undefined ? byShape(definition, name, scope) : byTag(tags, name, scope)),
    readers: readersView(name, call("t.union", atom(name)), ""),
  };
}

function byTag({ field, kind, models }: Tags, name: string, scope: Scope): Expression {
  const variants = models.map(([tag, model]) =>
    call("t.variant", tagLiteral(tag, kind), call("t.model", atom(scope.nameOf(model)))),
  );
  return call(`t.byTag<${name}>`, literal(field), ...variants);
}

function tagLiteral(tag: string, kind: TagKind): Expression {
  if (kind === "boolean") return literal(tag === "true");
  return literal(kind === "integer" ? BigInt(tag) : tag);
}

function byShape({ members }: Union, name: string, scope: Scope): Expression {
  return call(`t.byShape<${name}>`, ...members.map(({ type }) => typeReader(type, scope)));
}

/**
 * What is none of the members. Where they all have the tag as a property, it can be told from them by that, unless its own
 * property has the same name.
 */
function unknownType(tags: Tags | undefined, names: TypeScriptNames): TypeExpression {
  const models = new Set(tags?.models.map(([, model]) => model));
  const properties = new Set([...models].map((model) => propertyOf(tags?.field, model, names)));
  const [property] = properties;
  if (properties.size !== 1 || property === undefined || property === "json") return reference("t.UnknownMember");
  return generic("t.UnknownVariant", keyword(quoted(property)));
}

function propertyOf(key: string | undefined, model: Model, names: TypeScriptNames): string | undefined {
  const field = model.fields.find(({ name }) => name === key);
  return field === undefined ? undefined : names.fieldName(field);
}
