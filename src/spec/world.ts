/** What the makers of types and of definitions need of each other. */
import type { Span } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";
import type { Declaration } from "./declarations.js";
import type { ModelDraft } from "./drafts.js";
import type { Lookup } from "./lookup.js";
import type { Nullability } from "./nullability.js";
import type { TypeSource } from "./source.js";
import type { GivenValue } from "./values.js";
import type { Definition, Documented, Model, Names, Pattern, Slot } from "./spec.js";

export interface World {
  readonly context: Context;
  readonly lookup: Lookup;
  readonly nullability: Nullability;
  /** What a place that refers to a declaration gets. */
  readonly named: (declaration: Declaration) => Resolved;
  /** A definition for a type that is written in place; what it holds is filled in later. */
  readonly inline: (kind: Definition["kind"], source: TypeSource, site: Site) => Definition;
  /** Keeps values to be checked once their types are whole. */
  readonly checkLater: (values: readonly GivenValue[]) => void;
  /** Keeps a pattern for the languages to look at. */
  readonly addPattern: (pattern: Pattern) => void;
}

/** A named thing as a place that refers to it sees it. */
export interface Resolved {
  readonly slot: Slot;
  readonly documented: Documented;
}

/** Where a type is written: what an inline one is called there, and to whom it belongs. */
export interface Site {
  readonly declaration: Declaration;
  readonly owner: Definition | undefined;
  /** The last part of an inline type's name. */
  readonly key: string;
  readonly span: Span;
  /** Names the author gave further out: to the array or map whose items have this type. */
  readonly given: Given;
}

export interface Given {
  readonly name: string | undefined;
  readonly names: Names;
}

export const noneGiven: Given = { name: undefined, names: new Map() };

/** A model with the places that name the models it extends. */
export interface Inheritance {
  readonly model: ModelDraft;
  readonly bases: readonly { readonly model: Model; readonly span: Span }[];
  readonly ownAdditionalFields: boolean;
}
