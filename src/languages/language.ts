/** What one must provide to add a language. */
import type { Target } from "../config/config.js";
import type { TargetLanguage } from "../config/option.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Page } from "../render/page.js";
import type { Definition, Spec } from "../spec/spec.js";

export interface Language extends TargetLanguage {
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
