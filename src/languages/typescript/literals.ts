/** Values of a spec as TypeScript literals with exactly the same value. */
import { isJsonArray, type Json } from "../../text/json.js";
import { array, atom, type Expression, object, property } from "./expressions.js";

/** A JSON value as an expression. */
export function literal(value: Json): Expression {
  if (typeof value === "string") return atom(quoted(value), "string");
  if (typeof value === "number" || typeof value === "bigint") return numberLiteral(value);
  if (typeof value === "boolean") return atom(String(value), "number or boolean");
  if (value === null) return atom("null");
  if (isJsonArray(value)) return array(value.map(literal));
  return object([...value].map(([key, each]) => property(keyLiteral(key), literal(each))));
}

/** A string literal with the quotes that need fewer escapes, as in prettier. */
export function quoted(text: string): string {
  if (harmless.test(text)) return `"${text}"`;
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  const quote = doubles > singles ? "'" : '"';
  return quote + text.replace(special, (each) => escaped(each, quote)) + quote;
}

/** A number, or a bigint if a number cannot represent it exactly. */
export function numberLiteral(value: number | bigint): Expression {
  const isSmall = typeof value === "number" || Number.isSafeInteger(Number(value));
  const digits = String(value).replace("e+", "e");
  return atom(isSmall ? digits : `${digits}n`, isSmall && value >= 0 ? "number or boolean" : "other");
}

/** The key of an object literal; `__proto__` is computed, since it has a special meaning otherwise. */
export function keyLiteral(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** Strings that need no escaping, as most do not. */
const harmless = /^[ !#-[\]-~]*$/;

/** Quotes, backslashes, and characters that are invisible or not allowed in a file. */
const special = /["'\\]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

function escaped(character: string, quote: string): string {
  if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
  return shortEscapes.get(character) ?? unicodeEscape(character);
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** `\u202e` */
export function unicodeEscape(character: string): string {
  const units = character.split("");
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}
