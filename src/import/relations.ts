/** How components relate: which ones a component extends with `allOf`, and which ones a union has as members. */
import { addTo } from "../spec/groups.js";
import { maxDepth } from "../text/depth.js";
import { alternativesOf } from "./hierarchies.js";
import type { Component, Library } from "./library.js";
import type { Place } from "./place.js";

export class Relations {
  readonly #bases = new Map<Component, readonly Component[]>();
  readonly #members = new Map<Component, ReadonlySet<Component>>();
  #children: ReadonlyMap<Component, readonly Component[]> | undefined;

  constructor(private readonly library: Library) {}

  /** The components that a component extends itself. */
  basesOf(component: Component): readonly Component[] {
    const known = this.#bases.get(component) ?? this.#listed(component.place.get("allOf")?.items() ?? []);
    this.#bases.set(component, known);
    return known;
  }

  /** A component and those that it extends, the nearest first. */
  withAncestors(component: Component): Iterable<Component> {
    const found = new Set([component]);
    // The set grows during the loop.
    for (const each of found) {
      if (found.size > maxDepth) break;
      for (const base of this.basesOf(each)) found.add(base);
    }
    return found;
  }

  /** The components that extend a component themselves. */
  childrenOf(base: Component): readonly Component[] {
    this.#children ??= this.#readChildren();
    return this.#children.get(base) ?? [];
  }

  /** The components that a union lists, and those that unions among them list. */
  membersOf(union: Component): ReadonlySet<Component> {
    const known = this.#members.get(union) ?? this.#readMembers(union);
    this.#members.set(union, known);
    return known;
  }

  #readMembers(union: Component): ReadonlySet<Component> {
    const found = new Set(this.#listed(alternativesOf(union.place)));
    // The set grows during the loop.
    for (const each of found) for (const member of this.#listed(alternativesOf(each.place))) found.add(member);
    return found;
  }

  #readChildren(): ReadonlyMap<Component, readonly Component[]> {
    const children = new Map<Component, Component[]>();
    for (const component of this.library.schemas.values()) {
      for (const base of this.basesOf(component)) addTo(children, base, component);
    }
    return children;
  }

  /** The components that some schemas are references to. */
  #listed(schemas: Iterable<Place>): readonly Component[] {
    return [...schemas].map((each) => this.#componentAt(each.get("$ref"))).filter((each) => each !== undefined);
  }

  #componentAt(ref: Place | undefined): Component | undefined {
    const target = ref?.text === undefined ? undefined : this.library.schemaAt(ref);
    return target !== undefined && "component" in target ? target.component : undefined;
  }
}
