/** Unions that their own members include with `allOf`: such a member means the union's fields, not its alternatives. */
import type { Library } from "./library.js";
import type { Place } from "./place.js";

export class Hierarchies {
  readonly #insides = new Map<Place, ReadonlySet<Place>>();

  constructor(private readonly library: Library) {}

  /** Whether a schema is a member of a union, directly or through other unions, or a part of such a member. */
  isInside(schema: Place, union: Place): boolean {
    const known = this.#insides.get(union) ?? this.#insideOf(union);
    this.#insides.set(union, known);
    return known.has(schema);
  }

  #insideOf(union: Place): ReadonlySet<Place> {
    const inside = new Set<Place>();
    const unions = new Set([union]);
    // The set may grow during the loop.
    for (const each of unions) {
      for (const alternative of alternativesOf(each)) {
        inside.add(alternative);
        for (const nested of this.#unionsIn(alternative)) unions.add(nested);
      }
    }
    for (const each of inside) for (const part of this.#partsOf(each)) inside.add(part);
    return inside;
  }

  /** The unions that an alternative is, or includes with `allOf`. */
  #unionsIn(alternative: Place): ReadonlySet<Place> {
    const found = new Set([alternative]);
    for (const each of found) {
      const isInPlace = each === alternative || each.parent?.key === "allOf" || each.get("$ref") !== undefined;
      if (isInPlace) for (const part of this.#partsOf(each)) found.add(part);
    }
    return new Set([...found].filter(isUnion));
  }

  #partsOf(schema: Place): readonly Place[] {
    const ref = schema.get("$ref");
    const target = ref?.text === undefined ? undefined : this.library.schemaAt(ref);
    const referred = target && ("component" in target ? target.component.place : target.place);
    return [...(referred === undefined ? [] : [referred]), ...(schema.get("allOf")?.items() ?? [])];
  }
}

/** Whether a schema itself has alternatives. */
export function isUnion(schema: Place): boolean {
  return alternativesOf(schema).length > 0;
}

/** The members of `oneOf` and `anyOf` of a schema itself. */
export function alternativesOf(schema: Place): readonly Place[] {
  return [...(schema.get("oneOf")?.items() ?? []), ...(schema.get("anyOf")?.items() ?? [])];
}
