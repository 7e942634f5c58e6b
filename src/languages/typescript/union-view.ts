/** The view of the template `union`. */
import type { Block } from "../../code/blocks.js";
import type { Code } from "../../code/code.js";
import type { Model, TagKind, Union } from "../../spec/spec.js";
import { inReadingOrder } from "../../spec/reading-order.js";
import { modelsIn, type Tags, tagsOf } from "../../spec/union-tags.js";
import { unionFacts } from "../facts.js";
import { comment } from "./comments.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression } from "./expressions.js";
import { type FormerName, formerNames } from "./former-names.js";
import { literal, quoted } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { type ReadersView, unionReaders } from "./readers-view.js";
import type { Scope } from "./scope.js";
import { alias, generic, keyword, reference, type TypeExpression, union } from "./type-expressions.js";
import { type Types, typesIn } from "./types.js";
import { writer } from "./writer.js";

export type MembersView = ReturnType<typeof unionFacts> & {
  readonly name: string;
  readonly comment: Block;
  /** `export type Pet = …`, and `type Init = …` for the values that callers may pass. */
  readonly typeDeclaration: Code;
  readonly initDeclaration: Code;
  /** The runtime value that determines the member of a value. */
  readonly reader: Code;
  readonly formerNames: readonly FormerName[];
};

export type UnionView = MembersView & { readonly readers: ReadersView };

export function unionView(definition: Union, scope: Scope, names: TypeScriptNames): UnionView {
  const name = names.className(definition);
  const types = typesIn(scope, names);
  const held = definition.members.map(({ type }) => types.member(type));
  const given = definition.members.map(({ type }) => types.givenMember(type));
  return Object.assign(membersView(definition, { held, given }, scope, names), { readers: unionReaders(name) });
}

/**
 * The part of the view that all styles share. `held` has the members' types as models store them, `given` as callers pass
 * them.
 */
export function membersView(
  definition: Union,
  { held, given }: Readonly<Record<"held" | "given", readonly TypeExpression[]>>,
  scope: Scope,
  names: TypeScriptNames,
): MembersView {
  const name = names.className(definition);
  const tags = tagsOf(definition);
  const unknown = unknownType(tags, names);
  const facts = unionFacts(definition, (member) => held[definition.members.indexOf(member)]!, writer);
  const types = typesIn(scope, names);
  return Object.assign(facts, {
    name,
    comment: comment(facts, definition),
    typeDeclaration: alias(`export type ${name}`, union([...held, unknown])),
    initDeclaration: alias("type Init", union([...given, unknown])),
    reader: tags === undefined ? byShape(definition, name, types) : byTag(tags, name, scope),
    formerNames: formerNames(definition, names),
  });
}

function byTag({ field, otherFields, kind, members, former }: Tags, name: string, scope: Scope): Expression {
  const variants = [...members, ...former].map(([tag, member]) =>
    call(runtime("variant"), tagLiteral(tag, kind), call(runtime(member.kind), atom(scope.nameOf(member)))),
  );
  const key = otherFields.length === 0 ? literal(field) : literal([field, ...otherFields]);
  return call(runtime(`byTag<${name}>`), key, ...variants);
}

function tagLiteral(tag: string, kind: TagKind): Expression {
  if (kind === "boolean") return literal(tag === "true");
  return literal(kind === "integer" ? BigInt(tag) : tag);
}

function byShape(union: Union, name: string, types: Types): Expression {
  return call(runtime(`byShape<${name}>`), ...inReadingOrder(union).map(({ type }) => types.memberReader(type)));
}

/**
 * The type of an unknown member. If all members have the tag as a property, that property distinguishes them from it, unless
 * one of its own properties has the same name.
 */
export function unknownType(tags: Tags | undefined, names: TypeScriptNames): TypeExpression {
  const models = new Set(tags?.members.flatMap(([, member]) => modelsIn(member)));
  const properties = new Set([...models].map((model) => propertyOf(tags?.field, model, names)));
  const [property] = properties;
  if (properties.size !== 1 || property === undefined || property === "json") {
    return reference(runtime("UnknownMember"));
  }
  return generic(runtime("UnknownVariant"), keyword(quoted(property)));
}

function propertyOf(key: string | undefined, model: Model, names: TypeScriptNames): string | undefined {
  const field = model.fields.find(({ name }) => name === key);
  return field === undefined ? undefined : names.fieldName(field);
}
