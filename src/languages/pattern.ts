/**
 * Translates patterns of the spec to another language's syntax: one traversal of the tree, with a dialect that writes its
 * parts.
 */
import type { AST } from "@eslint-community/regexpp";
import { patternTree } from "../spec/pattern.js";

/** How a language writes the parts of a pattern. A part that it cannot express throws {@link Inexpressible}. */
export interface PatternDialect {
  /** `^` and `$`, which match only at the start and end of the whole string. */
  readonly edges: Readonly<Record<"start" | "end", string>>;
  /** `\b` and `\B`; word characters are `[A-Za-z0-9_]`. */
  readonly wordBoundary: string;
  readonly notWordBoundary: string;
  /** `.`, which does not match line terminators. */
  readonly anyCharacter: string;
  /** The greatest number that is allowed in braces. */
  readonly mostRepetitions: number;
  /** Whether this part is allowed in a lookbehind. */
  readonly fitsLookbehind: (part: Part) => boolean;
  /** A character outside of brackets. */
  readonly character: (character: AST.Character) => string;
  /** `\d`, `\s`, `\w`, `\p{…}` and their negations, outside of brackets. */
  readonly characterSet: (set: CharacterSet) => string;
  /** `[…]` */
  readonly characterClass: (brackets: CharacterClass) => string;
  /** A group that is not a lookaround, with its content and, if it captures, its number (from 1). */
  readonly group: (group: Group, inside: string, number: number) => string;
  /** The quantifier after the repeated part. */
  readonly quantifier: (quantifier: AST.Quantifier) => string;
  /** A back reference, with the number of the group (from 1) if the group has begun. */
  readonly backreference: (reference: AST.Backreference, number: number) => string;
}

export type Group = AST.Group | AST.CapturingGroup;
export type Part = Group | AST.LookaroundAssertion | AST.Quantifier | AST.Backreference;
export type CharacterSet = AST.EscapeCharacterSet | AST.CharacterUnicodePropertyCharacterSet;
/** A class in brackets under the flag `u`; other kinds need the flag `v`. */
export type CharacterClass = AST.ClassRangesCharacterClass;

/** Thrown for a part of a pattern that has no equivalent in a language. */
export class Inexpressible extends Error {}

/** The pattern in a dialect; undefined if it has no equivalent there or is not a regular expression. */
export function translated(pattern: string, dialect: PatternDialect): string | undefined {
  const tree = patternTree(pattern);
  if (tree === undefined) return undefined;
  try {
    return new Translation(dialect).alternatives(tree.alternatives, false);
  } catch (error) {
    if (error instanceof Inexpressible) return undefined;
    throw error;
  }
}

class Translation {
  readonly #dialect: PatternDialect;
  /** The capturing groups that have begun. */
  readonly #groups: AST.CapturingGroup[] = [];

  constructor(dialect: PatternDialect) {
    this.#dialect = dialect;
  }

  alternatives(alternatives: readonly AST.Alternative[], isBehind: boolean): string {
    return alternatives
      .map(({ elements }) => elements.map((element) => this.#element(element, isBehind)).join(""))
      .join("|");
  }

  #element(element: AST.Element, isBehind: boolean): string {
    const dialect = this.#dialect;
    switch (element.type) {
      case "Assertion":
        return this.#assertion(element, isBehind);
      case "Character":
        return dialect.character(element);
      case "CharacterSet":
        return element.kind === "any" ? dialect.anyCharacter : dialect.characterSet(element as CharacterSet);
      case "CharacterClass":
        return dialect.characterClass(element as CharacterClass);
      case "Group":
      case "CapturingGroup":
        this.#checkLookbehind(element, isBehind);
        return this.#group(element, isBehind);
      case "Quantifier":
        this.#checkLookbehind(element, isBehind);
        return this.#repeated(element, isBehind);
      case "Backreference":
        this.#checkLookbehind(element, isBehind);
        return dialect.backreference(element, this.#groups.indexOf(element.resolved as AST.CapturingGroup) + 1);
      case "ExpressionCharacterClass":
        throw new Inexpressible();
    }
  }

  #group(group: Group, isBehind: boolean): string {
    const number = group.type === "CapturingGroup" ? this.#groups.push(group) : 0;
    return this.#dialect.group(group, this.alternatives(group.alternatives, isBehind), number);
  }

  #assertion(assertion: AST.Assertion, isBehind: boolean): string {
    switch (assertion.kind) {
      case "start":
      case "end":
        return this.#dialect.edges[assertion.kind];
      case "word":
        return assertion.negate ? this.#dialect.notWordBoundary : this.#dialect.wordBoundary;
      default:
        this.#checkLookbehind(assertion, isBehind);
        return this.#lookaround(assertion, isBehind);
    }
  }

  #lookaround({ kind, negate, alternatives }: AST.LookaroundAssertion, isBehind: boolean): string {
    const looksBehind = kind === "lookbehind";
    const opening = `(?${looksBehind ? "<" : ""}${negate ? "!" : "="}`;
    return `${opening}${this.alternatives(alternatives, isBehind || looksBehind)})`;
  }

  #repeated(quantifier: AST.Quantifier, isBehind: boolean): string {
    const { element, min, max } = quantifier;
    if (min > this.#dialect.mostRepetitions) throw new Inexpressible();
    if (max > this.#dialect.mostRepetitions && max !== Infinity) throw new Inexpressible();
    return this.#element(element, isBehind) + this.#dialect.quantifier(quantifier);
  }

  #checkLookbehind(part: Part, isBehind: boolean): void {
    if (isBehind && !this.#dialect.fitsLookbehind(part)) throw new Inexpressible();
  }
}

/** A quantifier as it is written in the pattern. */
export function quantifierSource({ raw, element }: AST.Quantifier): string {
  return raw.slice(element.raw.length);
}

/** The short names of the general categories (Unicode, UAX 44), which every language supports. */
export const shortCategories: Readonly<Record<string, string>> = {
  Letter: "L",
  Cased_Letter: "LC",
  Uppercase_Letter: "Lu",
  Lowercase_Letter: "Ll",
  Titlecase_Letter: "Lt",
  Modifier_Letter: "Lm",
  Other_Letter: "Lo",
  Mark: "M",
  Combining_Mark: "M",
  Nonspacing_Mark: "Mn",
  Spacing_Mark: "Mc",
  Enclosing_Mark: "Me",
  Number: "N",
  Decimal_Number: "Nd",
  digit: "Nd",
  Letter_Number: "Nl",
  Other_Number: "No",
  Punctuation: "P",
  punct: "P",
  Connector_Punctuation: "Pc",
  Dash_Punctuation: "Pd",
  Open_Punctuation: "Ps",
  Close_Punctuation: "Pe",
  Initial_Punctuation: "Pi",
  Final_Punctuation: "Pf",
  Other_Punctuation: "Po",
  Symbol: "S",
  Math_Symbol: "Sm",
  Currency_Symbol: "Sc",
  Modifier_Symbol: "Sk",
  Other_Symbol: "So",
  Separator: "Z",
  Space_Separator: "Zs",
  Line_Separator: "Zl",
  Paragraph_Separator: "Zp",
  Other: "C",
  Control: "Cc",
  cntrl: "Cc",
  Format: "Cf",
  Surrogate: "Cs",
  Private_Use: "Co",
  Unassigned: "Cn",
};
