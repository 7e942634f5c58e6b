/** Enums: the values, and whether others are kept. */
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";
import type { EnumValue } from "./schema.js";
import type { View } from "./view.js";

/** Extensions that name the members of an enum, the first one given counts: a list beside the values, or by value. */
const nameKeys = ["x-speakeasy-enums", "x-enum-varnames", "x-enumNames"];
const descriptionKeys = ["x-speakeasy-enum-descriptions", "x-enum-descriptions", "x-enumDescriptions"];

/** The extension that keeps an enum open. */
export const unknownValues = "x-speakeasy-unknown-values";

export const enumKeys: readonly string[] = ["enum", unknownValues, ...nameKeys, ...descriptionKeys];

export interface EnumReading {
  readonly values: readonly EnumValue[];
  readonly open: boolean;
}

/**
 * The values of an enum of texts or whole numbers, each once and without null; undefined where there is none of them or
 * they are of another kind, which a spec cannot say (format/model-docs.md §9).
 */
export function readEnum(view: View, primitive: string | undefined, findings: Findings): EnumReading | undefined {
  const list = view.keys.get("enum");
  const places = [...findings.items(list)].filter((each) => each.scalar !== null);
  const base = primitive ?? (places.every((each) => each.text !== undefined) ? "string" : "integer");
  const fitting = places.filter((each) =>
    base === "string" ? each.text !== undefined : base === "integer" && isWhole(each),
  );
  if (fitting.length === 0) {
    if (list !== undefined && !isTautology(places, primitive))
      findings.loss(`an "enum" of values that are neither texts nor whole numbers`, list);
    return undefined;
  }
  for (const each of places)
    if (!fitting.includes(each)) findings.loss("an enum value of another type than the enum", each);
  return {
    values: describedValues(view, places, fitting, findings),
    open: view.keys.get(unknownValues)?.text === "allow",
  };
}

function describedValues(
  view: View,
  places: readonly Place[],
  fitting: readonly Place[],
  findings: Findings,
): readonly EnumValue[] {
  const names = textsByValue(view, nameKeys, places, findings);
  const descriptions = textsByValue(view, descriptionKeys, places, findings);
  const values = new Map<unknown, EnumValue>();
  for (const value of fitting) {
    if (!values.has(value.scalar))
      values.set(value.scalar, { value, name: names.get(value), description: descriptions.get(value) });
  }
  return [...values.values()];
}

function textsByValue(
  view: View,
  keys: readonly string[],
  places: readonly Place[],
  findings: Findings,
): ReadonlyMap<Place, string> {
  const texts = keys.map((key) => view.keys.get(key)).find((each) => each !== undefined);
  if (texts === undefined) return new Map();
  const found = places.map(
    (place, index) => [place, texts.get(texts.isSequence ? String(index) : String(place.scalar))] as const,
  );
  return new Map(
    found.flatMap(([place, text]) => (findings.text(text) ? [[place, findings.text(text)!] as const] : [])),
  );
}

function isWhole({ scalar }: Place): boolean {
  return typeof scalar === "bigint" || Number.isSafeInteger(scalar);
}

/** Whether the values leave the type as it is: both booleans, or nothing but null. */
function isTautology(places: readonly Place[], primitive: string | undefined): boolean {
  return places.length === 0 || (primitive === "boolean" && new Set(places.map((each) => each.scalar)).size === 2);
}
