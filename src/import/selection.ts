import type { Directions } from "./directions.js";
import type { Component } from "./library.js";
import type { Declaration } from "./schema.js";
import type { SpecNames } from "./spec-names.js";

/** Which components become part of the spec, and under which names. */
export interface Selection {
  /** In the order of their names. */
  readonly components: readonly Component[];
  /** Those of them that only error responses use, where these are kept apart. */
  readonly errors: ReadonlySet<Component>;
  /** Names for everything; not to be asked for where there are mistakes, since they can make more types than can be named. */
  name(directions: Directions): SpecNames;
  /** What documented types have in common that are one and the same, wherever they are written; of any other, itself. */
  identity(declaration: Declaration): unknown;
}
