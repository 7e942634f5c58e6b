/** The merged keywords of a schema and all parts of its `allOf` and `$ref`. */
import { problem } from "../diagnostics/problem.js";
import { maxDepth } from "../text/depth.js";
import type { Findings } from "./findings.js";
import { Hierarchies, isUnion } from "./hierarchies.js";
import { given, keywordsIn, schemasIn } from "./keywords.js";
import type { Library } from "./library.js";
import { annotations } from "./notes.js";
import { type Place, valueText } from "./place.js";

export interface View {
  readonly place: Place;
  /**
   * All keywords but the ones below, `allOf` and `$ref`; later parts override earlier ones, the schema itself all of
   * them.
   */
  readonly keys: ReadonlyMap<string, Place>;
  /** The keywords that were overridden. */
  readonly others: ReadonlyMap<string, readonly Place[]>;
  /** Each property with all the schemas that it must match. */
  readonly properties: ReadonlyMap<string, readonly Place[]>;
  readonly required: ReadonlyMap<string, Place>;
  /** The schemas that it is merged from. */
  readonly sources: ReadonlySet<Place>;
}

/** A part of a schema: another schema, or a `$ref` to one. */
export type Part = { readonly schema: Place } | ReferredPart;

export interface ReferredPart {
  readonly ref: Place;
  /** Set if a member of a union includes the union: only its fields count, not its alternatives. */
  readonly onlyFields: boolean;
}

/** The parts of a schema in order, and its own keywords. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly own: View;
}

export class Views {
  readonly #known = new Map<Place, View>();
  readonly #parts = new Map<Place, Parts>();
  readonly #active = new Set<Place>();
  readonly #hierarchies: Hierarchies;

  constructor(
    private readonly library: Library,
    private readonly findings: Findings,
  ) {
    this.#hierarchies = new Hierarchies(library);
  }

  /** Spots: circular-ref, too-deep, wrong-kind, unresolved-ref. */
  of(schema: Place): View {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    this.#active.add(schema);
    const all = this.#partsOf(schema);
    const parts = all.parts.filter((part) => this.#mayEnter(part, schema));
    this.#parts.set(schema, { parts, own: all.own });
    const views = [...parts.flatMap((part) => this.ofPart(part)), all.own];
    const view = merged(views);
    this.#active.delete(schema);
    if (parts.length > 0) this.#reportBlind(views, view);
    this.#known.set(schema, view);
    return view;
  }

  /** All schemas that were read. */
  get read(): Iterable<Place> {
    return this.#known.keys();
  }

  /** Without the parts by which a schema would consist of itself. */
  parts(schema: Place): Parts {
    this.of(schema);
    return this.#parts.get(schema) ?? this.#partsOf(schema);
  }

  #partsOf(schema: Place): Parts {
    const ref = given(schema.get("$ref"));
    const allOf = schemasIn(schema.get("allOf"), this.findings).map((each): Part => {
      const inner = each.size === 1 ? each.get("$ref") : undefined;
      return inner === undefined ? { schema: each } : this.#referred(schema, inner);
    });
    return { parts: [...(ref === undefined ? [] : [this.#referred(schema, ref)]), ...allOf], own: this.#own(schema) };
  }

  #referred(schema: Place, ref: Place): ReferredPart {
    const target = schema.size === 1 && ref.parent === schema ? undefined : this.#target(ref);
    const onlyFields = target !== undefined && isUnion(target) && this.#hierarchies.isInside(schema, target);
    return { ref, onlyFields };
  }

  #target(ref: Place): Place | undefined {
    const target = this.library.schemaAt(ref);
    return target && ("component" in target ? target.component.place : target.place);
  }

  /** Reports `additionalProperties` that looks at the properties of its own schema only, as JSON Schema defines it. */
  #reportBlind(views: readonly View[], { properties }: View): void {
    for (const each of views) {
      const additional = each.keys.get("additionalProperties");
      if (additional === undefined || additional.scalar === true) continue;
      const restricts = additional.scalar === false || additional.size > 0;
      if (restricts && [...properties.keys()].some((name) => !each.properties.has(name)))
        this.findings.loss("blindAdditional", additional);
    }
  }

  ofPart(part: Part): readonly View[] {
    if ("schema" in part) return [this.of(part.schema)];
    const target = this.#target(part.ref);
    if (target === undefined) return [];
    return [part.onlyFields ? fieldsOf(this.of(target)) : this.of(target)];
  }

  #mayEnter(part: Part, schema: Place): boolean {
    const target = "schema" in part ? part.schema : this.#target(part.ref);
    if (target === undefined || this.#known.has(target)) return true;
    if (this.#active.has(target)) {
      this.findings.spot((pointer) => problem("circular-ref", "schema", { pointer }), schema);
      return false;
    }
    if (this.#active.size > maxDepth) {
      this.findings.spot((pointer) => problem("too-deep", "composition", { pointer, limit: maxDepth }), schema);
      return false;
    }
    return true;
  }

  #own(schema: Place): View {
    if (allowsNothing(schema, this.findings) || schema.scalar === true) return emptyView(schema);
    const keys = new Map(keywordsIn(schema, this.findings));
    const named = this.#properties(schema.get("properties")).map(([name, each]) => [name, [each]] as const);
    return {
      place: schema,
      keys,
      others: new Map(),
      properties: new Map(named),
      required: this.#required(schema),
      sources: new Set([schema]),
    };
  }

  /** Tools also allow a `$ref` in place of all properties. */
  #properties(place: Place | undefined): readonly (readonly [string, Place])[] {
    const isReference = place?.get("$ref")?.text !== undefined;
    const others = [...this.findings.entries(place)].filter(([name]) => !isReference || name !== "$ref");
    return isReference ? [...this.findings.entries(this.library.follow(place)), ...others] : others;
  }

  #required(schema: Place): ReadonlyMap<string, Place> {
    const list = schema.get("required");
    if (typeof list?.scalar === "boolean") {
      // As in JSON Schema before draft 4, and still in use next to a property's type.
      this.findings.loss("required", list);
      return new Map();
    }
    return new Map(
      [...this.findings.items(list)].flatMap((each) => {
        const name = this.findings.text(each);
        return name === undefined ? [] : [[name, each] as const];
      }),
    );
  }
}

/** The keywords of a union about the fields of its members, without its alternatives and its documentation. */
export function fieldsOf(union: View): View {
  const isMeant = ([key]: readonly [string, unknown]): boolean =>
    !unionKeys.has(key) && !annotations.has(key) && !key.startsWith("x-");
  const sources = new Set([...union.sources].filter((each) => each !== union.place));
  return {
    ...union,
    keys: new Map([...union.keys].filter(isMeant)),
    others: new Map([...union.others].filter(isMeant)),
    sources,
  };
}

/** The keywords that make a schema a union. */
export const unionKeys: ReadonlySet<string> = new Set(["oneOf", "anyOf", "discriminator"]);

/** Merges views: later keywords override earlier ones; properties are in the order of their first occurrence. */
export function merged(views: readonly View[]): View {
  const place = views.at(-1)?.place;
  if (place === undefined) throw new RangeError("there is nothing to merge");
  const properties = new Map<string, readonly Place[]>();
  for (const view of views) {
    for (const [name, schemas] of view.properties)
      properties.set(name, [...new Set([...(properties.get(name) ?? []), ...schemas])]);
  }
  const keys = new Map(views.flatMap((view) => [...view.keys]));
  return {
    place,
    keys,
    others: othersIn(views, keys),
    required: new Map(views.flatMap((view) => [...view.required])),
    properties,
    sources: new Set(views.flatMap((view) => [...view.sources])),
  };
}

/** Merges a member of a union with the keywords for all members. */
export function withShared(own: View, shared: View): View {
  return merged([shared, own, { ...emptyView(own.place), keys: shared.keys }]);
}

/** Whether a schema is `false`, which is reported as dropped. */
export function allowsNothing(schema: Place, findings: Findings): boolean {
  const isNever = schema.scalar === false;
  if (isNever) findings.loss("nothing", schema);
  return isNever;
}

function othersIn(views: readonly View[], last: View["keys"]): View["others"] {
  const others = new Map<string, Set<Place>>();
  const add = (key: string, place: Place): void => {
    if (place === last.get(key)) return;
    others.set(key, (others.get(key) ?? new Set()).add(place));
  };
  for (const view of views) {
    for (const [key, places] of view.others) for (const place of places) add(key, place);
    for (const [key, place] of view.keys) add(key, place);
  }
  return new Map([...others].map(([key, places]) => [key, [...places]]));
}

/** Overridden values of a keyword that differ from the last one. */
export function otherValues({ keys, others }: View, key: string): readonly Place[] {
  const last = keys.get(key);
  return (others.get(key) ?? []).filter((each) => last === undefined || valueText(each) !== valueText(last));
}

export function emptyView(place: Place): View {
  return {
    place,
    keys: new Map(),
    others: new Map(),
    properties: new Map(),
    required: new Map(),
    sources: new Set([place]),
  };
}
