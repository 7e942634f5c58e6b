import type { Place, Target } from "../config/config.js";
import type { Dialect, Value } from "../code/lay-out.js";
import type { Span } from "../diagnostics/diagnostic.js";

/** A file to generate. */
export interface Page {
  /**
   * Relative to the target's output folder, with forward slashes. Where the target has another folder for its code or its docs
   * pages, the page is put there.
   */
  readonly path: string;
  /**
   * The template's name inside `templates/<language>/`, without `.hbs`: `docs/model`; or a source file of its
   * `runtime/` folder, with its ending: `runtime/Copies.java`.
   */
  readonly template: string;
  /**
   * The view: strings, booleans, lists and code, with every key present. For a source file of the runtime, its
   * placeholders and the strings that replace them.
   */
  readonly view: View;
  /** How to lay out the code in the view; left out if there is none. */
  readonly dialect?: Dialect;
  /** The definition it shows, or undefined for indexes and support files. */
  readonly model: string | undefined;
  /** The place of that definition. */
  readonly span: Span | undefined;
}

export interface GeneratedFile {
  /** The output folder, as in the config. */
  readonly output: string;
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The definition and the template of the page. */
  readonly page: Omit<Page, "view">;
}

/** Whether a page is a docs page: those have a template of the folder `docs/`. */
export function isDocsPage({ template }: Pick<Page, "template">): boolean {
  return template.startsWith("docs/");
}

/** Where the target puts a page; undefined if it makes no docs pages. */
export function placeOf(page: Page, { code, docs }: Target): Pick<GeneratedFile, "output" | "path"> | undefined {
  const place = isDocsPage(page) ? docs : code;
  if (place === undefined) return undefined;
  return { output: place.output, path: pathIn(place, page.path) };
}

/** The path of a page in the output folder. */
export function pathIn({ from, to }: Place, path: string): string {
  return to + (path.startsWith(from) ? path.slice(from.length) : path);
}

export type View = { readonly [key: string]: ViewValue };
export type ViewValue = string | boolean | Value | View | readonly ViewValue[];
