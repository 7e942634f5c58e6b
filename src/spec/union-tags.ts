/** How the members of a union are distinguished. */
import { formerValues, otherKeys } from "./fields.js";
import type { ConstantType, Definition, Field, Model, TagKind, Type, Union } from "./spec.js";
import { tagKindOf } from "./tags.js";

export interface Tags {
  /** The JSON name of the discriminator field. */
  readonly field: string;
  /** The other JSON names of that field in the members. */
  readonly otherFields: readonly string[];
  readonly kind: TagKind;
  /** All values, with the members that they select. */
  readonly members: readonly TaggedMember[];
  /** Values that a tag had before, which are still read. */
  readonly former: readonly TaggedMember[];
}

type TaggedMember = readonly [tag: string, member: Model | Union];

/**
 * The union's discriminator; without one, the first field that is a required constant in all members, with a different
 * value in each. Undefined if members can only be distinguished by trying which of them fits.
 */
export function tagsOf(union: Union): Tags | undefined {
  const tags = union.discriminator === undefined ? constantTags(union) : discriminatorTags(union.discriminator);
  return tags && { ...tags, otherFields: otherNames(tags.field, union), former: formerTags(tags) };
}

function formerTags({ field, members }: OwnTags): readonly TaggedMember[] {
  const taken = new Set(members.map(([tag]) => tag));
  return members.flatMap(([tag, member]) => {
    const types = modelsIn(member).flatMap(({ fields }) => fields.filter(({ name }) => name === field));
    const former = types.flatMap(({ type }) => {
      const values = type.kind === "reference" && type.to.kind === "enum" ? formerValues(type.to) : [];
      return values.flatMap(([old, now]) => (String(now) === tag ? String(old) : []));
    });
    return [...new Set(former)].filter((old) => !taken.has(old)).map((old): TaggedMember => [old, member]);
  });
}

function otherNames(field: string, union: Union): readonly string[] {
  const fields = modelsIn(union).flatMap((model) => model.fields.filter(({ name }) => name === field));
  return [...new Set(fields.flatMap(otherKeys))];
}

type OwnTags = Omit<Tags, "otherFields" | "former">;

/** The tags of a member, in order. */
export function tagsOfMember(tags: Tags | undefined, type: Type): readonly string[] {
  const own = (tags?.members ?? []).filter(([, member]) => type.kind === "reference" && type.to === member);
  return own.map(([tag]) => tag);
}

/** The models that a value of a definition may be: those inside unions among the members, too. */
export function modelsIn(definition: Definition, seen: ReadonlySet<Definition> = new Set()): readonly Model[] {
  if (definition.kind === "model") return [definition];
  if (definition.kind === "enum" || seen.has(definition)) return [];
  const inside = new Set([...seen, definition]);
  const models = definition.members.flatMap(({ type }) => (type.kind === "reference" ? modelsIn(type.to, inside) : []));
  return [...new Set(models)];
}

/** The models among a union's members. */
export function modelsOf({ members }: Union): readonly Model[] {
  return members.flatMap(({ type }) => (type.kind === "reference" && type.to.kind === "model" ? type.to : []));
}

function discriminatorTags({ field, kind, mapping }: NonNullable<Union["discriminator"]>): OwnTags {
  return { field, kind, members: [...mapping] };
}

function constantTags(union: Union): OwnTags | undefined {
  const models = modelsOf(union);
  if (models.length < union.members.length) return undefined;
  const names = models[0]?.fields.map(({ name }) => name) ?? [];
  return names.map((name) => tagsBy(name, models)).find((tags) => tags !== undefined);
}

function tagsBy(field: string, models: readonly Model[]): OwnTags | undefined {
  const tags = new Map<string, Model>();
  const kinds = new Set<TagKind | undefined>();
  for (const model of models) {
    const constant = constantOf(model.fields.find((each) => each.name === field));
    if (constant === undefined || tags.has(String(constant.value))) return undefined;
    tags.set(String(constant.value), model);
    kinds.add(tagKindOf(constant));
  }
  const [kind] = kinds;
  return kind === undefined || kinds.size > 1 ? undefined : { field, kind, members: [...tags] };
}

/** The value of a constant field. */
function constantOf(field: Field | undefined): ConstantType | undefined {
  if (field?.type.kind !== "constant" || !field.required || field.nullable) return undefined;
  return field.type;
}
