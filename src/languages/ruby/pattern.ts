/**
 * Patterns of the spec in Ruby. The two differ where it hurts: in Ruby `^` and `$` match at every line, `.` and `\s` mean
 * other characters, and `[[` and `&&` are operators inside brackets.
 */
import type { AST } from "@eslint-community/regexpp";
import {
  type CharacterClass,
  type Group,
  Inexpressible,
  type PatternDialect,
  quantifierSource,
  translated,
} from "../pattern.js";
import {
  characterClass,
  type CharacterSet,
  complement,
  digits,
  lineTerminators,
  literal,
  type Range,
  spaces,
  wordCharacters,
} from "./characters.js";

/** A regular expression in Ruby that matches the same strings, or undefined where Ruby cannot express it. */
export function rubyPattern(pattern: string): string | undefined {
  const source = translated(pattern, dialect);
  return source === undefined ? undefined : `/${source}/`;
}

const dialect: PatternDialect = {
  edges: { start: "\\A", end: "\\z" },
  wordBoundary: "(?a:\\b)",
  notWordBoundary: "(?a:\\B)",
  anyCharacter: characterClass({ ranges: lineTerminators, named: [] }, true),
  // Ruby compiles no more.
  mostRepetitions: 100_000,
  // Ruby looks behind only over what has the same length in each alternative.
  fitsLookbehind: () => false,
  character: (character) => literal(codePointOf(character)),
  characterSet: (set) => (/^\\[dDwW]$/.test(set.raw) ? set.raw : characterClass(setOf(set), false)),
  characterClass: ({ elements, negate }) => characterClass(union(elements.map(setOf)), negate),
  // No group captures, since nothing refers to one; Ruby forbids other groups to capture beside those with names.
  group: (group, inside) => `(?:${inside}${isRepeatedRepetition(group) ? "(?:)" : ""})`,
  // In Ruby, `{2}?` is not lazy but optional; how often is fixed, so nothing is lost without the "?".
  quantifier: (part) => (part.min === part.max ? quantifierSource(part).replace(/\?$/, "") : quantifierSource(part)),
  // A reference to what captured nothing matches in ECMAScript, but not in Ruby.
  backreference() {
    throw new Inexpressible();
  },
};

/** Ruby warns of a repetition that repeats nothing but another; an empty group keeps it quiet. */
function isRepeatedRepetition(group: Group): boolean {
  return group.parent.type === "Quantifier" && endsWithRepetition(group);
}

function endsWithRepetition({ alternatives }: Group): boolean {
  const last = alternatives.at(-1)?.elements.at(-1);
  if (last?.type === "Group" || last?.type === "CapturingGroup") return endsWithRepetition(last);
  return last?.type === "Quantifier" && last.min <= 1 && (last.max === Infinity || (last.min === 0 && last.max <= 1));
}

function setOf(element: CharacterClass["elements"][number]): CharacterSet {
  switch (element.type) {
    case "Character":
      return { ranges: [[codePointOf(element), codePointOf(element)]], named: [] };
    case "CharacterClassRange":
      return { ranges: [[codePointOf(element.min), codePointOf(element.max)]], named: [] };
    case "CharacterSet": {
      if (element.kind === "property") return { ranges: [], named: [property(element)] };
      const ranges = shorthands[element.kind];
      return { ranges: element.negate ? complement(ranges) : ranges, named: [] };
    }
  }
}

const shorthands: Readonly<Record<AST.EscapeCharacterSet["kind"], readonly Range[]>> = {
  digit: digits,
  space: spaces,
  word: wordCharacters,
};

function union(sets: readonly CharacterSet[]): CharacterSet {
  return { ranges: sets.flatMap(({ ranges }) => ranges), named: sets.flatMap(({ named }) => named) };
}

/** Ruby has no halves of surrogate pairs. */
function codePointOf({ value }: AST.Character): number {
  if (value >= 0xd800 && value <= 0xdfff) throw new Inexpressible();
  return value;
}

function property({ key, value, negate }: AST.CharacterUnicodePropertyCharacterSet): string {
  const name = value ?? key;
  const isKnown = /^(?:gc|General_Category|sc|Script)$/.test(key) && properties.test(name);
  if (!isKnown) throw new Inexpressible();
  return `\\${negate ? "P" : "p"}{${name}}`;
}

/** Categories and scripts that both languages know by the same name. */
const properties =
  /^(?:C[cfnos]|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Arabic|Armenian|Bengali|Cyrillic|Devanagari|Georgian|Greek|Gujarati|Han|Hangul|Hebrew|Hiragana|Katakana|Khmer|Latin|Tamil|Telugu|Thai|Tibetan)$/;
