/** Names that depend on what they name only. */
import { codesIn, longest } from "./enum-reader.js";

/** What has the name of something else. */
interface Named {
  /** The string in JSON. */
  readonly value: string;
  /** What its name is made of. */
  readonly text: string;
  /** Whether the document chose that. */
  readonly isChosen: boolean;
}

/** Other names, the best first: the value in words, its casing, a number made from it. */
export function* ownNames({ value, text, isChosen }: Named): Iterable<string> {
  const start = text.slice(0, longest);
  const [spelled, casing] = [inWords(value), value.length <= longest ? casingOf(value) : undefined];
  if (spelled.length <= longest) yield isChosen ? `${start}_${spelled}` : spelled;
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
