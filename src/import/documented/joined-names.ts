/** The names of several families in one spec: those of the first, and the differences of the others. */
import { languageOf } from "../../languages/index.js";
import { NameSet } from "../name-set.js";
import type { Directions, Suffixes } from "../directions.js";
import { readable } from "../keys.js";
import type { Declaration } from "../schema.js";
import type { InlineName } from "../spec-names.js";
import { distinctNames } from "./collisions.js";
import type { Family } from "./families.js";
import type { Registered, Scope, Walked } from "./walk.js";

export interface FamilyWalk extends Walked {
  readonly family: Family;
}

/** A name for everything that any family has; a family that lacks it gets a free name for it. */
export function joinedNames(
  walks: readonly FamilyWalk[],
  directions: Directions,
): ReadonlyMap<Declaration, InlineName> {
  const named = walks.map(({ family, types }) => ({ family, names: namesIn(types, family, directions) }));
  const taken = { shared: new NameSet(), errors: new NameSet() };
  const names = new Map<Declaration, string>();
  const all: Thing[] = [];
  for (const each of named.flatMap((family) => family.names)) {
    const { type, scope, suffixes } = each;
    if (type.declarations.every((declaration) => names.has(declaration))) continue;
    const name = taken[scope].takeSimilar(each.name, suffixes);
    for (const declaration of type.declarations) names.set(declaration, name);
    all.push({ ...each, name });
  }
  const labels = labelsOf(walks.map(({ family }) => family));
  const ofFamilies = named.map(
    ({ family, names: own }) => [labels.get(family) as string, namesOf(all, own, family)] as const,
  );
  return new Map(
    all.flatMap(({ type, name }) => {
      const others = ofFamilies.flatMap(([label, own]) =>
        own.has(type) ? [[label, own.get(type) as string] as const] : [],
      );
      return type.declarations.map((declaration) => [declaration, { name, names: new Map(others) }] as const);
    }),
  );
}

interface Thing {
  readonly type: Registered;
  readonly scope: Scope;
  readonly name: string;
  readonly suffixes: Suffixes;
}

function namesIn(types: Walked["types"], family: Family, directions: Directions): readonly Thing[] {
  const scopes: readonly Scope[] = ["shared", "errors"];
  return scopes.flatMap((scope) => {
    return [...distinctNames(types[scope], family)].map(([type, name]) => {
      const suffixes = [...new Set(type.declarations.flatMap((each) => directions.ofType(each)))];
      return { type, scope, name: readable(name), suffixes };
    });
  });
}

/**
 * The names of a family that differ from the common ones. If the spec puts a type into another namespace than the
 * family, types that the family has in that namespace choose their names first.
 */
function namesOf(all: readonly Thing[], own: readonly Thing[], family: Family): ReadonlyMap<Registered, string> {
  const { className } = languageOf(family.language);
  const taken = { shared: new NameSet(), errors: new NameSet() };
  const known = new Map(own.flatMap((thing) => thing.type.declarations.map((each) => [each, thing] as const)));
  const ownOf = ({ type }: Thing): Thing | undefined => known.get(type.declarations[0] as Declaration);
  const isAtHome = (thing: Thing): boolean => ownOf(thing)?.scope === thing.scope;
  const ordered = [...all.filter(isAtHome), ...all.filter((each) => !isAtHome(each))];
  const names = ordered.map((thing) => {
    const name = taken[thing.scope].takeSimilar((ownOf(thing) ?? thing).name, thing.suffixes);
    return [thing.type, className(name), className(thing.name)] as const;
  });
  return new Map(names.flatMap(([type, name, usual]) => (name === usual ? [] : [[type, name] as const])));
}

/** The key of a name is the language, or the family if there are several families of one language. */
function labelsOf(families: readonly Family[]): ReadonlyMap<Family, string> {
  const only = (family: Family): boolean =>
    families.every((each) => each === family || each.language !== family.language);
  return new Map(families.map((family) => [family, only(family) ? family.language : family.name]));
}
