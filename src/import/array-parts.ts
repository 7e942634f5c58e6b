/** Arrays whose first items have schemas of their own: a spec has one type for all items. */
import type { Place } from "./place.js";
import { valueText } from "./place.js";
import type { View } from "./view.js";

/** The schemas of the first items, and that of all others. */
interface ArrayParts {
  readonly first: readonly Place[];
  readonly rest: Place | undefined;
}

/** The schemas that the items of an array can have; undefined if an item can be anything. */
export function itemSchemas(view: View): readonly Place[] | undefined {
  const { first, rest } = partsOf(view);
  if (isClosed(view)) return first;
  return rest === undefined || rest.scalar === true ? undefined : [...first, rest];
}

/** The schemas of an array that has exactly these items. */
export function tupleItems(view: View): readonly Place[] | undefined {
  const { first } = partsOf(view);
  const [minimum, maximum] = ["minItems", "maxItems"].map((key) => view.keys.get(key)?.scalar);
  const isFixed = minimum === first.length && (maximum === undefined || maximum === first.length);
  return isFixed && isClosed(view) ? first : undefined;
}

/** Arrays of a limited number of items of one type, without a word about positions. */
export function asPlainArray(view: View): View {
  const { first } = partsOf(view);
  const [one] = first;
  if (one === undefined || !isClosed(view)) return view;
  const maximum = view.keys.get("maxItems");
  const isLess = typeof maximum?.scalar === "number" && maximum.scalar <= first.length;
  const keys = new Map(view.keys).set("maxItems", isLess ? maximum : one.with(first.length));
  const isOfOneType = new Set(first.map(valueText)).size === 1;
  if (isOfOneType) for (const key of [...arrayKeys, "items"]) keys.delete(key);
  return { ...view, keys: isOfOneType ? keys.set("items", one) : keys };
}

/** Whether there are no items beyond those with schemas of their own. */
function isClosed(view: View): boolean {
  const { first, rest } = partsOf(view);
  const maximum = view.keys.get("maxItems")?.scalar;
  const isLimited = typeof maximum === "number" && maximum <= first.length;
  return first.length > 0 && (rest?.scalar === false || isLimited);
}

function partsOf({ keys }: View): ArrayParts {
  const [prefix, items] = [keys.get("prefixItems"), keys.get("items")];
  return { first: [...(prefix?.items() ?? [])], rest: items ?? keys.get("additionalItems") };
}

const arrayKeys = ["prefixItems", "additionalItems"];
