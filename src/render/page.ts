import type { Dialect, Value } from "../code/lay-out.js";
import type { Span } from "../diagnostics/diagnostic.js";

/** A file to generate. */
export interface Page {
  /** Relative to the target's output folder, with forward slashes. */
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
  /** Relative to the target's output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The definition and the template of the page. */
  readonly page: Omit<Page, "view">;
}

export type View = { readonly [key: string]: ViewValue };
export type ViewValue = string | boolean | Value | View | readonly ViewValue[];
