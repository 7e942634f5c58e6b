/** Constraints on values. Editors show each sentence next to its key. */
import { anyNumber, count, flag, positiveNumber, syntax } from "../shape/define.js";
import { parsePattern } from "./pattern.js";

const pattern = syntax({ title: "a regular expression", parse: parsePattern });

export const constraints = {
  minLength: { shape: count, doc: "The least number of characters." },
  maxLength: { shape: count, doc: "The greatest number of characters." },
  pattern: { shape: pattern, doc: "A regular expression (ECMA-262) that must match somewhere in the string." },
  minimum: { shape: anyNumber, doc: "The least number allowed." },
  maximum: { shape: anyNumber, doc: "The greatest number allowed." },
  exclusiveMinimum: { shape: anyNumber, doc: "The number that it must be greater than." },
  exclusiveMaximum: { shape: anyNumber, doc: "The number that it must be less than." },
  multipleOf: { shape: positiveNumber, doc: "The number that it must be a multiple of." },
  minItems: { shape: count, doc: "The least number of items." },
  maxItems: { shape: count, doc: "The greatest number of items." },
  uniqueItems: { shape: flag, doc: "Whether all items of the array must be distinct. Default: false." },
  minProperties: { shape: count, doc: "The least number of keys of a map." },
  maxProperties: { shape: count, doc: "The greatest number of keys of a map." },
} as const;
