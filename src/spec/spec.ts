/**
 * A checked spec in one version, with all references resolved: the input of the languages. It does not depend on any
 * language.
 */
import type { Span } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";

export interface Spec {
  /** The API version, or undefined if the config lists none. */
  readonly version: string | undefined;
  /**
   * All definitions, in the order of the sources (files by path, then top to bottom); an inline type follows the
   * definition that contains it.
   */
  readonly definitions: readonly Definition[];
  /** Each definition that differs between requests and responses, as declared, with the two that take its place. */
  readonly divided: ReadonlyMap<Definition, readonly Definition[]>;
  /** All patterns, with their places. */
  readonly patterns: readonly Pattern[];
  /** The built-in types of the models' fields, also inside arrays and maps. */
  readonly scalars: ReadonlySet<Scalar>;
}

export interface Pattern {
  readonly pattern: string;
  readonly span: Span;
}

/** A type that gets a name, a page and a class. Names of arrays, maps and scalars are replaced by their types. */
export type Definition = Model | Enum | Union;

interface DefinitionBase extends Documented {
  /** The name as written, or as derived for an inline type: `ConnectSession_categories`. Languages convert its case. */
  readonly name: string;
  /** Names that the author chose, by language id or target name. */
  readonly names: Names;
  /** The names that it had before. */
  readonly renamedFrom?: readonly string[];
  /** As set in the file; undefined means the target's own namespace. */
  readonly namespace: string | undefined;
  /** The owner of an inline type; undefined for a declaration under `models:`. */
  readonly owner: Definition | undefined;
  /** Of a definition that differs between requests and responses: where it is used, and the one for the other direction. */
  readonly direction?: Directed;
  /** The name in the source, or the key that holds the inline type. */
  readonly span: Span;
}

export interface Directed {
  readonly use: "request" | "response";
  readonly other: Definition;
}

export type Names = ReadonlyMap<string, string>;

/** Documentation of a definition, field, value or member. */
export interface Documented {
  readonly description: string | undefined;
  readonly examples: readonly Json[];
  readonly deprecated: Deprecation | undefined;
  readonly externalDocs: ExternalDocs | undefined;
}

export interface Deprecation {
  /** The reason, in the author's words. */
  readonly message: string | undefined;
  /** The name of the replacement. */
  readonly use: string | undefined;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description: string | undefined;
}

export interface Model extends DefinitionBase {
  readonly kind: "model";
  /**
   * Inherited fields first, in the order of `extends`, then its own; a field that is declared again keeps its position.
   */
  readonly fields: readonly Field[];
  readonly extends: readonly Model[];
  readonly abstract: boolean;
  /** What happens to unknown fields: kept as any JSON, rejected, or kept as values of one type. */
  readonly additionalFields: "keep" | "reject" | Slot;
  /** Whether the spec declares explicitly that they are kept; then the docs mention it. */
  readonly saysKeep: boolean;
}

export interface Enum extends DefinitionBase {
  readonly kind: "enum";
  readonly base: "string" | "integer";
  /** Whether unknown values are kept. */
  readonly open: boolean;
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  readonly value: string | number | bigint;
  /** The values that it had before, which are still read. */
  readonly renamedFrom?: readonly EnumValue["value"][];
  /** A name for the member, if not that of the value. */
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
  /** The JSON name of the discriminator field. */
  readonly field: string;
  readonly kind: TagKind;
  /** All its values as strings, with the members that they select, in order. */
  readonly mapping: ReadonlyMap<string, Model | Union>;
}

/** The kinds of tags; an integer has 64 bits. */
export type TagKind = "string" | "integer" | "boolean";

export type TagValue = string | bigint | boolean;

/** Something that holds a value: a field, an array's item, a map's value. */
export interface Slot {
  readonly type: Type;
  /** Whether it may be null. */
  readonly nullable: boolean;
}

export interface Field extends Slot, Documented {
  /** The name in JSON. */
  readonly name: string;
  /** The name that every language makes the property's name of, in place of the name in JSON. */
  readonly alias: string | undefined;
  /** Names that the author chose for the property, by language id or target name. */
  readonly renames: Names;
  /** The names in JSON that it had before, which are still read. */
  readonly renamedFrom?: readonly string[];
  /** Other names in JSON that are read. */
  readonly aliases?: readonly string[];
  /** Whether the key must be present. */
  readonly required: boolean;
  /** The values that select its model in the unions that have it as a member; undefined if there are none. */
  readonly tags?: readonly TagValue[];
  readonly default: Json | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly span: Span;
}

export type Type = ScalarType | ConstantType | ArrayType | TupleType | MapType | Reference;

export interface ScalarType {
  readonly kind: "scalar";
  readonly scalar: Scalar;
  readonly constraints: Constraints;
}

/** A constant: a string, number or boolean. */
export interface ConstantType {
  readonly kind: "constant";
  readonly value: string | number | bigint | boolean;
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: Slot;
  readonly constraints: Constraints;
}

/** An array with a type for each position. */
export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly Slot[];
}

export interface MapType {
  readonly kind: "map";
  /** The enum of strings that the keys are values of; undefined for any keys. */
  readonly keys?: Enum;
  readonly values: Slot;
  readonly constraints: Constraints;
}

export interface Reference {
  readonly kind: "reference";
  readonly to: Definition;
}

/** The built-in types. `bytes` is base64 in JSON; `decimal` is a JSON string or number without rounding. */
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
  "local-date-time",
  "time",
  "duration",
  "uuid",
  "uri",
  "email",
  "bytes",
] as const;

export type BuiltIn = (typeof scalars)[number];

/** A built-in type in one of its forms in JSON: a form other than the default is a scalar of its own. */
export type Scalar = BuiltIn | (typeof otherForms)[number];

export const otherForms = [
  "decimal as number",
  "long as string",
  "date-time as epoch-seconds",
  "date-time as epoch-milliseconds",
] as const;

/** JSON Schema's validation keywords. A type has only those that apply to it. */
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
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
