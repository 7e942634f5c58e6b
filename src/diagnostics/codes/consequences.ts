/** What a loss of an import (see `unsupported`) means for the spec. */
import type { unsupported } from "./unsupported.js";

/**
 * How much is lost, the most first: the type, a restriction of its values, something else about its values, or nothing
 * about its values.
 */
export const extents = ["type", "restriction", "other", "nothing"] as const;

export interface Consequence {
  readonly extent: (typeof extents)[number];
  /** What the spec does instead, after "the spec"; the parameters are those of the loss. */
  readonly effect: string;
  /** The noun to count losses without effect by. */
  readonly noun?: string;
}

type Loss = keyof typeof unsupported;

/** The consequence of a loss. */
export function consequenceOf(loss: Loss, parameters: Readonly<Record<string, unknown>> = {}): Consequence {
  const { keyword, noun } = parameters;
  if (loss === "keyword") return assertions.has(String(keyword)) ? looser : without(nounOf(String(keyword)));
  if (loss === "keywordOf") return restricts(String(keyword), String(noun)) ? looser : without();
  if (loss === "impliedType") return other(`accepts ${keyword === "items" ? "arrays" : "objects"} only`);
  const isMerged = loss === "repeated" || loss === "unshared";
  if (isMerged && !assertions.has(String(keyword)) && keyword !== "format") return ignored;
  return consequences[loss] ?? looser;
}

/** Whether a keyword can apply to a kind of types although the spec does not have it there. */
function restricts(keyword: string, noun: string): boolean {
  const ofObjects = keyword === "minProperties" || keyword === "maxProperties";
  if (ofAnyType.has(keyword)) return true;
  return assertions.has(keyword) && (open.has(noun) || (ofObjects && noun === "a model"));
}

function nounOf(keyword: string): string | undefined {
  if (keyword.startsWith("x-")) return "extension";
  return keyword === "title" ? "title" : undefined;
}

function without(noun?: string): Consequence {
  return { extent: "nothing", effect: "", ...(noun !== undefined && { noun }) };
}

function other(effect: string): Consequence {
  return { extent: "other", effect };
}

const looser: Consequence = { extent: "restriction", effect: "accepts more values" };
const any: Consequence = { extent: "type", effect: "accepts any value" };
const ignored = other('ignores "{keyword}"');
const untagged = other("has no discriminator");

/** The losses that do not merely allow more values. */
const consequences: Readonly<Partial<Record<Loss, Consequence>>> = {
  types: any,
  onlyNull: any,
  nothing: any,
  inlineRecursion: any,
  selfReference: any,
  partOfFamily: any,
  alwaysFits: any,
  requiredInfinitely: { extent: "restriction", effect: "makes a field optional" },
  requiredProperty: { extent: "restriction", effect: "does not require a field" },
  nullableAlternative: { extent: "restriction", effect: "does not accept null" },
  longEnumValue: { extent: "restriction", effect: "does not list a value" },
  parameter: { extent: "restriction", effect: "lacks a parameter" },
  notOfProperty: ignored,
  default: other("has no default"),
  example: other("has no such example"),
  readAndWriteOnly: other("has a field that is neither read-only nor write-only"),
  exactNumber: other("rounds a number"),
  tagField: untagged,
  tagType: untagged,
  tagValues: untagged,
  tagMember: other("ignores a discriminator value"),
  tagValue: other("ignores a discriminator value"),
  untaggedModel: other("has no discriminator value for a model"),
  unpaired: without(),
  examples: without(),
  externalDocs: without(),
  headers: without(),
  format: without("format"),
  untypedFormat: without("format"),
  looserBound: without(),
  number: without(),
  required: without(),
  enumValue: without(),
  selfMember: without(),
};

/** The keywords that restrict values and that a spec cannot express at all or not everywhere. */
export const assertions: ReadonlySet<string> = new Set([
  ...["not", "if", "then", "else", "dependentSchemas", "dependentRequired", "dependencies", "$dynamicRef"],
  ...["contains", "minContains", "maxContains", "prefixItems", "additionalItems", "unevaluatedItems"],
  ...["propertyNames", "patternProperties", "unevaluatedProperties", "minProperties", "maxProperties"],
  ...["properties", "required", "additionalProperties", "items", "oneOf", "anyOf", "enum", "const"],
  ...["minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "multipleOf"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);

/** The keywords that apply to values of every type. */
const ofAnyType: ReadonlySet<string> = new Set(["oneOf", "anyOf", "enum", "const"]);

/** What a string with a format is called, to which keywords of strings apply. */
export const formattedString = "a string with a format";

/** The kinds of types to which every keyword can apply. */
const open: ReadonlySet<string> = new Set(["a reference", "a union", "a value of any type", formattedString]);
