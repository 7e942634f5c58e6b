/** From schemas to the YAML of a field spec, in its shortest forms. */
import type { FieldNames } from "./field-names.js";
import type { Findings } from "./findings.js";
import { componentsIn } from "./graph.js";
import type { Component } from "./library.js";
import type { Place } from "./place.js";
import type {
  Declaration,
  Deprecation,
  EnumDeclaration,
  Field,
  ModelDeclaration,
  Notes,
  Schema,
  Type,
  UnionDeclaration,
} from "./schema.js";
import { isDeclaration } from "./schema.js";
import type { SpecTypes } from "./spec-types.js";
import type { SpecNames } from "./spec-names.js";
import { list, text, token, type Yaml, type YamlEntry, type YamlMap } from "./yaml/value.js";

/** What is decided about a spec before it is written. */
export interface SpecDecisions {
  readonly names: SpecNames;
  readonly fieldNames: FieldNames;
  /** Fields that are required in the documents and cannot be in the spec. */
  readonly optional: ReadonlySet<Field>;
  readonly types: SpecTypes;
  /** A text that equal types share, whatever they are called. */
  readonly signature: (type: Type) => string;
  readonly component: (component: Component) => Schema;
}

export class SpecYaml {
  constructor(
    private readonly decisions: SpecDecisions,
    private readonly findings: Findings,
  ) {}

  /** What stands under a model's name. */
  model({ type, nullable, notes }: Schema, names: ReadonlyMap<string, string>): Yaml {
    const isName = !isDeclaration(type) || (type.kind === "union" && this.#isAnything(type));
    const written = isName
      ? [...this.#type(type, nullable), ...this.#notes(notes), ...this.#body(type, nullable)]
      : [...declaredType(type, nullable), ...this.#notes(type.notes), ...this.#declaration(type, nullable)];
    return short([...namesEntry("names", names), ...written], "lines");
  }

  /** A field with its name. */
  #field(field: Field, model: ModelDeclaration): YamlEntry {
    const { name, schema, remark } = field;
    const { fieldNames, optional } = this.decisions;
    const entries = [
      ...this.#inlineName(schema.type),
      ...namesEntry("rename", fieldNames.renames(model, name)),
      ...this.#type(schema.type, schema.nullable),
      ...(field.required && !optional.has(field) ? [entry("required", token(true))] : []),
      ...this.#access(schema),
      ...this.#default(schema),
      ...this.#notes(this.#fieldNotes(schema)),
      ...this.#body(schema.type, schema.nullable),
    ];
    return { ...entry(name, short(entries, "line")), ...(remark !== undefined && { comment: remark }) };
  }

  /** A field that says nothing itself would show what the type that it refers to says. */
  #fieldNotes({ type, notes }: Schema): Notes {
    const referred = isDeclaration(type) && this.decisions.names.apart(type) !== undefined ? type.notes : undefined;
    return referred?.description === undefined ? notes : { ...notes, description: notes.description ?? "" };
  }

  /** An item, a value, a member: a type by itself. */
  #part(schema: Schema): Yaml {
    const { type, nullable, notes } = schema;
    const entries = [
      ...this.#inlineName(type),
      ...this.#type(type, nullable),
      ...this.#notes(notes),
      ...this.#body(type, nullable),
    ];
    return short(entries, "line");
  }

  #inlineName(type: Type): readonly YamlEntry[] {
    const isInline = isDeclaration(type) && this.#expression(type) === undefined;
    const found = isInline ? this.decisions.names.inline(type) : undefined;
    return found === undefined ? [] : [entry("name", text(found.name)), ...namesEntry("names", found.names)];
  }

  /** `type` and `nullable`, as far as the keys of the body do not say them. */
  #type(type: Type, nullable: boolean): readonly YamlEntry[] {
    const expression = this.#expression(type);
    if (expression !== undefined) return [entry("type", text(nullable ? `${expression}?` : expression))];
    if (isDeclaration(type)) return declaredType(type, nullable);
    return [...(type.kind === "constant" ? [] : [entry("type", text(type.kind))]), ...nullableEntry(nullable)];
  }

  /** The type as text, if that says all there is to say. */
  #expression(type: Type): string | undefined {
    switch (type.kind) {
      case "scalar":
        return type.scalar;
      case "component":
        return this.decisions.names.reference(type.component);
      case "array": {
        const items = this.#plainExpression(type.items);
        return items && `${items}[]`;
      }
      case "map": {
        const values = this.#plainExpression(type.values);
        return values && `map<${values}>`;
      }
      case "constant":
        return undefined;
      case "union":
        return this.#isAnything(type) ? "any" : this.decisions.names.apart(type);
      default:
        return this.decisions.names.apart(type);
    }
  }

  /** A union whose members cannot be told apart, or are not all part of the spec: a family without unions has not walked them. */
  #isAnything(union: UnionDeclaration): boolean {
    if (union.ambiguous) return true;
    const { names } = this.decisions;
    const isWhole = [...componentsIn({ type: union })].every((component) => names.includes(component));
    if (!isWhole) this.findings.loss("a union of models that the documented family does not have", union.place);
    return !isWhole;
  }

  #plainExpression({ type, nullable, notes }: Schema): string | undefined {
    if (this.#notes(notes).length > 0 || ("constraints" in type && type.constraints.size > 0)) return undefined;
    const expression = this.#expression(type);
    return expression && (nullable ? `${expression}?` : expression);
  }

  /** What follows the documentation: constraints, and everything that is nested. */
  #body(type: Type, nullable: boolean): readonly YamlEntry[] {
    switch (type.kind) {
      case "scalar":
        return constraintEntries(type.constraints);
      case "constant":
        return [entry("const", toYaml(type.value))];
      case "array":
        return [...constraintEntries(type.constraints), ...this.#nested("items", type, type.items)];
      case "map":
        return this.#nested("values", type, type.values);
      case "component":
        return [];
      default:
        return this.#expression(type) === undefined ? this.#declaration(type, nullable) : [];
    }
  }

  #nested(key: string, type: Type, part: Schema): readonly YamlEntry[] {
    return this.#expression(type) === undefined ? [entry(key, this.#part(part))] : [];
  }

  #declaration(type: Declaration, nullable: boolean): readonly YamlEntry[] {
    switch (type.kind) {
      case "model":
        return this.#modelBody(type);
      case "enum":
        return enumBody(type);
      case "union":
        return this.#unionBody(type, nullable);
    }
  }

  #modelBody(model: ModelDeclaration): readonly YamlEntry[] {
    const { fields, additionalFields, extends: bases } = model;
    const rest =
      additionalFields === "keep"
        ? undefined
        : additionalFields === "reject"
          ? token(false)
          : this.#part(additionalFields);
    const written = fields.map((field) => this.#field(field, model));
    return [
      ...(bases.length === 0
        ? []
        : [entry("extends", list(bases.map((each) => text(this.decisions.names.reference(each)))))]),
      ...(rest === undefined ? [] : [entry("additionalProperties", rest)]),
      ...(written.length === 0 ? [] : [entry("fields", { kind: "map", entries: written, layout: "lines" } as const)]),
    ];
  }

  /** Where the union may be null, its members need not say so too. */
  #unionBody({ members, discriminator }: UnionDeclaration, nullable: boolean): readonly YamlEntry[] {
    const mapping = [...(discriminator?.mapping ?? [])].map(([value, component]) =>
      entry(value, text(this.decisions.names.reference(component))),
    );
    const field = discriminator && entry("field", text(discriminator.field));
    return [
      entry(
        "oneOf",
        list(this.#distinct(members).map((each) => this.#part(nullable ? { ...each, nullable: false } : each))),
      ),
      ...(field === undefined
        ? []
        : [entry("discriminator", map([field, ...(mapping.length === 0 ? [] : [entry("mapping", map(mapping))])]))]),
    ];
  }

  /** Names for one type make one member. */
  #distinct(members: readonly Schema[]): readonly Schema[] {
    const signatures = members.map(({ type }) => this.#signature(type));
    return members.filter((_, index) => signatures.indexOf(signatures[index] as string) === index);
  }

  #signature(type: Type): string {
    const { signature, component } = this.decisions;
    if (type.kind === "union" && this.#isAnything(type)) return "any";
    if (type.kind !== "component") return signature(type);
    const named = component(type.component).type;
    return named.kind === "component" || (named.kind === "union" && this.#isAnything(named))
      ? this.#signature(named)
      : signature(type);
  }

  #default(schema: Schema): readonly YamlEntry[] {
    if (schema.default === undefined) return [];
    if (this.decisions.types.allows(schema.default, schema)) return [entry("default", toYaml(schema.default))];
    this.findings.loss('a "default" that does not fit its type', schema.default);
    return [];
  }

  #access({ readOnly, writeOnly, place }: Schema): readonly YamlEntry[] {
    if (readOnly && writeOnly) this.findings.loss('"readOnly" together with "writeOnly"', place);
    if (readOnly === writeOnly) return [];
    return [entry(readOnly ? "readOnly" : "writeOnly", token(true))];
  }

  #notes({ description, examples, deprecated, externalDocs }: Notes): readonly YamlEntry[] {
    const [first] = examples;
    return [
      ...(description === undefined ? [] : [entry("description", text(description))]),
      ...(deprecated === undefined ? [] : [entry("deprecated", deprecation(deprecated))]),
      ...(first !== undefined && examples.length === 1 ? [entry("example", toYaml(first))] : []),
      ...(examples.length > 1 ? [entry("examples", list(examples.map(toYaml)))] : []),
      ...(externalDocs === undefined ? [] : [entry("externalDocs", map(definedEntries({ ...externalDocs })))]),
    ];
  }
}

/** Nothing but a type is written as the type. */
function short(entries: readonly YamlEntry[], layout: YamlMap["layout"]): Yaml {
  const [first] = entries;
  if (entries.length === 1 && first?.key === "type") return first.value;
  const isLong = entries.some(({ key }) => longKeys.has(key));
  return { kind: "map", entries, layout: isLong ? "lines" : layout };
}

/** Keys whose values are meant to be read and changed by themselves. */
const longKeys: ReadonlySet<string> = new Set(["description", "fields", "oneOf", "items", "values", "enum"]);

function enumBody({ values, open }: EnumDeclaration): readonly YamlEntry[] {
  const written = values.map(({ value, name, description }) => {
    if (name === undefined && description === undefined) return toYaml(value);
    return map([entry("value", toYaml(value)), ...definedEntries({ name, description })]);
  });
  return [...(open ? [entry("open", token(true))] : []), entry("enum", list(written))];
}

/** A model that has nothing to it says that it is one; everything else is told by its keys. */
function declaredType(type: Declaration, nullable: boolean): readonly YamlEntry[] {
  return [
    ...(type.kind === "model" && isBare(type) ? [entry("type", text("object"))] : []),
    ...nullableEntry(nullable),
  ];
}

function nullableEntry(nullable: boolean): readonly YamlEntry[] {
  return nullable ? [entry("nullable", token(true))] : [];
}

function isBare({ fields, additionalFields, extends: bases }: ModelDeclaration): boolean {
  return fields.length === 0 && bases.length === 0 && additionalFields === "keep";
}

function constraintEntries(constraints: ReadonlyMap<string, Place>): readonly YamlEntry[] {
  return [...constraints].map(([name, place]) => entry(name, toYaml(place)));
}

function deprecation({ message, use }: Deprecation): Yaml {
  if (use !== undefined) return map(definedEntries({ message, use }));
  return message === undefined ? token(true) : text(message);
}

function namesEntry(key: "names" | "rename", names: ReadonlyMap<string, string>): readonly YamlEntry[] {
  return names.size === 0 ? [] : [entry(key, map([...names].map(([language, name]) => entry(language, text(name)))))];
}

function definedEntries(texts: Readonly<Record<string, string | undefined>>): readonly YamlEntry[] {
  return Object.entries(texts).flatMap(([key, value]) => (value === undefined ? [] : [entry(key, text(value))]));
}

/** A value of the document as it stands there. */
function toYaml(place: Place): Yaml {
  if (place.isMapping) return map([...place.entries()].map(([key, value]) => entry(key, toYaml(value))));
  if (place.isSequence) return list([...place.items()].map(toYaml));
  const { scalar } = place;
  return typeof scalar === "string" ? text(scalar) : token(scalar ?? null);
}

function map(entries: readonly YamlEntry[]): YamlMap {
  return { kind: "map", entries, layout: "line" };
}

function entry(key: string, value: Yaml): YamlEntry {
  return { key, value };
}
