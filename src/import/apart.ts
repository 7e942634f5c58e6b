/**
 * Types that are inside a component in the documents but become separate models, because a spec cannot express them
 * inline.
 */
import { partsOf } from "./graph.js";
import { readable, specKey } from "./keys.js";
import type { Component } from "./library.js";
import { type Declaration, isDeclaration, type Schema } from "./schema.js";
import type { Schemas } from "./schemas.js";
import type { PlannedModel } from "./spec-files.js";
import type { SpecNames } from "./spec-names.js";

export interface Apart {
  readonly names: SpecNames;
  /** The separate types of a component. */
  beside(component: Component): readonly PlannedModel[];
}

/** `identity`: see `Selection`. */
export function namesApart(
  components: readonly Component[],
  schemas: Schemas,
  names: SpecNames,
  identity: (declaration: Declaration) => unknown,
): Apart {
  const found = new Unsayable(identity);
  for (const component of components) found.visit(schemas.component(component), component);

  const keys = new Set(components.map((each) => names.key(each)));
  const keyOf = new Map<unknown, string>();
  const beside = new Map<Component, PlannedModel[]>();
  for (const { component, declaration, written } of found.all()) {
    const own = names.inline(declaration);
    const key = freeKey(own?.name ?? `${names.key(component)}_part`, keys);
    keyOf.set(identity(declaration), key);
    const schema = { ...schemas.inCommon(written), nullable: false };
    const model = { key, schema, names: own?.names ?? new Map() };
    beside.set(component, [...(beside.get(component) ?? []), model]);
  }
  return {
    names: {
      ...names,
      apart: (declaration) => keyOf.get(identity(schemas.origin(declaration))),
      inline: (declaration) => names.inline(schemas.origin(declaration)),
    },
    beside: (component) => beside.get(component) ?? [],
  };
}

/** The first occurrence of a type, and all others. */
interface Met {
  readonly written: [Schema, ...Schema[]];
  readonly declaration: Declaration;
  readonly component: Component;
}

class Unsayable {
  readonly #first = new Map<unknown, Met>();
  readonly #apart = new Set<unknown>();

  constructor(private readonly identity: (declaration: Declaration) => unknown) {}

  all(): readonly Met[] {
    return [...this.#first].flatMap(([identity, met]) => (this.#apart.has(identity) ? met : []));
  }

  /** Visits the types inside a schema, each of them once. */
  visit(schema: Schema, component: Component): void {
    for (const part of partsOf(schema.type)) {
      const { type } = part;
      if (isDeclaration(type) && !this.#meet({ written: [part], declaration: type, component })) continue;
      this.visit(part, component);
      if (isDeclaration(type) && showsAnotherDescription(part, type)) this.#apart.add(this.identity(type));
      if (type.kind === "union" && type.ambiguous) {
        // Without unions, there are no types for their members.
        const documented = type.members.flatMap(outermost).filter((each) => this.identity(each) !== each);
        for (const each of documented) this.#apart.add(this.identity(each));
      }
    }
  }

  /** Whether this is the first occurrence; a type with several occurrences becomes separate. */
  #meet(met: Met): boolean {
    const identity = this.identity(met.declaration);
    const first = this.#first.get(identity);
    if (first === undefined) this.#first.set(identity, met);
    else {
      first.written.push(...met.written);
      this.#apart.add(identity);
    }
    return first === undefined;
  }
}

/** Whether a type's page has a description that the field does not have (format §7). */
function showsAnotherDescription({ notes }: Schema, declaration: Declaration): boolean {
  return declaration.notes.description !== undefined && notes.description === undefined;
}

/** The types that a schema consists of: members of a union that is none still have pages (format §10). */
function outermost({ type }: Schema): readonly Declaration[] {
  return isDeclaration(type) ? [type] : partsOf(type).flatMap(outermost);
}

function freeKey(name: string, keys: Set<string>): string {
  const key = specKey(readable(name));
  let free = key;
  for (let number = 2; keys.has(free); number++) free = `${key}${number}`;
  keys.add(free);
  return free;
}
