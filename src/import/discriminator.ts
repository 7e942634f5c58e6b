/** Discriminators of unions whose members are all models with a value of their own. */
import type { TagKind } from "../spec/spec.js";
import { isTag, tagKindOfConstant, tagKindOfScalar } from "../spec/tags.js";
import type { Findings } from "./findings.js";
import { isUnion } from "./hierarchies.js";
import type { Component, Library } from "./library.js";
import { Place } from "./place.js";
import type { Discriminator, Schema, Type } from "./schema.js";
import type { SchemaReader } from "./schema-reader.js";
import { merged, type View, type Views } from "./view.js";

/** A member of the union, and the values of its field. */
interface Member {
  readonly component: Component;
  readonly kind: TagKind | undefined;
  /** Empty if it allows other values too. */
  readonly tags: readonly string[];
}

export class Discriminators {
  /** A cache by component and field: reading one may lead to more unions and their members. */
  readonly #members = new Map<Component, Map<string, Member>>();

  constructor(
    private readonly schemas: SchemaReader,
    private readonly library: Library,
    private readonly views: Views,
    private readonly findings: Findings,
  ) {}

  /**
   * The discriminator of a union with the values of each member: those in the mapping and those that only the member
   * allows; else, if the member allows any string, its name (OpenAPI 3.1 §4.8.25). A member gets no value that its own
   * constant or enum forbids. If members share a value, there is no discriminator, and their structure decides. If
   * another member has no value, the discriminator is dropped.
   */
  read(view: View, members: readonly Schema[]): Discriminator | undefined {
    const place = view.keys.get("discriminator");
    if (place === undefined) return undefined;
    const field = this.findings.text(place.get("propertyName"));
    const components = members.flatMap(({ type }) => (type.kind === "component" ? type.component : []));
    const areToldByValues = members.every((each) => field !== undefined && this.#tagsIn(each, field).length > 0);
    if (components.length < members.length && areToldByValues) return undefined;
    const isUsable = components.length === members.length && components.every((each) => this.#hasField(each, field));
    if (field === undefined || !isUsable) return this.#without("tagField", place);
    const tagged = components.map((each) => this.#member(each, field));
    const kind = commonKind(tagged);
    if (kind === undefined) return this.#without("tagType", place);
    const written = this.#writtenMapping(place, kind, tagged);
    if (written.size === 0 && tellThemselves(tagged)) return { field, mapping: written };
    const mapping = completed(written, kind, tagged);
    const mapped = new Set(mapping.values());
    const isWhole = ({ component, tags }: Member): boolean =>
      [...written.values()].includes(component) || (mapped.has(component) && tags.every((tag) => mapping.has(tag)));
    if (tagged.every(isWhole)) return { field, mapping };
    const isToldByShape = tagged.every(({ tags }) => tags.length > 0);
    return isToldByShape ? undefined : this.#without("tagValues", place);
  }

  /**
   * The discriminator field of a member that is a separate type because of keywords next to the alternatives. It allows
   * only the values of the component that the member is made from. Empty if these are not known.
   *
   * @param shared the fields that all members get
   */
  fieldOf(view: View, component: Component, shared: View["properties"]): View["properties"] {
    const [place, none] = [view.keys.get("discriminator"), new Map<string, readonly Place[]>()];
    const field = place?.get("propertyName")?.text;
    const schemas = shared.get(field ?? "");
    if (place === undefined || field === undefined || schemas === undefined) return none;
    const { type } = this.#readField(schemas);
    const [kind, allowed] = [kindOf(type), tagsOf(type)];
    const member = this.#hasField(component, field) ? this.#member(component, field) : { component, kind, tags: [] };
    if (kind === undefined || member.tags.length > 0) return none;
    const isFor = ([, target]: readonly [string, Place]): boolean => this.#mappedMember(target, [member]) === member;
    const written = [...this.findings.entries(place.get("mapping"))].filter(isFor).map(([value]) => value);
    const values = (written.length > 0 ? written : [component.name]).filter(
      (value) => isTag(value, kind) && (allowed.length === 0 || allowed.includes(value)),
    );
    return values.length === 0 ? none : new Map([[field, [...schemas, onlyTags(values, kind, place)]]]);
  }

  /** The values that a member's field allows, if they are known. */
  #tagsIn({ type }: Schema, field: string): readonly string[] {
    const own = type.kind === "model" ? type.fields.find(({ name }) => name === field) : undefined;
    if (own !== undefined) return tagsOf(own.schema.type);
    const components = type.kind === "component" ? [type.component] : type.kind === "model" ? type.extends : [];
    const owner = components.findLast((each) => this.#hasField(each, field));
    return owner === undefined ? [] : this.#member(owner, field).tags;
  }

  #without(flaw: "tagField" | "tagType" | "tagValues", place: Place): undefined {
    this.findings.loss(flaw, place);
  }

  #hasField({ place }: Component, field: string | undefined): boolean {
    const { keys, properties } = this.views.of(place);
    return field !== undefined && properties.has(field) && !keys.has("oneOf") && !keys.has("anyOf");
  }

  #member(component: Component, field: string): Member {
    const byField = this.#members.get(component) ?? new Map<string, Member>();
    this.#members.set(component, byField);
    const member = byField.get(field) ?? this.#readMember(component, field);
    byField.set(field, member);
    return member;
  }

  #readMember(component: Component, field: string): Member {
    const ofView = this.views.of(component.place).properties.get(field) ?? [];
    const { type } = this.#readField([...(this.schemas.tagOf(component).get(field) ?? []), ...ofView]);
    return { component, kind: kindOf(type), tags: tagsOf(type) };
  }

  #readField(schemas: readonly Place[]): Schema {
    return this.schemas.readMerged(merged(schemas.map((each) => this.views.of(each))));
  }

  #writtenMapping(place: Place, kind: TagKind, members: readonly Member[]): Map<string, Component> {
    const mapping = new Map<string, Component>();
    for (const [value, target] of this.findings.entries(place.get("mapping"))) {
      const member = this.#mappedMember(target, members) ?? this.#nestedMember(value, target, members);
      if (member === undefined && !this.#isLost(target)) this.findings.loss("tagMember", target);
      else if (member === undefined) continue;
      else if (!isTag(value, kind) || !allows(member, value)) this.findings.loss("tagValue", target);
      else mapping.set(value, member.component);
    }
    return mapping;
  }

  /** Whether it is a reference that leads nowhere, which has been reported. */
  #isLost(target: Place): boolean {
    return /[#/.]/.test(target.text ?? "#") && this.library.schemaAt(target) === undefined;
  }

  /** A mapping may refer to a union, whose own discriminator selects a member. */
  #nestedMember(value: string, target: Place, members: readonly Member[], depth = 0): Member | undefined {
    const place = this.library.mapped(target)?.place;
    if (place === undefined || !isUnion(place) || depth > deepest) return undefined;
    const next = place.get("discriminator")?.get("mapping")?.get(value);
    if (next !== undefined)
      return this.#mappedMember(next, members) ?? this.#nestedMember(value, next, members, depth + 1);
    return members.find(({ component, tags }) => (tags.length > 0 ? tags.includes(value) : component.name === value));
  }

  /** A mapping contains the name of a component or a reference to it. */
  #mappedMember(place: Place, members: readonly Member[]): Member | undefined {
    const byName = members.find(({ component }) => component.name === place.text);
    const mapped = byName?.component ?? this.library.mapped(place);
    return members.find(({ component }) => component === mapped);
  }
}

/** The most unions in a chain of mappings. */
const deepest = 20;

/** Whether a member's own constant or enum allows this value. */
function allows({ tags }: Member, value: string): boolean {
  return tags.length === 0 || tags.includes(value);
}

function commonKind(members: readonly Member[]): TagKind | undefined {
  const [kind, ...others] = new Set(members.map((each) => each.kind));
  return others.length === 0 ? kind : undefined;
}

/** Whether each member has a closed list of values that no other member has. */
function tellThemselves(members: readonly Member[]): boolean {
  const all = members.flatMap(({ tags }) => tags);
  return members.every(({ tags }) => tags.length > 0) && new Set(all).size === all.length;
}

/** A mapping of the values that only one member allows; members without such values are missing in it. */
function completed(
  written: ReadonlyMap<string, Component>,
  kind: TagKind,
  members: readonly Member[],
): ReadonlyMap<string, Component> {
  const mapping = new Map(written);
  const mapped = new Set(written.values());
  const isFree = (tag: string, { component }: Member): boolean => {
    const rivals = mapped.has(component) ? members : members.filter((each) => !mapped.has(each.component));
    return !mapping.has(tag) && !rivals.some((each) => each.component !== component && each.tags.includes(tag));
  };
  for (const member of members) {
    const { component, tags } = member;
    const goesByName = kind === "string" && tags.length === 0 && !mapped.has(component);
    const values = goesByName ? [component.name] : tags;
    for (const tag of values.filter((each) => isFree(each, member))) mapping.set(tag, component);
  }
  return mapping;
}

/** A schema that allows only these tags, with a place for diagnostics. */
function onlyTags(tags: readonly string[], kind: TagKind, { file, node: { start, end } }: Place): Place {
  const valueOf = { string: String, integer: BigInt, boolean: (tag: string) => tag === "true" }[kind];
  const items = tags.map((tag) => ({ kind: "scalar", value: valueOf(tag), start, end, textStart: undefined }) as const);
  const [first, second] = items;
  const [key, value] =
    first !== undefined && second === undefined
      ? (["const", first] as const)
      : (["enum", { kind: "sequence", items, start, end }] as const);
  return Place.root(file, { kind: "mapping", start, end, entries: [{ key, keyStart: start, keyEnd: start, value }] });
}

/** The kind of tags that a field of this type has in a spec (see `tagKindOf` there). */
function kindOf(type: Type): TagKind | undefined {
  switch (type.kind) {
    case "scalar":
      return tagKindOfScalar(type.scalar);
    case "constant":
      return tagKindOfConstant(type.value.scalar as string | number | bigint | boolean);
    case "enum":
      return tagKindOfConstant(type.values[0]?.value.scalar as string | number | bigint);
    case "union":
      return "string";
    default:
      return undefined;
  }
}

/** The values that a type allows, if they are known. */
function tagsOf(type: Type): readonly string[] {
  if (type.kind === "constant") return [String(type.value.scalar)];
  return type.kind === "enum" && !type.open ? type.values.map(({ value }) => String(value.scalar)) : [];
}
