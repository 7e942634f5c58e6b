import type { Dialect, Value } from "../code/lay-out.js";
import type { Span } from "../diagnostics/diagnostic.js";

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
