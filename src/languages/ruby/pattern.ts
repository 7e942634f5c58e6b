/**
 * Patterns of the spec in Ruby's syntax. The important differences: in Ruby, `^` and `$` match at every line, `.` and `\s`
 * match other characters, and `[[` and `&&` are operators inside brackets.
 */
import type { AST } from "@eslint-community/regexpp";
import {
  type CharacterClass,
  type Group,
  Inexpressible,
  type PatternDialect,
  quantifierSource,
  shortCategories,
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

/** A Ruby regular expression that matches the same strings, or undefined if Ruby cannot express it. */
export function rubyPattern(pattern: string): string | undefined {
  const source = translated(pattern, dialect);
  return source === undefined ? undefined : `/${source}/`;
}

const dialect: PatternDialect = {
  edges: { start: "\\A", end: "\\z" },
  wordBoundary: "(?a:\\b)",
  notWordBoundary: "(?a:\\B)",
  anyCharacter: characterClass({ ranges: lineTerminators, named: [] }, true),
  // The greatest number that Ruby compiles.
  mostRepetitions: 100_000,
  // Ruby requires a lookbehind to have a fixed length in each alternative.
  fitsLookbehind: () => false,
  character: (character) => literal(codePointOf(character)),
  characterSet: (set) => (/^\\[dDwW]$/.test(set.raw) ? set.raw : characterClass(setOf(set), false)),
  characterClass: ({ elements, negate }) => characterClass(union(elements.map(setOf)), negate),
  // Groups do not capture, since nothing refers to them; Ruby does not allow unnamed captures next to named ones.
  group: (group, inside) => `(?:${inside}${isRepeatedRepetition(group) ? "(?:)" : ""})`,
  // In Ruby, `{2}?` is optional instead of lazy. A fixed count needs no laziness, so the "?" is dropped.
  quantifier: (part) => (part.min === part.max ? quantifierSource(part).replace(/\?$/, "") : quantifierSource(part)),
  // A reference to a group that captured nothing matches in ECMAScript, but not in Ruby.
  backreference() {
    throw new Inexpressible();
  },
};

/** Ruby warns about a nested repetition; an empty group avoids the warning. */
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

/** Ruby has no lone surrogates. */
function codePointOf({ value }: AST.Character): number {
  if (value >= 0xd800 && value <= 0xdfff) throw new Inexpressible();
  return value;
}

function property({ key, value, negate }: AST.CharacterUnicodePropertyCharacterSet): string {
  const name = shortCategories[value ?? key] ?? value ?? key;
  const isKnown = /^(?:gc|General_Category|sc|Script)$/.test(key) && properties.test(name);
  if (!isKnown) throw new Inexpressible();
  return `\\${negate ? "P" : "p"}{${name}}`;
}

/** Categories and scripts with the same name in both languages. */
const properties =
  /^(?:C[cfnos]|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Arabic|Armenian|Bengali|Cyrillic|Devanagari|Georgian|Greek|Gujarati|Han|Hangul|Hebrew|Hiragana|Katakana|Khmer|Latin|Tamil|Telugu|Thai|Tibetan)$/;
