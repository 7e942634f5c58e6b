/** The diagrams of a site's index: one for each group of connected definitions, small enough to be read. */
import type { Naming } from "../names/rules.js";
import type { Definition } from "../spec/spec.js";
import { addTo } from "../spec/groups.js";
import { components } from "../spec/visible.js";
import { diagramOf, type DiagramLimits, type DiagramView, mostRelated } from "./diagram.js";
import { relationsBetween } from "./relations.js";

export type SiteDiagramView = DiagramView & {
  /** The number of definitions in the group. */
  readonly total: string;
  /** The name of the definition with the most relations. */
  readonly title: string;
};

const limits: DiagramLimits = { classes: 12, classesWithLines: 8 };
/** Each diagram takes a browser a moment. */
const mostDiagrams = 12;

/** The largest groups first. Definitions without relations are not drawn, as the index lists them. */
export function siteDiagrams(definitions: readonly Definition[], names: Naming): readonly SiteDiagramView[] {
  const groups = connected(definitions).flatMap((group) => readable(group, names));
  const drawn = groups.filter(({ length }) => length > 1).toSorted((a, b) => b.length - a.length);
  return drawn.slice(0, mostDiagrams).map((group) => {
    const [center] = mostRelated(group, 1);
    const title = center === undefined ? "" : names.className(center);
    return { ...diagramOf(group, names, limits), total: String(group.length), title };
  });
}

/** A group as it is, or what of it is in each namespace if it is too large for a diagram. */
function readable(group: readonly Definition[], names: Naming): readonly (readonly Definition[])[] {
  if (group.length <= limits.classes) return [group];
  const parts = new Map<string, Definition[]>();
  for (const each of group) addTo(parts, names.namespace(each), each);
  return parts.size === 1 ? [group] : [...parts.values()].flatMap(connected);
}

/** The definitions in groups between which there are no relations, each in the order of the spec. */
function connected(definitions: readonly Definition[]): readonly (readonly Definition[])[] {
  const numbers = new Map(definitions.map((each, at) => [each, at]));
  const links = definitions.map((): number[] => []);
  for (const { from, to } of relationsBetween(definitions, ({ fields }) => fields)) {
    const [start, end] = [numbers.get(from) ?? 0, numbers.get(to) ?? 0];
    links[start]?.push(end);
    links[end]?.push(start);
  }
  return components(links).map((group) => group.toSorted((a, b) => a - b).flatMap((at) => definitions[at] ?? []));
}
