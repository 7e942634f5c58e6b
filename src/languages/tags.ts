/** How the members of a union are told apart. */
import { scalarOf } from "../docs/constants.js";
import type { Field, Model, Scalar, Type, Union } from "../spec/spec.js";

export interface Tags {
  /** The JSON name of the field that tells them apart. */
  readonly field: string;
  /** What kind of values it has. */
  readonly scalar: "string" | "integer" | "boolean";
  /** Every value, with the model it stands for. */
  readonly models: readonly (readonly [tag: string, model: Model])[];
}

/**
 * The union's discriminator; without one, the first field that is a required constant in all its models, of another value in
 * each. Undefined where members can only be told by what fits.
 */
export function tagsOf(union: Union): Tags | undefined {
  return union.discriminator === undefined ? constantTags(union) : discriminatorTags(union.discriminator);
}

/** The models among a union's members. */
export function modelsOf({ members }: Union): readonly Model[] {
  return members.flatMap(({ type }) => (type.kind === "reference" && type.to.kind === "model" ? type.to : []));
}

function discriminatorTags({ field, mapping }: NonNullable<Union["discriminator"]>): Tags {
  const kinds = new Set([...mapping.values()].map((model) => kindOf(fieldOf(model, field)?.type)));
  const [scalar = "string"] = kinds;
  return { field, scalar: kinds.size === 1 ? scalar : "string", models: [...mapping] };
}

function constantTags(union: Union): Tags | undefined {
  const models = modelsOf(union);
  const candidates = models[0]?.fields.filter(isTag) ?? [];
  return candidates.map(({ name }) => tagsBy(name, models)).find((tags) => tags !== undefined);
}

function tagsBy(field: string, models: readonly Model[]): Tags | undefined {
  const tags = new Map<string, Model>();
  const kinds = new Set<Tags["scalar"]>();
  for (const model of models) {
    const type = model.fields.find((each) => each.name === field && isTag(each))?.type;
    if (type?.kind !== "constant" || tags.has(String(type.value))) return undefined;
    tags.set(String(type.value), model);
    kinds.add(kindOf(type));
  }
  const [scalar] = kinds;
  return scalar === undefined || kinds.size > 1 ? undefined : { field, scalar, models: [...tags] };
}

function isTag({ type, required, nullable }: Field): boolean {
  return required && !nullable && type.kind === "constant" && scalarOf(type) !== "number";
}

function fieldOf(model: Model, name: string): Field | undefined {
  return model.fields.find((each) => each.name === name);
}

function kindOf(type: Type | undefined): Tags["scalar"] {
  if (type?.kind === "reference") return type.to.kind === "enum" ? type.to.base : "string";
  const scalar = type?.kind === "constant" ? scalarOf(type) : type?.kind === "scalar" ? type.scalar : "string";
  if (scalar === "boolean") return "boolean";
  return wholeNumbers.has(scalar) ? "integer" : "string";
}

const wholeNumbers: ReadonlySet<Scalar> = new Set(["integer", "int32", "long"]);
