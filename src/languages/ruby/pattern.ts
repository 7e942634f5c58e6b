/**
 * Regular expressions as JSON Schema has them, those of ECMAScript, in Ruby. The two differ where it hurts: in Ruby `^` and
 * `$` match at every line, `.` and `\s` mean other characters, and `[[` and `&&` are operators inside brackets.
 */
import {
  characterClass,
  type CharacterSet,
  complement,
  digits,
  lastCodePoint,
  lineTerminators,
  literal,
  type Range,
  spaces,
  wordCharacters,
} from "./characters.js";

/** A regular expression in Ruby that matches the same texts, or undefined where Ruby cannot say it. */
export function rubyPattern(pattern: string): string | undefined {
  try {
    return `/${new Translation(pattern).toRuby()}/`;
  } catch (error) {
    if (error instanceof NotInRuby) return undefined;
    throw error;
  }
}

class NotInRuby extends Error {}

type Group = "group" | "lookahead" | "lookbehind";

/** More repetitions than this Ruby does not compile. */
const mostRepetitions = 100_000;

/** Reads a pattern once, from left to right. */
class Translation {
  readonly #pattern: string;
  readonly #groups: Group[] = [];
  #at = 0;
  /** Whether there is something that a repetition can follow. */
  #repeatable = false;
  /** Whether what came last is or ends with a repetition. */
  #repeated = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  toRuby(): string {
    let ruby = "";
    while (this.#at < this.#pattern.length) ruby += this.#next();
    if (this.#groups.length > 0) throw new NotInRuby();
    return ruby;
  }

  #next(): string {
    const opening = this.#take(/\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y);
    if (opening !== undefined) return this.#open(opening);
    const repetition = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (repetition !== undefined) return this.#repeat(repetition);
    if (this.#take(/\\b/y) !== undefined) return this.#assertion("(?a:\\b)");
    if (this.#take(/\\B/y) !== undefined) return this.#assertion("(?a:\\B)");
    if (this.#pattern[this.#at] === "[") return this.#term(this.#brackets());
    const shorthand = this.#take(/\\[dDwW]/y);
    if (shorthand !== undefined) return this.#term(shorthand);
    if (this.#pattern[this.#at] === "\\") return this.#term(setSource(this.#escape()));
    return this.#single(this.#character());
  }

  #single(character: string): string {
    switch (character) {
      case "|":
        return this.#assertion("|");
      case "^":
        return this.#assertion("\\A");
      case "$":
        return this.#assertion("\\z");
      case ")":
        return this.#close();
      case ".":
        return this.#term(characterClass({ ranges: lineTerminators, named: [] }, true));
      default:
        return this.#term(literal(codePointOf(character)));
    }
  }

  /** No group captures, since nothing here refers to one; names would only forbid what Ruby allows without. */
  #open(opening: string): string {
    if (this.#groups.at(-1) === "lookbehind" || this.#pattern[this.#at] === "?") throw new NotInRuby();
    const isLook = /[=!]$/.test(opening);
    this.#groups.push(!isLook ? "group" : opening.includes("<") ? "lookbehind" : "lookahead");
    this.#repeatable = this.#repeated = false;
    return isLook ? opening : "(?:";
  }

  #close(): string {
    const group = this.#groups.pop();
    if (group === undefined) throw new NotInRuby();
    if (group !== "group") return this.#assertion(")");
    this.#repeatable = true;
    // Ruby warns of a repetition that repeats nothing but another; an empty group keeps it quiet.
    return this.#repeated && /[*+?{]/.test(this.#pattern[this.#at] ?? "") ? "(?:))" : ")";
  }

  #repeat(repetition: string): string {
    const numbers = repetition.match(/\d+/g) ?? [];
    const isTooLarge = numbers.some((number) => Number(number) > mostRepetitions);
    if (!this.#repeatable || this.#groups.at(-1) === "lookbehind" || isTooLarge) throw new NotInRuby();
    this.#repeatable = false;
    this.#repeated = /^(?:[*+?]|\{0,1?\}|\{1,\})/.test(repetition);
    return repetition;
  }

  #term(ruby: string): string {
    this.#repeatable = true;
    this.#repeated = false;
    return ruby;
  }

  #assertion(ruby: string): string {
    this.#repeatable = this.#repeated = false;
    return ruby;
  }

  #brackets(): string {
    const negated = this.#take(/\[\^?/y) === "[^";
    const sets: CharacterSet[] = [];
    while (this.#take(/\]/y) === undefined) {
      const set = this.#item();
      const isRange = this.#take(/-(?!\])/y) !== undefined;
      sets.push(isRange ? { ranges: [[only(set), only(this.#item())]], named: [] } : set);
    }
    const ranges: readonly Range[] = sets.flatMap((set) => set.ranges);
    return characterClass({ ranges, named: sets.flatMap((set) => set.named) }, negated);
  }

  /** Inside brackets: a character or a class of them. */
  #item(): CharacterSet {
    if (this.#take(/\\b/y) !== undefined) return single(0x08);
    return this.#pattern[this.#at] === "\\" ? this.#escape() : single(codePointOf(this.#character()));
  }

  #escape(): CharacterSet {
    const shorthand = this.#take(/\\[dDwWsS]/y);
    if (shorthand !== undefined) return shorthands.get(shorthand.slice(1)) as CharacterSet;
    const property = this.#take(/\\[pP]\{[^}]*\}/y);
    if (property !== undefined) return { ranges: [], named: [rubyProperty(property)] };
    const code = this.#take(
      /\\(?:x[\dA-Fa-f]{2}|u\{[\dA-Fa-f]+\}|uD[89AB][\dA-F]{2}\\uD[C-F][\dA-F]{2}|u[\dA-F]{4})/iy,
    );
    if (code !== undefined) return single(escapedCodePoint(code));
    const control = this.#take(/\\c[A-Za-z]/y);
    if (control !== undefined) return single(codePointOf(control.slice(2)) % 32);
    if (this.#take(/\\(?=[1-9kxu]|0\d|$)/y) !== undefined) throw new NotInRuby();
    this.#at += 1;
    const character = this.#character();
    return single(controls.get(character) ?? codePointOf(character));
  }

  /** @throws NotInRuby at the end, and for half a pair */
  #character(): string {
    const character = this.#take(/\P{Cs}/uy);
    if (character === undefined) throw new NotInRuby();
    return character;
  }

  /** What stands here if it matches the expression, which is sticky. */
  #take(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const shorthands: ReadonlyMap<string, CharacterSet> = new Map(
  Object.entries({
    d: digits,
    w: wordCharacters,
    s: spaces,
    D: complement(digits),
    W: complement(wordCharacters),
    S: complement(spaces),
  }).map(([letter, ranges]) => [letter, { ranges, named: [] }]),
);

const controls: ReadonlyMap<string, number> = new Map([
  ["0", 0x00],
  ["t", 0x09],
  ["n", 0x0a],
  ["v", 0x0b],
  ["f", 0x0c],
  ["r", 0x0d],
]);

function single(codePoint: number): CharacterSet {
  return { ranges: [[codePoint, codePoint]], named: [] };
}

function setSource(set: CharacterSet): string {
  return isSingle(set) ? literal(only(set)) : characterClass(set, false);
}

/** The only character of a set: what a range goes from or to. */
function only(set: CharacterSet): number {
  const [range] = set.ranges;
  if (range === undefined || !isSingle(set)) throw new NotInRuby();
  return range[0];
}

function isSingle({ ranges, named }: CharacterSet): boolean {
  return named.length === 0 && ranges.length === 1 && ranges.every(([from, to]) => from === to);
}

function escapedCodePoint(escape: string): number {
  const [first = 0, second] = (escape.match(/[\dA-Fa-f]{2,}/g) ?? []).map((hexadecimal) => parseInt(hexadecimal, 16));
  const codePoint = second === undefined ? first : codePointOf(String.fromCharCode(first, second));
  if (codePoint > lastCodePoint || (codePoint >= 0xd800 && codePoint <= 0xdfff)) throw new NotInRuby();
  return codePoint;
}

function rubyProperty(property: string): string {
  const name = property.slice(3, -1).replace(/^(?:gc|General_Category|sc|Script)=/, "");
  if (!properties.test(name)) throw new NotInRuby();
  return `${property.slice(0, 3)}${name}}`;
}

/** Categories and scripts that both languages know by the same name. */
const properties =
  /^(?:C[cfnos]|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Arabic|Armenian|Bengali|Cyrillic|Devanagari|Georgian|Greek|Gujarati|Han|Hangul|Hebrew|Hiragana|Katakana|Khmer|Latin|Tamil|Telugu|Thai|Tibetan)$/;

function codePointOf(character: string): number {
  return character.codePointAt(0) as number;
}
