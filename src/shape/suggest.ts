/** Suggestions for misspelled words. */
import { hint } from "../diagnostics/asides.js";

/** The edit distance of two words; may return any number from `limit` up if the distance is at least `limit`. */
export type Distance = (a: string, b: string, limit: number) => number;

/** The candidate that the author most likely meant, if one is close enough. */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  distance: Distance = editDistance,
): string | undefined {
  if (word.length > longestWord) return undefined;
  const wanted = plain(word);
  let best: string | undefined;
  let bestDistance = Math.floor((word.length + 3) / 3) + 0.5;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance || candidate === word) continue;
    const far = distance(wanted, plain(candidate), bestDistance) + 0.1;
    if (far < bestDistance) [best, bestDistance] = [candidate, far];
  }
  return best;
}

/** `did you mean "string"?`, or undefined. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  return question(nearest(word, candidates));
}

/**
 * Suggestions among candidates whose number grows with the input, such as the models of a spec. After a folder has
 * moved, thousands of names can be unknown: each name is searched for once, and only the first few dozen names, so that
 * errors do not take quadratic time.
 */
export class Suggestions {
  readonly #candidates: readonly string[];
  readonly #distance: Distance;
  readonly #found = new Map<string, string | undefined>();

  constructor(candidates: readonly string[], distance: Distance = editDistance) {
    this.#candidates = candidates;
    this.#distance = distance;
  }

  /** `did you mean "Address"?`; undefined if nothing is close, or too many other names have been searched for. */
  didYouMean(word: string): string | undefined {
    if (!this.#found.has(word)) {
      if (this.#found.size >= namesSearched) return undefined;
      this.#found.set(word, nearest(word, this.#candidates, this.#distance));
    }
    return question(this.#found.get(word));
  }
}

/** If there are more unknown names than this, something else is wrong. */
const namesSearched = 30;

function question(best: string | undefined): string | undefined {
  return best === undefined ? undefined : hint("didYouMean", { name: best });
}

/** Longer words are not typing mistakes. */
const longestWord = 100;

/** Case and separators are ignored: they are the most common mistakes. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/** Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions, transpositions. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  let [leastBefore, leastLast] = [0, 0];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let leastOfRow = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
      leastOfRow = Math.min(leastOfRow, least);
    }
    [beforeLast, last] = [last, row];
    [leastBefore, leastLast] = [leastLast, leastOfRow];
    if (leastBefore >= limit && leastLast >= limit) return limit;
  }
  return last[b.length]!;
}
