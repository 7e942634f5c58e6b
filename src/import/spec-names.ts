/** What things are called in the spec that is written. */
import type { Component } from "./library.js";
import type { Declaration } from "./schema.js";

export interface SpecNames {
  /** Whether a component is part of the spec. */
  includes(component: Component): boolean;
  /** The name under which a component stands in the spec. */
  key(component: Component): string;
  /** What a type says to refer to it: its name, with the namespace where another namespace has that name too. */
  reference(component: Component): string;
  /** Names that single languages have for it. */
  keyNames(component: Component): ReadonlyMap<string, string>;
  /** The name of a type that is written in a component but stands beside it in the spec; undefined for an inline type. */
  apart(declaration: Declaration): string | undefined;
  /** The name of an inline type, and where single languages have another; undefined where the one that it gets by itself will do. */
  inline(declaration: Declaration): InlineName | undefined;
}

export interface InlineName {
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
}
