/** What the resolution of types and that of definitions need from each other. */
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
  /** The type of a reference to a declaration. */
  readonly named: (declaration: Declaration) => Resolved;
  /** The definition of an inline type; its content is filled in later. */
  readonly inline: (kind: Definition["kind"], source: TypeSource, site: Site) => Definition;
  /** Adds values to check once their types are complete. */
  readonly checkLater: (values: readonly GivenValue[]) => void;
  /** Adds a pattern, which the languages check later. */
  readonly addPattern: (pattern: Pattern) => void;
}

/** A declaration as seen by a reference to it. */
export interface Resolved {
  readonly slot: Slot;
  readonly documented: Documented;
}

/** Where a type is written: it determines the name and the owner of an inline type. */
export interface Site {
  readonly declaration: Declaration;
  readonly owner: Definition | undefined;
  /** The last part of an inline type's name. */
  readonly key: string;
  /** What that was under former names of the field. */
  readonly formerKeys?: readonly string[] | undefined;
  readonly span: Span;
  /** Names the author gave further out: to the array or map whose items have this type. */
  readonly given: Given;
}

export interface Given {
  readonly name: string | undefined;
  readonly names: Names;
}

export const noneGiven: Given = { name: undefined, names: new Map() };

/** A model with the places of the names in its `extends` and `from`. */
export interface Inheritance {
  readonly model: ModelDraft;
  readonly bases: readonly { readonly model: Model; readonly span: Span }[];
  readonly derivation: Derivation | undefined;
  readonly source: TypeSource;
}

/** The source of a derived model, and what it takes from it. */
export interface Derivation {
  readonly model: Model;
  /** Where the model is named. */
  readonly span: Span;
  /** The fields that `pick` or `omit` lists; without any, it has all fields. */
  readonly names: readonly NamedField[];
  readonly how: "pick" | "omit";
  /** Whether all fields are optional and have no defaults: what a patch does not contain must not change. */
  readonly partial: boolean;
}

interface NamedField {
  readonly name: string;
  readonly span: Span;
}
