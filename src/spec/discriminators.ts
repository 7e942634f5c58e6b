/** Discriminators: the field that distinguishes the members of a union. */
import { relatedPlace } from "../diagnostics/asides.js";
import { type Problem, problem } from "../diagnostics/problem.js";
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
 * The discriminator of a union whose models have all their fields. Without a mapping, the values of a member are those
 * that its field allows if it is a constant or a closed enum, else the member's name. Without `discriminator`, it is a
 * field that every member requires to be a different constant. Reports members that are not models, lack the field,
 * have a type in it that cannot hold tags, or have no value, the value of another member, or one that the field does
 * not allow.
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
    report(problem("invalid-type", "memberOfTagged"), span);
    return [];
  }
  if (!type.to.fields.some((each) => each.name === field.value)) {
    const { name } = type.to;
    report(problem("missing-key", "tagField", { model: name, field: field.value }), span, {
      related: [relatedPlace("definition", type.to.span, { name })],
    });
  }
  return [{ model: type.to, member }];
}

/** The kind of tags in the members' field; undefined if there is none, which is reported. */
function kindOf(members: readonly ModelMember[], name: string, { report }: Context): TagKind | undefined {
  const holders = members.flatMap(({ model, member }): Holder[] => {
    const field = fieldOf(model, name);
    return field === undefined ? [] : [{ model, member, field, kind: tagKindOf(field.type) }];
  });
  const first = holders.find(({ kind }) => kind !== undefined);
  const wrong = holders.filter(({ kind }) => kind === undefined || kind !== first?.kind);
  for (const each of wrong) {
    const related = [relatedPlace("definition", each.field.span, { name })];
    report(kindProblem(each, first, name), each.member.span, { related });
  }
  return wrong.length === 0 ? first?.kind : undefined;
}

/** A model and its field. */
interface Holder extends ModelMember {
  readonly field: Field;
  readonly kind: TagKind | undefined;
}

function kindProblem({ model, kind }: Holder, other: Holder | undefined, field: string): Problem {
  if (kind === undefined || other?.kind === undefined)
    return problem("invalid-type", "tagType", { field, model: model.name });
  const [title, otherTitle] = [kindTitles[kind], kindTitles[other.kind]];
  const where = { field, model: model.name, other: other.model.name };
  return problem("invalid-type", "tagTypes", { ...where, kind: title, otherKind: otherTitle });
}

const kindTitles: Readonly<Record<TagKind, string>> = {
  string: "a string",
  integer: "a whole number",
  boolean: "a boolean",
};

/** What a tag is expected to be; undefined if it is that. */
function tagProblem(
  tag: string,
  kind: TagKind | undefined,
  field: string,
  message: "tag" | "derivedTag",
): Problem | undefined {
  if (kind === undefined || isTag(tag, kind)) return undefined;
  const expected = kind === "integer" ? "a whole number of 64 bits" : "true or false";
  return problem("invalid-value", message, { expected, field, tag });
}

/** Without `discriminator`, a field that every member requires to be a different constant. */
export function discriminatorByConstants({ members }: Union): Discriminator | undefined {
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
      const wrong = tagProblem(value, kind, field, "derivedTag");
      if (wrong !== undefined) report(wrong, member.span);
      else if (other === undefined) mapping.set(value, model);
      else {
        const names = { field, value, first: other.name, second: model.name };
        report(problem("invalid-value", "repeatedTag", names), member.span);
      }
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
    const wrong = tagProblem(entry.key, kind, field, "tag");
    if (wrong !== undefined) report(wrong, keySpan(file, entry));
    if (model === undefined) continue;
    if (members.some((each) => each.model === model)) mapping.set(entry.key, model);
    else report(problem("invalid-value", "notAMember", { model: model.name }), spanOf(file, entry));
  }
  const values = new Set(mapping.values());
  for (const { model, member } of members) {
    if (values.has(model)) continue;
    const first = mapped[0]!;
    const related = [relatedPlace("mapping", keySpan(file, first.entry))];
    report(problem("invalid-value", "unmappedMember", { model: model.name }), member.span, { related });
  }
  return mapping;
}

function fieldOf({ fields }: Model, name: string): Field | undefined {
  return fields.find((each) => each.name === name);
}

/** The values that a model allows in a field, if they are known. */
export function tagsOf(model: Model, field: string): readonly string[] | undefined {
  return valuesOf(fieldOf(model, field));
}

/** The strings that a field allows, if they are known. */
function valuesOf(field: Field | undefined): readonly string[] | undefined {
  if (field?.type.kind === "constant") return [String(field.type.value)];
  if (field?.type.kind !== "reference" || field.type.to.kind !== "enum" || field.type.to.open) return undefined;
  return field.type.to.values.map((each) => String(each.value));
}
