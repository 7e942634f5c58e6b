/** The keywords of a schema together with those of all that its `allOf` and `$ref` take in. */
import { maxDepth } from "../text/depth.js";
import type { Findings } from "./findings.js";
import type { Library } from "./library.js";
import { type Place, valueText } from "./place.js";

export interface View {
  readonly place: Place;
  /** Every keyword but the ones below, `allOf` and `$ref`; of equal ones the last, the schema's own after all others. */
  readonly keys: ReadonlyMap<string, Place>;
  /** Of equal keywords those before the last. */
  readonly others: ReadonlyMap<string, readonly Place[]>;
  /** Each property with all the schemas that it must match. */
  readonly properties: ReadonlyMap<string, readonly Place[]>;
  readonly required: ReadonlyMap<string, Place>;
  /** The schemas that it is put together from. */
  readonly sources: ReadonlySet<Place>;
}

/** A part of a schema: another schema in whole, or one that its `$ref` leads to. */
export type Part = { readonly schema: Place } | { readonly ref: Place };

/** The parts of a schema in their order, and what it says itself beside them. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly own: View;
}

export class Views {
  readonly #known = new Map<Place, View>();
  readonly #parts = new Map<Place, Parts>();
  readonly #active = new Set<Place>();

  constructor(
    private readonly library: Library,
    private readonly findings: Findings,
  ) {}

  /** Diagnostics: circular-ref, too-deep, wrong-kind, unresolved-ref. */
  of(schema: Place): View {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    if (!this.#mayEnter(schema)) return emptyView(schema);
    this.#active.add(schema);
    const { parts, own } = this.parts(schema);
    const view = merged([...parts.flatMap((part) => this.ofPart(part)), own]);
    this.#active.delete(schema);
    this.#known.set(schema, view);
    return view;
  }

  parts(schema: Place): Parts {
    const known = this.#parts.get(schema) ?? this.#partsOf(schema);
    this.#parts.set(schema, known);
    return known;
  }

  #partsOf(schema: Place): Parts {
    const ref = schema.get("$ref");
    const allOf = [...this.findings.items(schema.get("allOf"))].map((each): Part => {
      const inner = each.size === 1 ? each.get("$ref") : undefined;
      return inner === undefined ? { schema: each } : { ref: inner };
    });
    return { parts: [...(ref === undefined ? [] : [{ ref }]), ...allOf], own: this.#own(schema) };
  }

  #target(part: Part): Place | undefined {
    if ("schema" in part) return part.schema;
    const target = this.library.schemaAt(part.ref);
    return target && ("component" in target ? target.component.place : target.place);
  }

  ofPart(part: Part): readonly View[] {
    const target = this.#target(part);
    return target === undefined ? [] : [this.of(target)];
  }

  #mayEnter(schema: Place): boolean {
    if (this.#active.has(schema)) {
      this.findings.error(
        "circular-ref",
        schema,
        `The schema at ${schema.pointer} consists of itself, directly or through others`,
      );
      return false;
    }
    if (this.#active.size > maxDepth) {
      this.findings.error(
        "too-deep",
        schema,
        `The schema at ${schema.pointer} is put together over more than ${maxDepth} levels`,
      );
      return false;
    }
    return true;
  }

  #own(schema: Place): View {
    if (allowsNothing(schema, this.findings) || schema.scalar === true) return emptyView(schema);
    const keys = new Map<string, Place>();
    for (const [key, value] of this.findings.entries(schema)) if (!structural.has(key)) keys.set(key, value);
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

  /** Tools let a `$ref` stand for all of the properties too. */
  #properties(place: Place | undefined): readonly (readonly [string, Place])[] {
    const isReference = place?.get("$ref")?.text !== undefined;
    const others = [...this.findings.entries(place)].filter(([name]) => !isReference || name !== "$ref");
    return isReference ? [...this.findings.entries(this.library.follow(place)), ...others] : others;
  }

  #required(schema: Place): ReadonlyMap<string, Place> {
    const list = schema.get("required");
    if (typeof list?.scalar === "boolean") {
      // As JSON Schema had it before 2013, and as people still write it beside a property's type.
      this.findings.loss('a "required" that is no list of properties', list);
      return new Map();
    }
    return new Map(
      [...this.findings.items(list)].flatMap((each) => (each.text === undefined ? [] : [[each.text, each] as const])),
    );
  }
}

const structural: ReadonlySet<string> = new Set(["$ref", "allOf", "properties", "required"]);

/** Views as one: of equal keywords the last, properties in the order in which they come first. */
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

/** Whether a schema is `false`. That is told as lost. */
export function allowsNothing(schema: Place, findings: Findings): boolean {
  const isNever = schema.scalar === false;
  if (isNever) findings.loss("a schema that allows nothing", schema);
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

/** What a keyword says elsewhere than in its last place, where that differs. */
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
