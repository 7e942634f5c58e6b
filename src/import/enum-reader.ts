/** Reads enums: their values, and whether they are open. */
import { pascal, sanitise } from "../names/casing.js";
import { isLong } from "../spec/scalar-fits.js";
import { toJson } from "../text/tree.js";
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";
import type { EnumValue } from "./schema.js";
import type { View } from "./view.js";

/** Extensions that name the members of an enum, as a list or by value. The first one that is present counts. */
const nameKeys = ["x-speakeasy-enums", "x-enum-varnames", "x-enumNames"];
const descriptionKeys = ["x-speakeasy-enum-descriptions", "x-enum-descriptions", "x-enumDescriptions"];

/** The extension that makes an enum open. */
export const unknownValues = "x-speakeasy-unknown-values";

/** An extension that lists the known values of an open enum. */
export const extensibleEnum = "x-extensible-enum";

/** An extension that says whether an enum is open, what it is called, and what its members are called. */
export const namedEnum = "x-ms-enum";

export const enumKeys: readonly string[] = [
  "enum",
  unknownValues,
  extensibleEnum,
  namedEnum,
  ...nameKeys,
  ...descriptionKeys,
];

export interface EnumReading {
  readonly values: readonly EnumValue[];
  readonly open: boolean;
}

/**
 * The values of an enum of strings or integers, each once and without null; undefined if there are none or they are of
 * another kind, which a spec cannot express (format §9).
 */
export function readEnum(view: View, primitive: string | undefined, findings: Findings): EnumReading | undefined {
  const [closed, extensible] = [view.keys.get("enum"), view.keys.get(extensibleEnum)];
  const list = closed ?? extensible;
  const given = [closed, extensible].flatMap((each) => [...findings.items(each)]);
  // The values of a string are strings, however YAML reads them: `no`, `4.10`.
  const places = given.flatMap((each) => (each.scalar === null ? [] : primitive === "string" ? each.asText : each));
  const isOfBase = primitive === undefined ? sameKind(places) : (ofPrimitive.get(primitive) ?? (() => false));
  const fitting = places.filter((each) => isOfBase(each) && isSayable(each));
  if (fitting.length === 0) {
    if (list?.size === 0) findings.loss("emptyEnum", list);
    else if (list !== undefined && !isTautology(places, primitive))
      findings.loss(places.some(isOfBase) ? "longEnumValue" : "enumType", list);
    return undefined;
  }
  const kept = new Set(fitting);
  for (const each of places) {
    if (!kept.has(each)) findings.loss(isOfBase(each) ? "longEnumValue" : "enumValue", each);
  }
  const isSaid = view.keys.get(namedEnum)?.get("modelAsString")?.scalar === true;
  const open = isSaid || extensible !== undefined || view.keys.get(unknownValues)?.text === "allow";
  return { values: describedValues(view, places, fitting, findings), open };
}

const isSayable = (place: Place): boolean => isText(place) || isLong(toJson(place.node));
const isText = (place: Place): boolean => place.text !== undefined;
const isWhole = ({ scalar }: Place): boolean => typeof scalar === "bigint" || Number.isSafeInteger(scalar);
const ofPrimitive: ReadonlyMap<string, (place: Place) => boolean> = new Map([
  ["string", isText],
  ["integer", isWhole],
]);

/** The type of the values, if all have the same one. */
function sameKind(places: readonly Place[]): (place: Place) => boolean {
  return [isText, isWhole].find((is) => places.every(is)) ?? (() => false);
}

/** The type of an enum without one, if a spec has no enum for its values: booleans, or numbers with fractions. */
export function typeOfValues(keys: ReadonlyMap<string, Place>): string | undefined {
  const values = keys.has("type") ? [] : [...(keys.get("enum")?.items() ?? [])].filter(({ scalar }) => scalar !== null);
  const areAll = (type: string): boolean =>
    values.every((each) => typeof each.scalar === type || (type === "number" && isWhole(each)));
  return values.every(isWhole) ? undefined : ["boolean", "number"].find(areAll);
}

function describedValues(
  view: View,
  places: readonly Place[],
  fitting: readonly Place[],
  findings: Findings,
): readonly EnumValue[] {
  const names = textsByValue(view, "name", places, findings);
  const descriptions = textsByValue(view, "description", places, findings);
  const values = new Map<unknown, EnumValue>();
  for (const value of fitting) {
    const name = names.get(value) ?? nameInstead(String(value.scalar));
    if (!values.has(value.scalar)) values.set(value.scalar, { value, name, description: descriptions.get(value) });
  }
  return [...values.values()];
}

/** A name for a value from which no name, or only one that is too long, can be made: other values do not change it. */
function nameInstead(value: string): string | undefined {
  const name = pascal(sanitise(value.trim()));
  if (value.trim() !== "" && name === "") return ["value", ...codesIn(value).slice(0, 16)].join("_");
  return name.length > longest ? [name.slice(0, longest), ...codesIn(value.slice(-4))].join("_") : undefined;
}

/** The characters by their numbers in Unicode. */
export function codesIn(value: string): readonly string[] {
  return [...value].map((each) => `u${(each.codePointAt(0) ?? 0).toString(16)}`);
}

/** Longer names are cut. */
export const longest = 100;

function textsByValue(
  view: View,
  what: "name" | "description",
  places: readonly Place[],
  findings: Findings,
): ReadonlyMap<Place, string> {
  const keys = what === "name" ? nameKeys : descriptionKeys;
  const texts = keys.map((key) => view.keys.get(key)).find((each) => each !== undefined);
  if (texts === undefined) return textsByName(view, what, places);
  const found = places.map(
    (place, index) => [place, texts.get(texts.isSequence ? String(index) : String(place.scalar))] as const,
  );
  return new Map(
    found.flatMap(([place, text]) => (findings.text(text) ? [[place, findings.text(text)!] as const] : [])),
  );
}

function textsByName(view: View, what: string, places: readonly Place[]): ReadonlyMap<Place, string> {
  const described = [...(view.keys.get(namedEnum)?.get("values")?.items() ?? [])];
  const byValue = new Map(described.map((each) => [each.get("value")?.asText.text, each.get(what)?.text]));
  return new Map(
    places.flatMap((place) => {
      const text = byValue.get(place.asText.text);
      return text ? [[place, text] as const] : [];
    }),
  );
}

/** Whether the values do not restrict the type: both booleans, or only null. */
function isTautology(places: readonly Place[], primitive: string | undefined): boolean {
  return places.length === 0 || (primitive === "boolean" && new Set(places.map((each) => each.scalar)).size === 2);
}
