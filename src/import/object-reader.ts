/** Converts the keywords of an object to a model or a map. */
import { readConstraints } from "./constraints.js";
import type { Findings } from "./findings.js";
import type { Component } from "./library.js";
import { namingOf } from "./notes.js";
import type { Place } from "./place.js";
import type { Field, ModelDeclaration, Schema, Style, Type } from "./schema.js";
import { constraintsOfMaps } from "./scalars.js";
import type { SchemaReader } from "./schema-reader.js";
import { anything } from "./typed.js";
import type { UnionReader } from "./union-reader.js";
import type { View } from "./view.js";

export class ObjectReader {
  constructor(
    private readonly schemas: SchemaReader,
    private readonly unions: UnionReader,
    private readonly findings: Findings,
    private readonly style: Style,
  ) {}

  read(view: View, bases: readonly Component[]): Type {
    const isDocumented = this.style === "documented";
    const additional = view.keys.get("additionalProperties");
    const hasFields = view.properties.size > 0 || bases.length > 0 || (!isDocumented && view.required.size > 0);
    if (hasFields || (isDocumented && additional === undefined)) return this.model(view, bases);
    if (additional === undefined || mayBeAnything(additional)) return this.#map(view, anything(view.place));
    const values = this.#restOf(view, bases);
    return typeof values === "object" ? this.#map(view, values) : this.model(view, bases);
  }

  #map(view: View, values: Schema): Type {
    return { kind: "map", values, constraints: readConstraints(view, constraintsOfMaps, this.findings) };
  }

  /** @param bases the models that it extends */
  model(view: View, bases: readonly Component[]): ModelDeclaration {
    const fields = [...view.properties].map(([name, schemas]): Field => ({
      name,
      required: view.required.has(name),
      schema: this.schemas.readAll(schemas as [Place, ...Place[]]),
    }));
    const others = [...view.required].flatMap(([name, place]) =>
      view.properties.has(name) ? [] : this.#requiredField(name, place, view),
    );
    const additionalFields = this.#restOf(view, bases);
    return {
      kind: "model",
      extends: bases,
      fields: [...fields, ...others],
      additionalFields,
      ...namingOf(view, this.findings),
    };
  }

  /** A required property without a schema: it can have any value that other properties can have. */
  #requiredField(name: string, place: Place, view: View): readonly Field[] {
    const additional = view.keys.get("additionalProperties");
    if (this.style === "references") {
      const isAny = additional?.isMapping !== true || isPatterned(view);
      return [{ name, required: true, schema: isAny ? anything(place) : this.schemas.readInner(additional) }];
    }
    this.findings.loss("requiredProperty", place);
    return [];
  }

  /** What other fields an object can have: those with a pattern can only be distinguished by their type. */
  #restOf(view: View, bases: readonly Component[]): ModelDeclaration["additionalFields"] {
    const additional = view.keys.get("additionalProperties");
    if (this.style === "documented" || !isPatterned(view) || (additional !== undefined && mayBeAnything(additional)))
      return additional && this.#additionalFields(additional, bases);
    if (additional === undefined) return undefined;
    const patterns = [...this.findings.entries(view.keys.get("patternProperties"))].map(([, each]) => each);
    if (patterns.some(mayBeAnything)) return bases.length === 0 ? true : undefined;
    const schemas = [...patterns, additional].filter((each) => each.scalar !== false);
    const all = schemas.map((each) => this.schemas.readInner(each));
    return all.length === 0 ? false : this.unions.anyOf(all, view);
  }

  /** Allowing more fields does not override what a base requires of them. */
  #additionalFields(additional: Place, bases: readonly Component[]): ModelDeclaration["additionalFields"] {
    if (additional.scalar === false) return false;
    if (!mayBeAnything(additional)) return this.schemas.readInner(additional);
    return bases.length === 0 ? true : undefined;
  }
}

function isPatterned({ keys }: View): boolean {
  return (keys.get("patternProperties")?.size ?? 0) > 0;
}

function mayBeAnything(schema: Place): boolean {
  return schema.scalar === true || (schema.isMapping && schema.size === 0);
}
