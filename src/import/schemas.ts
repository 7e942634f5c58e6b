/** All schemas of the documents as types: each component once, others on request. */
import { withDistinctNumbers } from "./distinct-numbers.js";
import type { Findings } from "./findings.js";
import { partsOf } from "./graph.js";
import { InCommon, type Several } from "./in-common.js";
import type { Component, Library } from "./library.js";
import type { Place } from "./place.js";
import { componentSignature, grouped, signatureOf } from "./same-type.js";
import { isDeclaration, type Schema, type Style, type Type, type UnionDeclaration } from "./schema.js";
import { SchemaReader } from "./schema-reader.js";
import { anything } from "./typed.js";

export class Schemas {
  readonly #reader: SchemaReader;
  readonly #components = new Map<Component, Schema>();
  readonly #members = new Map<UnionDeclaration, readonly Schema[]>();
  readonly #inCommon: InCommon;

  constructor(
    library: Library,
    private readonly findings: Findings,
    style: Style,
  ) {
    this.#reader = new SchemaReader(library, findings, style);
    this.#inCommon = new InCommon(findings, (component) => this.#meaning(component));
  }

  /**
   * Diagnostics: circular-ref, too-deep, too-many-aliases, unresolved-ref, wrong-kind; not-imported for what is
   * dropped.
   */
  component(component: Component): Schema {
    const known = this.#components.get(component);
    if (known !== undefined) return known;
    const schema = this.#withoutCircle(this.#reader.readComponent(component), component);
    this.#components.set(component, schema);
    return schema;
  }

  /** A schema of an operation. Diagnostics: as for `component`. */
  read(place: Place): Schema {
    return this.#reader.readWhole(place);
  }

  /** All schemas that were read so far, inner ones too. */
  get all(): Iterable<Place> {
    return this.#reader.all;
  }

  /** One schema for several with the same structure; see `InCommon`. */
  inCommon(schemas: Several): Schema {
    return this.#inCommon.of(schemas);
  }

  /** The type or field of a document that a type or field was made from. */
  origin<T extends object>(made: T): T {
    return this.#inCommon.origin(made);
  }

  /** The members of a union, with aliases of the same type as one. */
  membersOf(union: UnionDeclaration): readonly Schema[] {
    const known = this.#members.get(union);
    if (known !== undefined) return known;
    // During the computation, a list of the union itself gets the members unchanged.
    this.#members.set(union, union.members);
    const groups = grouped(union.members, ({ type }) => this.#signature(type));
    const distinct = groups.map((group) => this.inCommon(group));
    const members = withDistinctNumbers(distinct, (type) => this.#resolved(type));
    this.#members.set(union, members);
    return members;
  }

  #resolved(whole: Type, seenThrough: readonly Component[] = []): Type {
    const type = this.simplest(whole);
    if (type.kind !== "component" || seenThrough.includes(type.component)) return type;
    return this.#resolved(this.component(type.component).type, [...seenThrough, type.component]);
  }

  /** A union with one member is that member. */
  simplest(type: Type): Type {
    if (type.kind !== "union" || type.ambiguous) return type;
    const [first, second] = this.membersOf(type);
    return first !== undefined && second === undefined ? this.simplest(first.type) : type;
  }

  /**
   * A string that types share if they are equal once aliases are resolved. Nullability is ignored.
   */
  #signature(type: Type, seenThrough: readonly Component[] = []): string {
    if (type.kind === "component") return this.#signatureOf(type.component, seenThrough);
    return signatureOf(this.simplest(type), (component) => {
      const mark = this.component(component).nullable ? "?" : "";
      return this.#signatureOf(component, seenThrough) + mark;
    });
  }

  #signatureOf(component: Component, seenThrough: readonly Component[]): string {
    const meaning = seenThrough.includes(component) ? undefined : this.#meaning(component);
    if (meaning === undefined) return componentSignature(component);
    return this.#signature(meaning.type, [...seenThrough, component]);
  }

  /** The type that a component is an alias of; undefined if it is not an alias. */
  #meaning(component: Component): Schema | undefined {
    const schema = this.component(component);
    const type = this.simplest(schema.type);
    const isItself = isDeclaration(type) && !(type.kind === "union" && type.ambiguous);
    return isItself ? undefined : { ...schema, type };
  }

  /** Cycles of aliases, and unions that contain themselves, cut where they close. */
  #withoutCircle(schema: Schema, component: Component): Schema {
    const { type, place } = schema;
    switch (type.kind) {
      case "component":
        if (![aliased, united].some((next) => this.#leadsTo(component, type.component, next))) return schema;
        this.findings.loss("selfReference", place);
        return { ...schema, type: anything(place).type };
      case "array":
        return { ...schema, type: { ...type, items: this.#withoutCircle(type.items, component) } };
      case "tuple":
        return {
          ...schema,
          type: { ...type, items: type.items.map((item) => this.#withoutCircle(item, component)) },
        };
      case "map":
        return { ...schema, type: { ...type, values: this.#withoutCircle(type.values, component) } };
      case "union": {
        const members = type.members.filter((member) => !this.#isMemberOfItself(member, component));
        const [first, second] = members;
        if (members.length === type.members.length) return schema;
        if (second !== undefined) return { ...schema, type: { ...type, members, discriminator: undefined } };
        return { ...schema, type: (first ?? anything(place)).type };
      }
      default:
        return schema;
    }
  }

  #isMemberOfItself(member: Schema, component: Component): boolean {
    const isIt = united(member).some((each) => this.#leadsTo(component, each, united));
    if (isIt) this.findings.loss("selfMember", member.place);
    return isIt;
  }

  /** Whether a component reaches another one through those that have been read: then the last one closes a cycle. */
  #leadsTo(
    goal: Component,
    from: Component,
    next: (schema: Schema) => readonly Component[],
    visited = new Set<Component>(),
  ): boolean {
    if (from === goal) return true;
    const known = this.#components.get(from);
    if (known === undefined || visited.has(from)) return false;
    visited.add(from);
    return next(known).some((each) => this.#leadsTo(goal, each, next, visited));
  }
}

/** The names that a type refers to directly. */
function aliased({ type }: Schema): readonly Component[] {
  if (type.kind === "component") return [type.component];
  return ["array", "tuple", "map"].includes(type.kind) ? partsOf(type).flatMap(aliased) : [];
}

/** The names of a union's members. */
function united({ type }: Schema): readonly Component[] {
  if (type.kind === "component") return [type.component];
  return type.kind === "union" ? type.members.flatMap(united) : [];
}
