/** What the schemas of an API description say, in the terms of a field spec: no keywords, no `allOf`, nullability told apart. */
import type { Scalar } from "../spec/spec.js";
import type { Component } from "./library.js";
import type { Place } from "./place.js";

/** A place that holds a value: a property, an item, a whole component. */
export interface Schema {
  readonly type: Type;
  readonly nullable: boolean;
  readonly notes: Notes;
  readonly default: Place | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly place: Place;
}

/** What is said about a thing, whatever it is. */
export interface Notes {
  /** Empty where the description of the type referred to must not be shown; undefined where it may. */
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

export type Type = ScalarType | ConstantType | ArrayType | MapType | ComponentType | Declaration;

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

export interface MapType {
  readonly kind: "map";
  readonly values: Schema;
}

export interface ComponentType {
  readonly kind: "component";
  readonly component: Component;
}

/** A type that gets a name. */
export type Declaration = ModelDeclaration | EnumDeclaration | UnionDeclaration;

interface DeclarationBase {
  readonly title: string | undefined;
  /** The component that it is but for what a union says of all its members. */
  readonly variantOf?: Component | undefined;
  readonly notes: Notes;
  readonly place: Place;
}

export interface ModelDeclaration extends DeclarationBase {
  readonly kind: "model";
  readonly extends: readonly Component[];
  readonly fields: readonly Field[];
  /** Whether there may be more, or what they hold; undefined where the document does not say. */
  readonly additionalFields: boolean | Schema | undefined;
}

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** What a person should know who reads the spec: where a parameter goes. */
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
  /** That no language can tell its members apart by their types: it is any value, and only the members have names. */
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
 * `references`: what refers to a component stays a reference, and `allOf` becomes `extends`.
 * `documented`: as in the documented family (docs/import.md §3), where a schema that adds something to a component
 * is a type of its own.
 */
export type Style = "references" | "documented";
