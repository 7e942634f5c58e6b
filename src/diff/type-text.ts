/** A type as a spec writes it, for reports: `string[]`, `map<Pet?>`. */
import { foldType } from "../spec/fold.js";
import type { Slot, Type } from "../spec/spec.js";
import { valueText } from "./signatures.js";

export function typeText(type: Type): string {
  return foldType(type, {
    scalar: ({ scalar }) => scalar,
    constant: ({ value }) => `constant ${valueText(value)}`,
    array: (items, { items: { nullable } }) => `${items}${nullable ? "?" : ""}[]`,
    tuple: (types, { items }) => `[${types.map((each, at) => `${each}${items[at]!.nullable ? "?" : ""}`).join(", ")}]`,
    map: (values, { keys, values: { nullable } }) =>
      `map<${keys === undefined ? "" : `${keys.name}, `}${values}${nullable ? "?" : ""}>`,
    reference: (to) => (to.owner === undefined ? to.name : `${inlineTitles[to.kind]}`),
  });
}

export function slotText({ type, nullable }: Slot): string {
  return `${typeText(type)}${nullable ? "?" : ""}`;
}

const inlineTitles = { model: "inline model", enum: "inline enum", union: "inline union" } as const;
