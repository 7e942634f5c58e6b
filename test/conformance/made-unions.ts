/** Made-up unions and documents of them, and a small reference for the member that each language must pick. */
import type { Violation } from "./vectors.js";

export type MadeType =
  | { readonly kind: "integer" | "string" | "boolean" | "any" }
  | { readonly kind: "array" | "map"; readonly of: MadeType }
  | { readonly kind: "named"; readonly name: string };

interface MadeField {
  readonly type: MadeType;
  readonly required: boolean;
}

interface MadeModel {
  readonly kind: "model";
  readonly fields: Readonly<Record<string, MadeField>>;
  /** Constraints of its integers that 7 breaks, which show in violations that it was picked. */
  readonly limits: Readonly<Record<string, number>>;
  /** The value of its required constant `tag`. */
  readonly tag?: string;
  readonly closed: boolean;
}

interface MadeUnion {
  readonly kind: "union";
  readonly members: readonly MadeType[];
  /** The models by tag, if the field `tag` discriminates. */
  readonly tags?: Readonly<Record<string, string>>;
}

export type MadeDefinitions = Readonly<Record<string, MadeModel | MadeUnion>>;

/** What becomes of a value as a type. */
interface Reading {
  readonly declared: number;
  readonly undeclared: number;
  readonly violations: readonly Violation[];
  readonly isUnknown?: true;
}

/** Reads a value as its type; undefined if it cannot be read. */
export function reading(type: MadeType, json: unknown, path: string, all: MadeDefinitions): Reading | undefined {
  switch (type.kind) {
    case "integer":
      return Number.isInteger(json) ? nothing : undefined;
    case "string":
    case "boolean":
      return typeof json === type.kind ? nothing : undefined;
    case "any":
      return { ...nothing, undeclared: keysIn(json) };
    case "array":
      if (!Array.isArray(json)) return undefined;
      return sum(json.map((item, index) => reading(type.of, item, `${path}[${index}]`, all)));
    case "map": {
      if (!isObject(json)) return undefined;
      const values = Object.entries(json).map(([key, value]) => reading(type.of, value, `${path}.${key}`, all));
      return sum([{ ...nothing, undeclared: values.length }, ...values]);
    }
    case "named": {
      const definition = all[type.name]!;
      return definition.kind === "model"
        ? readingOfModel(definition, json, path, all)
        : readingOfUnion(definition, json, path, all);
    }
  }
}

function readingOfModel(model: MadeModel, json: unknown, path: string, all: MadeDefinitions): Reading | undefined {
  if (!isObject(json)) return undefined;
  const { fields, limits, tag } = model;
  const isMissing = Object.entries(fields).some(([key, { required }]) => required && !(key in json));
  if (isMissing || (tag !== undefined && json["tag"] !== tag)) return undefined;
  const parts = Object.entries(json).map(([key, value]) => {
    const field = fields[key];
    if (field === undefined) {
      if (key === "tag" && tag !== undefined) return { ...nothing, declared: 1 };
      return model.closed ? undefined : { ...nothing, undeclared: 1 + keysIn(value) };
    }
    const read = reading(field.type, value, `${path}.${key}`, all);
    const violations = field.type.kind === "integer" ? Object.keys(limits) : [];
    const broken = violations.map((keyword) => ({ path: `${path}.${key}`, keyword }));
    return sum([read, { declared: 1, undeclared: 0, violations: broken }]);
  });
  return sum(parts);
}

function readingOfUnion({ members, tags }: MadeUnion, json: unknown, path: string, all: MadeDefinitions) {
  const unknown: Reading = { ...nothing, undeclared: keysIn(json), isUnknown: true };
  if (tags !== undefined) {
    if (!isObject(json) || typeof json["tag"] !== "string") return undefined;
    const name = tags[json["tag"]];
    return name === undefined ? unknown : reading({ kind: "named", name }, json, path, all);
  }
  if (json === null) return undefined;
  let best: Reading | undefined;
  for (const member of members) {
    const read = reading(member, json, path, all);
    if (read === undefined || read.isUnknown) continue;
    const more = read.declared - (best?.declared ?? -1);
    if (more > 0 || (more === 0 && read.undeclared < best!.undeclared)) best = read;
  }
  return best ?? unknown;
}

const nothing: Reading = { declared: 0, undeclared: 0, violations: [] };

function sum(parts: readonly (Reading | undefined)[]): Reading | undefined {
  if (!parts.every((each) => each !== undefined)) return undefined;
  return {
    declared: parts.reduce((total, each) => total + each.declared, 0),
    undeclared: parts.reduce((total, each) => total + each.undeclared, 0),
    violations: parts.flatMap((each) => each.violations),
  };
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function keysIn(json: unknown): number {
  if (typeof json !== "object" || json === null) return 0;
  const inner = Object.values(json).reduce((total: number, each) => total + keysIn(each), 0);
  return inner + (Array.isArray(json) ? 0 : Object.keys(json).length);
}

/** Numbers that only a seed determines. */
export type Draw = (below: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    // The constants of Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Definitions that refer to each other only, with names of one beginning. The last is the model of documents. */
export function madeDefinitions(prefix: string, draw: Draw): MadeDefinitions {
  const all: Record<string, MadeModel | MadeUnion> = {};
  const models = limitsOfModels.map((_, index) => `${prefix}M${index}`);
  const unions = [0, 1, 2, 3].map((index) => `${prefix}U${index}`);
  const inner = [...models, ...unions];
  limitsOfModels.forEach((limits, index) => {
    const isTagged = index < 2;
    const keys = ["a", "b", "c", "d", "e"].filter(() => draw(2) === 0);
    const fields = keys.map((key): [string, MadeField] => {
      const required = draw(6) === 0;
      // A model that requires itself has no values.
      return [key, { type: madeType(inner, draw, required ? 9 : 0), required }];
    });
    const tag = isTagged ? { tag: `t${index}` } : {};
    all[models[index]!] = { kind: "model", fields: Object.fromEntries(fields), limits, closed: draw(6) === 0, ...tag };
  });
  unions.forEach((name, index) => {
    const earlier = [...models, ...unions.slice(0, index)];
    const drawn = Array.from({ length: 2 + draw(3) }, () => madeMember(earlier, inner, draw));
    const members = drawn.filter((each, at) => drawn.findIndex((other) => spelled(other) === spelled(each)) === at);
    const isTooFew = members.length < 2 || members.every((each) => each.kind === "named" && each.name < `${prefix}M2`);
    all[name] = { kind: "union", members: isTooFew ? [...members, ...fallback] : members };
  });
  const tags = { t0: models[0]!, t1: models[1]! };
  const tagged = Object.values(tags).map((name): MadeType => ({ kind: "named", name }));
  all[`${prefix}Tagged`] = { kind: "union", members: tagged, tags };
  const value = { type: { kind: "named", name: unions[3]! }, required: true } as const;
  const other = { type: { kind: "named", name: unions[2]! }, required: false } as const;
  const kept = { type: { kind: "named", name: `${prefix}Tagged` }, required: false } as const;
  all[`${prefix}Root`] = { kind: "model", fields: { value, other, kept }, limits: {}, closed: false };
  return all;
}

const fallback: readonly MadeType[] = [{ kind: "map", of: { kind: "integer" } }, { kind: "string" }];

/** The integers of each model have other ones. */
const limitsOfModels: MadeModel["limits"][] = [
  { minimum: 8 },
  { maximum: 6 },
  { exclusiveMinimum: 7 },
  { exclusiveMaximum: 7 },
  { multipleOf: 2 },
  { minimum: 8, multipleOf: 2 },
  { maximum: 6, multipleOf: 2 },
];

function madeMember(earlier: readonly string[], inner: readonly string[], draw: Draw): MadeType {
  const from = draw(10);
  if (from < 6) return { kind: "named", name: earlier[draw(earlier.length)]! };
  if (from < 8) return { kind: from === 6 ? "array" : "map", of: madeType(inner, draw, 0) };
  return { kind: (["integer", "string", "boolean", "any"] as const)[draw(4)]! };
}

function madeType(names: readonly string[], draw: Draw, from: number): MadeType {
  const drawn = from + draw(14 - from);
  if (drawn < 4) return { kind: "named", name: names[draw(names.length)]! };
  if (drawn < 7) return { kind: "array", of: madeType(names, draw, 0) };
  if (drawn < 9) return { kind: "map", of: madeType(names, draw, 0) };
  return { kind: (["integer", "integer", "string", "boolean", "any"] as const)[drawn - 9]! };
}

/** A type as a spec spells it. */
function spelled(type: MadeType): string {
  switch (type.kind) {
    case "array":
      return `${spelled(type.of)}[]`;
    case "map":
      return `map<${spelled(type.of)}>`;
    case "named":
      return type.name;
    default:
      return type.kind;
  }
}

/** The definitions as the models of a spec. */
export function specOf(all: MadeDefinitions): Readonly<Record<string, object>> {
  const entries = Object.entries(all).map(([name, definition]): [string, object] => {
    if (definition.kind === "union") {
      const oneOf = definition.members.map((type) => ({ type: spelled(type) }));
      return [name, { oneOf, ...(definition.tags && { discriminator: { field: "tag", mapping: definition.tags } }) }];
    }
    const fields = Object.entries(definition.fields).map(([key, { type, required }]) => {
      const limits = type.kind === "integer" ? definition.limits : {};
      return [key, { type: spelled(type), required, ...limits }];
    });
    const tag = definition.tag === undefined ? {} : { tag: { const: definition.tag, required: true } };
    const closed = definition.closed ? { additionalProperties: false } : {};
    return [name, { fields: { ...tag, ...Object.fromEntries(fields) }, ...closed }];
  });
  return Object.fromEntries(entries);
}

/** A value that is often one of the type, and often misses it by a little. */
export function madeValue(type: MadeType, all: MadeDefinitions, draw: Draw, depth = 0): unknown {
  if (draw(12) === 0) return [7, "s", true, {}, [], { z: 7 }, { a: 7, z: { b: 7 } }, { tag: "t9" }][draw(8)];
  switch (type.kind) {
    case "integer":
      return 7;
    case "string":
      return "s";
    case "boolean":
      return true;
    case "any":
      return [7, "s", { a: 7, b: { c: 7 } }, [{ a: 7 }]][draw(4)];
    case "array":
    case "map": {
      const items = Array.from({ length: depth > 4 ? 0 : draw(3) }, () => madeValue(type.of, all, draw, depth + 1));
      return type.kind === "array" ? items : Object.fromEntries(items.map((item, index) => ["abz"[index]!, item]));
    }
    case "named":
      return madeNamed(all[type.name]!, all, draw, depth);
  }
}

function madeNamed(definition: MadeModel | MadeUnion, all: MadeDefinitions, draw: Draw, depth: number): unknown {
  if (definition.kind === "union") {
    return madeValue(definition.members[draw(definition.members.length)]!, all, draw, depth);
  }
  const values = Object.entries(definition.fields).filter(([, { required }]) =>
    required ? draw(20) > 0 : depth < 5 && draw(4) > 0,
  );
  const others = draw(4) === 0 ? { ["abcde"[draw(5)]!]: 7 } : {};
  const tag = definition.tag === undefined ? {} : { tag: definition.tag };
  const fields = values.map(([key, { type }]) => [key, madeValue(type, all, draw, depth + 1)] as const);
  return { ...others, ...tag, ...Object.fromEntries(fields) };
}
