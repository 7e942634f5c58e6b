/**
 * Programs of users, written against the classes before a change. They are made of facts, not by hand for each kind, and each
 * part is a file of its own, so that it fails by itself.
 */
import type { Field, Model, Scalar, Slot, Type } from "../../src/spec/spec.js";
import { isRequired } from "../../src/spec/fields.js";
import { tagsOf } from "../../src/spec/union-tags.js";
import type { Definition } from "../../src/spec/spec.js";
import type { Side } from "./sides.js";

/**
 * `read` reads a document and every field of it; `branch` branches exhaustively over its enums and unions; `build` builds models
 * from usual values; `validate` builds them from less usual values, and `unlisted` from values that an open enum does not list.
 */
export const parts = ["read", "branch", "build", "validate", "unlisted"] as const;

export type Part = (typeof parts)[number];

export interface Consumer {
  readonly kind: string;
  readonly part: Part;
  /** The path below the folder of consumers. */
  readonly path: string;
  readonly text: string;
}

/** What a language writes in its own way. */
export interface ConsumerWriter {
  /** The file of a part. */
  path(side: Side, part: Part): string;
  /** A program that reads a document, with a function for each definition. */
  reading(side: Side, isExhaustive: boolean): string;
  /** A program that builds models, each under a name. */
  building(side: Side, variants: readonly Variant[], part: Part): string;
  /** Expressions for values of a type, or undefined if no type of the language can hold such a value. */
  readonly samples: Samples;
  /** Whether complete models are built with the values of their constants, which classes set themselves. */
  readonly givesConstants?: true;
  /** Whether callers may pass null for a field that they do not set. */
  readonly omitsNull?: true;
}

/** A model and expressions for the fields that are set, by their JSON names. */
export interface Variant {
  readonly name: string;
  readonly model: Model;
  readonly values: ReadonlyMap<string, string>;
  /** The value of an additional property. */
  readonly extra: string | undefined;
}

export interface Samples {
  /** Usual values, the most usual first: each constant of an enum, each member of a union. */
  usual(type: Type, side: Side): readonly string[];
  /** Other values that the type in the language can hold. */
  unusual(type: Type, side: Side): readonly string[];
  /** A value that an open enum does not list. */
  unlisted(type: Type, side: Side): string | undefined;
  readonly null: string;
  /** A string. */
  text(value: string): string;
}

/** How many of the samples of a built-in type are usual: callers pass values of several types for `any`. */
export function usualCount(scalar: Scalar): number {
  return scalar === "any" ? 2 : 1;
}

/** The most usual value of a field: one that selects the model, where it is a member of a union with tags. */
export function usualValue({ name, type }: Field, model: Model, side: Side, samples: Samples): string {
  const tag = type.kind === "scalar" ? tagIn(name, model, side) : undefined;
  return tag === undefined ? samples.usual(type, side)[0]! : samples.text(tag);
}

function tagIn(field: string, model: Model, { definitions }: Side): string | undefined {
  const all = definitions.flatMap((each) => (each.kind === "union" ? (tagsOf(each) ?? []) : []));
  const members = all.flatMap((tags) => (tags.field === field && tags.kind === "string" ? tags.members : []));
  return members.find(([, member]) => member === model)?.[0];
}

/** A tuple of usual values, and one with null for each item that may be null. */
export function usualTuples(
  items: readonly (readonly string[])[],
  slots: readonly Slot[],
  nothing: string,
): readonly string[] {
  const usual = items.map(([first]) => first!);
  const nulls = slots.flatMap(({ nullable }, at) => (nullable ? [usual.with(at, nothing)] : []));
  return [usual, ...nulls].map((each) => each.join(", "));
}

/** Tuples of given values for each item: the first of each, and each other value in its place. */
export function tuplesOf(items: readonly (readonly string[])[], usual: readonly string[]): readonly string[] {
  return items.flatMap((values, at) => values.map((value) => usual.with(at, value).join(", ")));
}

export function consumersOf(side: Side, writer: ConsumerWriter): readonly Consumer[] {
  const { kind } = side.kind;
  const consumer = (part: Part, text: string): Consumer => ({ kind, part, path: writer.path(side, part), text });
  const building = (part: Part, variants: readonly Variant[]): readonly Consumer[] =>
    variants.length === 0 ? [] : [consumer(part, writer.building(side, variants, part))];
  const hasBranches = side.definitions.some((each) => each.kind !== "model");
  const models = side.definitions.flatMap((each) => (each.kind === "model" && !each.abstract ? each : []));
  return [
    consumer("read", writer.reading(side, false)),
    ...(hasBranches ? [consumer("branch", writer.reading(side, true))] : []),
    ...building(
      "build",
      models.flatMap((model) => usualVariants(model, side, writer)),
    ),
    ...building(
      "validate",
      models.flatMap((model) => unusualVariants(model, side, writer.samples)),
    ),
    ...building(
      "unlisted",
      models.flatMap((model) => unlistedVariants(model, side, writer.samples)),
    ),
  ];
}

/** Fields that callers set: classes set constants themselves. */
export function givenFields({ fields }: Model): readonly Field[] {
  return fields.filter(({ type, required }) => !(required && type.kind === "constant"));
}

/** Whether code that uses the model has a reason to use its additional properties. */
export function usesAdditional({ additionalFields, saysKeep }: Model): boolean {
  return saysKeep || (additionalFields !== "keep" && additionalFields !== "reject");
}

/** The type of additional properties. */
export function additionalSlot({ additionalFields }: Model): Slot {
  if (typeof additionalFields !== "string") return additionalFields;
  return { type: { kind: "scalar", scalar: "any", constraints: {} }, nullable: false };
}

/** Complete, with every usual value; with only what is required; and with null wherever that is possible. */
function usualVariants(model: Model, side: Side, { samples, ...writer }: ConsumerWriter): readonly Variant[] {
  const fields = givenFields(model);
  const complete = completeOf(model, side, samples, writer.givesConstants ? model.fields : fields);
  const minimal = completeOf(model, side, samples, fields.filter(isRequired));
  const nullable = fields.filter((field) => field.nullable || (writer.omitsNull && !isRequired(field)));
  const nulls = new Map([...minimal.values, ...nullable.map(({ name }) => [name, samples.null] as const)]);
  return [
    { ...complete, name: `${model.name}: complete` },
    ...(fields.every(isRequired) ? [] : [{ ...minimal, extra: undefined, name: `${model.name}: minimal` }]),
    ...(nullable.length === 0 ? [] : [{ ...minimal, values: nulls, name: `${model.name}: null` }]),
    ...variantsWith(model, complete, (type) => samples.usual(type, side).slice(1)),
  ];
}

function unusualVariants(model: Model, side: Side, samples: Samples): readonly Variant[] {
  return variantsWith(model, completeOf(model, side, samples), (type) => samples.unusual(type, side));
}

function unlistedVariants(model: Model, side: Side, samples: Samples): readonly Variant[] {
  return variantsWith(model, completeOf(model, side, samples), (type) => {
    const value = samples.unlisted(type, side);
    return value === undefined ? [] : [value];
  });
}

function completeOf(
  model: Model,
  side: Side,
  samples: Samples,
  fields: readonly Field[] = givenFields(model),
): Variant {
  const values = new Map(fields.map((field) => [field.name, usualValue(field, model, side, samples)]));
  const extra = usesAdditional(model) ? samples.usual(additionalSlot(model).type, side)[0] : undefined;
  return { name: "", model, values, extra };
}

/** A variant for each further value of each field. */
function variantsWith(
  model: Model,
  complete: Variant,
  valuesOf: (type: Type) => readonly string[],
): readonly Variant[] {
  const ofFields = givenFields(model).flatMap(({ name, type }) =>
    valuesOf(type).map((value) => ({
      ...complete,
      name: `${model.name}: ${name} = ${value}`,
      values: new Map([...complete.values, [name, value]]),
    })),
  );
  const ofExtra = usesAdditional(model) ? valuesOf(additionalSlot(model).type) : [];
  return [...ofFields, ...ofExtra.map((extra) => ({ ...complete, name: `${model.name}: extra = ${extra}`, extra }))];
}

/** Declared models and unions: code may read documents of any of them. */
export function readableIn(side: Side): readonly Definition[] {
  return side.definitions.filter(({ kind, owner }) => kind !== "enum" && owner === undefined);
}

/** Whether branching code has anything to do in a value of the type. */
export function holdsBranches(type: Type, seen: ReadonlySet<Definition> = new Set()): boolean {
  switch (type.kind) {
    case "array":
      return holdsBranches(type.items.type, seen);
    case "map":
      return holdsBranches(type.values.type, seen);
    case "reference": {
      const { to } = type;
      if (to.kind !== "model") return true;
      return !seen.has(to) && to.fields.some((field) => holdsBranches(field.type, new Set([...seen, to])));
    }
    default:
      return false;
  }
}
