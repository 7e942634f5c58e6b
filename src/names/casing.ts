/**
 * Converts any string to a casing (format §3): first `sanitise`, then `pascal`, `camel` or `snake`. It does not depend
 * on any language.
 */
import { numberInWords } from "./number-words.js";

/** Symbols that become words anywhere in a name. */
const symbolWords: ReadonlyMap<string, string> = new Map([
  ["$", "Dollar_"],
  ["+", "Plus_"],
  ["<", "LessThan_"],
  [">", "GreaterThan_"],
  ["=", "Equal_"],
  ["@", "At_"],
  ["#", "Number_"],
  ["&", "And_"],
  ["%", "Percent_"],
  ["*", "Wildcard_"],
  ["£", "Pound_"],
]);

/** Symbols that become words only before the first letter or digit, where they distinguish names: `-1` and `1`. */
const prefixSymbolWords: ReadonlyMap<string, string> = new Map([
  ...symbolWords,
  ["-", "Minus_"],
  ["/", "Root_"],
  ["!", "Not_"],
  [".", "Dot_"],
  ["_", "_"],
]);

/** Applies a casing to any string: it is sanitised first, and again if the result starts with a digit (format §9). */
export function nameIn(casing: (sanitised: string) => string): (text: string) => string {
  const name = (text: string): string => {
    const cased = casing(sanitise(text));
    return /^[0-9]/.test(cased) ? name(cased) : cased;
  };
  return name;
}

/**
 * Keeps letters, digits and `_`, which every language allows in names (format §3.1). Leading digits become English
 * words, with their spaces and hyphens; the result is empty if no character can be used.
 */
export function sanitise(text: string): string {
  if (clean.test(text)) return text;
  const digits = /^[0-9]+/.exec(text)?.[0] ?? "";
  let result = digits === "" ? "" : numberInWords(digits);
  let beforeFirstLetter = digits === "";
  for (const character of withoutAccents(text.slice(digits.length))) {
    if (/[A-Za-z0-9]/.test(character)) {
      result += character;
      if (/[A-Za-z]/.test(character)) beforeFirstLetter = false;
    } else {
      const word = symbolAsWord(character, beforeFirstLetter, result === "");
      result += result.endsWith("_") && word === "_" ? "" : word;
    }
  }
  return result;
}

/** Most names, which need no change. */
const clean = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

function symbolAsWord(symbol: string, beforeFirstLetter: boolean, atStart: boolean): string {
  if (beforeFirstLetter) {
    const word = prefixSymbolWords.get(symbol);
    if (word !== undefined) return word;
    return isAscii(symbol) || atStart ? "" : "_";
  }
  return symbolWords.get(symbol) ?? "_";
}

function isAscii(character: string): boolean {
  return character.charCodeAt(0) < 128;
}

function withoutAccents(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{Mn}/gu, "");
}

/** Splits a sanitised string into words, with their case (format §3.2): `FOOBar_x3db` → `FOO`, `Bar`, `x3db`. */
export function words(sanitised: string): readonly string[] {
  return sanitised.split(wordBoundary).filter((word) => word !== "");
}

/** Separators; before a capital after a lower-case letter or digit; before the last of several capitals (`FOO|Bar`). */
const wordBoundary = /[_\- ]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/** The acronyms that stay in capitals in this string (format §3.3): `HRIS` in `HRISBenefit`. */
export function initialisms(sanitised: string): ReadonlySet<string> {
  const mixed = /[A-Z]{2}/.test(sanitised) && /[a-z]/.test(sanitised);
  const capitals = mixed ? words(sanitised).filter((word) => /^[A-Z]{2,}$/.test(word)) : [];
  return new Set(["SDK", ...capitals]);
}

/** `hris-legacy` → `HrisLegacy`, `HRISBenefit` → `HRISBenefit`. */
export function pascal(sanitised: string): string {
  const capitals = initialisms(sanitised);
  return words(sanitised)
    .map((word) => titleCase(word, capitals))
    .join("");
}

/** `hris_legacy` → `hrisLegacy`, `HRISBenefit` → `hrisBenefit`. */
export function camel(sanitised: string): string {
  const capitals = initialisms(sanitised);
  return words(sanitised)
    .map((word, index) => (index === 0 ? word.toLowerCase() : titleCase(word, capitals)))
    .join("");
}

/** `hrisLegacy` → `hris_legacy`. */
export function snake(sanitised: string): string {
  return words(sanitised).join("_").toLowerCase();
}

/** `hrisLegacy` → `HRIS_LEGACY`. */
export function upperSnake(sanitised: string): string {
  return words(sanitised).join("_").toUpperCase();
}

function titleCase(word: string, capitals: ReadonlySet<string>): string {
  const upper = word.toUpperCase();
  return capitals.has(upper) ? upper : upper.charAt(0) + word.slice(1).toLowerCase();
}
