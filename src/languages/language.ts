/** What one must provide to add a language. */
import type { Dialect, Value } from "../code/lay-out.js";
import type { Target } from "../config/config.js";
import type { Diagnostic, Span } from "../diagnostics.js";
import type { Definition, Spec } from "../spec/spec.js";

export interface Language {
  /** The word used in a config, in `names:` and as the folder under `templates/`: `ruby`. */
  readonly id: string;
  /** The word used in texts for people: `Ruby`. */
  readonly title: string;
  /** Where models go unless the target says otherwise: `shared`. */
  readonly defaultNamespace: string;
  /** The order of fields unless the target says otherwise (format §4). */
  readonly defaultFieldOrder: Target["fieldOrder"];
  /** Target options of this language alone. */
  readonly options: Readonly<Record<string, LanguageOption>>;
  /** The name that a class gets that is called after this, "" where nothing in it can be used. */
  className(name: string): string;
  /** The name that a field gets by itself, "" where nothing in its JSON name can be used. */
  fieldName(jsonName: string): string;
  /** Whether classes can check a pattern; those of the spec are regular expressions of ECMAScript with the flag `u`. */
  canMatch(pattern: string): boolean;
  /** Every file of the target, still as data; and what cannot be said in this language. */
  pages(spec: Spec, target: Target): Pages & { readonly diagnostics: readonly Diagnostic[] };
}

/** The pages of a target, made when they are asked for, so that only one at a time holds its view in memory. */
export interface Pages {
  /**
   * The pages of one definition; none if the target does not show it. They may depend on the target, on the definition, on
   * whatever it refers to, on the unions it is a member of and the models that extend it, and on the names of all
   * definitions; but on nothing else of the spec, so that they need not be made again while all that stays as it is.
   */
  of(definition: Definition): Iterable<Page>;
  /**
   * Those that show the spec as a whole, and those that support the others. Where a spec is large (see `outlinesOf`), they
   * may depend on no more of its definitions than outlines say: names, what is said about them, and what they refer to.
   */
  others(): Iterable<Page>;
}

/** The pages of all of them. */
export function together(...all: readonly Pages[]): Pages {
  return {
    *of(definition) {
      for (const pages of all) yield* pages.of(definition);
    },
    *others() {
      for (const pages of all) yield* pages.others();
    },
  };
}

/** Every page, in a stable order. */
export function* everyPage(spec: Spec, pages: Pages): Iterable<Page> {
  yield* pages.others();
  for (const definition of spec.definitions) yield* pages.of(definition);
}

/** A key that a target of this language may have. */
export interface LanguageOption {
  /** One sentence, shown by editors. */
  readonly description: string;
  readonly default: string | boolean;
  /** What a text must look like, as a regular expression that matches all of it. */
  readonly pattern?: string;
  /** The same in words, for people: `a Java package`. */
  readonly form?: string;
  /** The only texts allowed. */
  readonly values?: readonly string[];
}

/** One file to be made. */
export interface Page {
  /** Relative to the target's output folder, with forward slashes. */
  readonly path: string;
  /**
   * The template's name inside `templates/<language>/`, without `.hbs`: `docs/model`; or a source file of its `runtime/`
   * folder, with its ending: `runtime/Copies.java`.
   */
  readonly template: string;
  /**
   * What the template may see: finished strings, booleans and lists; every key present. For a source file, the placeholders
   * in it and the strings that replace them.
   */
  readonly view: View;
  /** What lays out the code in the view; left out where there is none. */
  readonly dialect?: Dialect;
  /** The definition it shows, or undefined for indexes and support files. */
  readonly model: string | undefined;
  /** Where that definition is written. */
  readonly span: Span | undefined;
}

export type View = { readonly [key: string]: ViewValue };
export type ViewValue = string | boolean | Value | View | readonly ViewValue[];
