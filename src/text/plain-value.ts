/** YAML's core schema for plain scalars. */
import { exactNumber } from "./numbers.js";
import type { ScalarNode } from "./tree.js";

/** The value of a plain scalar in YAML's core schema; undefined for numbers that `numbers.ts` has to parse. */
export function plainValue(source: string): ScalarNode["value"] | undefined {
  if (!mayBeOther.test(source)) return source;
  if (nulls.test(source)) return null;
  if (booleans.test(source)) return source.charAt(0).toLowerCase() === "t";
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(source)) return Number(source);
  if (!numbers.test(source)) return source;
  return /^-?\d+\.\d+$/.test(source) && source !== "-0.0" ? exactNumber(Number(source), source) : undefined;
}

const mayBeOther = /^[-+.~\dnNtTfF]/;
const nulls = /^(?:~|[Nn]ull|NULL)$/;
const booleans = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const numbers =
  /^(?:[-+]?(?:\.\d+|\d+\.?\d*)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
