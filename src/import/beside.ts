/** Keywords next to `oneOf` and `anyOf`, and which of them change the alternatives. */
import type { Component } from "./library.js";
import { annotations } from "./notes.js";
import type { Place } from "./place.js";
import type { Style } from "./schema.js";
import { emptyView, merged, unionKeys, type View, type Views } from "./view.js";

export class Beside {
  constructor(
    private readonly views: Views,
    private readonly style: Style,
  ) {}

  /** The keywords that apply to each alternative: all but annotations. */
  sharedBy(members: readonly Place[], { place, keys, others, properties, required }: View): View {
    const shared = [...keys].filter(([key]) => !annotations.has(key) && !key.startsWith("x-") && !unionKeys.has(key));
    const applies = ([key]: readonly [string, Place]): boolean =>
      this.style === "documented" || !key.startsWith("nullable");
    const applying = new Map(shared.filter(applies));
    const sharedOthers = new Map([...others].filter(([key]) => applying.has(key)));
    const view = { keys: applying, others: sharedOthers, properties, required };
    return members.length === 0 ? emptyView(place) : { ...emptyView(place), ...view, sources: new Set<Place>() };
  }

  /** Those that can apply to a member: no properties if they can only apply to others. */
  concerning(member: Place, members: readonly Place[], shared: View): View {
    const isMeant = (each: Place): boolean => mayBeObject(this.views.of(each));
    const isForAll = this.style === "documented" || shared.keys.has("type");
    if (isForAll || isMeant(member) || !members.some(isMeant)) return shared;
    const { properties, required } = emptyView(shared.place);
    return { ...shared, properties, required };
  }

  /** The same, with the fields of the models that each alternative extends. */
  withFieldsOf(bases: readonly Component[], shared: View): View {
    if (bases.length === 0) return shared;
    const { properties, required } = merged([...bases.map(({ place }) => this.views.of(place)), shared]);
    return { ...shared, properties, required };
  }

  /** Whether these keywords would change the type of a member. */
  changes(own: View, shared: View): boolean {
    if ([...shared.properties.keys()].some((name) => !own.properties.has(name))) return true;
    if ([...shared.required.keys()].some((name) => !own.required.has(name))) return true;
    return [...shared.keys].some(([key, place]) => {
      if (own.keys.get(key) === place) return false;
      if (this.style === "references" && key === "additionalProperties")
        return !own.keys.has(key) && own.properties.size === 0;
      return own.keys.get(key)?.scalar !== place.scalar || place.scalar === undefined;
    });
  }
}

/** Whether a schema allows objects. */
export function mayBeObject({ keys }: View): boolean {
  const type = keys.get("type");
  return type === undefined || [type, ...type.items()].some(({ text }) => text === "object");
}
