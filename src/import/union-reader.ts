/** Reads `oneOf`, `anyOf` and lists of types: as a union or, if possible, as a simpler type (format §10). */
import { Aliases } from "./aliases.js";
import { Beside, mayBeObject } from "./beside.js";
import { Discriminators } from "./discriminator.js";
import { enumOfConstants, openEnum } from "./enum-like-unions.js";
import type { Findings } from "./findings.js";
import { InCommon, type Several } from "./in-common.js";
import type { Component, Library } from "./library.js";
import { reportLosses, reportOthers, reportPropertyLosses } from "./losses.js";
import { isBareNullable, isNull } from "./nulls.js";
import { annotations, namingOf, notesInCommon } from "./notes.js";
import { kindInWords, type Place } from "./place.js";
import { keywordsOf, primitives } from "./scalars.js";
import { isDeclaration, type Schema, type Style, type Type } from "./schema.js";
import type { SchemaReader } from "./schema-reader.js";
import { componentSignature, grouped, signatureOf } from "./same-type.js";
import type { TypeReading } from "./type-reader.js";
import { allowsNothing, emptyView, unionKeys, type View, type Views, withShared } from "./view.js";
import { anything } from "./typed.js";

export class UnionReader {
  readonly #aliases: Aliases;
  readonly #discriminators: Discriminators;
  readonly #inCommon: InCommon;
  readonly #beside: Beside;

  constructor(
    private readonly schemas: SchemaReader,
    private readonly views: Views,
    private readonly library: Library,
    private readonly findings: Findings,
    private readonly style: Style,
  ) {
    this.#aliases = new Aliases(library, views, style);
    this.#discriminators = new Discriminators(schemas, library, views, findings);
    this.#beside = new Beside(views, style, findings);
    this.#inCommon = new InCommon(findings, (component) => this.#meaning(component));
  }

  /**
   * The type of a schema with alternatives, undefined for a schema without.
   *
   * @param types the values of its `type`
   * @param bases the models that each alternative extends
   */
  read(view: View, types: readonly Place[], bases: readonly Component[]): TypeReading | undefined {
    const alternatives = this.#alternatives(view);
    if (alternatives.length === 0) return this.#isListed(view, types) ? this.#ofTypes(view, types) : undefined;
    const nulls = new Set(alternatives.filter((each) => this.#isNull(each)));
    const members = alternatives.filter((each) => !nulls.has(each) && !allowsNothing(each, this.findings));
    const shared = this.#beside.sharedBy(members, view);
    const alone = members.map((each) =>
      this.#member(each, this.#beside.concerning(each, members, shared), bases, view),
    );
    const read = alone.length > 1 ? this.#unfolded(alone, view) : alone;
    const isExtended = bases.length === 0 || members.some((each) => mayBeObject(this.views.of(each)));
    if (!isExtended) this.findings.loss("allOf", view.place);
    const [first = alone[0], ...others] = read;
    if (first === undefined && nulls.size > 0) this.findings.loss("onlyNull", view.place);
    const isOnly = others.length === 0 && this.style === "references";
    if (!isOnly) for (const each of read) reportPropertyLosses(each, this.findings);
    const { type, nullable, only } =
      first === undefined ? { ...anything(view.place), only: undefined } : this.#typeOf([first, ...others], view);
    const rest = new Map([...view.keys].filter(([key]) => !unionKeys.has(key) && !shared.keys.has(key)));
    for (const key of unionKeys) reportOthers(view, key, this.findings);
    const { properties, required } = first === undefined ? view : emptyView(view.place);
    reportLosses({ ...view, keys: rest, properties, required }, type, this.findings);
    return { type, nullable: nullable || nulls.size > 0, only };
  }

  /** The alternatives of `oneOf`, else of `anyOf`, that restrict types. */
  #alternatives({ keys }: View): readonly Place[] {
    const [oneOf, anyOf] = [keys.get("oneOf"), keys.get("anyOf")];
    if (oneOf !== undefined && anyOf !== undefined) this.findings.loss("anyOf", anyOf);
    const list = oneOf ?? anyOf;
    const all = [...this.findings.items(list)];
    return all.some((each) => !onlyRequires(each)) ? all : [];
  }

  /** Whether a schema has several types that its values do not determine. */
  #isListed({ keys }: View, types: readonly Place[]): boolean {
    const values = keys.get("enum");
    const isTold = keys.has("const") || (values !== undefined && (this.style === "documented" || isOfOneKind(values)));
    return types.length > 1 && !isTold;
  }

  /** A schema whose `type` lists several. */
  #ofTypes(view: View, types: readonly Place[]): TypeReading {
    const values = view.keys.get("enum");
    if (values !== undefined) this.findings.loss("mixedEnum", values);
    const keys = [...view.keys].filter(([key]) => !annotations.has(key) && key !== "enum");
    const names = types.map((type) => type.text ?? "");
    const members: readonly Schema[] = types.map((type) => {
      const own = keys.filter(([key]) => mayConcern(key, type.text ?? "", names));
      const { properties, required } = mayConcern("properties", type.text ?? "", names) ? view : emptyView(view.place);
      return this.schemas.fromView({ ...view, keys: new Map([...own, ["type", type]]), properties, required });
    });
    return this.#typeOf(members as Several, view);
  }

  /** A schema that allows whatever one of these does, of a schema that has them as parts. */
  anyOf(schemas: readonly Schema[], view: View): Schema {
    const [first, ...others] = schemas;
    if (first === undefined || others.length === 0) return first ?? anything(view.place);
    const { type, nullable, only } = this.#typeOf([first, ...others], { ...view, keys: new Map() });
    return only ?? { ...anything(view.place), type, nullable: nullable || schemas.some((each) => each.nullable) };
  }

  #typeOf(members: Several, view: View): TypeReading {
    const [first] = members;
    const naming = namingOf(view, this.findings);
    const groups = grouped(members, ({ type }) => this.#signature(type));
    if (this.style === "documented") {
      const isOnePrimitive = groups.length === 1 && primitives.includes(this.#signature(first.type));
      if (members.length === 1 || isOnePrimitive) return this.#documentedOne(members);
      const ambiguous = groups.length < members.length;
      const discriminator = ambiguous ? undefined : this.#discriminators.read(view, members);
      return { type: { kind: "union", members, discriminator, ambiguous, ...naming }, nullable: false };
    }
    this.#reportAlwaysFitting(members, view);
    const distinct = groups.map((group) => this.#inCommon.of(group));
    const [only, second] = distinct;
    if (only !== undefined && second === undefined)
      return { ...only, only: members.length === 1 ? only : asOne(only, members) };
    const open = openEnum(distinct);
    if (open !== undefined) return { type: open, nullable: false, only: asOne(first, members) };
    const type = enumOfConstants(distinct, naming) ?? {
      kind: "union",
      members: distinct,
      discriminator: this.#discriminators.read(view, distinct),
      ambiguous: false,
      ...naming,
    };
    return { type, nullable: false };
  }

  /** One alternative that fits any value means that the others, with `oneOf`, forbid theirs. */
  #reportAlwaysFitting(members: Several, { keys }: View): void {
    const list = keys.get("oneOf");
    const fitsAlways = ({ type }: Schema): boolean => type.kind === "scalar" && type.scalar === "any";
    if (list !== undefined && members.length > 1 && members.some(fitsAlways)) this.findings.loss("alwaysFits", list);
  }

  #isNull(alternative: Place): boolean {
    if (this.style === "documented") return isNull(new Map(alternative.entries()));
    const view = this.views.of(alternative);
    return isNull(view.keys) || isBareNullable(view);
  }

  /** The type of a single alternative in a family, which ignores null. */
  #documentedOne(members: Several): TypeReading {
    for (const { nullable, place } of members) {
      if (nullable) this.findings.loss("nullableAlternative", place.get("nullable") ?? place);
    }
    return { type: this.#inCommon.of(members).type, nullable: false };
  }

  #signature(type: Type): string {
    return signatureOf(type, (component) => this.#aliases.signature(component));
  }

  /** The type that a component is an alias of. */
  #meaning(component: Component): Schema | undefined {
    const isItself = this.#aliases.signature(component) === componentSignature(component);
    return isItself ? undefined : this.schemas.read(component.place);
  }

  /** A member; it becomes a separate type if the keywords for all members change it. */
  #member(member: Place, shared: View, allBases: readonly Component[], union: View): Schema {
    const own = this.views.of(member);
    const bases = mayBeObject(own) ? allBases : [];
    const all = this.#beside.withFieldsOf(bases, shared);
    if (!isSchema(member) || !this.#beside.changes(own, all)) return this.schemas.read(member);
    const reference = member.get("$ref");
    const variantOf = reference && this.#componentAt(reference);
    const isTagged = variantOf !== undefined && this.style === "references";
    const tag = isTagged ? this.#discriminators.fieldOf(union, variantOf, all.properties) : [];
    const added = { ...shared, properties: new Map([...shared.properties, ...tag]) };
    const read =
      bases.length > 0
        ? this.schemas.readExtended(member, added, bases)
        : this.schemas.readMerged(withShared(own, added));
    return isDeclaration(read.type) ? { ...read, type: { ...read.type, variantOf } } : read;
  }

  /** Expands members: the base of other models, or a union with a discriminator, becomes several members. */
  #unfolded(members: readonly Schema[], union: View, visited = new Set<Component>()): readonly Schema[] {
    const isTagged = this.style === "references" && union.keys.has("discriminator");
    const all = members.flatMap((each) => this.schemas.alternativesOf(each));
    return all.flatMap((each) => {
      const component = each.type.kind === "component" && !each.nullable ? each.type.component : undefined;
      const nested = isTagged && component !== undefined ? this.#nested(component) : [];
      if (component === undefined || nested.length === 0) return [each];
      if (visited.has(component)) return [];
      visited.add(component);
      const inside = nested.map((alternative) => this.schemas.read(alternative));
      return this.#unfolded(inside, union, visited);
    });
  }

  /** The alternatives of a component that is only a union of other components. */
  #nested({ place }: Component): readonly Place[] {
    const view = this.views.of(place);
    const all = [...((view.keys.get("oneOf") ?? view.keys.get("anyOf"))?.items() ?? [])];
    const shared = this.#beside.sharedBy(all, view);
    const isComponent = (each: Place): boolean => {
      const reference = each.size === 1 ? each.get("$ref") : undefined;
      return reference !== undefined && this.#componentAt(reference) !== undefined;
    };
    return all.every((each) => isComponent(each) && !this.#beside.changes(this.views.of(each), shared)) ? all : [];
  }

  #componentAt(reference: Place): Component | undefined {
    const target = this.library.schemaAt(reference);
    return target !== undefined && "component" in target ? target.component : undefined;
  }
}

function isSchema(place: Place): boolean {
  return place.isMapping || place.scalar === true;
}

/** Several alternatives that are the same type, with their documentation. */
function asOne(schema: Schema, members: readonly Schema[]): Schema {
  const notes = notesInCommon(members.map((each) => each.notes));
  const nullable = members.some((each) => each.nullable);
  return { ...schema, nullable, notes, default: undefined, readOnly: false, writeOnly: false };
}

function isOfOneKind(values: Place): boolean {
  return new Set([...values.items()].filter((each) => each.scalar !== null).map(kindInWords)).size < 2;
}

/** Whether a keyword can apply to one of several types: not if it applies to another of them only. */
function mayConcern(key: string, type: string, types: readonly string[]): boolean {
  const understands = (each: string): boolean => keywordsOf(each).includes(key);
  return understands(type) || !types.some(understands);
}

/** Alternatives that choose between sets of properties, not between types. */
function onlyRequires(schema: Place): boolean {
  const keys = [...schema.entries()].map(([key]) => key);
  return keys.length > 0 && keys.every((key) => key === "required" || key === "not" || annotations.has(key));
}
