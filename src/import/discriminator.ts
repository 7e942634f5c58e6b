/** Discriminators, where every member of the union is a model that can be told by them. */
import type { Findings } from "./findings.js";
import type { Component, Library } from "./library.js";
import type { Place } from "./place.js";
import type { Discriminator, Schema } from "./schema.js";
import type { View, Views } from "./view.js";

export class Discriminators {
  constructor(
    private readonly library: Library,
    private readonly views: Views,
    private readonly findings: Findings,
  ) {}

  /**
   * The discriminator of a union with the values of each of its members: those that the mapping gives, else those that the
   * members themselves allow, else their names (OpenAPI 3.1 §4.8.25). Where a member is no component with such a field it is
   * lost; the union is then told apart by its members' shape.
   */
  read(view: View, members: readonly Schema[]): Discriminator | undefined {
    const place = view.keys.get("discriminator");
    if (place === undefined) return undefined;
    const field = this.findings.text(place.get("propertyName"));
    const components = members.flatMap(({ type }) => (type.kind === "component" ? type.component : []));
    const isUsable = components.length === members.length && components.every((each) => this.#hasField(each, field));
    if (field !== undefined && isUsable) return { field, mapping: this.#mapping(place, field, components) };
    this.findings.loss('a "discriminator" that not every member has as a field', place);
    return undefined;
  }

  #hasField({ place }: Component, field: string | undefined): boolean {
    const { keys, properties } = this.views.of(place);
    return field !== undefined && properties.has(field) && !keys.has("oneOf") && !keys.has("anyOf");
  }

  /** Empty where the members tell by themselves which values they have. */
  #mapping(place: Place, field: string, members: readonly Component[]): ReadonlyMap<string, Component> {
    const mapping = new Map<string, Component>();
    for (const [value, target] of this.findings.entries(place.get("mapping"))) {
      const component = this.#mappedComponent(target, members);
      if (component !== undefined) mapping.set(value, component);
      else this.findings.loss("a discriminator's value for what is no member of the union", target);
    }
    if (mapping.size === 0 && this.#tellThemselves(field, members)) return mapping;
    const mapped = new Set(mapping.values());
    for (const each of members) if (!mapped.has(each) && !mapping.has(each.name)) mapping.set(each.name, each);
    return mapping;
  }

  /** A mapping names a component or refers to it. */
  #mappedComponent(place: Place, members: readonly Component[]): Component | undefined {
    const byName = members.find((each) => each.name === place.text);
    if (byName !== undefined || !/[#/.]/.test(place.text ?? "")) return byName;
    const target = this.library.schemaAt(place);
    return target !== undefined && "component" in target
      ? members.find((each) => each === target.component)
      : undefined;
  }

  /** Whether each member allows values of its own only, and closes the list of them. */
  #tellThemselves(field: string, members: readonly Component[]): boolean {
    const values = members.map(({ place }) => this.#valuesOf(this.views.of(place).properties.get(field) ?? []));
    const all = values.flat();
    return values.every((each) => each.length > 0) && new Set(all).size === all.length;
  }

  #valuesOf(schemas: readonly Place[]): readonly string[] {
    const keys = new Map(schemas.flatMap((each) => [...this.views.of(each).keys]));
    const constant = keys.get("const");
    const isOpen = keys.get("x-speakeasy-unknown-values")?.text === "allow";
    const places = constant !== undefined ? [constant] : isOpen ? [] : [...(keys.get("enum")?.items() ?? [])];
    return places.flatMap((each) => each.text ?? []);
  }
}
