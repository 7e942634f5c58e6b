/** The names and the choice of models of one or more documented families. */
import { deriveNames, NameSet } from "../derived-names.js";
import { readable, specKey } from "../keys.js";
import type { Component } from "../library.js";
import type { Operation } from "../operations.js";
import { inOrder, namesOf } from "../qualified.js";
import type { Declaration, Schema } from "../schema.js";
import type { SchemaReader } from "../schema-reader.js";
import type { Selection } from "../selection.js";
import type { InlineName, SpecNames } from "../spec-names.js";
import { distinctNames } from "./collisions.js";
import type { Family } from "./families.js";
import { type Registered, type Scope, walk, type Walked } from "./walk.js";

/** What the operations use, named as in each of the families; `names:` says where a family differs from the first one. */
export function documentedSelection(
  operations: readonly Operation[],
  schemas: SchemaReader,
  families: readonly Family[],
): Selection {
  const walks = families.map((family) => ({ family, ...walk(operations, schemas, family) }));
  const labels = labelsOf(families);
  const chosen = walks.map(({ family, types }) => {
    return { label: labels.get(family) as string, names: namesOfWalk(types, family) };
  });
  const components = inOrder([...new Set(walks.flatMap((each) => [...each.components.keys()]))]);
  const inErrors = (component: Component): boolean => scopeOf(component, walks) === "errors";
  const registered = new Map(
    walks.toReversed().flatMap(({ types }) => [...types.shared, ...types.errors].flatMap(withDeclarations)),
  );
  return {
    components,
    errors: new Set(components.filter(inErrors)),
    names: joinedNames(components, schemas, chosen),
    identity: (declaration) => registered.get(declaration) ?? declaration,
  };
}

function withDeclarations(type: Registered): readonly (readonly [Declaration, Registered])[] {
  return type.declarations.map((each) => [each, type]);
}

interface FamilyNames {
  readonly label: string;
  readonly names: ReadonlyMap<Declaration, string>;
}

/** A name's key is the language, unless several families of one language are asked for: then it is the family. */
function labelsOf(families: readonly Family[]): ReadonlyMap<Family, string> {
  const only = (family: Family): boolean =>
    families.every((each) => each === family || each.language !== family.language);
  return new Map(families.map((family) => [family, only(family) ? family.language : family.name]));
}

function namesOfWalk(types: Walked["types"], family: Family): ReadonlyMap<Declaration, string> {
  const named = [types.shared, types.errors].flatMap((each) => [...distinctNames(each, family)]);
  return new Map(
    named.flatMap(([{ declarations }, name]) => declarations.map((each) => [each, readable(name)] as const)),
  );
}

function scopeOf(
  component: Component,
  walks: readonly { readonly components: ReadonlyMap<Component, Scope> }[],
): Scope | undefined {
  return walks.map(({ components }) => components.get(component)).find((each) => each !== undefined);
}

function joinedNames(
  components: readonly Component[],
  schemas: SchemaReader,
  families: readonly FamilyNames[],
): SpecNames {
  const taken = new NameSet();
  const chosen = new Map<Declaration, InlineName>();
  for (const { names } of families)
    for (const [declaration] of names) chosen.set(declaration, joined(declaration, families));
  for (const { name } of chosen.values()) taken.take(name);

  const keys = new Map<Component, string>();
  const keyNames = new Map<Component, ReadonlyMap<string, string>>();
  for (const component of components) {
    const schema = schemas.component(component);
    const own = chosen.get(outermost(schema) as Declaration);
    const key =
      own === undefined ? taken.takeSimilar(specKey(component.name)) : specKey(sameName(own.name, component.name));
    keys.set(component, key);
    if (own !== undefined) keyNames.set(component, own.names);
    deriveNames(schema.type, key, (declaration, derived) => {
      const name = chosen.get(declaration)?.name ?? taken.takeSimilar(derived);
      if (!chosen.has(declaration) && name !== derived) chosen.set(declaration, { name, names: new Map() });
      return name;
    });
  }
  return namesOf(keys, keyNames, chosen);
}

/** The name of the first family that has one, and those of the others that differ from it. */
function joined(declaration: Declaration, families: readonly FamilyNames[]): InlineName {
  const all = families.flatMap(({ label, names }) =>
    names.has(declaration) ? [[label, names.get(declaration) as string] as const] : [],
  );
  const name = all[0]?.[1] ?? "";
  return { name, names: new Map(all.filter(([, other]) => other !== name)) };
}

/** The type that has the name of the component: itself, or the items of what it is a list of. */
function outermost({ type }: Schema): Declaration | undefined {
  if (type.kind === "array") return outermost(type.items);
  if (type.kind === "map") return outermost(type.values);
  return type.kind === "model" || type.kind === "enum" || type.kind === "union" ? type : undefined;
}

/** A component keeps the spelling of its name where the documented one is made from it. */
function sameName(documented: string, component: string): string {
  return readable(component) === documented ? component : documented;
}
