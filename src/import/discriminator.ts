/** Discriminators, where every member of the union is a model that can be told by it. */
import type { Findings } from "./findings.js";
import type { Component, Library } from "./library.js";
import type { Place } from "./place.js";
import type { Discriminator, Schema } from "./schema.js";
import type { View } from "./view.js";

/**
 * The discriminator of a union with a value for each of its members: those that the mapping gives, else the member's name
 * (OpenAPI 3.1 §4.8.25). Where a member is no component it is lost; the union is then told apart by its members' shape.
 */
export function readDiscriminator(
  view: View,
  members: readonly Schema[],
  library: Library,
  findings: Findings,
): Discriminator | undefined {
  const place = view.keys.get("discriminator");
  if (place === undefined) return undefined;
  const field = findings.text(place.get("propertyName"));
  const components = members.flatMap(({ type }) => (type.kind === "component" ? type.component : []));
  if (field === undefined || components.length < members.length) {
    findings.loss('a "discriminator" of members that are no components', place);
    return undefined;
  }
  const mapping = new Map<string, Component>();
  for (const [value, target] of findings.entries(place.get("mapping"))) {
    const component = mappedComponent(target, library, components);
    if (component !== undefined) mapping.set(value, component);
    else findings.loss("a discriminator's value for what is no member of the union", target);
  }
  const mapped = new Set(mapping.values());
  for (const each of components) if (!mapped.has(each)) mapping.set(each.name, each);
  return { field, mapping };
}

/** A mapping names a component or refers to it. */
function mappedComponent(place: Place, library: Library, members: readonly Component[]): Component | undefined {
  const byName = members.find((each) => each.name === place.text);
  if (byName !== undefined || !/[#/.]/.test(place.text ?? "")) return byName;
  const target = library.schemaAt(place);
  return target !== undefined && "component" in target ? members.find((each) => each === target.component) : undefined;
}
