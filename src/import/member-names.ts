/**
 * What distinguishes the members of a union, for their names: the title, the value of the constant field that
 * distinguishes the members, the only required property, the component that a member extends or changes, the JSON type,
 * and finally what only this member has. It never depends on the order of the members.
 */
import { sanitise, words } from "../names/casing.js";
import { nameKey } from "./keys.js";
import type { Place } from "./place.js";
import type { Declaration, Field, ModelDeclaration, Schema, Type, UnionDeclaration } from "./schema.js";
import type { Schemas } from "./schemas.js";

/** A member of a union that needs a name. */
export interface Inline {
  readonly declaration: Declaration;
  /** Whether it is in an array or a map, directly or through others. */
  readonly container: "array" | "map" | undefined;
}

/** What to add to the owner's name. */
type Kind = (member: Inline) => string | undefined;

/**
 * The best additions to the owner's name for each of these members, the best first: none that another member has too.
 */
export function memberNames(
  members: readonly Inline[],
  union: UnionDeclaration,
  owner: string,
  schemas: Schemas,
): ReadonlyMap<Inline, readonly string[]> {
  const field = tellingField(members, union);
  const chosen = new Map<Inline, string[]>(members.map((each) => [each, []]));
  const taken = new Set<string>();
  const choose = (among: readonly Inline[], kind: Kind): void => {
    const found = among.map((each) => [each, withoutOwner(kind(each), owner)] as const);
    const counts = new Map<string, number>();
    for (const [, name] of found) if (name) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
    const usable = found.filter(([, name]) => name && counts.get(nameKey(name)) === 1 && !taken.has(nameKey(name)));
    for (const [each, name] of usable) {
      const names = chosen.get(each)!;
      if (names.length === 0) taken.add(nameKey(name!));
      names.push(name!);
    }
  };
  const jsonType: Kind = (each) => jsonTypeOf(each, schemas);
  const isVariant = ({ declaration }: Inline): boolean => declaration.variantOf !== undefined;
  const unlessVariant =
    (kind: Kind): Kind =>
    (each) =>
      isVariant(each) ? undefined : kind(each);
  const kinds: readonly Kind[] = [
    titleOf,
    unlessVariant((each) => constantIn(each, field)?.text),
    unlessVariant(onlyRequired),
    componentOf,
    (each) => constantInWords(each, field),
    jsonType,
  ];
  for (const kind of kinds) choose(members, kind);
  const unnamed = (): readonly Inline[] => members.filter((each) => chosen.get(each)?.length === 0);
  choose(unnamed(), ownFact(members, schemas));
  choose(unnamed(), jsonType);
  return chosen;
}

/** The title that a type itself has, not that of a component that it changes. */
export function titleOf({ declaration: { title, place, variantOf } }: Pick<Inline, "declaration">): string | undefined {
  const isOwn = variantOf === undefined || (title !== undefined && place.get("title") === title);
  return isOwn ? title?.text : undefined;
}

/** The discriminator's field, else the one that is constant in most members, with different values. */
function tellingField(members: readonly Inline[], { discriminator, place }: UnionDeclaration): string | undefined {
  const given = discriminator?.field ?? place.get("discriminator")?.get("propertyName")?.text;
  if (given !== undefined) return given;
  const values = new Map<string, Place[]>();
  for (const { declaration } of members) {
    if (declaration.kind !== "model") continue;
    for (const { name, schema } of declaration.fields) {
      const value = constantOf(schema.type);
      if (value !== undefined) values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  const distinct = [...values].map(([name, all]) => [new Set(all.map(({ scalar }) => scalar)).size, name] as const);
  return distinct.toSorted(([a, one], [b, other]) => b - a || (one < other ? -1 : 1))[0]?.[1];
}

function constantIn({ declaration }: Inline, field: string | undefined): Place | undefined {
  const found = declaration.kind === "model" ? declaration.fields.find(({ name }) => name === field) : undefined;
  return found && constantOf(found.schema.type);
}

/** A number or a boolean says little by itself, and a number alone would look like a position. */
function constantInWords(member: Inline, field: string | undefined): string | undefined {
  const value = constantIn(member, field);
  return value && (value.text ?? `${field}_${String(value.scalar)}`);
}

function constantOf(type: Type): Place | undefined {
  if (type.kind === "constant") return type.value;
  return type.kind === "enum" && type.values.length === 1 ? type.values[0]?.value : undefined;
}

function onlyRequired({ declaration }: Inline): string | undefined {
  if (declaration.kind !== "model") return undefined;
  const [first, ...others] = declaration.fields.filter(({ required }) => required);
  return others.length === 0 ? first?.name : undefined;
}

function componentOf({ declaration }: Inline): string | undefined {
  if (declaration.variantOf !== undefined) return declaration.variantOf.name;
  return declaration.kind === "model" ? declaration.extends.at(-1)?.name : undefined;
}

/** In words that suit the class: one of the items of an array is an item. */
function jsonTypeOf({ declaration, container }: Inline, schemas: Schemas): string {
  if (container !== undefined) return container === "array" ? "item" : "value";
  return typeWord(declaration, schemas);
}

function typeWord(whole: Type, schemas: Schemas): string {
  const type = schemas.simplest(whole);
  switch (type.kind) {
    case "scalar":
      return type.scalar;
    case "constant":
      return String(type.value.scalar);
    case "array":
      return `${typeWord(type.items.type, schemas)}_array`;
    case "tuple":
      return "tuple";
    case "map":
    case "model":
      return "object";
    case "component":
      return type.component.name;
    case "enum":
      return typeof type.values[0]?.value.scalar === "string" ? "string" : "integer";
    case "union":
      return [...new Set(schemas.membersOf(type).map((each) => typeWord(each.type, schemas)))].toSorted().join("_or_");
  }
}

/** The first in the order of names that no other member has: a property, its type, a value, an alternative. */
function ownFact(members: readonly Inline[], schemas: Schemas): Kind {
  const all = new Map(members.map((each) => [each, new Set(factsOf(each.declaration, schemas))]));
  return (member) => {
    const others = members.filter((each) => each !== member);
    return [...(all.get(member) ?? [])].find((fact) => !others.some((each) => all.get(each)?.has(fact)));
  };
}

/** What a type consists of, in the order of names: that of two types is the same only if they are alike. */
export function factsOf(declaration: Declaration, schemas: Schemas): readonly string[] {
  switch (declaration.kind) {
    case "model":
      return fieldFacts(declaration, schemas);
    case "enum":
      return declaration.values.map(({ value }) => String(value.scalar)).toSorted();
    case "union":
      return schemas
        .membersOf(declaration)
        .map((each) => typeWord(each.type, schemas))
        .toSorted();
  }
}

/** The required properties first. */
function fieldFacts({ fields, extends: bases }: ModelDeclaration, schemas: Schemas): readonly string[] {
  const inOrder = fields.toSorted((a, b) => Number(b.required) - Number(a.required) || (a.name < b.name ? -1 : 1));
  const typed = ({ name, schema }: Field): readonly string[] => [
    `${name}_${typeWord(schema.type, schemas)}`,
    ...factsInside(schema, schemas).map((fact) => `${name}_${fact}`),
  ];
  return [
    ...inOrder.map(({ name }) => name),
    ...bases.map(({ name }) => name),
    ...inOrder.flatMap(typed),
    ...inOrder.map(({ name, required }) => `${required ? "required" : "optional"}_${name}`),
  ];
}

function factsInside({ type }: Schema, schemas: Schemas): readonly string[] {
  const simplest = schemas.simplest(type);
  if (simplest.kind === "array") return factsInside(simplest.items, schemas);
  return simplest.kind === "enum" ? factsOf(simplest, schemas) : [];
}

/** Several words in capitals, such as `ON_CLICK`, in lower case. */
function inLowerCase(name: string): string {
  return /[a-z]/.test(name) || name.length < 5 ? name : name.toLowerCase();
}

/** A title or value that begins with the owner's name does not repeat it. */
function withoutOwner(name: string | undefined, owner: string): string | undefined {
  if (name === undefined) return undefined;
  const [all, ofOwner] = [inLowerCase(name), owner].map((each) => words(sanitise(each))) as [string[], string[]];
  const repeats = ofOwner.every((word, index) => all[index]?.toLowerCase() === word.toLowerCase());
  return (repeats ? all.slice(ofOwner.length) : all).join("_") || undefined;
}
