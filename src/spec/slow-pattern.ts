/**
 * Finds patterns that a backtracking matcher can need exponential time for: those with a loop that can match the same string
 * in two ways, after which the match can fail.
 */
import type { AST } from "@eslint-community/regexpp";
import type { Range } from "../text/tree.js";
import { type Positions, positionsOf } from "./pattern-positions.js";
import { Symbols } from "./pattern-symbols.js";
import { components } from "./visible.js";

/**
 * The repetition of a pattern that can take exponential time to match. Patterns with more than 500 characters to match (with
 * every repetition written out), and those that take too long to check, are not examined.
 */
export function slowPart(pattern: AST.Pattern): Range | undefined {
  const positions = positionsOf(pattern);
  if (positions === undefined) return undefined;
  const { all } = positions;
  const loops = loopsOf(positions);
  if (loops.length === 0) return undefined;
  const check = new Check(
    positions,
    new Symbols(
      pattern,
      all.map(({ source }) => source),
    ),
  );
  for (const loop of loops) {
    const ambiguous = check.ambiguous(loop);
    if (ambiguous !== undefined) return all[ambiguous]!.loop;
  }
  return undefined;
}

/**
 * The positions that can follow each other in circles, by circle. Those after which the match has succeeded are left out: what
 * begins there does not fail.
 */
function loopsOf({ all, last }: Positions): readonly (readonly number[])[] {
  const links = all.map(({ next, source }, number) =>
    last.has(number) || source === undefined ? [] : [...next.keys()].filter((to) => !last.has(to)),
  );
  // A loop of one position is ambiguous only if it leads back in several ways.
  const isOpen = (number: number): boolean => links[number]!.includes(number) && all[number]!.next.get(number)! > 1;
  return components(links).filter((loop) => loop.length > 1 || isOpen(loop[0]!));
}

/** The greatest number of steps from pair to pair, which takes some ten milliseconds. */
const mostSteps = 100_000;

/** The greatest number of sets of positions to look at for a string that does not match. */
const mostSets = 50;

class Check {
  #steps = 0;

  constructor(
    readonly positions: Positions,
    readonly symbols: Symbols,
  ) {}

  /**
   * A position of the loop that is reached from itself in two ways by the same string, so that each repetition of the string
   * doubles the ways, and from which the match can fail.
   */
  ambiguous(loop: readonly number[]): number | undefined {
    const pairs = this.#pairs(loop);
    if (pairs === undefined) return undefined;
    for (const circle of components(pairs.links)) {
      const found = circle.map((each) => pairs.all[each]!);
      const twice = found.filter(([one, other]) => one === other).map(([one]) => one);
      if (twice.length === 0) continue;
      const isAmbiguous = twice.length < found.length || this.#hasTwoWays(new Set(twice));
      if (isAmbiguous && this.#canFail(twice[0]!, found)) return twice[0]!;
    }
    return undefined;
  }

  /**
   * The pairs of positions that two paths from the same position reach with the same string (the pairs that are reachable from
   * those with equal positions); undefined if there are too many.
   */
  #pairs(loop: readonly number[]): { all: [number, number][]; links: number[][] } | undefined {
    const { all: positions } = this.positions;
    const inside = new Set(loop);
    const nextOf = new Map(
      loop.map((each) => [each, [...positions[each]!.next.keys()].filter((to) => inside.has(to))]),
    );
    const all: [number, number][] = loop.map((each) => [each, each]);
    const numbers = new Map(all.map(([one, other], number) => [one * positions.length + other, number]));
    const links: number[][] = [];
    for (let number = 0; number < all.length; number++) {
      const [one, other] = all[number]!;
      const to = new Set<number>();
      for (const first of nextOf.get(one)!) {
        for (const second of nextOf.get(other)!) {
          if (++this.#steps > mostSteps) return undefined;
          if (!this.symbols.overlap(first, second)) continue;
          const [low, high] = first < second ? [first, second] : [second, first];
          const key = low * positions.length + high;
          if (!numbers.has(key)) numbers.set(key, all.push([low, high]) - 1);
          to.add(numbers.get(key)!);
        }
      }
      links.push([...to]);
    }
    return { all, links };
  }

  #hasTwoWays(numbers: ReadonlySet<number>): boolean {
    return [...numbers].some((number) =>
      [...this.positions.all[number]!.next].some(([to, ways]) => ways > 1 && numbers.has(to)),
    );
  }

  /** Whether some string after a position does not match, whichever position of the pairs the matcher is at. */
  #canFail(number: number, pairs: readonly (readonly [number, number])[]): boolean {
    const { all } = this.positions;
    // A repetition that is counted ends.
    if (all[number]!.loop!.max !== Infinity) return true;
    const together = new Set(pairs.filter((each) => each.includes(number)).flat());
    const sets: (readonly number[])[] = [[...together].sort((a, b) => a - b)];
    const known = new Set<string>([sets[0]!.join()]);
    for (let each = sets.shift(); each !== undefined; each = sets.shift()) {
      if (!each.some((position) => this.#canEnd(position))) return true;
      const next = [...new Set(each.flatMap((position) => [...all[position]!.next.keys()]))];
      for (const after of this.symbols.steps(next)) {
        const key = after.join();
        if (known.has(key)) continue;
        if (known.size === mostSets) return true;
        known.add(key);
        sets.push(after);
      }
    }
    return false;
  }

  /** Whether the pattern can match up to here, maybe only if the string ends here. */
  #canEnd(position: number): boolean {
    const { all, last } = this.positions;
    const isLast = (number: number): boolean =>
      last.has(number) && (all[number]!.source !== undefined || all[number]!.isEnd);
    return isLast(position) || [...all[position]!.next.keys()].some((to) => all[to]!.isEnd && isLast(to));
  }
}
