/** Values as Java source. */

/**
 * A string as an expression. It is a constant expression, as annotations require, unless it exceeds the maximum length of a
 * constant.
 */
export function textLiteral(text: string): string {
  if (harmless.test(text)) return `"${text}"`;
  const pieces = text.length <= longestConstant ? [text] : constantPieces(text);
  const [first, ...others] = pieces.map((piece) => `"${piece.replace(unsafe, escaped)}"`);
  return `${first}${others.map((each) => `.concat(${each})`).join("")}`;
}

/** Strings that need no escaping, as most do not. */
const harmless = /^[\x20!\x23-\x5b\x5d-\x7e]{0,1000}$/;

/**
 * The longest string that always fits a constant of a class file: 65,535 bytes of modified UTF-8, at most three per code unit.
 */
export const longestConstant = Math.floor(65_535 / 3);

/** Control characters, quotes, invisible characters, characters that change the direction of text, and lone surrogates. */
const unsafe = /["\\\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00a0\ufffe\uffff]/gu;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};

/** Control characters become octal escapes: the compiler would read a Unicode escape of a newline as a line break. */
function escaped(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  if (character < " ") return `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  return Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join("");
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

function constantPieces(text: string): readonly string[] {
  const length = longestConstant;
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
}

export function isLong(value: number | bigint): boolean {
  return isWhole(value) && BigInt(value) >= -(2n ** 63n) && BigInt(value) < 2n ** 63n;
}

/** Whether a constant is an integer that a class holds as a BigInteger. */
export function isBeyondLong(value: string | number | bigint | boolean): boolean {
  return (typeof value === "number" || typeof value === "bigint") && isWhole(value) && !isLong(value);
}

export function isWhole(value: number | bigint): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** A 64-bit integer. */
export function longLiteral(value: number | bigint): string {
  return `${BigInt(value)}L`;
}

export function doubleLiteral(value: number | bigint): string {
  const digits = String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}
