/** Selects the components of the spec. */
import { families, type FamilyName } from "./documented/families.js";
import { documentedSelection } from "./documented/names.js";
import { componentsIn } from "./graph.js";
import type { Library } from "./library.js";
import type { Operation } from "./operations.js";
import type { Place } from "./place.js";
import { allComponents, qualifiedNames } from "./qualified.js";
import type { Schemas } from "./schemas.js";
import type { Selection } from "./selection.js";

/** For families, the types that operations use; without a family, all of them. */
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
  const name: Selection["name"] = (directions, findings) => qualifiedNames(components, schemas, directions, findings);
  return { components, errors: new Set(), name, identity: (declaration) => declaration };
}

function schemasOf({ parameters, requestBodies, responses }: Operation): readonly Place[] {
  return [
    ...requestBodies,
    ...parameters.flatMap((each) => each.schema ?? []),
    ...responses.map((each) => each.schema),
  ];
}
