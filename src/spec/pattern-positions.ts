/**
 * The positions of a pattern (Glushkov 1961): its parts that match one character each, and which may follow which. A path
 * through the positions is one way in which a backtracking matcher can match.
 */
import type { AST } from "@eslint-community/regexpp";
import type { Range } from "../text/tree.js";

/** A part of a pattern that matches one character. */
export interface Position extends Range {
  /** The part as a regular expression; undefined if it is an assertion or a back reference, which never match here. */
  readonly source: string | undefined;
  /** Whether it is `$`. */
  readonly isEnd: boolean;
  /** The outermost repetition that it is in. */
  readonly loop: AST.Quantifier | undefined;
  /** The positions that may follow, by number, with the number of ways: 1, or 2 for several. */
  readonly next: Map<number, number>;
}

export interface Positions {
  readonly all: readonly Position[];
  /** The positions, by number, after which a whole pattern or lookaround has matched. */
  readonly last: ReadonlySet<number>;
}

/** Outside of loops, counted repetitions of at least this many times are treated as endless: 2 ways each time are a million ways. */
const manyTimes = 20;

/** The greatest number of positions and of steps between them. */
const mostPositions = 500;
const mostSteps = 20_000;

/** The positions of a pattern and its lookarounds; undefined if there are too many. */
export function positionsOf(pattern: AST.Pattern): Positions | undefined {
  const builder = new Builder();
  try {
    builder.addWhole(pattern.alternatives);
    return builder;
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

class TooLarge extends Error {}

/** A part of the pattern. Numbers of ways are 0, 1, or 2 for several. */
interface Fragment {
  /** The positions that it can begin and end with, with the number of ways. */
  readonly first: Ways;
  readonly last: Ways;
  /** The number of ways in which it matches the empty string. */
  readonly empty: number;
}

type Ways = ReadonlyMap<number, number>;

const none: Ways = new Map();
const nothing: Fragment = { first: none, last: none, empty: 1 };

class Builder implements Positions {
  readonly all: Position[] = [];
  readonly last = new Set<number>();
  #loop: AST.Quantifier | undefined;
  #isBackward = false;
  #steps = 0;

  /** Adds a whole pattern, or what is in a lookaround. */
  addWhole(alternatives: readonly AST.Alternative[], isBackward = false): void {
    const outer = [this.#loop, this.#isBackward] as const;
    [this.#loop, this.#isBackward] = [undefined, isBackward];
    for (const position of this.#choice(alternatives).last.keys()) this.last.add(position);
    [this.#loop, this.#isBackward] = outer;
  }

  #choice(alternatives: readonly AST.Alternative[]): Fragment {
    return alternatives
      .map(({ elements }) => this.#sequence(elements))
      .reduce((one, other) => ({
        first: sum(one.first, other.first),
        last: sum(one.last, other.last),
        empty: capped(one.empty + other.empty),
      }));
  }

  #sequence(elements: readonly AST.Element[]): Fragment {
    const inOrder = this.#isBackward ? elements.toReversed() : elements;
    return inOrder.reduce<Fragment>((before, each) => this.#joined(before, this.#element(each)), nothing);
  }

  #element(element: AST.Element): Fragment {
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return this.#choice(element.alternatives);
      case "Quantifier":
        return this.#repeated(element);
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        return this.#position(element, element.raw);
      case "Assertion":
        if ("alternatives" in element) this.addWhole(element.alternatives, element.kind === "lookbehind");
        return this.#position(element, undefined);
      case "Backreference":
        return this.#position(element, undefined);
    }
  }

  #position(element: AST.Element, source: string | undefined): Fragment {
    const number = this.all.length;
    if (number === mostPositions) throw new TooLarge();
    const isEnd = element.type === "Assertion" && element.kind === "end";
    this.all.push({ start: element.start, end: element.end, source, isEnd, loop: this.#loop, next: new Map() });
    const only: Ways = new Map([[number, 1]]);
    return { first: only, last: only, empty: 0 };
  }

  #repeated(quantifier: AST.Quantifier): Fragment {
    const { max } = quantifier;
    if (max === 0) return nothing;
    const outer = this.#loop;
    const isMany = outer === undefined && max >= manyTimes;
    if (isMany || max === Infinity) this.#loop ??= quantifier;
    const repeated = isMany
      ? this.#many(quantifier)
      : max === Infinity
        ? this.#endless(quantifier)
        : this.#counted(quantifier);
    this.#loop = outer;
    return repeated;
  }

  /** Many repetitions outside of loops: if there must be many, the loop alone is not enough. */
  #many({ element, min }: AST.Quantifier): Fragment {
    const loop = this.#loopOf(element, min === 0);
    return min < manyTimes ? loop : this.#joined(loop, this.#element(element));
  }

  #endless({ element, min }: AST.Quantifier): Fragment {
    const copies = this.#copies(element, Math.max(min - 1, 0));
    const loop = this.#loopOf(element, min === 0);
    return [...copies, loop].reduce((before, each) => this.#joined(before, each));
  }

  #loopOf(element: AST.QuantifiableElement, isOptional: boolean): Fragment {
    const body = this.#element(element);
    this.#connect(body.last, body.first);
    // An iteration beyond the least number does not match the empty string.
    return isOptional ? { ...body, empty: 1 } : body;
  }

  #counted({ element, min, max }: AST.Quantifier): Fragment {
    // Outside of loops, two copies follow each other as any number of them do.
    const most = this.#loop === undefined ? 2 : Infinity;
    const copies = this.#copies(element, Math.min(max, most));
    const optional = copies
      .slice(min)
      .reduceRight<Fragment>((after, each) => ({ ...this.#joined({ ...each, empty: 0 }, after), empty: 1 }), nothing);
    return this.#joined(
      copies.slice(0, min).reduce((before, each) => this.#joined(before, each), nothing),
      optional,
    );
  }

  #copies(element: AST.Element, count: number): readonly Fragment[] {
    return Array.from({ length: count }, () => this.#element(element));
  }

  #joined(before: Fragment, after: Fragment): Fragment {
    this.#connect(before.last, after.first);
    return {
      first: sum(before.first, times(after.first, before.empty)),
      last: sum(after.last, times(before.last, after.empty)),
      empty: capped(before.empty * after.empty),
    };
  }

  #connect(last: Ways, first: Ways): void {
    this.#steps += last.size * first.size;
    if (this.#steps > mostSteps) throw new TooLarge();
    for (const [from, ways] of last) {
      const { next } = this.all[from]!;
      for (const [to, more] of first) next.set(to, capped((next.get(to) ?? 0) + ways * more));
    }
  }
}

function sum(one: Ways, other: Ways): Ways {
  if (one.size === 0) return other;
  if (other.size === 0) return one;
  const both = new Map(one);
  for (const [position, ways] of other) both.set(position, capped((both.get(position) ?? 0) + ways));
  return both;
}

function times(ways: Ways, factor: number): Ways {
  if (factor === 1) return ways;
  if (factor === 0) return none;
  return new Map([...ways].map(([position, each]) => [position, capped(each * factor)]));
}

function capped(ways: number): number {
  return Math.min(ways, 2);
}
