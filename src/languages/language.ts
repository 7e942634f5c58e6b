/** What one must provide to add a language. */
import type { Target } from "../config/config.js";
import type { TargetLanguage } from "../config/option.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { MarkdownReader } from "../docs/prose.js";
import type { Page } from "../render/page.js";
import type { Definition, Spec } from "../spec/spec.js";

export interface Language extends TargetLanguage {
  /**
   * The folder of its templates, as a URL or an absolute path; none has the docs pages alone. Languages that come with
   * modelwright leave it out: theirs is `templates/<id>`.
   */
  readonly templates?: URL | string;
  /** Whether classes can check a pattern; those of the spec are regular expressions of ECMAScript with the flag `u`. */
  canMatch(pattern: string): boolean;
  /**
   * Every file of the target, still as data; and what cannot be said in this language.
   *
   * @param read for the context of docs pages; left out where none of them is for a site
   */
  pages(spec: Spec, target: Target, read?: MarkdownReader): Pages & { readonly diagnostics: readonly Diagnostic[] };
}

/** What a language that comes with modelwright provides beside that, for imported specs to avoid names that it changes. */
export interface ShippedLanguage extends Language {
  /** The name that a class gets that is called after this, "" where nothing in it can be used. */
  className(name: string): string;
  /** The name that a field gets by itself, "" where nothing in its JSON name can be used. */
  fieldName(jsonName: string): string;
}

/** The pages of a target, made when they are asked for, so that only one at a time holds its view in memory. */
export interface Pages {
  /**
   * The pages of one definition; none if the target does not show it. They are a function of the target and of what the
   * definition can see: itself, whatever it refers to, the unions it is a member of, the models that extend it, all of that
   * in turn, and the names of all definitions. While that stays the same, earlier results are reused.
   */
  of(definition: Definition): Iterable<Page>;
  /** Those that show the spec as a whole, and those that support the others. */
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
