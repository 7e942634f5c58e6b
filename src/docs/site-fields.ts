/** The fields on a model's page of a site. */
import type { NamedField } from "../names/rules.js";
import type { View } from "../render/page.js";
import { isRequired, otherKeys } from "../spec/fields.js";
import type { Model, Scalar, ScalarType } from "../spec/spec.js";
import type { Json } from "../text/json.js";
import { exampleText } from "./examples.js";
import { shownFields } from "./fields.js";
import { jsonText } from "./json-example.js";
import { proseBlocks } from "./prose.js";
import type { SiteWriter } from "./site-writer.js";

export type SiteFieldView = {
  readonly name: string;
  /** The name with its anchor: as a heading, and in a cell. */
  readonly heading: string;
  readonly anchored: string;
  /** A link to the heading. */
  readonly link: string;
  readonly type: string;
  readonly required: string;
  readonly description: string;
  readonly example: string;
  /** Rendered as blocks. */
  readonly hasText: boolean;
  readonly text: string;
  readonly facts: readonly string[];
};

/** @param anchors the ids of the fields, by their names */
export function siteFields(model: Model, writer: SiteWriter, anchors: ReadonlyMap<string, string>): View {
  const fields = shownFields(model, writer.context);
  return {
    hasFields: fields.length > 0,
    hasExamples: fields.some(({ field }) => field.examples.length > 0),
    fields: fields.map(({ name, field }): SiteFieldView => {
      const { description = "", examples } = field;
      const shown = writer.name(name, field);
      const anchor = anchors.get(name) ?? "";
      return {
        name: shown,
        heading: shown + writer.flavor.headingId(anchor),
        anchored: `<a id="${anchor}"></a>${shown}`,
        link: writer.link(shown, anchor),
        type: writer.isFull ? writer.code(field.type) : writer.publishedType(field),
        required: isRequired(field) ? "✔" : "–",
        description: writer.cell(field),
        example: numbered(examples.map((each) => writer.exactCell(siteExample(each)))),
        hasText: description.trim() !== "",
        text: proseBlocks(description, writer.read, writer.flavor),
        facts: factsOf({ name, field }, writer),
      };
    }),
  };
}

/** Everything that the spec declares for a field except its type and description. */
function factsOf({ name, field }: NamedField, writer: SiteWriter): readonly string[] {
  const { code } = writer.flavor;
  const { type, nullable, examples, readOnly, writeOnly, deprecated, externalDocs } = field;
  const constraints = "constraints" in type ? Object.entries(type.constraints) : [];
  const isOpen = type.kind === "reference" && type.to.kind === "enum" && type.to.open;
  const shown: readonly (readonly [string, string | false | undefined])[] = [
    ["Deprecated", deprecated && writer.deprecation(deprecated)],
    ["Required", isRequired(field) ? "yes" : "no"],
    ["Null", nullable && "allowed"],
    ["Read-only", readOnly && "only the server sets it"],
    ["Write-only", writeOnly && "only sent, never received"],
    ["JSON name", field.name !== name && code(field.name)],
    ["Also read as", otherKeys(field).map(code).join(", ")],
    ["Format", type.kind === "scalar" && !isEvident(type, writer) && code(type.scalar)],
    ["Always", type.kind === "constant" && code(jsonText(type.value))],
    ["One of", field.tags?.map((tag) => writer.json(tag)).join(", ")],
    ["Values", isOpen && "the listed ones, and others that a server may add"],
    ["Default", field.default !== undefined && `${writer.json(field.default)}, ${whenSet}`],
    ...constraints.map(([name, value]) => [constraintWords[name] ?? name, writer.json(value)] as const),
    [examples.length > 1 ? "Examples" : "Example", examples.map((each) => writer.json(each)).join(", ")],
    ["More", externalDocs && writer.externalDocs(externalDocs)],
  ];
  return shown.flatMap(([word, text]) => (text ? `**${word}**: ${text}` : []));
}

/** Reading keeps an absent field absent. */
const whenSet = "set when code builds the model, not when JSON is read";

/** Whether the shown type names the format, or the type has none. */
function isEvident(type: ScalarType, writer: SiteWriter): boolean {
  return general.has(type.scalar) || writer.code(type) === writer.flavor.code(type.scalar);
}

/** The built-in types that are as general as the language's type. */
const general: ReadonlySet<Scalar> = new Set(["string", "boolean", "any", "integer", "number"]);

const constraintWords: Readonly<Record<string, string>> = {
  minLength: "Shortest",
  maxLength: "Longest",
  pattern: "Pattern",
  minimum: "At least",
  maximum: "At most",
  exclusiveMinimum: "More than",
  exclusiveMaximum: "Less than",
  multipleOf: "Multiple of",
  minItems: "Fewest items",
  maxItems: "Most items",
  uniqueItems: "Unique items",
  minProperties: "Fewest keys",
  maxProperties: "Most keys",
};

/**
 * The ids of the fields on their page, by their names. GitHub and Docusaurus derive them from the headings in order.
 *
 * @param before the headings before those of the fields
 */
export function fieldAnchors(
  model: Model,
  { context, flavor }: SiteWriter,
  before: readonly string[],
): ReadonlyMap<string, string> {
  const names = shownFields(model, context).map(({ name }) => name);
  const isGiven = flavor.headingId("x") !== "";
  const uses = new Map<string, number>();
  const slugs = (isGiven ? names : [...before, ...names]).map((heading) => {
    const slug = isGiven ? `field-${heading.replace(/[^\p{L}\p{N}_-]/gu, "-")}` : slugOf(heading);
    const count = uses.get(slug) ?? 0;
    uses.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Map(slugs.slice(-names.length || slugs.length).map((slug, at) => [names[at] ?? "", slug]));
}

/** As GitHub makes it: letters, digits, hyphens and low lines. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** A string as it is, and other JSON on indented lines. */
function siteExample(value: Json): string {
  return typeof value === "object" ? jsonText(value) : exampleText(value);
}

function numbered(texts: readonly string[]): string {
  if (texts.length < 2) return texts[0] ?? "";
  return texts.map((text, index) => `<strong>Example ${index + 1}:</strong> ${text}`).join("<br/>");
}
