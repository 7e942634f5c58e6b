/**
 * Makes names distinct as in the documented families: of two types with the same name, one adds a word from its
 * context.
 */
import { nameKey } from "../keys.js";
import type { Family } from "./families.js";
import type { Frame, Registered } from "./walk.js";

/** A name for each type; no two are equal in any casing (docs/import.md §4). */
export function distinctNames(types: readonly Registered[], family: Family): ReadonlyMap<Registered, string> {
  const candidates = ordered(types, family).map((type) => new Candidate(type, family));
  const groups = new Groups();
  for (const each of candidates) groups.add(each);
  for (let clashes = groups.clashes(); clashes.length > 0; clashes = groups.clashes())
    clashes.forEach((key) => groups.settle(key));
  return new Map(candidates.map((each) => [each.type, each.name]));
}

/** The types by name, ignoring its casing, in the order in which they got the name. */
class Groups {
  readonly #groups = new Map<string, Candidate[]>();

  add(candidate: Candidate): void {
    const group = this.#groups.get(candidate.key);
    if (group === undefined) this.#groups.set(candidate.key, [candidate]);
    else group.push(candidate);
  }

  clashes(): readonly string[] {
    return [...this.#groups].flatMap(([key, group]) => (group.length > 1 ? key : []));
  }

  /**
   * Compares the first type of a name with the second, the winner with the third, and so on; each loser gets a new
   * name.
   */
  settle(key: string): void {
    const [first, ...others] = this.#groups.get(key) ?? [];
    if (first === undefined) return;
    let winner = first;
    const losers: Candidate[] = [];
    for (const other of others) {
      const loser = beats(other, winner) ? winner : other;
      if (loser === winner) winner = other;
      losers.push(loser);
    }
    this.#groups.set(key, [winner]);
    for (const each of losers) {
      each.rename();
      this.add(each);
    }
  }
}

/** A type and its name so far. */
class Candidate {
  name: string;
  key: string;
  readonly #prefix: string[] = [];
  readonly #used = new Set<Frame>();
  #number = 0;

  constructor(
    readonly type: Registered,
    private readonly family: Family,
  ) {
    this.name = type.originalName;
    this.key = nameKey(this.name);
  }

  get used(): number {
    return this.#used.size;
  }

  /** Adds the next word from its context, or a number if there is none left. */
  rename(): void {
    const outermost = this.#outermostWord();
    const next = outermost ?? this.#nextWord();
    if (next === undefined) this.#number++;
    else if (next === outermost) this.#prefix.unshift(next.text);
    else this.#prefix.push(next.text);
    if (next !== undefined) this.#used.add(next);
    this.name = [...this.#prefix, this.type.originalName].join("_") + (this.#number === 0 ? "" : this.#number);
    this.key = nameKey(this.name);
  }

  /** The word at the start of the name: that of the union, then that of the component. */
  #outermostWord(): Frame | undefined {
    const kinds: readonly Frame["kind"][] = this.family.olderNames ? ["refName"] : ["oneOf", "refName"];
    return kinds.map((kind) => this.type.frames.findLast((frame) => frame.kind === kind)).find(this.#isFree);
  }

  /** The word directly before its own name. */
  #nextWord(): Frame | undefined {
    return this.type.frames.find(
      (frame) => this.#isFree(frame) && (this.family.olderNames || frame.kind !== "refType"),
    );
  }

  readonly #isFree = (frame: Frame | undefined): boolean =>
    frame !== undefined && !this.type.isComponent && !this.#used.has(frame);
}

function beats(one: Candidate, other: Candidate): boolean {
  if (one.type.isComponent !== other.type.isComponent) return one.type.isComponent;
  const frames = one.type.frames.length - other.type.frames.length;
  return frames === 0 ? one.used < other.used : frames < 0;
}

function ordered(types: readonly Registered[], family: Family): readonly Registered[] {
  return family.order === "document" ? types : types.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
