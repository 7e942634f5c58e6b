/**
 * The schemas of an API description in the terms of a field spec: without keywords and `allOf`, nullability separate.
 */
import type { Scalar } from "../spec/spec.js";
import type { Component } from "./library.js";
import type { Place } from "./place.js";

/** Something that holds a value: a property, an item, a whole component. */
export interface Schema {
  readonly type: Type;
  readonly nullable: boolean;
  readonly notes: Notes;
  readonly default: Place | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly place: Place;
}

/** Documentation. */
export interface Notes {
  /** Empty if the description of the referenced type must not be shown; undefined if it may. */
  readonly description: string | undefined;
  readonly examples: readonly Place[];
  readonly deprecated: Deprecation | undefined;
  readonly externalDocs: ExternalDocs | undefined;
}

export interface Deprecation {
  readonly message: string | undefined;
  readonly use: string | undefined;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description: string | undefined;
}

export type Type = ScalarType | ConstantType | ArrayType | TupleType | MapType | ComponentType | Declaration;

export interface ScalarType {
  readonly kind: "scalar";
  readonly scalar: Scalar;
  readonly constraints: Constraints;
}

export interface ConstantType {
  readonly kind: "constant";
  readonly value: Place;
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: Schema;
  readonly constraints: Constraints;
}

export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly Schema[];
}

export interface MapType {
  readonly kind: "map";
  readonly values: Schema;
  readonly constraints: Constraints;
}

export interface ComponentType {
  readonly kind: "component";
  readonly component: Component;
}

/** A type that gets a name. */
export type Declaration = ModelDeclaration | EnumDeclaration | UnionDeclaration;

interface DeclarationBase {
  readonly title: Place | undefined;
  /** The component that it is made from, if a union adds keywords to all its members. */
  readonly variantOf?: Component | undefined;
  readonly notes: Notes;
  readonly place: Place;
}

export interface ModelDeclaration extends DeclarationBase {
  readonly kind: "model";
  readonly extends: readonly Component[];
  readonly fields: readonly Field[];
  /** Whether more fields are allowed, or their type; undefined if the document does not specify it. */
  readonly additionalFields: boolean | Schema | undefined;
}

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** A comment for readers of the spec: the location of a parameter. */
  readonly remark?: string;
}

export interface EnumDeclaration extends DeclarationBase {
  readonly kind: "enum";
  readonly open: boolean;
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  readonly value: Place;
  readonly name: string | undefined;
  readonly description: string | undefined;
}

export interface UnionDeclaration extends DeclarationBase {
  readonly kind: "union";
  readonly members: readonly Schema[];
  readonly discriminator: Discriminator | undefined;
  /** Set if no language can distinguish its members: then it is any value, and only the members have names. */
  readonly ambiguous: boolean;
}

export interface Discriminator {
  readonly field: string;
  readonly mapping: ReadonlyMap<string, Component>;
}

/** The validation keywords that a spec has too, by their names there. */
export type Constraints = ReadonlyMap<string, Place>;

export function isDeclaration(type: Type): type is Declaration {
  return type.kind === "model" || type.kind === "enum" || type.kind === "union";
}

/**
 * How schemas become types.
 * `references`: a reference to a component stays a reference, and `allOf` becomes `extends`.
 * `documented`: as in the documented family (docs/import.md §3), where a schema that adds something to a component
 * is a separate type.
 */
export type Style = "references" | "documented";
