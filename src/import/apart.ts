/**
 * Types that stand inside a component in the documents but beside it in the spec: those that a spec could not say in place.
 */
import { partsOf } from "./graph.js";
import { readable, specKey } from "./keys.js";
import type { Component } from "./library.js";
import { type Declaration, isDeclaration, type Schema } from "./schema.js";
import type { SchemaReader } from "./schema-reader.js";
import type { PlannedModel } from "./spec-files.js";
import type { SpecNames } from "./spec-names.js";

export interface Apart {
  readonly names: SpecNames;
  /** The types that stand beside a component. */
  beside(component: Component): readonly PlannedModel[];
}

export function namesApart(components: readonly Component[], schemas: SchemaReader, names: SpecNames): Apart {
  const keys = new Set(components.map((each) => names.key(each)));
  const apart = new Map<Declaration, string>();
  const beside = new Map<Component, readonly PlannedModel[]>();
  for (const component of components) {
    const found = [...unsayable(schemas.component(component))].filter((schema) => isDeclaration(schema.type));
    const models = found.map((schema): PlannedModel => {
      const own = names.inline(schema.type as Declaration);
      const key = freeKey(own?.name ?? `${names.key(component)}_part`, keys);
      apart.set(schema.type as Declaration, key);
      return { key, schema: { ...schema, nullable: false }, names: own?.names ?? new Map() };
    });
    beside.set(component, models);
  }
  return {
    names: { ...names, apart: (declaration) => apart.get(declaration) },
    beside: (component) => beside.get(component) ?? [],
  };
}

/**
 * The members of unions that are no unions but still have pages (format/model-docs.md §10), and types whose description is
 * not that of the field (§7).
 */
function* unsayable(schema: Schema): Iterable<Schema> {
  for (const part of partsOf(schema.type)) {
    yield* unsayable(part);
    const differs =
      isDeclaration(part.type) && part.type.notes.description !== undefined && part.notes.description === undefined;
    if (differs) yield part;
    else if (part.type.kind === "union" && part.type.ambiguous) yield* part.type.members.flatMap(outermost);
  }
}

/** The types that a schema consists of, without those inside them. */
function outermost(schema: Schema): readonly Schema[] {
  if (isDeclaration(schema.type)) return [schema];
  return partsOf(schema.type).flatMap(outermost);
}

function freeKey(name: string, keys: Set<string>): string {
  const key = specKey(readable(name));
  let free = key;
  for (let number = 2; keys.has(free); number++) free = `${key}${number}`;
  keys.add(free);
  return free;
}
