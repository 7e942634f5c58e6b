/** A type in the spec's terms, which are the same in every language. */
import type { Naming } from "../names/rules.js";
import { foldType } from "../spec/fold.js";
import type { Type } from "../spec/spec.js";
import { tupleParts, type TypePart } from "./context.js";

export function typeWords(type: Type, names: Naming): readonly TypePart[] {
  return foldType<readonly TypePart[]>(type, {
    scalar: ({ scalar }) => [{ text: scalar }],
    constant: ({ value }) => [{ text: typeof value === "string" ? JSON.stringify(value) : String(value) }],
    array: (items) => [...items, { text: "[]" }],
    tuple: (items) => tupleParts(items, "[", "]"),
    map: (values, { keys }) => {
      const key = keys === undefined ? [] : [{ text: names.className(keys), to: keys }, { text: ", " }];
      return [{ text: "map<" }, ...key, ...values, { text: ">" }];
    },
    reference: (to) => [{ text: names.className(to), to }],
  });
}
