/** Values as Ruby source code. */
import { commaSeparated, flatOf, piece, type Piece } from "../../code/code.js";
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";

/** A string literal with exactly this value and no interpolation: in single quotes if they can express it. */
export function rubyString(text: string): string {
  if (isPlain.test(text)) return `'${text}'`;
  if (needsDoubleQuotes.test(text)) return `"${text.replace(needsEscape, escape)}"`;
  return `'${text.replaceAll("\\", "\\\\")}'`;
}

/** Strings that need no escaping, as most do not. */
const isPlain = /^[ !"$-&(-[\]-~]*$/;

/** Characters that end or change a string, or are invisible: controls, directional marks, lone surrogates. */
const needsEscape = /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufeff]|#(?=[{$@])/gu;
const needsDoubleQuotes = /['\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufeff]|#(?=[{$@])/u;

function escape(character: string): string {
  const code = character.codePointAt(0) as number;
  const short = shortEscapes.get(character);
  if (short !== undefined) return short;
  if (code >= 0xd800 && code <= 0xdfff) return surrogateBytes(code);
  return `\\u{${code.toString(16).toUpperCase()}}`;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["#", "\\#"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/**
 * Ruby has no escape for a lone surrogate. Its three bytes make a string that is not valid UTF-8, as the original is not valid
 * Unicode.
 */
function surrogateBytes(code: number): string {
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
    .map((byte) => `\\x${byte.toString(16).toUpperCase()}`)
    .join("");
}

/** A JSON value with string keys: `{ "a" => [1, nil] }`. */
export function rubyValue(value: Json): string {
  if (value === null) return "nil";
  if (isJsonArray(value)) return flatOf(rubyArray(value.map(rubyValue)));
  if (isJsonObject(value)) return flatOf(rubyHash([...value].map(([key, each]) => [key, rubyValue(each)])));
  return rubyScalar(value);
}

/** A string, number or boolean. */
export function rubyScalar(value: string | number | bigint | boolean): string {
  if (typeof value === "string") return rubyString(value);
  const isWhole = typeof value === "bigint" || Number.isInteger(value);
  return isWhole ? grouped(String(BigInt(value))) : String(value);
}

/** Groups digits by three in long numbers, as RuboCop requires. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, /\d{5}/.test(digits) ? "_" : "");
}

/** `[1, 2]`, or `%w[a b]` for words. */
export function rubyArray(items: readonly Piece[]): Piece {
  const words = items.map((item) => word.exec(flatOf(item))?.[1]);
  const areWords = items.length > 1 && !words.includes(undefined);
  return areWords ? `%w[${words.join(" ")}]` : piece`[${commaSeparated(items)}]`;
}

/** A literal that RuboCop considers a word. */
const word = /^'((?:[\p{L}\p{M}\p{N}\p{Pc}](?:-[\p{L}\p{M}\p{N}\p{Pc}])?)+)'$/u;

export function rubyHash(entries: readonly (readonly [key: string, value: Piece])[]): Piece {
  if (entries.length === 0) return "{}";
  return piece`{ ${commaSeparated(entries.map(([key, value]) => piece`${rubyString(key)} => ${value}`))} }`;
}
