/** Distinct names for the values of an enum that would have the same name in a language. */
import type { ShippedLanguage } from "../languages/language.js";
import { memberText } from "../names/namer.js";
import { remembering } from "../names/remembering.js";
import { codesIn, longest } from "./enum-reader.js";
import type { EnumValue } from "./schema.js";

/** A value with a name for all languages, and names in single languages. */
export interface DistinctValue extends EnumValue {
  readonly names: ReadonlyMap<string, string>;
}

/** What this module needs to know about a language's names. */
export type MemberNamer = Pick<ShippedLanguage, "id" | "memberName" | "distinctMember">;

/** What the name of a value's member is made of. */
export function textOf({ value, name }: EnumValue): string {
  return name ?? memberText(value.scalar as string | number | bigint);
}

/**
 * Of the values with the same name in a language, the first one keeps it. Any other gets the first name of its own that
 * is free. So a value that is added at the end never changes the name of another.
 */
export function distinctValues(
  languages: readonly MemberNamer[],
): (values: readonly EnumValue[]) => readonly DistinctValue[] {
  const derive = languages.map(({ memberName }) => remembering(memberName));
  return (values) => {
    const taken = derive.map(() => new Set<string>());
    const take = (text: string): boolean => {
      const names = derive.map((each) => each(text));
      if (names.some((name, index) => taken[index]!.has(name))) return false;
      names.forEach((name, index) => taken[index]!.add(name));
      return true;
    };
    return values.map((each) => {
      if (take(textOf(each))) return { ...each, names: none };
      for (const name of ownNames(each)) if (take(name)) return { ...each, name, names: none };
      throw new RangeError("there is always another name");
    });
  };
}

const none: ReadonlyMap<string, string> = new Map();

/** Names that depend on the value only, the best first: the value in words, its casing, a number made from it. */
function* ownNames(each: EnumValue): Iterable<string> {
  const value = String(each.value.scalar);
  const start = textOf(each).slice(0, longest);
  const [spelled, casing] = [inWords(value), casingOf(value)];
  if (spelled.length <= longest) yield each.name === undefined ? spelled : `${start}_${spelled}`;
  if (casing !== undefined) yield `${start}_${casing}`;
  for (let salt = ""; ; salt += "+") yield `${start}_x${numberOf(value + salt)}`;
}

/** `on-hold` → `on_hyphen_hold`. */
function inWords(value: string): string {
  if (value === "") return "empty";
  const parts = value.split(/([^A-Za-z0-9])/u).filter((part) => part !== "");
  return parts.map((part) => symbols.get(part) ?? (/^[A-Za-z0-9]/.test(part) ? part : codesIn(part)[0])).join("_");
}

const symbols: ReadonlyMap<string, string> = new Map([
  [" ", "space"],
  ["-", "hyphen"],
  ["_", "underscore"],
  [".", "dot"],
  [",", "comma"],
  [":", "colon"],
  [";", "semicolon"],
  ["/", "slash"],
  ["\\", "backslash"],
  ["+", "plus"],
  ["*", "star"],
  ["(", "open"],
  [")", "close"],
]);

/** `lower`, `upper` or `mixed`; undefined if the value has no letters. */
export function casingOf(value: string): "lower" | "upper" | "mixed" | undefined {
  const [lower, upper] = [value.toLowerCase(), value.toUpperCase()];
  if (lower === upper) return undefined;
  return value === lower ? "lower" : value === upper ? "upper" : "mixed";
}

/** A number of 32 bits that other values hardly have (FNV-1a). */
function numberOf(value: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
