/** The field that tells the members of a union apart. */
import type { Entry } from "../shape/shape.js";
import { keySpan, spanOf } from "./context.js";
import type { Context } from "./context.js";
import type { TypeSource } from "./source.js";
import type { Discriminator, Field, Model, Union, UnionMember } from "./spec.js";
import type { TypeExpression } from "./type-syntax.js";

interface Mapped {
  readonly entry: Entry<TypeExpression>;
  readonly model: Model | undefined;
}

/**
 * The discriminator of a union whose models have all their fields. Without a mapping, the values of a member are those its
 * field allows if it is a constant or a closed enum, else the member's name. Without anything said, a field that every
 * member requires to be another constant does it. Reports members that are no models, lack the field, or get no value or
 * one that another has.
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
  if (mapped.length === 0) return { field: field.value, mapping: derivedMapping(members, field.value, context) };
  return { field: field.value, mapping: writtenMapping(members, mapped, file, context) };
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

function discriminatorByConstants({ members }: Union): Discriminator | undefined {
  const models = members.flatMap(({ type }) => (type.kind === "reference" && type.to.kind === "model" ? type.to : []));
  if (models.length < members.length) return undefined;
  for (const { name } of models[0]?.fields ?? []) {
    const mapping = new Map(
      models.flatMap((model): [string, Model][] => {
        const field = model.fields.find((each) => each.name === name);
        const value =
          field?.type.kind === "constant" && field.required && !field.nullable ? field.type.value : undefined;
        return typeof value === "string" ? [[value, model]] : [];
      }),
    );
    if (mapping.size === models.length) return { field: name, mapping };
  }
  return undefined;
}

function derivedMapping(
  members: readonly ModelMember[],
  field: string,
  { report }: Context,
): ReadonlyMap<string, Model> {
  const mapping = new Map<string, Model>();
  for (const { model, member } of members) {
    for (const value of valuesOf(model.fields.find((each) => each.name === field)) ?? [model.name]) {
      const other = mapping.get(value);
      if (other === undefined) mapping.set(value, model);
      else report("invalid-value", `"${field}" is "${value}" in "${other.name}" and in "${model.name}"`, member.span);
    }
  }
  return mapping;
}

function writtenMapping(members: readonly ModelMember[], mapped: readonly Mapped[], file: string, { report }: Context) {
  const mapping = new Map<string, Model>();
  for (const { entry, model } of mapped) {
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

/** The texts that a field may hold, if they are known. */
function valuesOf(field: Field | undefined): readonly string[] | undefined {
  if (field?.type.kind === "constant") return [String(field.type.value)];
  if (field?.type.kind !== "reference" || field.type.to.kind !== "enum" || field.type.to.open) return undefined;
  return field.type.to.values.map((each) => String(each.value));
}
