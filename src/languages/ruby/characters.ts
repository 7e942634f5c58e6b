/** Character sets inside regular expressions, in Ruby's syntax. */

/** A range of code points, both ends included. */
export type Range = readonly [from: number, to: number];

export interface CharacterSet {
  readonly ranges: readonly Range[];
  /** Classes with a name in Ruby: `\p{Lu}`. */
  readonly named: readonly string[];
}

export const lastCodePoint = 0x10ffff;

export const digits: readonly Range[] = [[0x30, 0x39]];
export const wordCharacters: readonly Range[] = [...digits, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
export const lineTerminators: readonly Range[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
/** What `\s` means in ECMAScript. */
export const spaces: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** All other characters; Ruby has no lone surrogates. */
export function complement(ranges: readonly Range[]): readonly Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const [first, last] of merged([...ranges, [0xd800, 0xdfff]])) {
    if (first > from) gaps.push([from, first - 1]);
    from = last + 1;
  }
  return from > lastCodePoint ? gaps : [...gaps, [from, lastCodePoint]];
}

/** `[…]` without duplicate characters, since Ruby warns about those. */
export function characterClass({ ranges, named }: CharacterSet, negated: boolean): string {
  const distinct = merged(ranges);
  const hasWords = wordCharacters.every((words) => distinct.some((range) => isSame(range, words)));
  const others = hasWords
    ? distinct.filter((range) => !wordCharacters.some((words) => isSame(range, words)))
    : distinct;
  const inside = [...(hasWords ? ["\\w"] : []), ...others.map(rangeSource), ...named].join("");
  if (inside !== "") return `[${negated ? "^" : ""}${inside}]`;
  return negated ? `[${rangeSource([0, lastCodePoint])}]` : "(?!)";
}

/** A literal character outside of brackets. */
export function literal(codePoint: number): string {
  return source(codePoint, /[.*+?()[\]{}|^$\\/#]/);
}

function rangeSource([from, to]: Range): string {
  const [first, last] = [from, to].map((each) => source(each, /[[\]^\-&\\/#]/));
  return from === to ? `${first}` : `${first}${to === from + 1 ? "" : "-"}${last}`;
}

function source(codePoint: number, special: RegExp): string {
  const character = String.fromCodePoint(codePoint);
  if (special.test(character)) return `\\${character}`;
  const short = { "\t": "\\t", "\n": "\\n", "\r": "\\r" }[character];
  if (short !== undefined) return short;
  return /[ -~\p{L}\p{N}\p{So}]/u.test(character) ? character : `\\u{${codePoint.toString(16).toUpperCase()}}`;
}

function isSame(one: Range, other: Range): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** The same characters as ascending ranges that neither overlap nor touch. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last === undefined || from > last[1] + 1) result.push([from, to]);
    else result[result.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return result;
}
