/** The docs pages of a TypeScript target (format §5.3, §10). */
import { extensionIn, type Target } from "../../config/config.js";
import { indexPages } from "../../docs/site-index.js";
import { linkFromPage } from "../../docs/links.js";
import { once } from "../../names/remembering.js";
import { usersOf } from "../../spec/users.js";
import { type DocsContext, tupleParts, type TypePart } from "../../docs/context.js";
import type { MarkdownReader } from "../../docs/prose.js";
import { docsPage } from "../../docs/page.js";
import { codeSpan, verbatim } from "../../docs/verbatim.js";
import { foldType } from "../../spec/fold.js";
import type { Definition, Spec, Type, Union } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import type { Page } from "../../render/page.js";
import { modelsFolder } from "./files.js";
import { literal } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { type ScalarRow, scalarsOfMembers } from "./scalars.js";
import { exampleSnippet, sampleOf } from "./snippet.js";

/** The language's part of the views: on pages of models and enums, and on those of unions. */
export type ExampleUsageView = { readonly exampleUsage: string };
export type SupportedTypesView = { readonly members: readonly SupportedTypeView[] };
export type SupportedTypeView = {
  /** The type as a code span. */
  readonly heading: string;
  readonly type: string;
  readonly sample: string;
  readonly hasDescription: boolean;
  readonly description: string;
};

/** What the pages show of a target. */
export function docsContext(spec: Spec, target: Target, names: TypeScriptNames, read?: MarkdownReader): DocsContext {
  return {
    ...{ target, names, othersName: "additionalProperties", read },
    typeParts: (type) => typeParts(type, names),
    codeName: names.qualifiedName,
    users: once(() => usersOf(spec)),
    typeCell: ({ type }) => typeCell(type, names).replaceAll(".md)", `.${extensionIn(target)})`),
    unlistedValue: ({ open, base }: { readonly open: boolean; readonly base: "string" | "integer" }) =>
      open ? `\`Unrecognized<${base === "string" ? "string" : "number"}>\`` : undefined,
    more: (definition) => moreView(definition, names, target),
    codeLanguage: "typescript",
  };
}

export function docsPages(spec: Spec, target: Target, names: TypeScriptNames, read?: MarkdownReader): Pages {
  const context = docsContext(spec, target, names, read);
  return {
    of: (definition) => [docsPage(definition, context)],
    others: () => [...indexPages(spec.definitions, context), ...typePages(spec, target, names)],
  };
}

/** A type in code, part by part. */
function typeParts(type: Type, names: TypeScriptNames): readonly TypePart[] {
  return foldType<readonly TypePart[]>(type, {
    scalar: ({ scalar }) => [{ text: names.scalars[scalar].docsType }],
    constant: (constant) => [{ text: spelling(constant, names) }],
    array: (items) => [...items, { text: "[]" }],
    tuple: (items) => tupleParts(items, "[", "]"),
    map: (values, { keys }) => {
      if (keys === undefined) return [{ text: "Record<string, " }, ...values, { text: ">" }];
      return [
        { text: "Record<" },
        { text: names.qualifiedName(keys), to: keys },
        { text: ", " },
        ...values,
        { text: ">" },
      ];
    },
    reference: (to) => [{ text: names.qualifiedName(to), to }],
  });
}

function moreView(
  definition: Definition,
  names: TypeScriptNames,
  target: Target,
): ExampleUsageView | SupportedTypesView {
  if (definition.kind === "union") return supportedTypesView(definition, names);
  return { exampleUsage: exampleSnippet(definition, names, target) };
}

function supportedTypesView(union: Union, names: TypeScriptNames): SupportedTypesView {
  return {
    members: union.members.map(({ type, description }) => ({
      heading: codeSpan(spelling(type, names)),
      type: spelling(type, names),
      sample: sampleOf(union, type, names),
      hasDescription: description !== undefined,
      description: description ?? "",
    })),
  };
}

/** A type in the Type column (format §5.3). */
function typeCell(type: Type, names: TypeScriptNames): string {
  return foldType(type, {
    scalar: ({ scalar }) => scalarCell(names.scalars[scalar]),
    constant: (constant) => `*${verbatim(spelling(constant, names), "emphasis")}*`,
    array: (items) => `${items}[]`,
    tuple: (items) => `[${items.join(", ")}]`,
    map: (values, { keys }) => {
      const key = keys === undefined ? "string" : `[${names.qualifiedName(keys)}](${linkFromPage(keys, names)})`;
      return `Record<${key}, ${values}>`;
    },
    reference: (to) => {
      const name = names.qualifiedName(to);
      return to.kind === "union" ? `*${name}*` : `[${name}](${linkFromPage(to, names)})`;
    },
  });
}

/** The type of a union's member in code. */
function spelling(type: Type, names: TypeScriptNames): string {
  const scalars = scalarsOfMembers(names.scalars);
  return foldType(type, {
    scalar: ({ scalar }) => scalars[scalar].docsType,
    constant: ({ value }) => (typeof value === "string" ? JSON.stringify(value) : literal(value).flat),
    array: (items) => `${items}[]`,
    tuple: (items) => `[${items.join(", ")}]`,
    map: (values, { keys }) =>
      keys === undefined || keys.open
        ? `{ [k: string]: ${values} }`
        : `{ [K in ${names.qualifiedName(keys)}]?: ${values} }`,
    reference: (to) => names.qualifiedName(to),
  });
}

function scalarCell({ docsType, docsLink }: ScalarRow): string {
  return docsLink === undefined ? `*${docsType}*` : `[${docsType}](${docsLink})`;
}

/** The pages that explain special types, if they are used. */
function typePages(spec: Spec, target: Target, names: TypeScriptNames): readonly Page[] {
  const folder = "docs/types";
  const pages = [...new Set([...spec.scalars].map((scalar) => names.scalars[scalar].docsPage))];
  const files = pages.filter((page) => page !== undefined);
  return files.toSorted().map((file) => ({
    path: `${folder}/${file}.${extensionIn(target)}`,
    template: names.style === "classes" ? `docs/${file}` : `docs/interfaces/${file}`,
    view: { index: names.importPath(folder, `${modelsFolder}/index`) },
    model: undefined,
    span: undefined,
  }));
}
