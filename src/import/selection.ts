import type { Directions } from "./directions.js";
import type { Findings } from "./findings.js";
import type { Component } from "./library.js";
import type { Declaration } from "./schema.js";
import type { SpecNames } from "./spec-names.js";

/** The components of the spec, and their names. */
export interface Selection {
  /** Sorted by name. */
  readonly components: readonly Component[];
  /** Those that only error responses use, if these have a separate namespace. */
  readonly errors: ReadonlySet<Component>;
  /** The names of everything; reports components whose names it changes. Do not use after mistakes: there may be more types than can be named. */
  name(directions: Directions, findings: Findings): SpecNames;
  /** The common part of documented types that are the same type in several places; any other type itself. */
  identity(declaration: Declaration): unknown;
}
