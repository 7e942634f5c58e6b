/** The interface that a language implements. */
import type { Target } from "../config/config.js";
import type { TargetLanguage } from "../config/option.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DocsContext } from "../docs/context.js";
import type { MarkdownReader } from "../docs/prose.js";
import type { Page } from "../render/page.js";
import type { Definition, Spec } from "../spec/spec.js";
import type { Compatibility } from "./judge.js";

export interface Language extends TargetLanguage {
  /**
   * The folder of its templates, as a URL or an absolute path. Without one, a language has only the shared docs pages. Shipped
   * languages omit it: theirs is `templates/<id>`.
   */
  readonly templates?: URL | string;
  /** Whether classes can check a pattern. Patterns of the spec are ECMAScript regular expressions with the flag `u`. */
  canMatch(pattern: string): boolean;
  /**
   * All files of the target, still as data, and diagnostics for anything that the language cannot express.
   *
   * @param read for the context of docs pages; omitted if no docs page is for a site
   */
  pages(spec: Spec, target: Target, read?: MarkdownReader): Pages & { readonly diagnostics: readonly Diagnostic[] };
  /**
   * What docs pages that show several languages together say about this one. Without it, the language is not shown there, and
   * its own pages show it alone.
   */
  docs?(spec: Spec, target: Target, read?: MarkdownReader): DocsContext;
}

/** What a shipped language provides in addition, so that importers can avoid names that the language would change. */
export interface ShippedLanguage extends Language {
  /** Judges what changes of a spec do to code that uses the classes. */
  readonly compatibility: Compatibility;
  /** The class name for this name; "" if no character of it can be used. */
  className(name: string): string;
  /** The field name for this JSON name; "" if no character of it can be used. */
  fieldName(jsonName: string): string;
  /** The name of an enum's member for this text; "" if no character of it can be used. */
  memberName(text: string): string;
  /** A member's name with a word or number that distinguishes it: `NAME` and `lower` give `NAME_LOWER`. */
  distinctMember(name: string, word: string): string;
}

/** The pages of a target, created on demand, so that only one view is in memory at a time. */
export interface Pages {
  /**
   * The pages of one definition; empty if the target does not show it. They must be a function of the target and of what the
   * definition can see: itself, everything it refers to, the unions it is a member of, the models that extend it (all of that
   * transitively), and the names of all definitions. While these stay the same, earlier results are reused.
   */
  of(definition: Definition): Iterable<Page>;
  /** Pages that show the whole spec, and pages that support the others. */
  others(): Iterable<Page>;
}

/** Combines several `Pages` into one. */
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
