/**
 * A checked spec, in one version, all references resolved: what the languages see. It knows no language.
 */
import type { Span } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";

export interface Spec {
  /** The API version this is, or undefined where the config lists none. */
  readonly version: string | undefined;
  /**
   * Everything that has a name of its own, in the order of the sources (files by path, then top to bottom); an inline
   * type follows the definition it is written in.
   */
  readonly definitions: readonly Definition[];
  /** Every regular expression that values are checked with, and where it is written. */
  readonly patterns: readonly Pattern[];
  /** The built-in types that fields of models hold, by themselves or in arrays and maps. */
  readonly scalars: ReadonlySet<Scalar>;
}

export interface Pattern {
  readonly pattern: string;
  readonly span: Span;
}

/** Something that gets a name, a page and a class. Names for arrays, maps and scalars are resolved away. */
export type Definition = Model | Enum | Union;

interface DefinitionBase extends Documented {
  /** The name as written, or as derived for an inline type: `ConnectSession_categories`. Languages give it its casing. */
  readonly name: string;
  /** Names that the author chose, by language id or target name. */
  readonly names: Names;
  /** As set in the file; undefined means the target's own namespace. */
  readonly namespace: string | undefined;
  /** Where an inline type is written; undefined for what stands under `models:`. */
  readonly owner: Definition | undefined;
  /** The name in the source, or the key that holds the inline type. */
  readonly span: Span;
}

export type Names = ReadonlyMap<string, string>;

/** What is said about a thing, whatever it is. */
export interface Documented {
  readonly description: string | undefined;
  readonly examples: readonly Json[];
  readonly deprecated: Deprecation | undefined;
  readonly externalDocs: ExternalDocs | undefined;
}

export interface Deprecation {
  /** Why, in the author's words. */
  readonly message: string | undefined;
  /** The name of what to use instead. */
  readonly use: string | undefined;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description: string | undefined;
}

export interface Model extends DefinitionBase {
  readonly kind: "model";
  /** Own and inherited: those of the models it extends first, in order; a field that is written again stays in place. */
  readonly fields: readonly Field[];
  readonly extends: readonly Model[];
  readonly abstract: boolean;
  /** What becomes of fields the spec does not list: kept as any JSON, rejected, or kept as values of one type. */
  readonly additionalFields: "keep" | "reject" | Slot;
  /** Whether the spec says in so many words that they are kept, so that docs say it too. */
  readonly saysKeep: boolean;
}

export interface Enum extends DefinitionBase {
  readonly kind: "enum";
  readonly base: "string" | "integer";
  /** Whether values that are not listed are kept. */
  readonly open: boolean;
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  readonly value: string | number | bigint;
  /** A name for the member where the value's own will not do. */
  readonly name: string | undefined;
  readonly names: Names;
  readonly description: string | undefined;
  readonly deprecated: Deprecation | undefined;
  readonly span: Span;
}

export interface Union extends DefinitionBase {
  readonly kind: "union";
  readonly members: readonly UnionMember[];
  readonly discriminator: Discriminator | undefined;
}

export interface UnionMember {
  readonly type: Type;
  readonly description: string | undefined;
  readonly span: Span;
}

export interface Discriminator {
  /** The JSON name of the field that tells the members apart. */
  readonly field: string;
  readonly kind: TagKind;
  /** Every value it may have, as text, with the member it stands for, in order. */
  readonly mapping: ReadonlyMap<string, Model>;
}

/** What kind of values tells members apart; an integer is one of 64 bits. */
export type TagKind = "string" | "integer" | "boolean";

/** A place that holds a value: a field, an array's item, a map's value. */
export interface Slot {
  readonly type: Type;
  /** Whether null is a value it may hold. */
  readonly nullable: boolean;
}

export interface Field extends Slot, Documented {
  /** The name in JSON. */
  readonly name: string;
  /** Names that the author chose for the property, by language id or target name. */
  readonly renames: Names;
  /** Whether the key must be present. */
  readonly required: boolean;
  readonly default: Json | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly span: Span;
}

export type Type = ScalarType | ConstantType | ArrayType | MapType | Reference;

export interface ScalarType {
  readonly kind: "scalar";
  readonly scalar: Scalar;
  readonly constraints: Constraints;
}

/** Exactly this value: a string, number or boolean. */
export interface ConstantType {
  readonly kind: "constant";
  readonly value: string | number | bigint | boolean;
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: Slot;
  readonly constraints: Constraints;
}

export interface MapType {
  readonly kind: "map";
  readonly values: Slot;
}

export interface Reference {
  readonly kind: "reference";
  readonly to: Definition;
}

/** The built-in types. `bytes` is base64 in JSON, `decimal` a JSON string or number that is kept exactly. */
export const scalars = [
  "string",
  "boolean",
  "any",
  "integer",
  "int32",
  "long",
  "number",
  "float",
  "decimal",
  "date",
  "date-time",
  "time",
  "duration",
  "uuid",
  "uri",
  "email",
  "bytes",
] as const;

export type Scalar = (typeof scalars)[number];

/** JSON Schema's validation keywords; those that do not apply to a type are never set on it. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMinimum?: number | bigint;
  readonly exclusiveMaximum?: number | bigint;
  readonly multipleOf?: number | bigint;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}
