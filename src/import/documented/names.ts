/** The names and the choice of models of one or more documented families. */
import { deriveNames } from "../derived-names.js";
import type { Directions } from "../directions.js";
import { readable, specKey } from "../keys.js";
import type { Component } from "../library.js";
import type { Operation } from "../operations.js";
import { inOrder, namesOf } from "../qualified.js";
import { type Declaration, isDeclaration, type Schema } from "../schema.js";
import type { Schemas } from "../schemas.js";
import type { Selection } from "../selection.js";
import { NameSet } from "../name-set.js";
import type { InlineName, SpecNames } from "../spec-names.js";
import type { Family } from "./families.js";
import { type FamilyWalk, joinedNames } from "./joined-names.js";
import { type Registered, type Scope, walk } from "./walk.js";

/**
 * The types that operations use, named as in each of the families; `names:` has the differences from the first family.
 */
export function documentedSelection(
  operations: readonly Operation[],
  schemas: Schemas,
  families: readonly Family[],
): Selection {
  const walks = families.map((family): FamilyWalk => ({ family, ...walk(operations, schemas, family) }));
  const components = inOrder([...new Set(walks.flatMap((each) => [...each.components.keys()]))]);
  const registered = new Map(
    walks.toReversed().flatMap(({ types }) => [...types.shared, ...types.errors].flatMap(withDeclarations)),
  );
  const errors = new Set(components.filter((each) => scopeOf(each, walks) === "errors"));
  return {
    components,
    errors,
    name: (directions) => {
      const namespaceOf = (each: Component): string | undefined => (errors.has(each) ? "errors" : undefined);
      return specNames({ components, schemas, directions }, joinedNames(walks, directions), namespaceOf);
    },
    identity: (declaration) => registered.get(declaration) ?? declaration,
  };
}

function withDeclarations(type: Registered): readonly (readonly [Declaration, Registered])[] {
  return type.declarations.map((each) => [each, type]);
}

function scopeOf(component: Component, walks: readonly FamilyWalk[]): Scope | undefined {
  return walks.map(({ components }) => components.get(component)).find((each) => each !== undefined);
}

interface Named {
  readonly components: readonly Component[];
  readonly schemas: Schemas;
  readonly directions: Directions;
}

/** Types that no family has, since they are inside unions that it lacks, keep their default names. */
function specNames(
  { components, schemas, directions }: Named,
  documented: ReadonlyMap<Declaration, InlineName>,
  namespaceOf: (component: Component) => string | undefined,
): SpecNames {
  const inline = new Map(documented);
  const taken = new NameSet();
  for (const [declaration, { name }] of documented) {
    for (const suffix of ["", ...directions.ofType(declaration)]) taken.take(name + suffix);
  }

  const keys = new Map<Component, string>();
  const keyNames = new Map<Component, InlineName["names"]>();
  for (const component of components) {
    const schema = schemas.component(component);
    const named = outermost(schema);
    const own = named && documented.get(named);
    const key =
      own === undefined
        ? taken.takeSimilar(specKey(component.name), directions.ofComponent(component))
        : specKey(sameName(own.name, component.name));
    keys.set(component, key);
    if (named === schema.type) keyNames.set(component, own?.names ?? new Map());
    // The items of a list have the list's name by default.
    else if (named !== undefined && own?.names.size === 0) inline.delete(named);
    deriveNames(schema.type, key, schemas, (declaration, derived) => {
      const name = documented.get(declaration)?.name ?? taken.takeSimilar(derived, directions.ofType(declaration));
      if (!documented.has(declaration) && name !== derived) inline.set(declaration, { name, names: new Map() });
      return name;
    });
  }
  return namesOf(keys, keyNames, inline, namespaceOf);
}

/** The type that has the component's name: the component itself, or its items if it is a list. */
function outermost({ type }: Schema): Declaration | undefined {
  if (type.kind === "array") return outermost(type.items);
  if (type.kind === "map") return outermost(type.values);
  return isDeclaration(type) ? type : undefined;
}

/** A component keeps the spelling of its name if the documented name is made from it. */
function sameName(documented: string, component: string): string {
  return readable(component) === documented ? component : documented;
}
