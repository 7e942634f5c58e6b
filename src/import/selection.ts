/** Which components become part of the spec, and under which names. */
import type { Directions } from "./directions.js";
import { families, type FamilyName } from "./documented/families.js";
import { documentedSelection } from "./documented/names.js";
import { componentsIn } from "./graph.js";
import type { Component, Library } from "./library.js";
import type { Operation } from "./operations.js";
import type { Place } from "./place.js";
import { allComponents, qualifiedNames } from "./qualified.js";
import type { Declaration } from "./schema.js";
import type { Schemas } from "./schemas.js";
import type { SpecNames } from "./spec-names.js";

export interface Selection {
  /** In the order of their names. */
  readonly components: readonly Component[];
  /** Those of them that only error responses use, where these are kept apart. */
  readonly errors: ReadonlySet<Component>;
  /** Names for everything; not to be asked for where there are mistakes, since they can make more types than can be named. */
  name(directions: Directions): SpecNames;
  /** What documented types have in common that are one and the same, wherever they are written; of any other, itself. */
  identity(declaration: Declaration): unknown;
}

/** Of the families what their operations use; without a family everything that there is. */
export function select(
  library: Library,
  operations: readonly Operation[],
  schemas: Schemas,
  familyNames: readonly FamilyName[] | undefined,
): Selection {
  const wanted = familyNames?.map((name) => families[name]);
  if (wanted !== undefined) return documentedSelection(operations, schemas, wanted);
  const used = operations.flatMap(schemasOf).flatMap((place) => [...componentsIn(schemas.read(place))]);
  const components = allComponents(library, schemas, used);
  const name = (directions: Directions): SpecNames => qualifiedNames(components, schemas, directions);
  return { components, errors: new Set(), name, identity: (declaration) => declaration };
}

function schemasOf({ parameters, requestBodies, responses }: Operation): readonly Place[] {
  return [
    ...requestBodies,
    ...parameters.flatMap((each) => each.schema ?? []),
    ...responses.map((each) => each.schema),
  ];
}
