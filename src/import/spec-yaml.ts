/** Prints schemas as the YAML of a field spec, in the shortest form. */
import type { DistinctValue } from "./enum-names.js";
import type { FieldNames } from "./field-names.js";
import type { Findings } from "./findings.js";
import {
  asYaml,
  constraintEntries,
  entriesOf,
  enumEntries,
  flag,
  formEntries,
  isBareModel,
  mapping,
  namesByLanguage,
  notesEntries,
  shortest,
} from "./spec-entries.js";
import type { Place } from "./place.js";
import type {
  Declaration,
  EnumValue,
  Field,
  ModelDeclaration,
  Notes,
  Schema,
  Type,
  UnionDeclaration,
} from "./schema.js";
import { isDeclaration } from "./schema.js";
import type { Schemas } from "./schemas.js";
import type { SpecNames } from "./spec-names.js";
import type { SpecTypes } from "./spec-types.js";
import type { TypeTexts } from "./type-texts.js";
import { list, text, token, type Yaml, type YamlEntry } from "../text/yaml-value.js";

/** The decisions about a spec before it is printed. */
export interface SpecDecisions {
  readonly schemas: Schemas;
  readonly names: SpecNames;
  readonly fieldNames: FieldNames;
  /** The values of an enum, with names for those that would have the same one. */
  distinct(values: readonly EnumValue[]): readonly DistinctValue[];
  /** Fields that are required in the documents, but cannot be required in the spec. */
  readonly optional: ReadonlySet<Field>;
  readonly types: SpecTypes;
  readonly texts: TypeTexts;
  /** Whether examples that do not fit are kept. */
  readonly keepsExamples: boolean;
}

export class SpecYaml {
  constructor(
    private readonly decisions: SpecDecisions,
    private readonly findings: Findings,
  ) {}

  /** The value of a model's key. */
  model(schema: Schema, names: ReadonlyMap<string, string>): Yaml {
    const { type, nullable, notes } = this.#simplest(schema);
    const isOtherName = !isDeclaration(type) || (type.kind === "union" && this.decisions.texts.isAnything(type));
    const written = isOtherName
      ? [...this.#type(type, nullable), ...this.#notes(notes, schema), ...this.#body(type, nullable)]
      : [...declared(type, nullable), ...this.#notes(type.notes, schema), ...this.#declaration(type, nullable)];
    return shortest([...entriesOf({ names: namesByLanguage(names) }), ...written], "lines");
  }

  #field(field: Field, model: ModelDeclaration): YamlEntry {
    const { name, required, remark } = field;
    const { fieldNames, optional, schemas } = this.decisions;
    const schema = this.#simplest(field.schema);
    const entries = [
      ...this.#inlineName(schema.type),
      ...entriesOf({ rename: namesByLanguage(fieldNames.renames(model, name)) }),
      ...this.#type(schema.type, schema.nullable),
      ...entriesOf({
        required: flag(required && !optional.has(schemas.origin(field))),
        ...this.#access(schema),
        default: this.#default(schema),
      }),
      ...this.#notes(this.#fieldNotes(schema), schema),
      ...this.#body(schema.type, schema.nullable),
    ];
    return { key: name, value: shortest(entries, "line"), ...(remark !== undefined && { comment: remark }) };
  }

  /** The type of an item, a map's value or a member. */
  #part(schema: Schema): Yaml {
    const { type, nullable, notes } = this.#simplest(schema);
    const before = [...this.#inlineName(type), ...this.#type(type, nullable)];
    return shortest([...before, ...this.#notes(notes, schema), ...this.#body(type, nullable)], "line");
  }

  #simplest(schema: Schema): Schema {
    return { ...schema, type: this.decisions.schemas.simplest(schema.type) };
  }

  /** A field without documentation would show that of the type that it refers to. */
  #fieldNotes({ type, notes }: Schema): Notes {
    const referred = isDeclaration(type) && this.decisions.names.apart(type) !== undefined ? type.notes : undefined;
    return referred?.description === undefined ? notes : { ...notes, description: notes.description ?? "" };
  }

  #inlineName(type: Type): readonly YamlEntry[] {
    const isInline = isDeclaration(type) && this.decisions.texts.of(type) === undefined;
    const found = isInline ? this.decisions.names.inline(type) : undefined;
    return found === undefined ? [] : entriesOf({ name: text(found.name), names: namesByLanguage(found.names) });
  }

  /** `type` and `nullable`, unless other keys imply them. */
  #type(type: Type, nullable: boolean): readonly YamlEntry[] {
    const written = this.decisions.texts.of(type);
    if (written !== undefined) return entriesOf({ type: text(nullable ? `${written}?` : written) });
    if (isDeclaration(type)) return declared(type, nullable);
    if (type.kind === "scalar") return formEntries(type, nullable);
    const hasOwnKey = type.kind === "constant" || type.kind === "tuple";
    return entriesOf({ type: hasOwnKey ? undefined : text(type.kind), nullable: flag(nullable) });
  }

  /** The keys after the documentation: constraints and nested types. */
  #body(type: Type, nullable: boolean): readonly YamlEntry[] {
    const needsKeys = this.decisions.texts.of(type) === undefined;
    switch (type.kind) {
      case "scalar":
        return constraintEntries(type.constraints);
      case "constant":
        return entriesOf({ const: asYaml(type.value) });
      case "array":
        return [
          ...constraintEntries(type.constraints),
          ...entriesOf({ items: needsKeys ? this.#part(type.items) : undefined }),
        ];
      case "tuple":
        return entriesOf({ tuple: list(type.items.map((item) => this.#part(item))) });
      case "map":
        return [
          ...constraintEntries(type.constraints),
          ...entriesOf({ values: needsKeys ? this.#part(type.values) : undefined }),
        ];
      case "component":
        return [];
      default:
        return needsKeys ? this.#declaration(type, nullable) : [];
    }
  }

  #declaration(type: Declaration, nullable: boolean): readonly YamlEntry[] {
    switch (type.kind) {
      case "model":
        return this.#modelEntries(type);
      case "enum":
        return enumEntries(type, this.decisions.distinct(type.values));
      case "union":
        return this.#unionEntries(type, nullable);
    }
  }

  #modelEntries(model: ModelDeclaration): readonly YamlEntry[] {
    const { additionalFields: rest, extends: bases } = model;
    const fields = model.fields.map((field) => this.#field(field, model));
    const references = bases.map((each) => text(this.decisions.names.reference(each)));
    return entriesOf({
      extends: references.length === 0 ? undefined : list(references),
      additionalProperties: typeof rest === "boolean" ? token(rest) : rest && this.#part(rest),
      fields: fields.length === 0 ? undefined : { kind: "map", entries: fields, layout: "lines" },
    });
  }

  /** If the union is nullable, its members need not be. */
  #unionEntries(union: UnionDeclaration, nullable: boolean): readonly YamlEntry[] {
    const written = this.decisions.schemas
      .membersOf(union)
      .map((each) => this.#part(nullable ? { ...each, nullable: false } : each));
    return entriesOf({
      oneOf: list(written),
      discriminator: union.discriminator && this.#discriminator(union.discriminator),
    });
  }

  #discriminator({ field, mapping: models }: NonNullable<UnionDeclaration["discriminator"]>): Yaml {
    const values = [...models].map(
      ([value, component]) => [value, text(this.decisions.names.reference(component))] as const,
    );
    return mapping([["field", text(field)], ...(values.length === 0 ? [] : [["mapping", mapping(values)] as const])]);
  }

  /** The value itself, else the value that it clearly means: `'true'` of a boolean, `1.0` of a string. */
  #default(schema: Schema): Yaml | undefined {
    const { default: written } = schema;
    if (written === undefined || !this.findings.isSayable(written)) return undefined;
    const meant = [written, ...meanings(written)].find((each) => this.decisions.types.allows(each, schema));
    if (meant === undefined) this.findings.loss("default", written);
    return meant && asYaml(meant);
  }

  /**
   * Documentation without examples that do not fit: they would be reported each time the spec is read. The pages of a
   * family have them.
   */
  #notes(notes: Notes, schema: Schema): readonly YamlEntry[] {
    const fitting = notes.examples.filter((each) => this.decisions.types.allows(each, schema));
    if (fitting.length === notes.examples.length) return notesEntries(notes);
    if (this.decisions.keepsExamples) return [...notesEntries(notes), ...entriesOf({ checkExamples: token(false) })];
    for (const each of notes.examples) if (!fitting.includes(each)) this.findings.loss("example", each);
    return notesEntries({ ...notes, examples: fitting });
  }

  #access({ readOnly, writeOnly, place }: Schema): {
    readonly readOnly: Yaml | undefined;
    readonly writeOnly: Yaml | undefined;
  } {
    if (readOnly && writeOnly) this.findings.loss("readAndWriteOnly", place);
    return { readOnly: flag(readOnly && !writeOnly), writeOnly: flag(writeOnly && !readOnly) };
  }
}

/** The scalars of other types that a scalar can mean. */
function meanings(value: Place): readonly Place[] {
  if (value.text === undefined) return value.scalar === undefined || value.scalar === null ? [] : [value.asText];
  if (/^(?:true|false)$/i.test(value.text)) return [value.with(value.text.toLowerCase() === "true")];
  if (!/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(value.text)) return [];
  const number = Number(value.text);
  const isRounded = Number.isInteger(number) && !Number.isSafeInteger(number);
  return [value.with(isRounded ? BigInt(value.text.split(".")[0] ?? "") : number)];
}

/** An empty model needs `type: object`; all other types are implied by their keys. */
function declared(type: Declaration, nullable: boolean): readonly YamlEntry[] {
  const isBare = type.kind === "model" && isBareModel(type);
  return entriesOf({ type: isBare ? text("object") : undefined, nullable: flag(nullable) });
}
