/** The common part of types with the same structure (see `signatureOf`) and different constraints. */
import type { Findings } from "./findings.js";
import { partsOf, withParts } from "./graph.js";
import type { Component } from "./library.js";
import { type Place, valueText } from "./place.js";
import { plainScalar } from "./scalars.js";
import type { Constraints, Schema, Type } from "./schema.js";

/** The type that a component is an alias of; undefined if it is not an alias. */
export type SeeThrough = (component: Component) => Schema | undefined;

export type Several = readonly [Schema, ...Schema[]];

/** Keywords inside a schema, by a key of their path and value. */
type Detail = readonly [id: string, keyword: string, place: Place];

/** A path inside a schema, and the components on it. */
interface Site {
  readonly path: string;
  readonly visited: readonly Component[];
}

const outermost: Site = { path: "", visited: [] };

export class InCommon {
  readonly #origins = new WeakMap<object, object>();

  constructor(
    private readonly findings: Findings,
    private readonly seeThrough: SeeThrough,
  ) {}

  /**
   * The type of a schema that has no more constraints than the others, else that of the first without the constraints
   * that only it has. Reports the constraints that only some of them have.
   */
  of(schemas: Several): Schema {
    const [first, ...others] = schemas;
    if (others.length === 0) return first;
    const details = schemas.map((each) => [...this.#detailsIn(each, outermost)]);
    const counts = counted(details.flatMap((each) => [...new Set(each.map(([id]) => id))]));
    const isShared = (id: string): boolean => counts.get(id) === schemas.length;
    const apart = details.map((each) => each.filter(([id]) => !isShared(id)));
    for (const [, keyword, place] of apart.flat()) {
      this.findings.loss("unshared", place, { keyword });
    }
    const lenient = schemas.filter((_, index) => apart[index]?.length === 0);
    const chosen = lenient.find(({ type }) => type.kind === "scalar") ?? lenient[0];
    const { type, nullable } = chosen ?? this.#only(first, isShared, outermost);
    const mayBeNull = schemas.some((each) => this.#mayBeNull(each));
    const isSaid = chosen !== undefined && this.#mayBeNull(chosen);
    return { ...first, type, nullable: isSaid ? nullable : mayBeNull };
  }

  #mayBeNull({ type, nullable }: Schema): boolean {
    return nullable || (type.kind === "component" && this.seeThrough(type.component)?.nullable === true);
  }

  /** The type or field before constraints were removed. */
  origin<T extends object>(made: T): T {
    const before = this.#origins.get(made) as T | undefined;
    return before === undefined ? made : this.origin(before);
  }

  *#detailsIn(schema: Schema, { path, visited }: Site): Iterable<Detail> {
    const { type } = schema;
    yield* path === "" ? [] : accessDetails(schema, path);
    if (type.kind === "component") {
      const meant = visited.includes(type.component) ? undefined : this.seeThrough(type.component);
      if (meant !== undefined) yield* this.#detailsIn(meant, { path, visited: [...visited, type.component] });
    }
    yield* ownDetails(schema, path);
    if (type.kind === "union" && type.ambiguous) return;
    for (const [index, part] of partsOf(type).entries()) {
      yield* this.#detailsIn(part, { path: `${path}/${index}`, visited });
    }
  }

  /** The schema itself if nothing was removed. */
  #only(schema: Schema, isShared: (id: string) => boolean, { path, visited }: Site): Schema {
    const { type } = schema;
    if ([...this.#detailsIn(schema, { path, visited })].every(([id]) => isShared(id))) return schema;
    const meant = type.kind === "component" ? this.seeThrough(type.component) : undefined;
    if (type.kind === "component" && meant !== undefined) {
      const { type: inner, nullable } = this.#only(meant, isShared, { path, visited: [...visited, type.component] });
      return { ...schema, type: inner, nullable: schema.nullable || nullable };
    }
    const parts = withParts(
      type,
      (part, index) => this.#only(part, isShared, { path: `${path}/${index}`, visited }),
      (field, made) => this.#made(field, made),
    );
    const access = path === "" ? schema : accessOf(schema, path, isShared);
    return { ...access, type: this.#made(type, lenientType(parts, schema, path, isShared)) };
  }

  #made<T extends object>(origin: T, made: T): T {
    this.#origins.set(made, origin);
    return made;
  }
}

/** How a part is used: whether it has a default, and who may write it. */
function accessDetails({ default: value, readOnly, writeOnly, place }: Schema, path: string): readonly Detail[] {
  const ofDefault: readonly Detail[] =
    value === undefined ? [] : [[idOf(path, "default", valueText(value)), "default", value]];
  const flags = Object.entries({ readOnly, writeOnly }).filter(([, isSet]) => isSet);
  return [...ofDefault, ...flags.map(([key]): Detail => [idOf(path, key, "true"), key, place.get(key) ?? place])];
}

function accessOf(schema: Schema, path: string, isShared: (id: string) => boolean): Schema {
  const kept = new Set(accessDetails(schema, path).flatMap(([id, keyword]) => (isShared(id) ? keyword : [])));
  return {
    ...schema,
    default: kept.has("default") ? schema.default : undefined,
    readOnly: kept.has("readOnly"),
    writeOnly: kept.has("writeOnly"),
  };
}

/** The constraints of a type, and its format if that allows fewer values. */
function ownDetails({ type, place }: Pick<Schema, "type" | "place">, path: string): readonly Detail[] {
  const constraints = "constraints" in type ? [...type.constraints] : [];
  const details = constraints.map(([key, value]): Detail => [idOf(path, key, valueText(value)), key, value]);
  if (type.kind !== "scalar" || plainScalar(type.scalar) === type.scalar) return details;
  return [...details, [idOf(path, "format", type.scalar), "format", place.get("format") ?? place]];
}

function lenientType(type: Type, { place }: Schema, path: string, isShared: (id: string) => boolean): Type {
  if (!("constraints" in type)) return type;
  const kept = new Map(
    ownDetails({ type, place }, path).flatMap(([id, key, value]) => (isShared(id) ? [[key, value]] : [])),
  );
  const constraints: Constraints = new Map([...type.constraints].filter(([key]) => kept.has(key)));
  if (type.kind !== "scalar") return { ...type, constraints };
  return { ...type, constraints, scalar: kept.has("format") ? type.scalar : plainScalar(type.scalar) };
}

function counted(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function idOf(path: string, keyword: string, value: string): string {
  return `${path} ${keyword}=${value}`;
}
