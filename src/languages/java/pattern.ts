/** Patterns of the spec in the syntax of `java.util.regex`. */
import type { AST } from "@eslint-community/regexpp";
import { patternTree } from "../../spec/pattern.js";
import {
  type CharacterClass,
  type CharacterSet,
  Inexpressible,
  type PatternDialect,
  quantifierSource,
  shortCategories,
  translated,
} from "../pattern.js";
import { captureOf } from "../pattern-capture.js";

/** The equivalent expression for Java, or undefined if Java has none. */
export function javaPattern(pattern: string): string | undefined {
  return translated(pattern, dialect);
}

const spaces = "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const anything = "[\\x{0}-\\x{10ffff}]";
const nothing = "(?!)";

const dialect: PatternDialect = {
  edges: { start: "^", end: "\\z" },
  wordBoundary: "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))",
  notWordBoundary: "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))",
  anyCharacter: "[^\\n\\r\\u2028\\u2029]",
  mostRepetitions: 2 ** 31 - 1,
  // Java requires a lookbehind to have a bounded length.
  fitsLookbehind: (part) => part.type !== "Backreference" && (part.type !== "Quantifier" || part.max !== Infinity),
  character,
  characterSet: (set) => (set.kind === "space" && !set.negate ? `[${spaces}]` : characterSet(set)),
  characterClass,
  group(group, inside, number) {
    if (group.type === "Group") return `(?:${inside})`;
    return group.name === null ? `(${inside})` : `(?<group${number}>${inside})`;
  },
  quantifier: quantifierSource,
  backreference(reference, number) {
    const capture = captureOf(reference);
    if (capture === "sometimes") throw new Inexpressible();
    return capture === "never" ? "(?:)" : `(?:\\${number})`;
  },
};

function character({ raw, value }: AST.Character): string {
  if (/^\\[0bcv]/.test(raw)) return `\\x${value.toString(16).padStart(2, "0")}`;
  return raw.startsWith("\\u{") ? `\\x${raw.slice("\\u".length)}` : raw;
}

function characterSet(set: CharacterSet): string {
  if (set.kind === "property") return property(set);
  if (set.kind !== "space") return set.raw;
  return set.negate ? `[^${spaces}]` : spaces;
}

function characterClass({ elements, negate }: CharacterClass): string {
  if (elements.length === 0) return negate ? anything : nothing;
  return `[${negate ? "^" : ""}${elements.map(inBrackets).join("")}]`;
}

function inBrackets(element: CharacterClass["elements"][number]): string {
  if (element.type === "CharacterSet") return characterSet(element);
  if (element.type === "CharacterClassRange") return `${inBrackets(element.min)}-${inBrackets(element.max)}`;
  // In Java, these characters would begin a nested class or an intersection.
  return /^[[&]$/.test(element.raw) ? `\\${element.raw}` : character(element);
}

function property({ raw, key, value, negate }: AST.CharacterUnicodePropertyCharacterSet): string {
  const escape = negate ? "\\P" : "\\p";
  if (/^(?:gc|General_Category)$/.test(key)) {
    return `${escape}{${raw.includes("=") ? "gc=" : ""}${shortCategories[value as string] ?? value}}`;
  }
  if (/^(?:sc|Script)$/.test(key)) return `${escape}{script=${script(value as string)}}`;
  if (key === "Any") return negate ? nothing : anything;
  if (key === "ASCII") return `${escape}{ASCII}`;
  if (!properties.has(key)) throw new Inexpressible();
  return `${escape}{Is${key}}`;
}

/** Java 17 supports the scripts of Unicode 13, as does ECMAScript 2021, but not their private names. */
function script(name: string): string {
  if (patternTree(`\\p{Script=${name}}`, 2021) === undefined) throw new Inexpressible();
  return { Qaac: "Coptic", Qaai: "Inherited" }[name] ?? name;
}

const properties: ReadonlySet<string> = new Set([
  "Alphabetic",
  "Ideographic",
  "Lowercase",
  "Uppercase",
  "White_Space",
  "Hex_Digit",
  "Join_Control",
  "Noncharacter_Code_Point",
]);
