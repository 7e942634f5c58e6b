/** The references between definitions, for diagrams. */
import type { Definition, Field, Model, Type, Union } from "../spec/spec.js";

export interface Relation {
  readonly from: Definition;
  readonly to: Definition;
  /** The arrow in Mermaid's syntax. */
  readonly arrow: string;
  /** The fields that contain the reference. */
  readonly fields: readonly Field[];
}

/**
 * Every relation between two of the definitions, without duplicates, in the order of the definitions that refer.
 *
 * @param fieldsOf a model's fields in the order in which they are shown
 */
export function relationsBetween(
  definitions: readonly Definition[],
  fieldsOf: (model: Model) => readonly Field[],
): readonly Relation[] {
  const known = new Set(definitions);
  const all = definitions.flatMap((each) => relationsOf(each, fieldsOf));
  return all.filter(({ from, to }) => known.has(from) && known.has(to));
}

function relationsOf(definition: Definition, fieldsOf: (model: Model) => readonly Field[]): readonly Relation[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return memberRelations(definition);
    case "model":
      return [
        ...definition.extends.map((base) => ({ from: base, to: definition, arrow: "<|--", fields: [] })),
        ...fieldRelations(definition, fieldsOf(definition)),
      ];
  }
}

function memberRelations(union: Union): readonly Relation[] {
  const members = new Set(union.members.flatMap(({ type }) => referred(type).map(({ to }) => to)));
  return Array.from(members, (to) => ({ from: union, to, arrow: "<|..", fields: [] }));
}

/** The fields that a model does not inherit. */
export function ownIn(model: Model): (field: Field) => boolean {
  if (model.extends.length === 0) return () => true;
  const inherited = new Set(model.extends.flatMap((base) => base.fields.map(({ name }) => name)));
  return ({ name }) => !inherited.has(name);
}

/** One relation for each definition that the model's own fields refer to, with its multiplicity. */
function fieldRelations(model: Model, fields: readonly Field[]): readonly Relation[] {
  const found = new Map<Definition, Map<string, Field[]>>();
  const isOwn = ownIn(model);
  for (const field of fields) {
    if (!isOwn(field)) continue;
    for (const { to, arrow } of referred(field.type)) {
      const arrows = found.get(to) ?? new Map<string, Field[]>();
      const referring = arrows.get(arrow) ?? [];
      if (referring.at(-1) !== field) referring.push(field);
      found.set(to, arrows.set(arrow, referring));
    }
  }
  return Array.from(found).flatMap(([to, arrows]) =>
    Array.from(arrows, ([arrow, referring]) => ({ from: model, to, arrow, fields: referring })),
  );
}

interface Referred {
  readonly to: Definition;
  readonly arrow: string;
}

/** The definitions that a type refers to, directly or through arrays, tuples and maps. */
function referred(type: Type): readonly Referred[] {
  switch (type.kind) {
    case "reference":
      return [{ to: type.to, arrow: "-->" }];
    case "tuple":
      return type.items.flatMap((item) => referred(item.type));
    case "array":
    case "map":
      return referred((type.kind === "array" ? type.items : type.values).type).map(({ to }) => ({
        to,
        arrow: '--> "*"',
      }));
    default:
      return [];
  }
}
