/** What the value of each keyword of a schema must be. A keyword with any other value counts as absent. */
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";

/** A value that is not null or an empty list. */
export function given(place: Place | undefined): Place | undefined {
  return place?.isNothing === true ? undefined : place;
}

/** The schemas of a list. Null and an empty list are not schemas, but not worth a report either. */
export function schemasIn(list: Place | undefined, findings: Findings): readonly Place[] {
  return [...findings.items(list)].filter((each) => !each.isNothing);
}

/**
 * The keywords of a schema except those that are merged (`$ref`, `allOf`, `properties`, `required`). A list as `items` is
 * what `prefixItems` is. Spots: wrong-kind.
 */
export function* keywordsIn(schema: Place, findings: Findings): Iterable<readonly [string, Place]> {
  for (const [key, value] of findings.entries(schema)) {
    if (merged.has(key)) continue;
    if (key === "items" && value.isSequence && !value.isNothing) {
      yield ["prefixItems", value];
      continue;
    }
    const kind = kinds.get(key) ?? notNull;
    if (kind.fits(value)) yield [key, value];
    else if (!value.isNothing) findings.wrongKind(value, kind.name, "ignored");
  }
}

const merged: ReadonlySet<string> = new Set(["$ref", "allOf", "properties", "required"]);

interface Kind {
  readonly name: string;
  fits(value: Place): boolean;
}

const text: Kind = { name: "a string", fits: ({ text }) => text !== undefined };
const flag: Kind = { name: "true or false", fits: ({ scalar }) => typeof scalar === "boolean" };
const list: Kind = { name: "a list", fits: ({ isSequence }) => isSequence };
const object: Kind = { name: "an object", fits: ({ isMapping }) => isMapping };
/** Swagger 2 names only the field. */
const discriminator: Kind = { name: "an object", fits: (value) => object.fits(value) || text.fits(value) };
const schema: Kind = { name: "a schema", fits: (value) => object.fits(value) || flag.fits(value) };
const notNull: Kind = { name: "a value", fits: ({ scalar }) => scalar !== null };
const anything: Kind = { name: "a value", fits: () => true };
const examples: Kind = { name: "a list", fits: (value) => list.fits(value) || object.fits(value) };
const types: Kind = { name: "a type", fits: (value) => text.fits(value) || (list.fits(value) && !value.isNothing) };
const number: Kind = {
  name: "a number",
  fits: ({ scalar }) => typeof scalar === "number" || typeof scalar === "bigint",
};
const bound: Kind = { name: "a number", fits: (value) => number.fits(value) || flag.fits(value) };

const kinds: ReadonlyMap<string, Kind> = new Map(
  [
    [text, "title", "description", "format", "pattern", "contentEncoding", "$schema", "$id", "$comment"],
    [text, "x-speakeasy-deprecation-message", "x-speakeasy-deprecation-replacement"],
    [flag, "nullable", "x-nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"],
    [list, "oneOf", "anyOf", "enum", "prefixItems"],
    [discriminator, "discriminator"],
    [object, "externalDocs", "xml", "patternProperties"],
    [schema, "items", "additionalProperties", "not"],
    [number, "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"],
    [number, "minimum", "maximum", "multipleOf"],
    [bound, "exclusiveMinimum", "exclusiveMaximum"],
    [types, "type"],
    [examples, "examples"],
    // Null and an empty list are values like any other.
    [anything, "default", "const", "example"],
  ].flatMap(([kind, ...keys]) => (keys as string[]).map((key) => [key, kind as Kind] as const)),
);
