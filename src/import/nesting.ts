/** Limits how deep schemas are nested, and how often they are read again, so that cycles and expansions end. */
import { problem } from "../diagnostics/problem.js";
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";

/** The most levels of nested types. */
const maxNesting = 40;
/**
 * How often schemas may be read again, in place, for one component: always, and as long as not many have been read again
 * for all of them. Large documents read three schemas again for each of theirs, and at most 500 for one component.
 */
const againAlways = 100;
const againAtMost = 2_000;
const againInAll = 5_000;
const againByOne = 20;

export class Nesting {
  /** What is being read, from the outside in. */
  readonly #active: Place[] = [];
  readonly #read = new Set<Place>();
  readonly #entered = new Set<Place>();
  /** How many schemas were read again, in all and for the outermost schema. */
  #again = 0;
  #againHere = 0;

  constructor(private readonly findings: Findings) {}

  /** Whether this type may be read. Spots: too-many-aliases. */
  mayGoOn(schema: Place): boolean {
    return this.#isAllowed(schema, this.#read);
  }

  #isAllowed(schema: Place, before: Set<Place>): boolean {
    if (!before.has(schema)) {
      before.add(schema);
      return true;
    }
    const limit = this.#again < againInAll + againByOne * this.#read.size ? againAtMost : againAlways;
    if (this.#againHere >= limit) {
      this.findings.spot((pointer) => problem("too-many-aliases", "schemas", { pointer, limit }), schema, "any");
      return false;
    }
    this.#again++;
    this.#againHere++;
    return true;
  }

  /** Those of these that are being read. */
  circleBy(sources: Iterable<Place>): readonly Place[] {
    return [...sources].filter((source) => this.#active.includes(source));
  }

  /** Notes that a schema which is in no other one is about to be read. */
  begin(): void {
    if (this.#active.length === 0) this.#againHere = 0;
  }

  /** Calls a function while these are being read, if it may. Spots: too-deep, too-many-aliases. */
  within<T>(sources: Iterable<Place>, schema: Place, read: () => T): T | undefined {
    this.begin();
    const before = this.#active.length;
    if (before > maxNesting) {
      const words = { limit: maxNesting };
      this.findings.spot((pointer) => problem("too-deep", "schema", { ...words, pointer }), schema, "any");
      return undefined;
    }
    if (!this.#isAllowed(schema, this.#entered)) return undefined;
    this.#active.push(...sources);
    const result = read();
    this.#active.length = before;
    return result;
  }
}
