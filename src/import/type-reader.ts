/** Converts the keywords of one schema to its type. */
import { problem } from "../diagnostics/problem.js";
import { readEnum, unknownValues } from "./enum-reader.js";
import type { Findings } from "./findings.js";
import type { Component, Library } from "./library.js";
import { readConstraints } from "./constraints.js";
import { reportLosses, reportOthers, reportPropertyLosses } from "./losses.js";
import { notesOf, titleIn } from "./notes.js";
import { isNull } from "./nulls.js";
import type { Place } from "./place.js";
import { constraintsOf, primitives, scalarOf } from "./scalars.js";
import {
  type Constraints,
  type EnumValue,
  type Field,
  isDeclaration,
  type ModelDeclaration,
  type Schema,
  type Style,
  type Type,
} from "./schema.js";
import type { SchemaReader } from "./schema-reader.js";
import { UnionReader } from "./union-reader.js";
import { toJson } from "../text/tree.js";
import type { View, Views } from "./view.js";
import { anything } from "./typed.js";

export interface TypeReading {
  readonly type: Type;
  readonly nullable: boolean;
  /** The only alternative, which the schema is equal to: its documentation is that of the schema. */
  readonly only?: Schema | undefined;
}

export class TypeReader {
  readonly #unions: UnionReader;

  constructor(
    private readonly schemas: SchemaReader,
    private readonly views: Views,
    library: Library,
    private readonly findings: Findings,
    private readonly style: Style,
  ) {
    this.#unions = new UnionReader(schemas, views, library, findings, style);
  }

  /** @param bases the models that the schema extends */
  read(view: View, bases: readonly Component[]): TypeReading {
    const types = this.#typesOf(view);
    const union = this.#unions.read(view, types, bases);
    if (union !== undefined) return { ...union, nullable: union.nullable || this.#isNullable(view) };
    const type = this.#single(view, types.length === 1 ? types[0] : undefined, bases);
    reportLosses(view, type, this.findings);
    const isNamed = isDeclaration(type) || type.kind === "constant";
    const title = this.style === "references" && !isNamed ? view.keys.get("title") : undefined;
    if (title !== undefined) this.findings.loss("keyword", title, { keyword: "title" });
    return { type, nullable: this.#isNullable(view) };
  }

  /** A model without fields. */
  emptyModel(place: Place): ModelDeclaration {
    return this.#model(this.views.of(place), [], undefined);
  }

  /** The types that a value may have, without null; in a family, those given last. */
  #typesOf({ keys, others }: View): readonly Place[] {
    const last = this.#listed(keys.get("type"));
    return (others.get("type") ?? []).reduce((types, other) => {
      const common = typesInCommon(types, this.#listed(other));
      const isUsable = common.length > 0 && this.style === "references";
      if (!isUsable && common.length < types.length) this.findings.loss("type", other);
      return isUsable ? common : types;
    }, last);
  }

  #listed(type: Place | undefined): readonly Place[] {
    const all = type === undefined ? [] : type.isSequence ? [...type.items()] : [type];
    return all.filter((each) => this.#isKnownType(each) && each.text !== "null");
  }

  #isKnownType(type: Place): boolean {
    const isKnown = [...primitives, "object", "array", "null"].includes(type.text ?? "");
    if (!isKnown) {
      const words = { type: JSON.stringify(toJson(type.node)) };
      this.findings.spot((pointer) => problem("invalid-value", "schemaType", { ...words, pointer }), type, "any");
    }
    return isKnown;
  }

  #isNullable({ keys }: View): boolean {
    if (this.findings.flag(keys.get("nullable")) || this.findings.flag(keys.get("x-nullable"))) return true;
    const type = keys.get("type");
    if (type?.text === "null" || [...(type?.items() ?? [])].some((each) => each.text === "null")) return true;
    return (
      keys.get("const")?.scalar === null || [...(keys.get("enum")?.items() ?? [])].some((each) => each.scalar === null)
    );
  }

  #single(view: View, typePlace: Place | undefined, bases: readonly Component[]): Type {
    const { keys, properties } = view;
    const type = typePlace?.text ?? (keys.has("items") ? "array" : undefined);
    const constant = keys.get("const") ?? this.#onlyValue(view, type);
    if (constant !== undefined && constant.scalar !== null) return this.#constant(constant, type);
    if (keys.has("enum") && type !== "object" && type !== "array") {
      const found = readEnum(view, type, this.findings);
      if (found !== undefined)
        return {
          kind: "enum",
          open: found.open,
          values: this.#commonValues(found.values, view),
          ...this.#naming(view),
        };
    }
    if (type === "array") return this.#array(view);
    if (
      type === "object" ||
      bases.length > 0 ||
      (type === undefined && (properties.size > 0 || keys.has("additionalProperties")))
    )
      return this.#object(view, bases);
    return this.#scalar(view, type);
  }

  /** The values that are in every enum of an `allOf`; in a family, those of the last one. */
  #commonValues(values: readonly EnumValue[], view: View): readonly EnumValue[] {
    const lists = (view.others.get("enum") ?? []).map((list) => new Set([...list.items()].map(({ scalar }) => scalar)));
    const common = values.filter(({ value }) => lists.every((list) => list.has(value.scalar)));
    if (common.length > 0 && this.style === "references") return common;
    reportOthers(view, "enum", this.findings);
    return values;
  }

  /** The value of an enum with one value that is not a string or an integer. */
  #onlyValue({ keys }: View, type: string | undefined): Place | undefined {
    const values = [...(keys.get("enum")?.items() ?? [])].filter((each) => each.scalar !== null);
    const isSuch = this.style === "references" && values.length === 1 && (type === "boolean" || type === "number");
    return isSuch && typeof values[0]?.scalar === type ? values[0] : undefined;
  }

  #constant(value: Place, type: string | undefined): Type {
    if (value.scalar === undefined) this.findings.loss("const", value);
    else if (this.findings.isSayable(value)) return { kind: "constant", value };
    return {
      kind: "scalar",
      scalar: type === undefined ? "any" : scalarOf(type, undefined, this.style).scalar,
      constraints: new Map(),
    };
  }

  #array(view: View): Type {
    const items = view.keys.get("items");
    return {
      kind: "array",
      items: items === undefined ? this.#anything(view) : opened(this.#inner(items), view),
      constraints: readConstraints(view, ["minItems", "maxItems", "uniqueItems"], this.findings),
    };
  }

  #object(view: View, bases: readonly Component[]): Type {
    const additional = view.keys.get("additionalProperties");
    const isMap =
      view.properties.size === 0 && bases.length === 0 && additional !== undefined && additional.scalar !== false;
    if (isMap)
      return { kind: "map", values: additional.scalar === true ? this.#anything(view) : this.#inner(additional) };
    const isFree = view.properties.size === 0 && bases.length === 0 && additional === undefined;
    if (isFree && this.style === "references") return { kind: "map", values: this.#anything(view) };
    return this.#model(view, bases, additional);
  }

  #model(view: View, bases: readonly Component[], additional: Place | undefined): ModelDeclaration {
    for (const [name, place] of view.required) {
      if (!view.properties.has(name)) this.findings.loss("requiredProperty", place);
    }
    const fields = [...view.properties].map(([name, schemas]): Field => ({
      name,
      required: view.required.has(name),
      schema: this.schemas.readAll(schemas as [Place, ...Place[]]),
    }));
    const additionalFields = additional && this.#additionalFields(additional, bases);
    return { kind: "model", extends: bases, fields, additionalFields, ...this.#naming(view) };
  }

  /** Allowing more fields does not override what a base requires of them. */
  #additionalFields(additional: Place, bases: readonly Component[]): ModelDeclaration["additionalFields"] {
    if (additional.scalar === false) return false;
    const isAny = additional.scalar === true || (additional.isMapping && additional.size === 0);
    if (!isAny) return this.#inner(additional);
    return bases.length === 0 ? true : undefined;
  }

  #scalar(view: View, type: string | undefined): Type {
    const format = view.keys.get("format");
    if (type === undefined) {
      if (isNull(view.keys)) this.findings.loss("onlyNull", view.place);
      const types = view.keys.get("type");
      if (types !== undefined && this.#listed(types).length > 1) this.findings.loss("types", types);
      if (format !== undefined) this.findings.loss("untypedFormat", format);
      return { kind: "scalar", scalar: "any", constraints: new Map() };
    }
    const encoded = type === "string" && view.keys.get("contentEncoding")?.text === "base64";
    const { scalar, kept } = scalarOf(
      type,
      encoded && format === undefined ? "byte" : this.findings.text(format),
      this.style,
    );
    if (!kept && format !== undefined)
      this.findings.loss("format", format, { format: JSON.stringify(format.text), type });
    const constraints: Constraints = readConstraints(view, constraintsOf(scalar), this.findings);
    return { kind: "scalar", scalar, constraints };
  }

  /** A schema that is not a field: keywords that only a field can have are dropped. */
  #inner(place: Place): Schema {
    const schema = this.schemas.read(place);
    reportPropertyLosses(schema, this.findings);
    return schema;
  }

  #anything({ place }: View): Schema {
    return anything(place);
  }

  #naming({ keys, place }: View) {
    return { title: titleIn(keys), notes: notesOf(keys, this.findings), place };
  }
}

/** The types that both lists allow; an integer is a number. */
function typesInCommon(types: readonly Place[], others: readonly Place[]): readonly Place[] {
  const has = (list: readonly Place[], name: string | undefined): boolean => list.some((each) => each.text === name);
  const isOf = (each: Place, list: readonly Place[]): boolean =>
    has(list, each.text) || (each.text === "integer" && has(list, "number"));
  if (types.length === 0 || others.length === 0) return types;
  return [
    ...types.filter((each) => isOf(each, others)),
    ...others.filter((each) => !has(types, each.text) && isOf(each, types)),
  ];
}

/** An extension next to an array of enum values applies to the values. */
function opened(items: Schema, { keys }: View): Schema {
  const { type } = items;
  const opens = keys.get(unknownValues)?.text === "allow" && type.kind === "enum";
  return opens ? { ...items, type: { ...type, open: true } } : items;
}
