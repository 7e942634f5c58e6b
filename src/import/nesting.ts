/** Limits the depth and the number of nested schemas, so that cycles end. */
import { grouped } from "../diagnostics/numbers.js";
import { problem } from "../diagnostics/problem.js";
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";

/** The most types that the schemas of a document may expand to. */
const maxTypes = 200_000;
/** The most levels of nested types. */
const maxNesting = 40;

export class Nesting {
  /** What is being read, from the outside in. */
  readonly #active: Place[] = [];
  #count = 0;

  constructor(private readonly findings: Findings) {}

  /** Whether one more type may be read. Diagnostics: too-many-aliases. */
  mayGoOn(schema: Place): boolean {
    if (++this.#count === maxTypes) {
      this.findings.error(problem("too-many-aliases", "schemas", { limit: grouped(maxTypes) }), schema);
    }
    return this.#count < maxTypes;
  }

  /** Those of these that are being read. */
  circleBy(sources: Iterable<Place>): readonly Place[] {
    return [...sources].filter((source) => this.#active.includes(source));
  }

  /** Calls a function while these are being read; undefined if that is too deep. Diagnostics: too-deep. */
  within<T>(sources: Iterable<Place>, schema: Place, read: () => T): T | undefined {
    const before = this.#active.length;
    if (before > maxNesting) {
      this.findings.error(problem("too-deep", "schema", { pointer: schema.pointer, limit: maxNesting }), schema);
      return undefined;
    }
    this.#active.push(...sources);
    const result = read();
    this.#active.length = before;
    return result;
  }
}
