/** How deep and how often schemas are read inside each other, so that circles end and nothing grows infinitely. */
import { grouped } from "../diagnostics/numbers.js";
import { problem } from "../diagnostics/problem.js";
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";

/** How many types the schemas of a document may unfold to. */
const maxTypes = 200_000;
/** How deep types may be nested in each other. */
const maxNesting = 40;

export class Nesting {
  /** What is being read at the moment, from the outside in. */
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

  /** Which of these are being read already. */
  circleBy(sources: Iterable<Place>): readonly Place[] {
    return [...sources].filter((source) => this.#active.includes(source));
  }

  /** Reads something while these count as being read; undefined where that is too deep. Diagnostics: too-deep. */
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
