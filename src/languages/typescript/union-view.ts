/** What the template `union` sees. */
import type { Definition, Model, Union } from "../../spec/spec.js";
import { comment, type CommentView } from "./comments.js";
import { atom, call, type Expression } from "./expressions.js";
import { lay } from "./layout.js";
import { quoted } from "./literals.js";
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

/** The field that tells the members of a union apart, and what it says of each. */
interface Tags {
  readonly key: string;
  readonly models: ReadonlyMap<string, Model>;
}

/** A union has tags by its discriminator, or where all members are models with a constant of their own in one field. */
function tagsOf({ discriminator, members }: Union): Tags | undefined {
  if (discriminator !== undefined) return { key: discriminator.field, models: discriminator.mapping };
  const models = members.flatMap(({ type }) => (type.kind === "reference" ? modelOf(type.to) : []));
  const [first] = models;
  if (first === undefined || models.length < members.length) return undefined;
  const candidates = [...constantsOf(first).keys()];
  return candidates.map((key) => constantTags(key, models)).find((tags) => tags !== undefined);
}

function modelOf(definition: Definition): readonly Model[] {
  return definition.kind === "model" ? [definition] : [];
}

function constantTags(key: string, models: readonly Model[]): Tags | undefined {
  const tagged = new Map<string, Model>();
  for (const model of models) {
    const value = constantsOf(model).get(key);
    if (value !== undefined) tagged.set(value, model);
  }
  return tagged.size === models.length ? { key, models: tagged } : undefined;
}

/** The constant texts that a model must have, by the names of their fields in JSON. */
function constantsOf({ fields }: Model): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap(({ name, type, required, nullable }) =>
      type.kind === "constant" && typeof type.value === "string" && required && !nullable ? [[name, type.value]] : [],
    ),
  );
}

function byTag({ key, models }: Tags, name: string, scope: Scope): Expression {
  const variants = [...models].map(([tag, model]) =>
    call("t.variant", atom(quoted(tag), "string"), call("t.model", atom(scope.nameOf(model)))),
  );
  return call(`t.byTag<${name}>`, atom(quoted(key), "string"), ...variants);
}

function byShape({ members }: Union, name: string, scope: Scope): Expression {
  return call(`t.byShape<${name}>`, ...members.map(({ type }) => typeReader(type, scope)));
}

/**
 * What is none of the members. Where they all have the tag as a property, it can be told from them by that, unless its own
 * property has the same name.
 */
function unknownType(tags: Tags | undefined, names: TypeScriptNames): TypeExpression {
  const models = new Set(tags?.models.values());
  const properties = new Set([...models].map((model) => propertyOf(tags?.key, model, names)));
  const [property] = properties;
  if (properties.size !== 1 || property === undefined || property === "json") return reference("t.UnknownMember");
  return generic("t.UnknownVariant", keyword(quoted(property)));
}

function propertyOf(key: string | undefined, model: Model, names: TypeScriptNames): string | undefined {
  const field = model.fields.find(({ name }) => name === key);
  return field === undefined ? undefined : names.fieldName(field);
}
