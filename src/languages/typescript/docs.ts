/** The docs pages of a TypeScript target (format §5.3, §10). */
import type { Target } from "../../config/config.js";
import { indexPage } from "../../docs/index-page.js";
import { linkFromPage } from "../../docs/links.js";
import { docsPage } from "../../docs/page.js";
import { codeSpan, verbatim } from "../../docs/verbatim.js";
import type { Definition, Scalar, Spec, Type, Union } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import type { Page, View } from "../../render/page.js";
import type { TypeScriptNames } from "./names.js";
import { exampleSnippet, sampleOf } from "./snippet.js";

/** What the templates see beside what all languages share: on pages of models and enums, and on those of unions. */
export type ExampleUsageView = { readonly exampleUsage: string };
export type SupportedTypesView = { readonly members: readonly SupportedTypeView[] };
export type SupportedTypeView = {
  /** The type as a span of code. */
  readonly heading: string;
  readonly type: string;
  readonly sample: string;
  readonly hasDescription: boolean;
  readonly description: string;
};

export function docsPages(spec: Spec, target: Target, names: TypeScriptNames): Pages {
  const context = {
    target,
    names,
    othersName: "additionalProperties",
    typeCell: ({ type }: { readonly type: Type }) => typeCell(type, names),
    unlistedValue: ({ open, base }: { readonly open: boolean; readonly base: "string" | "integer" }) =>
      open ? `\`Unrecognized<${base === "string" ? "string" : "number"}>\`` : undefined,
  };
  return {
    of: (definition) => [docsPage(definition, context, moreView(definition, names))],
    others: () => [indexPage(spec.definitions, names), ...ownClassPages(spec)],
  };
}

function moreView(definition: Definition, names: TypeScriptNames): View {
  if (definition.kind === "union") return supportedTypesView(definition, names);
  return { exampleUsage: exampleSnippet(definition, names) };
}

function supportedTypesView({ members }: Union, names: TypeScriptNames): SupportedTypesView {
  return {
    members: members.map(({ type, description }) => ({
      heading: codeSpan(spelling(type, names)),
      type: spelling(type, names),
      sample: sampleOf(type, names),
      hasDescription: description !== undefined,
      description: description ?? "",
    })),
  };
}

function typeCell(type: Type, names: TypeScriptNames): string {
  switch (type.kind) {
    case "scalar":
      return scalarCell(type.scalar);
    case "array":
      return `${typeCell(type.items.type, names)}[]`;
    case "map":
      return `Record<string, ${typeCell(type.values.type, names)}>`;
    case "reference":
      return type.to.kind === "union"
        ? `*${names.qualifiedName(type.to)}*`
        : `[${names.qualifiedName(type.to)}](${linkFromPage(type.to, names)})`;
    case "constant":
      return `*${verbatim(spelling(type, names), "emphasis")}*`;
  }
}

/** A type as code spells it. */
function spelling(type: Type, names: TypeScriptNames): string {
  switch (type.kind) {
    case "scalar":
      return scalarTypes[type.scalar];
    case "array":
      return `${spelling(type.items.type, names)}[]`;
    case "map":
      return `{ [k: string]: ${spelling(type.values.type, names)} }`;
    case "reference":
      return names.qualifiedName(type.to);
    case "constant":
      return typeof type.value === "string" ? JSON.stringify(type.value) : String(type.value);
  }
}

const scalarTypes: Readonly<Record<Scalar, string>> = {
  string: "string",
  boolean: "boolean",
  any: "any",
  integer: "number",
  int32: "number",
  long: "bigint",
  number: "number",
  float: "number",
  decimal: "Decimal",
  date: "RFCDate",
  "date-time": "Date",
  time: "string",
  duration: "string",
  uuid: "string",
  uri: "string",
  email: "string",
  bytes: "Uint8Array",
};

/** The classes that stand for scalars which JavaScript has no type for. */
const ownClasses: ReadonlyMap<Scalar, string> = new Map([
  ["date", "RFCDate"],
  ["decimal", "Decimal"],
]);

const dateLink = "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date";

function scalarCell(scalar: Scalar): string {
  const ownClass = ownClasses.get(scalar);
  if (ownClass !== undefined) return `[${ownClass}](../../../types/${ownClass.toLowerCase()}.md)`;
  return scalar === "date-time" ? `[Date](${dateLink})` : `*${scalarTypes[scalar]}*`;
}

/** The pages of those that are in use. */
function ownClassPages({ scalars }: Spec): readonly Page[] {
  return Array.from(ownClasses)
    .filter(([scalar]) => scalars.has(scalar))
    .map(([, name]) => {
      const file = name.toLowerCase();
      return { path: `docs/types/${file}.md`, template: `docs/${file}`, view: {}, model: undefined, span: undefined };
    });
}
