/** Converts the keywords of one schema to its type. */
import { problem } from "../diagnostics/problem.js";
import { asPlainArray, itemSchemas, tupleItems } from "./array-parts.js";
import { extensibleEnum, namedEnum, readEnum, typeOfValues, unknownValues } from "./enum-reader.js";
import type { Findings } from "./findings.js";
import type { Component, Library } from "./library.js";
import { readConstraints } from "./constraints.js";
import { reportLosses, reportOthers } from "./losses.js";
import { namingOf } from "./notes.js";
import { NamedEnums } from "./named-enums.js";
import { isNull } from "./nulls.js";
import { ObjectReader } from "./object-reader.js";
import type { Place } from "./place.js";
import { constraintsOf, primitives, scalarOf } from "./scalars.js";
import {
  type Constraints,
  type EnumDeclaration,
  type EnumValue,
  isDeclaration,
  type ModelDeclaration,
  type Schema,
  type Style,
  type Type,
} from "./schema.js";
import type { SchemaReader } from "./schema-reader.js";
import { UnionReader } from "./union-reader.js";
import { saysFormat } from "./whole-numbers.js";
import { toJson } from "../text/tree.js";
import { emptyView, type View, type Views } from "./view.js";
import { anything } from "./typed.js";

export interface TypeReading {
  readonly type: Type;
  readonly nullable: boolean;
  /** The only alternative, which the schema is equal to: its documentation is that of the schema. */
  readonly only?: Schema | undefined;
}

export class TypeReader {
  readonly #unions: UnionReader;
  readonly #namedEnums: NamedEnums;
  readonly #objects: ObjectReader;

  constructor(
    private readonly schemas: SchemaReader,
    private readonly views: Views,
    library: Library,
    private readonly findings: Findings,
    private readonly style: Style,
  ) {
    this.#unions = new UnionReader(schemas, views, library, findings, style);
    this.#namedEnums = new NamedEnums(library);
    this.#objects = new ObjectReader(schemas, this.#unions, findings, style);
  }

  /** @param bases the models that the schema extends */
  read(whole: View, bases: readonly Component[]): TypeReading {
    const view = this.style === "references" && tupleItems(whole) === undefined ? asPlainArray(whole) : whole;
    const types = this.#typesOf(view);
    const union = this.#unions.read(view, types.length === 0 ? this.#implied(view, bases) : types, bases);
    if (union !== undefined) return { ...union, nullable: union.nullable || this.#isNullable(view) };
    const single = this.#single(view, types.length === 1 ? types[0] : undefined, bases);
    reportLosses(view, single, this.findings);
    const type = single.kind === "enum" ? this.#named(single, view) : single;
    const isNamed = isDeclaration(type) || type.kind === "constant";
    const title = this.style === "references" && !isNamed ? view.keys.get("title") : undefined;
    if (title !== undefined) this.findings.loss("keyword", title, { keyword: "title" });
    return { type, nullable: this.#isNullable(view) };
  }

  /** A model without fields. */
  emptyModel(place: Place): ModelDeclaration {
    return this.#objects.model(this.views.of(place), []);
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

  /**
   * The types that keywords are about, if there are several. One alone is taken for the type, as its author means it; JSON
   * Schema allows all other types, too.
   */
  #implied({ keys, properties, place }: View, bases: readonly Component[]): readonly Place[] {
    const isTyped = ["type", "const", "enum", "oneOf", "anyOf", extensibleEnum].some((key) => keys.has(key));
    if (isTyped || bases.length > 0 || this.style === "documented") return [];
    const fields = [...properties.values()][0]?.[0]?.parent;
    const others = keys.get("additionalProperties");
    const about = [
      { type: "array", keyword: "items", at: keys.get("items") },
      { type: "object", keyword: fields === undefined ? "additionalProperties" : "properties", at: fields ?? others },
    ].filter(({ at }) => at !== undefined);
    if (about.length > 1) return about.map(({ type }) => place.with(type));
    for (const { keyword, at = place } of about) this.findings.loss("impliedType", at, { keyword });
    return [];
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
    const type =
      typePlace?.text ?? (keys.has("items") ? "array" : this.style === "references" ? typeOfValues(keys) : undefined);
    const written = keys.get("const") ?? this.#onlyValue(view, type);
    const constant = type === "string" ? written?.asText : written;
    if (constant !== undefined && constant.scalar !== null) return this.#constant(constant, type);
    const isEnum = keys.has("enum") || (keys.has(extensibleEnum) && this.style === "references");
    const found = isEnum && type !== "object" && type !== "array" ? readEnum(view, type, this.findings) : undefined;
    if (found !== undefined) {
      const values = this.#commonValues(found.values, view);
      return { kind: "enum", open: found.open, values, ...namingOf(view, this.findings) };
    }
    if (type === "array") return this.#array(view);
    if (
      type === "object" ||
      bases.length > 0 ||
      (type === undefined && (properties.size > 0 || keys.has("additionalProperties")))
    )
      return this.#objects.read(view, bases);
    return this.#scalar(view, type);
  }

  /** The values that are in every enum of an `allOf`; in a family, those of the last one. */
  #commonValues(values: readonly EnumValue[], view: View): readonly EnumValue[] {
    const lists = (view.others.get("enum") ?? []).map((list) => [...list.items()]);
    const common = values.filter(({ value }) =>
      lists.every((list) =>
        list.some((each) => (value.text === undefined ? each : each.asText).scalar === value.scalar),
      ),
    );
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
      scalar: type === undefined ? "any" : scalarOf(type, emptyView(value), this.style).scalar,
      constraints: new Map(),
    };
  }

  #array(view: View): Type {
    const tuple = this.style === "references" ? tupleItems(view) : undefined;
    if (tuple !== undefined) return { kind: "tuple", items: tuple.map((each) => this.schemas.readInner(each)) };
    const items = view.keys.get("items");
    const schemas = this.style === "references" ? itemSchemas(view) : items && [items];
    const all = (schemas ?? []).map((each) => this.schemas.readInner(each));
    return {
      kind: "array",
      items: schemas === undefined ? this.#anything(view) : opened(this.#unions.anyOf(all, view), view),
      constraints: readConstraints(view, ["minItems", "maxItems", "uniqueItems"], this.findings),
    };
  }

  /** An enum that an extension names is one type wherever it is. */
  #named(type: EnumDeclaration, view: View): Type {
    const name = this.style === "references" ? view.keys.get(namedEnum)?.get("name")?.text : undefined;
    return (name && this.#namedEnums.typeOf(name, type, view)) || type;
  }

  /** The content of a component that is made for such an enum. */
  namedEnum(component: Component): Schema | undefined {
    return this.#namedEnums.schemaOf(component);
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
    const { scalar, kept } = scalarOf(type, view, this.style);
    if (!kept && format !== undefined && !saysFormat(format.text, scalar, view))
      this.findings.loss("format", format, { format: JSON.stringify(format.text), type });
    const constraints: Constraints = readConstraints(view, constraintsOf(scalar), this.findings);
    return { kind: "scalar", scalar, constraints };
  }

  #anything({ place }: View): Schema {
    return anything(place);
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
