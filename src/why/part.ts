import type { Span } from "../diagnostics/diagnostic.js";
import type { Edit } from "./edits.js";

/** A part of a spec or template that can influence what is generated: a value, a name, a line of a template. */
export interface Part {
  readonly span: Span;
  /** Its place in the structure of the file: `models.Person.fields.name.description`. */
  readonly path: string;
  /** Ways to change it that keep what it is; the first one that gives a valid spec counts. */
  readonly changes: readonly Change[];
  /** Ways to make it something else: each counts that gives a valid spec, if none of the changes does. */
  readonly alternatives: readonly Change[];
}

export interface Change {
  /** Changes the part, in most cases without changing its length. */
  readonly edits: readonly Edit[];
  /** Changes it so that lines may break elsewhere, or tables get other widths. */
  readonly resizes: readonly (readonly Edit[])[];
}
