/**
 * The types of an API description in a documented family, in the order in which they are visited (docs/import.md §3).
 */
import type { Component } from "../library.js";
import type { Operation } from "../operations.js";
import { signatureOf } from "../same-type.js";
import type { Declaration, ModelDeclaration, Schema, UnionDeclaration } from "../schema.js";
import type { Schemas } from "../schemas.js";
import type { Family } from "./families.js";

/** The context of a type, from the outside in; clashing names add these words. */
export interface Frame {
  readonly kind: "refType" | "refName" | "component" | "property" | "oneOf" | "operation";
  readonly text: string;
}

/** A type that gets a name. */
export interface Registered {
  /** Equal for types that are visited at the same place under the same name. */
  readonly id: string;
  readonly originalName: string;
  readonly frames: readonly Frame[];
  readonly isComponent: boolean;
  /** Usually one; more if several types with one id have the same structure. */
  readonly declarations: Declaration[];
}

export type Scope = "shared" | "errors";

export interface Walked {
  /** The types of each scope in the order in which they were visited, inner ones first. */
  readonly types: Readonly<Record<Scope, readonly Registered[]>>;
  /** The components that were reached, with their scopes. */
  readonly components: ReadonlyMap<Component, Scope>;
}

/** Walks all operations. Types that are inline in an operation belong to the operation, not to a scope. */
export function walk(operations: readonly Operation[], schemas: Schemas, family: Family): Walked {
  const walker = new Walker(schemas, family);
  const offered = operations.filter((each) => !each.isWebhook);
  const ordered = family.order === "sorted" ? offered.toSorted(byPathAndMethod) : offered;
  for (const each of ordered) walker.operation(each, "shared");
  for (const each of ordered) walker.operation(each, "errors");
  return walker;
}

class Walker implements Walked {
  readonly types: Record<Scope, Registered[]> = { shared: [], errors: [] };
  readonly components = new Map<Component, Scope>();
  readonly #byId = new Map<string, Registered[]>();

  constructor(
    private readonly schemas: Schemas,
    private readonly family: Family,
  ) {}

  /** The part of an operation in one scope: bodies, parameters and responses, or error responses. */
  operation({ id, requestBodies, parameters, responses }: Operation, scope: Scope): void {
    const frames: readonly Frame[] = [{ kind: "operation", text: id }];
    const isError = (status: string): boolean => this.family.errors === "apart" && !/^2/.test(status);
    const ofScope = responses
      .filter(({ status }) => isError(status) === (scope === "errors"))
      .map((each) => each.schema);
    const others = scope === "errors" ? [] : [...requestBodies, ...parameters.flatMap((each) => each.schema ?? [])];
    for (const place of [...others, ...ofScope])
      this.#schema(this.schemas.read(place), { frames, scope, inOperation: true });
  }

  #schema({ type }: Schema, site: Site): void {
    switch (type.kind) {
      case "component":
        return this.#component(type.component, site.scope);
      case "array":
        return this.#schema(type.items, site);
      case "tuple":
        return type.items.forEach((item) => this.#schema(item, site));
      case "map":
        return this.#schema(type.values, site);
      case "model":
        return this.#model(type, site);
      case "union":
        return this.#union(type, site);
      case "enum":
        return this.#register(type, site);
    }
  }

  #component(component: Component, scope: Scope): void {
    if (this.components.has(component)) return;
    this.components.set(component, scope);
    const frames: readonly Frame[] = [
      { kind: "refType", text: "Schemas" },
      { kind: "refName", text: component.name },
    ];
    this.#schema(this.schemas.component(component), { frames, scope, component, inOperation: false });
  }

  #model(model: ModelDeclaration, site: Site): void {
    const fields =
      this.family.order === "sorted" ? model.fields.toSorted((a, b) => compare(a.name, b.name)) : model.fields;
    for (const { name, schema } of fields) {
      this.#schema(schema, { ...inside(site), frames: [...site.frames, { kind: "property", text: name }] });
    }
    if (typeof model.additionalFields === "object") this.#schema(model.additionalFields, inside(site));
    this.#register(model, site);
  }

  #union(union: UnionDeclaration, site: Site): void {
    if (!this.family.unions) return;
    const { name, frames } = nameOf(union, site, this.family);
    const memberFrames: readonly Frame[] = [...frames, { kind: "oneOf", text: name }];
    for (const [index, member] of union.members.entries()) {
      this.#schema(member, { ...inside(site), frames: memberFrames, position: String(index + 1) });
    }
    if (!union.ambiguous) this.#register(union, site);
  }

  #register(declaration: Declaration, site: Site): void {
    if (site.inOperation) return;
    const { name: originalName, frames } = nameOf(declaration, site, this.family);
    const id = [
      `scope:${site.scope}`,
      ...frames.map(({ kind, text }) => `${kind}:${text}`),
      `originalName:${originalName}`,
    ].join(" ");
    const known = this.#byId.get(id) ?? [];
    const same = known.find(
      ({ declarations }) => declarations[0] !== undefined && signatureOf(declarations[0]) === signatureOf(declaration),
    );
    if (same !== undefined) {
      same.declarations.push(declaration);
      return;
    }
    const type: Registered = {
      id,
      originalName,
      frames,
      isComponent: site.component !== undefined,
      declarations: [declaration],
    };
    this.#byId.set(id, [...known, type]);
    this.types[site.scope].push(type);
  }
}

/** The place of a schema. */
interface Site {
  readonly frames: readonly Frame[];
  readonly scope: Scope;
  /** Set if it is a component, or the item of one. */
  readonly component?: Component;
  /** The union that it is a member of. */
  readonly position?: string;
  readonly inOperation: boolean;
}

function inside({ frames, scope, inOperation }: Site): Site {
  return { frames, scope, inOperation };
}

/** The default name of a type, and its context. */
function nameOf(
  { title, variantOf }: Declaration,
  { frames, component, position }: Site,
  { olderNames }: Family,
): { name: string; frames: readonly Frame[] } {
  if (component !== undefined) return { name: component.name, frames: [...frames, { kind: "component", text: "" }] };
  if (variantOf !== undefined && olderNames) return ofComponent(variantOf);
  const name = variantOf?.name ?? title?.text ?? position;
  if (name !== undefined) return { name, frames };
  const last = frames.at(-1);
  return last?.kind === "property"
    ? { name: last.text, frames: frames.slice(0, -1) }
    : { name: last?.text ?? "", frames };
}

/** Older names of variants are made from the type of a component, not from its name. */
function ofComponent({ name }: Component): { name: string; frames: readonly Frame[] } {
  return { name: "Schemas", frames: [{ kind: "refName", text: name }] };
}

function byPathAndMethod(a: Operation, b: Operation): number {
  return compare(a.path, b.path) || compare(a.method, b.method);
}

/** By UTF-16 code units. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
