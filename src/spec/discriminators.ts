/** Discriminators: the field that distinguishes the members of a union. */
import { relatedPlace } from "../diagnostics/asides.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Entry } from "../shape/shape.js";
import { keySpan, spanOf } from "./context.js";
import type { Context } from "./context.js";
import type { TypeSource } from "./source.js";
import type { Definition, Discriminator, Field, Model, TagKind, Union, UnionMember } from "./spec.js";
import { isTag, tagKindOf } from "./tags.js";
import type { TypeExpression } from "./type-syntax.js";
import { modelsIn } from "./union-tags.js";

interface Mapped {
  readonly entry: Entry<TypeExpression>;
  readonly definition: Model | Union | undefined;
}

/**
 * The discriminator of a union whose models have all their fields, and whose inner unions have their discriminators.
 * Without a mapping, the values of a member are those that its field allows if it is a constant or a closed enum, else
 * the member's name; a union has those of its own members. Without `discriminator`, it is a field that every member
 * requires to be a different constant. Reports members that are neither models nor unions of models, lack the field,
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
  const members = union.members.flatMap((member) => taggedMember(member, field, context));
  const kind = kindOf(members, field.value, context);
  const mapping =
    mapped.length === 0
      ? derivedMapping(members, field.value, kind, context)
      : writtenMapping(members, mapped, field.value, kind, file, context);
  return { field: field.value, kind: kind ?? "string", mapping };
}

interface TaggedMember {
  readonly definition: Model | Union;
  /** The models that it may be. */
  readonly models: readonly Model[];
  readonly member: UnionMember;
}

function taggedMember(member: UnionMember, field: Entry<string>, { report }: Context): readonly TaggedMember[] {
  const { type, span } = member;
  if (type.kind !== "reference" || !holdsModelsOnly(type.to)) {
    report(problem("invalid-type", "memberOfTagged"), span);
    return [];
  }
  const models = modelsIn(type.to);
  for (const { name, fields, span: definition } of models) {
    if (fields.some((each) => each.name === field.value)) continue;
    report(problem("missing-key", "tagField", { model: name, field: field.value }), span, {
      related: [relatedPlace("definition", definition, { name })],
    });
  }
  return [{ definition: type.to, models, member }];
}

function holdsModelsOnly(definition: Definition, seen: readonly Definition[] = []): definition is Model | Union {
  if (definition.kind !== "union") return definition.kind === "model";
  // A circle is reported as such.
  if (seen.includes(definition)) return true;
  const inside = [...seen, definition];
  return definition.members.every(({ type }) => type.kind === "reference" && holdsModelsOnly(type.to, inside));
}

/** The kind of tags in the members' field; undefined if there is none, which is reported. */
function kindOf(members: readonly TaggedMember[], name: string, { report }: Context): TagKind | undefined {
  const holders = members.flatMap(({ models, member }) =>
    models.flatMap((model): readonly Holder[] => {
      const field = fieldOf(model, name);
      return field === undefined ? [] : [{ model, member, field, kind: tagKindOf(field.type) }];
    }),
  );
  const first = holders.find(({ kind }) => kind !== undefined);
  const wrong = holders.filter(({ kind }) => kind === undefined || kind !== first?.kind);
  for (const each of wrong) {
    const related = [relatedPlace("definition", each.field.span, { name })];
    report(kindProblem(each, first, name), each.member.span, { related });
  }
  return wrong.length === 0 ? first?.kind : undefined;
}

/** A model and its field. */
interface Holder {
  readonly model: Model;
  readonly member: UnionMember;
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
  members: readonly TaggedMember[],
  field: string,
  kind: TagKind | undefined,
  { report }: Context,
): Mapping {
  const mapping = new Map<string, Model | Union>();
  for (const { definition, member } of members) {
    for (const value of tagsOf(definition, field) ?? [definition.name]) {
      const other = mapping.get(value);
      const wrong = tagProblem(value, kind, field, "derivedTag");
      if (wrong !== undefined) report(wrong, member.span);
      else if (other === undefined) mapping.set(value, definition);
      else {
        const names = { field, value, first: other.name, second: definition.name };
        report(problem("invalid-value", "repeatedTag", names), member.span);
      }
    }
  }
  return mapping;
}

type Mapping = Discriminator["mapping"];

function writtenMapping(
  members: readonly TaggedMember[],
  mapped: readonly Mapped[],
  field: string,
  kind: TagKind | undefined,
  file: string,
  { report }: Context,
): Mapping {
  const mapping = new Map<string, Model | Union>();
  for (const { entry, definition } of mapped) {
    const { key } = entry;
    const wrong = tagProblem(key, kind, field, "tag");
    if (wrong !== undefined) report(wrong, keySpan(file, entry));
    if (definition === undefined) continue;
    const isMember = members.some((each) => each.definition === definition);
    const { name } = definition;
    if (isMember) mapping.set(key, definition);
    else report(problem("invalid-value", "notAMember", { model: name }), spanOf(file, entry));
    const values = tagsOf(definition, field);
    if (!isMember || wrong !== undefined || values === undefined || values.includes(key)) continue;
    const list = values.slice(0, valuesListed).map((each) => JSON.stringify(each));
    const allowed = `${list.join(", ")}${values.length > list.length ? ", …" : ""}`;
    report(
      problem("invalid-value", "impossibleTag", { member: name, field, tag: key, allowed }),
      keySpan(file, entry),
      {
        related: [relatedPlace("definition", definition.span, { name })],
      },
    );
  }
  // A member whose name is misspelled seems to have no value.
  const isComplete = mapped.every(({ definition }) => definition !== undefined);
  const values = new Set(mapping.values());
  for (const { definition, member } of members) {
    if (!isComplete || values.has(definition)) continue;
    const first = mapped[0]!;
    const related = [relatedPlace("mapping", keySpan(file, first.entry))];
    report(problem("invalid-value", "unmappedMember", { model: definition.name }), member.span, { related });
  }
  return mapping;
}

const valuesListed = 8;

function fieldOf({ fields }: Model, name: string): Field | undefined {
  return fields.find((each) => each.name === name);
}

/** The values that a model or union allows in a field, if they are known. */
export function tagsOf(definition: Model | Union, name: string): readonly string[] | undefined {
  if (definition.kind === "model") return valuesOfField(fieldOf(definition, name));
  if (definition.discriminator?.field === name) return [...definition.discriminator.mapping.keys()];
  const values = modelsIn(definition).map((model) => valuesOfField(fieldOf(model, name)));
  return values.every((each) => each !== undefined) ? [...new Set(values.flat())] : undefined;
}

function valuesOfField(field: Field | undefined): readonly string[] | undefined {
  if (field?.type.kind === "constant") return [String(field.type.value)];
  if (field?.type.kind !== "reference" || field.type.to.kind !== "enum" || field.type.to.open) return undefined;
  return field.type.to.values.map((each) => String(each.value));
}
