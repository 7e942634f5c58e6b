/**
 * Models with a discriminator that others extend (OpenAPI 3.1 §4.8.25.2): a reference to one of them allows any model
 * that extends it. The spec gets a union for such a model, and references refer to the union.
 */
import { addTo } from "../spec/groups.js";
import type { Findings } from "./findings.js";
import { isUnion } from "./hierarchies.js";
import type { Component, Library } from "./library.js";
import { nothingSaid, notesOf } from "./notes.js";
import { Place } from "./place.js";
import { Relations } from "./relations.js";
import type { Schema } from "./schema.js";
import type { View, Views } from "./view.js";

/** A model whose discriminator selects one of its descendants. */
interface Root {
  readonly component: Component;
  readonly discriminator: Place;
  readonly field: string;
}

/** A key of a mapping, and its discriminator field. */
interface Key {
  readonly field: string;
  readonly key: string;
}

export class TaggedBases {
  readonly #unions = new Map<Component, Component | undefined>();
  readonly #schemas = new Map<Component, Schema>();
  readonly #roots = new Map<Component, Root | undefined>();
  readonly #relations: Relations;
  #keys: ReadonlyMap<Component, readonly Key[]> | undefined;

  constructor(
    private readonly library: Library,
    private readonly views: Views,
    private readonly findings: Findings,
  ) {
    this.#relations = new Relations(library);
  }

  /** The union of a model and its descendants; undefined if there are none, or they cannot be distinguished. */
  unionOf(base: Component): Component | undefined {
    if (!this.#unions.has(base)) this.#unions.set(base, this.#makeUnion(base));
    return this.#unions.get(base);
  }

  /** The content of such a union; undefined for any other component. */
  schemaOf(union: Component): Schema | undefined {
    return this.#schemas.get(union);
  }

  /** The values that a model allows in the discriminator field; empty if there is no such field. */
  tagOf(component: Component): View["properties"] {
    const root = this.#tagRootOf(component);
    if (root === undefined) return new Map();
    const { field, discriminator } = root;
    return new Map([[field, [onlyValues(this.#valuesOf(component, root), discriminator)]]]);
  }

  /** The keywords of a component, without its discriminator if that has been handled. */
  withoutTags(component: Component, keys: View["keys"]): View["keys"] {
    const root = this.#rootOf(component);
    if (root === undefined || this.unionOf(root.component) === undefined) return keys;
    return new Map([...keys].filter(([key]) => key !== "discriminator" && key !== givenValue));
  }

  /** The model whose discriminator tells a component from others that extend it. */
  #tagRootOf(component: Component): Root | undefined {
    const root = this.#rootOf(component);
    if (root === undefined) return isUnion(component.place) ? undefined : this.#listingRootOf(component);
    return root.component === component || this.unionOf(root.component) === undefined ? undefined : root;
  }

  /** The nearest union with a string discriminator that a component extends and is a member of. */
  #listingRootOf(component: Component): Root | undefined {
    for (const each of this.#relations.withAncestors(component)) {
      const root = this.#discriminated(each, [each.place]);
      if (root === undefined || !this.#relations.membersOf(each).has(component)) continue;
      return this.#isWithinMapped(component, root) ? undefined : root;
    }
    return undefined;
  }

  /** Whether a mapping leads to a union that a component is a member of, so that its values are not known. */
  #isWithinMapped(component: Component, { discriminator }: Root): boolean {
    return [...(discriminator.get("mapping")?.entries() ?? [])].some(([, target]) => {
      const mapped = this.library.mapped(target);
      return mapped !== undefined && mapped !== component && this.#relations.membersOf(mapped).has(component);
    });
  }

  #makeUnion(base: Component): Component | undefined {
    const root = this.#rootOf(base);
    const others = root === undefined ? [] : this.#descendantsOf(base);
    if (root === undefined || others.length === 0) return undefined;
    const mapping = new Map<string, Component>();
    for (const each of [base, ...others]) {
      const values = this.#valuesOf(each, root).filter((value) => !mapping.has(value));
      if (values.length === 0 && each !== base) this.findings.loss("untaggedModel", each.place);
      for (const value of values) mapping.set(value, each);
    }
    const members = [...new Set(mapping.values())];
    if (members.length < 2) return undefined;
    const { keys } = this.views.of(base.place);
    const { file, node } = base.place;
    const { start, end } = node;
    const oneOf = {
      key: "oneOf",
      keyStart: start,
      keyEnd: start,
      value: { kind: "sequence", items: [], start, end },
    } as const;
    const place = Place.root(file, { kind: "mapping", entries: [oneOf], start, end });
    const union = { name: `Any${base.name}`, place, isMade: true } as const;
    const common = { nullable: false, default: undefined, readOnly: false, writeOnly: false };
    const notes = { ...nothingSaid, description: notesOf(keys, this.findings).description };
    this.#schemas.set(union, {
      ...common,
      notes,
      place,
      nullable: this.findings.flag(keys.get("nullable")),
      type: {
        kind: "union",
        title: undefined,
        notes,
        place,
        members: members.map((component) => {
          return { ...common, type: { kind: "component", component }, notes: nothingSaid, place: base.place };
        }),
        discriminator: { field: root.field, mapping },
        ambiguous: false,
      },
    });
    return union;
  }

  /** The keys of a component in mappings, else its own value, else its name; without values that it forbids. */
  #valuesOf(component: Component, { component: base, field, discriminator }: Root): readonly string[] {
    const isFor = ([, target]: readonly [string, Place]): boolean => this.library.mapped(target) === component;
    const written = [...(discriminator.get("mapping")?.entries() ?? [])].filter(isFor).map(([value]) => value);
    const given = component.place.get(givenValue)?.text;
    const own = written.length > 0 ? written : given === undefined ? this.#namesOf(component, field) : [given];
    const [allowed, ofBase] = [component, base].map((each) => this.#allowedBy(each, field));
    const possible = own.filter((value) => allowed === undefined || allowed.includes(value));
    const isOwn = allowed !== undefined && allowed.length < (ofBase?.length ?? Infinity);
    return possible.length > 0 || !isOwn ? possible : allowed;
  }

  /** The name of a component, and its keys in the mappings of unions. */
  #namesOf(component: Component, field: string): readonly string[] {
    this.#keys ??= this.#readKeys();
    const keys = (this.#keys.get(component) ?? []).filter((each) => each.field === field).map(({ key }) => key);
    return [...new Set([component.name, ...keys])];
  }

  #readKeys(): ReadonlyMap<Component, readonly Key[]> {
    const keys = new Map<Component, Key[]>();
    for (const discriminator of this.library.documents.flatMap((each) => [...discriminatorsIn(each)])) {
      const field = discriminator.get("propertyName")?.text;
      for (const [key, target] of discriminator.get("mapping")?.entries() ?? []) {
        const component = this.library.mapped(target);
        if (component !== undefined && field !== undefined) addTo(keys, component, { field, key });
      }
    }
    return keys;
  }

  /** The strings that the constants and enums of a field allow, if it has any. */
  #allowedBy({ place }: Component, field: string): readonly string[] | undefined {
    const lists = (this.views.of(place).properties.get(field) ?? []).flatMap((schema) => {
      const { keys } = this.views.of(schema);
      const values = keys.has("const") ? keys.get("const") : keys.get("enum");
      return values === undefined ? [] : [values.isSequence ? [...values.items()] : [values]];
    });
    const [first, ...others] = lists.map((list) => list.map((each) => String(each.scalar)));
    return first?.filter((value) => others.every((list) => list.includes(value)));
  }

  /** The nearest model with a string discriminator: itself or one that it extends. */
  #rootOf(component: Component): Root | undefined {
    if (!this.#roots.has(component)) this.#roots.set(component, this.#findRoot(component));
    return this.#roots.get(component);
  }

  #findRoot(component: Component): Root | undefined {
    for (const each of this.#relations.withAncestors(component)) {
      const root = this.#asRoot(each);
      if (root !== undefined) return root;
    }
    return undefined;
  }

  #asRoot(component: Component): Root | undefined {
    const inPlace = [...(component.place.get("allOf")?.items() ?? [])].filter((each) => each.get("$ref") === undefined);
    const whole = [component.place, ...inPlace];
    return whole.some(isUnion) ? undefined : this.#discriminated(component, whole);
  }

  /** A component with a string discriminator in one of its parts. */
  #discriminated(component: Component, parts: readonly Place[]): Root | undefined {
    const discriminator = parts.map((each) => each.get("discriminator")).find((each) => each !== undefined);
    if (discriminator === undefined) return undefined;
    const field = (discriminator.get("propertyName") ?? discriminator).text;
    const schemas = this.views.of(component.place).properties.get(field ?? "");
    if (field === undefined || schemas === undefined) return undefined;
    const types = schemas.flatMap((each) => this.views.of(each).keys.get("type")?.text ?? []);
    return types.every((type) => type === "string") ? { component, discriminator, field } : undefined;
  }

  #descendantsOf(base: Component): readonly Component[] {
    const found = new Set(this.#relations.childrenOf(base));
    const mapping = this.#asRoot(base)?.discriminator.get("mapping");
    for (const [, target] of mapping?.entries() ?? []) {
      const component = this.library.mapped(target);
      if (component !== undefined && this.#relations.basesOf(component).includes(base)) found.add(component);
    }
    for (const each of found) for (const child of this.#relations.childrenOf(each)) found.add(child);
    return [...found].filter((each) => each !== base);
  }
}

function* discriminatorsIn(place: Place): Iterable<Place> {
  for (const [key, value] of place.entries()) {
    if (key === "discriminator" && value.get("mapping") !== undefined) yield value;
    else yield* discriminatorsIn(value);
  }
  for (const each of place.items()) yield* discriminatorsIn(each);
}

/** The extension with a model's discriminator value. */
const givenValue = "x-ms-discriminator-value";

/** A schema that allows only these strings, with a place for diagnostics. */
function onlyValues(values: readonly string[], at: Place): Place {
  const { start, end } = at.node;
  const items = values.map((value) => ({ kind: "scalar", value, start, end, textStart: undefined }) as const);
  const [first, second] = items;
  const entry =
    first !== undefined && second === undefined
      ? { key: "const", value: first }
      : { key: "enum", value: { kind: "sequence", items, start, end } as const };
  const entries = values.length === 0 ? [] : [{ ...entry, keyStart: start, keyEnd: start }];
  return Place.root(at.file, { kind: "mapping", start, end, entries });
}
