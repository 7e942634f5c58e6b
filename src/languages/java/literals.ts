/** Values as Java source. */

/**
 * A text as an expression. It is a constant expression, as annotations need it, unless it is longer than a constant may be.
 */
export function textLiteral(text: string): string {
  if (harmless.test(text)) return `"${text}"`;
  const pieces = text.length <= longestConstant ? [text] : constantPieces(text);
  const [first, ...others] = pieces.map((piece) => `"${piece.replace(unsafe, escaped)}"`);
  return `${first}${others.map((each) => `.concat(${each})`).join("")}`;
}

/** Most texts there are. */
const harmless = /^[\x20!\x23-\x5b\x5d-\x7e]{0,1000}$/;

/** What a class file can always hold as one constant: 65,535 bytes of its kind of UTF-8, three for a code unit at most. */
export const longestConstant = Math.floor(65_535 / 3);

/** Control characters, quotes, what is invisible or turns the direction of text, and halves of surrogate pairs. */
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

/** Below a blank as octal digits: a Unicode escape there would be a line break to the compiler. */
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

/** Whether a constant is a whole number that a class holds as a BigInteger. */
export function isBeyondLong(value: string | number | bigint | boolean): boolean {
  return (typeof value === "number" || typeof value === "bigint") && isWhole(value) && !isLong(value);
}

export function isWhole(value: number | bigint): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** A whole number of 64 bits. */
export function longLiteral(value: number | bigint): string {
  return `${BigInt(value)}L`;
}

export function doubleLiteral(value: number | bigint): string {
  const digits = String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}
