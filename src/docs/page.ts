/** The part of the docs page of a model, enum or union that all languages share. */
import type { Naming } from "../names/rules.js";
import type { Page, View } from "../render/page.js";
import type { Definition } from "../spec/spec.js";
import type { DocsContext } from "./context.js";
import { isForSite } from "../config/config.js";
import { sitePage } from "./site-page.js";
import { fieldsView } from "./fields.js";
import { pageDescription } from "./page-description.js";
import { deprecationText } from "./texts.js";
import { valuesView } from "./values.js";

/** The view that the templates of all kinds of pages share. */
export type HeaderView = {
  /** The class name. */
  readonly title: string;
  readonly hasDescription: boolean;
  readonly description: string;
  readonly isDeprecated: boolean;
  /** The reason and the replacement, with full stops. */
  readonly deprecation: string;
  readonly hasExternalDocs: boolean;
  readonly externalDocs: { readonly hasDescription: boolean; readonly description: string; readonly url: string };
};

/** The page of a definition. Its view contains the context's `more` in addition to what all languages share. */
export function docsPage(definition: Definition, context: DocsContext): Page {
  if (isForSite(context.target.docs)) return sitePage(definition, context);
  return {
    path: context.names.docsPath(definition),
    template: `docs/${definition.kind}`,
    // Spreading more than one object into another is many times slower.
    view: Object.assign(
      headerView(definition, context.names),
      bodyView(definition, context),
      context.more?.(definition) ?? {},
    ),
    model: definition.name,
    span: definition.span,
  };
}

function headerView(definition: Definition, names: Naming): HeaderView {
  const { deprecated, externalDocs } = definition;
  const description = pageDescription(definition, names);
  return {
    title: names.className(definition),
    hasDescription: description !== "",
    description,
    isDeprecated: deprecated !== undefined,
    deprecation: deprecated === undefined ? "" : quotable(deprecationText(deprecated)),
    hasExternalDocs: externalDocs !== undefined,
    externalDocs: {
      hasDescription: externalDocs?.description !== undefined,
      description: externalDocs?.description ?? "",
      url: externalDocs?.url ?? "",
    },
  };
}

function bodyView(definition: Definition, context: DocsContext): View {
  switch (definition.kind) {
    case "model":
      return fieldsView(definition, context);
    case "enum":
      return valuesView(definition, context);
    case "union":
      return {};
  }
}

/** A string of which every line stays in a block quote. */
function quotable(text: string): string {
  return text.replace(/\r\n|[\r\n]/g, "\n> ");
}
