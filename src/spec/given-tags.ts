/** The tags of models: the values that the unions they are in give their field. */
import type { Draft } from "./drafts.js";
import { addTo } from "./groups.js";
import { type Field, type Model, scalars, type TagKind, type TagValue, type Union } from "./spec.js";
import { tagKindOf } from "./tags.js";

/**
 * Gives the field that selects a model its tags: the values that select it in the unions it is a member of. A model has
 * none if these unions do not agree on the field. Constants have their value already.
 */
export function giveTags(definitions: readonly Draft[]): void {
  const unions = new Map<Model, (readonly [tag: string, of: Discriminator])[]>();
  for (const each of definitions) {
    if (each.kind !== "union" || each.discriminator === undefined) continue;
    for (const [tag, member] of each.discriminator.mapping)
      if (member.kind === "model") addTo(unions, member, [tag, each.discriminator] as const);
  }
  for (const model of definitions) {
    const given = model.kind === "model" ? (unions.get(model) ?? []) : [];
    const [name, ...others] = new Set(given.map(([, { field }]) => field));
    if (model.kind !== "model" || name === undefined || others.length > 0) continue;
    const tags = [...new Set(given.map(([tag]) => tag))];
    model.fields = model.fields.map((field) => (field.name === name && holdsTags(field) ? tagged(field, tags) : field));
  }
}

type Discriminator = NonNullable<Union["discriminator"]>;

function holdsTags({ type }: Field): boolean {
  if (type.kind === "reference") return type.to.kind === "enum";
  return type.kind === "scalar" && plain.has(type.scalar);
}

/** The built-in types whose values are tags as JSON has them. */
const plain: ReadonlySet<string> = new Set<(typeof scalars)[number]>(["string", "boolean", "integer", "int32", "long"]);

function tagged(field: Field, tags: readonly string[]): Field {
  const kind = tagKindOf(field.type);
  return kind === undefined ? field : { ...field, tags: tags.map((tag) => tagValue(tag, kind)) };
}

/** The value of a tag in JSON. */
export function tagValue(tag: string, kind: TagKind | undefined): TagValue {
  if (kind === "boolean") return tag === "true";
  return kind === "integer" ? BigInt(tag) : tag;
}
