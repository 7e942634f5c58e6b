/** Which parts of a pattern match the same characters. */
import type { AST } from "@eslint-community/regexpp";
import { regexpp } from "./regexpp.js";

/** The characters that each position of a pattern matches. */
export class Symbols {
  readonly #characters: readonly string[];
  /** The kind of each position; positions of a kind match the same characters. */
  readonly #kinds: readonly number[];
  /** Whether each kind matches each character. */
  readonly #matches: (readonly boolean[])[] = [];
  readonly #overlaps = new Map<number, boolean>();

  /** @param sources each position as a regular expression; undefined if it matches nothing */
  constructor(pattern: AST.Pattern, sources: readonly (string | undefined)[]) {
    this.#characters = samplesOf(pattern);
    const kinds = [...new Set(sources)];
    this.#matches = kinds.map((source) => {
      const regexp = source === undefined ? /(?!)/ : new RegExp(`^${source}$`, "u");
      return this.#characters.map((character) => regexp.test(character));
    });
    const numbers = new Map(kinds.map((source, number) => [source, number]));
    this.#kinds = sources.map((source) => numbers.get(source)!);
  }

  /** Whether two positions can match the same character. */
  overlap(one: number, other: number): boolean {
    const [first, second] = [this.#kinds[one]!, this.#kinds[other]!];
    const key = first * this.#matches.length + second;
    let found = this.#overlaps.get(key);
    if (found === undefined) {
      const others = this.#matches[second]!;
      found = this.#matches[first]!.some((matches, index) => matches && others[index]!);
      this.#overlaps.set(key, found);
    }
    return found;
  }

  /** Those of the positions that match a character, for every character. */
  steps(positions: readonly number[]): readonly (readonly number[])[] {
    const inOrder = positions.toSorted((a, b) => a - b);
    return this.#characters.map((_, index) => inOrder.filter((each) => this.#matches[this.#kinds[each]!]![index]!));
  }
}

/**
 * A character for each set of characters that the pattern can tell apart: the first of each range and the first after it. For
 * `\p{…}` it is a selection.
 */
function samplesOf(pattern: AST.Pattern): readonly string[] {
  const points = new Set([0]);
  const add = (first: number, last: number): void => void points.add(first).add(Math.min(last + 1, 0x10ffff));
  regexpp().visitRegExpAST(pattern, {
    onCharacterEnter: ({ value }) => add(value, value),
    onCharacterClassRangeEnter: ({ min, max }) => add(min.value, max.value),
    onCharacterSetEnter: ({ kind }) => {
      for (const [first, last] of kind === "property" ? selection : escapes) add(first, last);
    },
  });
  return [...points].map((point) => String.fromCodePoint(point));
}

/** The ranges of `\d`, `\s`, `\w` and `.`. */
const escapes: readonly (readonly [number, number])[] = [
  ...[..."_ \u00a0\u1680\u202f\u205f\u3000\ufeff\n\r"].map(single),
  [0x09, 0x0d],
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
];

/** Latin characters, and some of many scripts and categories. */
const selection: readonly (readonly [number, number])[] = [
  ...escapes,
  ...Array.from({ length: 0x100 }, (_, point) => [point, point] as const),
  ...[..."Āāǅʰͅ\u0391αАа\u05d0\u0628\u0660\u0915กあア中가Ⅷ①²\u20dd\u203f—«»€∑←𝐀😀\u200d\u2060\ue000\ud800"].map(single),
];

function single(character: string): readonly [number, number] {
  const point = character.codePointAt(0)!;
  return [point, point];
}
