/** How the members of a union are told apart by a field. */
import { scalarOf } from "../../docs/constants.js";
import type { Field, Model, Type, Union } from "../../spec/spec.js";
import type { LibraryName } from "./library.js";

export interface Tag {
  /** The JSON name of the field. */
  readonly field: string;
  /** The Java type of its values. */
  readonly type: Extract<LibraryName, "String" | "Long" | "Boolean">;
  /** Its values as texts, each with the model that it stands for. */
  readonly models: readonly (readonly [value: string, model: Model])[];
}

/**
 * A union's discriminator; without one, the first field that is a required constant in all members, another one in each.
 * Undefined where the members are told apart by what fits.
 */
export function tagOf(union: Union): Tag | undefined {
  const { discriminator, members } = union;
  if (discriminator !== undefined) {
    const { field, mapping } = discriminator;
    const types = new Set([...mapping.values()].map((model) => typeOf(fieldOf(model, field)?.type)));
    const [type = "String"] = types;
    return { field, type: types.size === 1 ? type : "String", models: [...mapping] };
  }
  const models = members.flatMap(({ type }) => (type.kind === "reference" && type.to.kind === "model" ? type.to : []));
  if (models.length < members.length) return undefined;
  const candidates = models[0]?.fields.filter(isTag) ?? [];
  return candidates.map(({ name }) => constantTag(name, models)).find((tag) => tag !== undefined);
}

function constantTag(field: string, models: readonly Model[]): Tag | undefined {
  const tags = new Map<string, Model>();
  const types = new Set<Tag["type"]>();
  for (const model of models) {
    const found = fieldOf(model, field);
    if (found === undefined || !isTag(found) || found.type.kind !== "constant") return undefined;
    tags.set(String(found.type.value), model);
    types.add(typeOf(found.type));
  }
  const [type] = types;
  const isDistinct = tags.size === models.length && types.size === 1;
  return isDistinct && type !== undefined ? { field, type, models: [...tags] } : undefined;
}

function isTag({ type, required, nullable }: Field): boolean {
  return required && !nullable && type.kind === "constant" && scalarOf(type) !== "number";
}

function fieldOf(model: Model, name: string): Field | undefined {
  return model.fields.find((each) => each.name === name);
}

function typeOf(type: Type | undefined): Tag["type"] {
  if (type?.kind === "reference") return type.to.kind === "enum" && type.to.base === "integer" ? "Long" : "String";
  const scalar = type?.kind === "constant" ? scalarOf(type) : type?.kind === "scalar" ? type.scalar : "string";
  if (scalar === "boolean") return "Boolean";
  return scalar === "integer" || scalar === "int32" || scalar === "long" ? "Long" : "String";
}
