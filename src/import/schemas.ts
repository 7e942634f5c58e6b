/** All schemas of the documents as types: each component once, others wherever they are asked for. */
import type { Findings } from "./findings.js";
import { partsOf } from "./graph.js";
import { InCommon, type Several } from "./in-common.js";
import type { Component, Library } from "./library.js";
import type { Place } from "./place.js";
import { componentSignature, grouped, signatureOf } from "./same-type.js";
import { isDeclaration, type Schema, type Style, type Type, type UnionDeclaration } from "./schema.js";
import { SchemaReader } from "./schema-reader.js";

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

  /** Diagnostics: circular-ref, too-deep, too-many-aliases, unresolved-ref, wrong-kind; not-imported for what is lost. */
  component(component: Component): Schema {
    const known = this.#components.get(component);
    if (known !== undefined) return known;
    const schema = this.#withoutCircle(this.#reader.readComponent(component), component);
    this.#components.set(component, schema);
    return schema;
  }

  /** A schema that has no name of its own. Diagnostics: as of `component`. */
  read(place: Place): Schema {
    return this.#reader.read(place);
  }

  /** Where nothing is known of a value. */
  anything(place: Place): Schema {
    return this.#reader.anything(place);
  }

  /** One schema for all values of several of one structure; see `InCommon`. */
  inCommon(schemas: Several): Schema {
    return this.#inCommon.of(schemas);
  }

  /** The type or field of a document that a type or field was made from. */
  origin<T extends object>(made: T): T {
    return this.#inCommon.origin(made);
  }

  /** The members of a union, several names for one type as one. */
  membersOf(union: UnionDeclaration): readonly Schema[] {
    const known = this.#members.get(union);
    if (known !== undefined) return known;
    // Who asks again while we are at it, by way of a list of the union itself, takes the members as they are.
    this.#members.set(union, union.members);
    const groups = grouped(union.members, ({ type }) => this.#signature(type));
    const distinct = groups.map((group) => this.inCommon(group));
    this.#members.set(union, distinct);
    return distinct;
  }

  /** A union of one is that one; everything else is what it is. */
  simplest(type: Type): Type {
    if (type.kind !== "union" || type.ambiguous) return type;
    const [first, second] = this.membersOf(type);
    return first !== undefined && second === undefined ? this.simplest(first.type) : type;
  }

  /**
   * A text that types share if they are equal once names for other types are seen through. Whether a value may be null is
   * left out.
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

  /** What a component is but a name for; undefined where it is a type of its own. */
  #meaning(component: Component): Schema | undefined {
    const schema = this.component(component);
    const type = this.simplest(schema.type);
    const isItself = isDeclaration(type) && !(type.kind === "union" && type.ambiguous);
    return isItself ? undefined : { ...schema, type };
  }

  /** Names that stand for nothing but themselves, and unions that are members of themselves, cut where they close. */
  #withoutCircle(schema: Schema, component: Component): Schema {
    const { type, place } = schema;
    switch (type.kind) {
      case "component":
        if (![aliased, united].some((next) => this.#leadsTo(component, type.component, next))) return schema;
        this.findings.loss("selfReference", place);
        return { ...schema, type: this.anything(place).type };
      case "array":
        return { ...schema, type: { ...type, items: this.#withoutCircle(type.items, component) } };
      case "map":
        return { ...schema, type: { ...type, values: this.#withoutCircle(type.values, component) } };
      case "union": {
        const members = type.members.filter((member) => !this.#isMemberOfItself(member, component));
        const [first, second] = members;
        if (members.length === type.members.length) return schema;
        if (second !== undefined) return { ...schema, type: { ...type, members, discriminator: undefined } };
        return { ...schema, type: (first ?? this.anything(place)).type };
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

  /** Whether a component leads to another one by way of those that are read already: the last one read closes a circle. */
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

/** What a name stands for, as far as that has names. */
function aliased({ type }: Schema): readonly Component[] {
  if (type.kind === "component") return [type.component];
  return type.kind === "array" || type.kind === "map" ? partsOf(type).flatMap(aliased) : [];
}

/** What a value of a union may be at once, as far as that has names. */
function united({ type }: Schema): readonly Component[] {
  if (type.kind === "component") return [type.component];
  return type.kind === "union" ? type.members.flatMap(united) : [];
}
