/** Which types become separate input and output models, and the suffixes of their names (src/spec/directions.ts). */
import { addTo } from "../spec/groups.js";
import { componentsIn, partsOf } from "./graph.js";
import type { Component } from "./library.js";
import { isDeclaration, type Schema, type Type } from "./schema.js";
import type { Schemas } from "./schemas.js";

type Direction = "Input" | "Output";

/** The suffixes for the additional models of a type. */
export type Suffixes = readonly Direction[];

export class Directions {
  readonly #differing: Readonly<Record<Direction, ReadonlySet<Component>>>;

  constructor(
    components: readonly Component[],
    private readonly schemas: Schemas,
  ) {
    this.#differing = {
      Input: this.#allDiffering(components, "Input"),
      Output: this.#allDiffering(components, "Output"),
    };
  }

  /** An alias has none. */
  ofComponent(component: Component): Suffixes {
    const named = this.#outermost(this.schemas.component(component));
    return named === undefined ? [] : this.ofType(named);
  }

  ofType(type: Type): Suffixes {
    const all: Suffixes = ["Input", "Output"];
    return all.filter((direction) => this.#differs(type, (each) => this.#differing[direction].has(each), direction));
  }

  #outermost(schema: Schema): Type | undefined {
    const type = this.schemas.simplest(schema.type);
    if (type.kind === "array") return this.#outermost(type.items);
    if (type.kind === "map") return this.#outermost(type.values);
    return isDeclaration(type) ? type : undefined;
  }

  #allDiffering(components: readonly Component[], direction: Direction): ReadonlySet<Component> {
    const typeOf = (component: Component): Type => this.schemas.component(component).type;
    const found = new Set(components.filter((each) => this.#differs(typeOf(each), () => false, direction)));
    if (found.size === 0) return found;
    const users = new Map<Component, Component[]>();
    for (const each of components) {
      for (const used of componentsIn({ type: typeOf(each) })) addTo(users, used, each);
    }
    // A set may grow while it is walked.
    for (const each of found) for (const user of users.get(each) ?? []) found.add(user);
    return found;
  }

  /** Whether a type lacks fields in a direction, itself, through an inline type or through a reference. */
  #differs(whole: Type, isDiffering: (component: Component) => boolean, direction: Direction): boolean {
    const type = this.schemas.simplest(whole);
    if (type.kind === "component") return isDiffering(type.component);
    if (type.kind === "model") {
      if (type.extends.some(isDiffering) || type.fields.some(({ schema }) => isLeftOut(schema, direction))) return true;
    }
    const parts = type.kind === "union" ? this.schemas.membersOf(type) : partsOf(type);
    return parts.some((part) => this.#differs(part.type, isDiffering, direction));
  }
}

function isLeftOut({ readOnly, writeOnly }: Schema, direction: Direction): boolean {
  return readOnly !== writeOnly && (direction === "Input" ? readOnly : writeOnly);
}
