/** The field that tells the members of a union apart. */
import type { Entry } from "../shape/shape.js";
import { keySpan, spanOf } from "./context.js";
import type { Context } from "./context.js";
import type { TypeSource } from "./source.js";
import type { Discriminator, Field, Model, TagKind, Union, UnionMember } from "./spec.js";
import { isTag, tagKindOf } from "./tags.js";
import type { TypeExpression } from "./type-syntax.js";

interface Mapped {
  readonly entry: Entry<TypeExpression>;
  readonly model: Model | undefined;
}

/**
 * The discriminator of a union whose models have all their fields. Without a mapping, the values of a member are those its
 * field allows if it is a constant or a closed enum, else the member's name. Without anything said, a field that every
 * member requires to be another constant does it. Reports members that are no models, lack the field, hold something in it
 * that tells nothing apart, or get no value, one that another has, or one that the field cannot hold.
 */
export function discriminatorOf(
  union: Union,
  source: TypeSource,
  mapped: readonly Mapped[],
  file: string,
  context: Context,
): Discriminator | undefined {
  const field = source.discriminator?.value.field;
  if (field === undefined) return source.discriminator === undefined ? discriminatorByConstants(union) : undefined;
  const members = union.members.flatMap((member) => modelOf(member, field, context));
  const kind = kindOf(members, field.value, context);
  const mapping =
    mapped.length === 0
      ? derivedMapping(members, field.value, kind, context)
      : writtenMapping(members, mapped, field.value, kind, file, context);
  return { field: field.value, kind: kind ?? "string", mapping };
}

interface ModelMember {
  readonly model: Model;
  readonly member: UnionMember;
}

function modelOf(member: UnionMember, field: Entry<string>, { report }: Context): readonly ModelMember[] {
  const { type, span } = member;
  if (type.kind !== "reference" || type.to.kind !== "model") {
    report("invalid-type", "In a union with a discriminator every member must be a model", span);
    return [];
  }
  if (!type.to.fields.some((each) => each.name === field.value)) {
    const message = `"${type.to.name}" has no field "${field.value}", which the discriminator needs`;
    report("missing-key", message, span, {
      related: [{ message: `"${type.to.name}" is written here`, span: type.to.span }],
    });
  }
  return [{ model: type.to, member }];
}

/** What kind of values the members hold in the field; undefined where that is reported. */
function kindOf(members: readonly ModelMember[], name: string, { report }: Context): TagKind | undefined {
  const holders = members.flatMap(({ model, member }): Holder[] => {
    const field = fieldOf(model, name);
    return field === undefined ? [] : [{ model, member, field, kind: tagKindOf(field.type) }];
  });
  const first = holders.find(({ kind }) => kind !== undefined);
  const wrong = holders.filter(({ kind }) => kind === undefined || kind !== first?.kind);
  for (const each of wrong) {
    const related = [{ message: `"${name}" is written here`, span: each.field.span }];
    report("invalid-type", kindProblem(each, first, name), each.member.span, { related });
  }
  return wrong.length === 0 ? first?.kind : undefined;
}

/** A model with the field. */
interface Holder extends ModelMember {
  readonly field: Field;
  readonly kind: TagKind | undefined;
}

function kindProblem({ model, kind }: Holder, other: Holder | undefined, name: string): string {
  if (kind === undefined || other?.kind === undefined) {
    return `"${name}" of "${model.name}" must be a text, a whole number or a boolean to tell members apart`;
  }
  return `"${name}" is ${kindTitles[kind]} in "${model.name}" but ${kindTitles[other.kind]} in "${other.model.name}"`;
}

const kindTitles: Readonly<Record<TagKind, string>> = {
  string: "a text",
  integer: "a whole number",
  boolean: "a boolean",
};

/** What a tag must be, if it is not. */
function tagProblem(tag: string, kind: TagKind | undefined, name: string): string | undefined {
  if (kind === undefined || isTag(tag, kind)) return undefined;
  return `"${tag}" is not ${kind === "integer" ? "a whole number of 64 bits" : "true or false"}, as "${name}" must be`;
}

function discriminatorByConstants({ members }: Union): Discriminator | undefined {
  const models = members.flatMap(({ type }) => (type.kind === "reference" && type.to.kind === "model" ? type.to : []));
  if (models.length < members.length) return undefined;
  for (const { name } of models[0]?.fields ?? []) {
    const mapping = new Map(
      models.flatMap((model): [string, Model][] => {
        const field = fieldOf(model, name);
        const value =
          field?.type.kind === "constant" && field.required && !field.nullable ? field.type.value : undefined;
        return typeof value === "string" ? [[value, model]] : [];
      }),
    );
    if (mapping.size === models.length) return { field: name, kind: "string", mapping };
  }
  return undefined;
}

function derivedMapping(
  members: readonly ModelMember[],
  field: string,
  kind: TagKind | undefined,
  { report }: Context,
): ReadonlyMap<string, Model> {
  const mapping = new Map<string, Model>();
  for (const { model, member } of members) {
    for (const value of valuesOf(fieldOf(model, field)) ?? [model.name]) {
      const other = mapping.get(value);
      const problem = tagProblem(value, kind, field);
      const hint = 'a "mapping" says which values stand for a member';
      if (problem !== undefined) report("invalid-value", problem, member.span, { hint });
      else if (other === undefined) mapping.set(value, model);
      else report("invalid-value", `"${field}" is "${value}" in "${other.name}" and in "${model.name}"`, member.span);
    }
  }
  return mapping;
}

function writtenMapping(
  members: readonly ModelMember[],
  mapped: readonly Mapped[],
  field: string,
  kind: TagKind | undefined,
  file: string,
  { report }: Context,
): ReadonlyMap<string, Model> {
  const mapping = new Map<string, Model>();
  for (const { entry, model } of mapped) {
    const problem = tagProblem(entry.key, kind, field);
    if (problem !== undefined) report("invalid-value", problem, keySpan(file, entry));
    if (model === undefined) continue;
    if (members.some((each) => each.model === model)) mapping.set(entry.key, model);
    else report("invalid-value", `"${model.name}" is not a member of this union`, spanOf(file, entry));
  }
  const values = new Set(mapping.values());
  for (const { model, member } of members) {
    if (values.has(model)) continue;
    const first = mapped[0]!;
    const related = [{ message: "the mapping begins here", span: keySpan(file, first.entry) }];
    report("invalid-value", `No value of the discriminator stands for "${model.name}"`, member.span, { related });
  }
  return mapping;
}

function fieldOf({ fields }: Model, name: string): Field | undefined {
  return fields.find((each) => each.name === name);
}

/** The texts that a field may hold, if they are known. */
function valuesOf(field: Field | undefined): readonly string[] | undefined {
  if (field?.type.kind === "constant") return [String(field.type.value)];
  if (field?.type.kind !== "reference" || field.type.to.kind !== "enum" || field.type.to.open) return undefined;
  return field.type.to.values.map((each) => String(each.value));
}
