/** The names in the printed spec. */
import type { Component } from "./library.js";
import type { Declaration } from "./schema.js";

export interface SpecNames {
  /** Whether a component is part of the spec. */
  includes(component: Component): boolean;
  /** The name of a component in the spec. */
  key(component: Component): string;
  /** The type expression that refers to it: its name, with the namespace if another namespace has that name too. */
  reference(component: Component): string;
  /** Its names in individual languages. */
  keyNames(component: Component): ReadonlyMap<string, string>;
  /** The name of a type that is inside a component but separate in the spec; undefined for an inline type. */
  apart(declaration: Declaration): string | undefined;
  /** The name of an inline type, also in individual languages; undefined if it has the default name. */
  inline(declaration: Declaration): InlineName | undefined;
}

export interface InlineName {
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
}
