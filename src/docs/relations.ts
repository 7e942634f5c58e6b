/** Which definitions refer to which, for diagrams. */
import type { NamedField, Naming } from "../languages/naming.js";
import type { Definition, Model, Type, Union } from "../spec/spec.js";

export interface Relation {
  readonly from: Definition;
  readonly to: Definition;
  /** As Mermaid draws it between the two. */
  readonly arrow: string;
  /** The fields that refer. */
  readonly labels: readonly string[];
}

/** Every relation between two of the definitions, once, in the order of the first ones. */
export function relationsBetween(definitions: readonly Definition[], names: Naming): readonly Relation[] {
  const known = new Set(definitions);
  const all = definitions.flatMap((each) => relationsOf(each, names));
  return all.filter(({ from, to }) => known.has(from) && known.has(to));
}

function relationsOf(definition: Definition, names: Naming): readonly Relation[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return memberRelations(definition);
    case "model":
      return [
        ...definition.extends.map((base) => ({ from: base, to: definition, arrow: "<|--", labels: [] })),
        ...fieldRelations(definition, names),
      ];
  }
}

function memberRelations(union: Union): readonly Relation[] {
  const members = new Set(union.members.flatMap(({ type }) => referred(type)?.to ?? []));
  return Array.from(members, (to) => ({ from: union, to, arrow: "<|..", labels: [] }));
}

/** The fields that a model does not take over from others. */
export function ownFields(model: Model, names: Naming): readonly NamedField[] {
  if (model.extends.length === 0) return names.fields(model);
  const inherited = new Set(model.extends.flatMap((base) => base.fields.map(({ name }) => name)));
  return names.fields(model).filter(({ field }) => !inherited.has(field.name));
}

/** One for each thing that the model's own fields refer to, singly or as several. */
function fieldRelations(model: Model, names: Naming): readonly Relation[] {
  const found = new Map<Definition, Map<string, string[]>>();
  for (const { name, field } of ownFields(model, names)) {
    const reference = referred(field.type);
    if (reference === undefined) continue;
    const { to, arrow } = reference;
    const arrows = found.get(to) ?? new Map<string, string[]>();
    const labels = arrows.get(arrow) ?? [];
    labels.push(name);
    found.set(to, arrows.set(arrow, labels));
  }
  return Array.from(found).flatMap(([to, arrows]) =>
    Array.from(arrows, ([arrow, labels]) => ({ from: model, to, arrow, labels })),
  );
}

/** What a type refers to, itself or through arrays and maps. */
function referred(type: Type): { readonly to: Definition; readonly arrow: string } | undefined {
  switch (type.kind) {
    case "reference":
      return { to: type.to, arrow: "-->" };
    case "array":
    case "map": {
      const inner = referred((type.kind === "array" ? type.items : type.values).type);
      return inner && { to: inner.to, arrow: '--> "*"' };
    }
    default:
      return undefined;
  }
}
