/** Keywords next to `oneOf` and `anyOf`, and which of them change the alternatives. */
import type { Findings } from "./findings.js";
import type { Component } from "./library.js";
import { annotations } from "./notes.js";
import type { Place } from "./place.js";
import type { Style } from "./schema.js";
import { emptyView, merged, unionKeys, type View, type Views } from "./view.js";

export class Beside {
  constructor(
    private readonly views: Views,
    private readonly style: Style,
    private readonly findings: Findings,
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
    if (this.style === "references" && this.#contradicts(member, shared)) return emptyView(shared.place);
    const isMeant = (each: Place): boolean => mayBeObject(this.views.of(each));
    const isForAll = this.style === "documented" || shared.keys.has("type");
    if (isForAll || isMeant(member) || !members.some(isMeant)) return shared;
    const { properties, required } = emptyView(shared.place);
    return { ...shared, properties, required };
  }

  /** Whether no value could have both types. Then those of the member apply, since no value would be allowed. */
  #contradicts(member: Place, { keys }: View): boolean {
    const [own, others] = [this.views.of(member).keys.get("type"), keys.get("type")].map(namesIn);
    const isSo = own !== undefined && others !== undefined && !own.some((each) => others.includes(each));
    if (isSo) this.findings.loss("type", keys.get("type") ?? member);
    return isSo;
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

/** The types that a `type` lists; whole numbers are numbers. */
function namesIn(type: Place | undefined): readonly string[] | undefined {
  const all = type && [type, ...type.items()].flatMap(({ text }) => text ?? []);
  return all?.map((each) => (each === "integer" ? "number" : each)).filter((each) => each !== "null");
}

/** Whether a schema allows objects. */
export function mayBeObject({ keys }: View): boolean {
  const type = keys.get("type");
  return type === undefined || [type, ...type.items()].some(({ text }) => text === "object");
}
