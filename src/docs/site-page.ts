/** The docs page of a model, enum or union for a site, or with everything that the spec declares. */
import type { Page, View } from "../render/page.js";
import type { Definition, Enum, Union } from "../spec/spec.js";
import { tagsOf, tagsOfMember } from "../spec/union-tags.js";
import type { DocsContext, Tab } from "./context.js";
import { linkFromPage } from "./links.js";
import { pageDescription } from "./page-description.js";
import { plainProse, proseBlocks } from "./prose.js";
import { siteExamples, type SiteExampleView } from "./site-examples.js";
import { fieldAnchors, siteFields } from "./site-fields.js";
import { type TabsView, tabsView } from "./site-tabs.js";
import { SiteWriter } from "./site-writer.js";
import { tabSyntax } from "./tab-syntax.js";
import { firstSentence } from "./texts.js";

/** The view of the templates in `docs/site/`: all strings are finished Markdown of the flavor. */
export type SiteView = {
  readonly isFull: boolean;
  readonly hasFrontMatter: boolean;
  /** YAML strings. */
  readonly frontMatter: { readonly title: string; readonly description: string };
  readonly title: string;
  readonly isDeprecated: boolean;
  readonly deprecation: string;
  readonly hasDescription: boolean;
  readonly description: string;
  readonly hasExternalDocs: boolean;
  readonly externalDocs: string;
  readonly hasCodeName: boolean;
  readonly codeName: string;
  readonly hasUsage: boolean;
  readonly usage: string;
  readonly hasTabs: boolean;
  readonly tabs: TabsView;
  readonly examples: readonly SiteExampleView[];
  readonly hasUsers: boolean;
  readonly users: readonly string[];
};

export type SiteValueView = { readonly name: string; readonly value: string; readonly description: string };

export type SiteMemberView = {
  readonly type: string;
  readonly hasDescription: boolean;
  readonly description: string;
  readonly hasTags: boolean;
  readonly tags: string;
  readonly hasSample: boolean;
  readonly sample: string;
};

export function sitePage(definition: Definition, context: DocsContext): Page {
  const writer = new SiteWriter(context);
  const usage = writer.usage(definition);
  const tabs = context.tabs?.(definition) ?? [];
  const anchors =
    definition.kind === "model"
      ? fieldAnchors(definition, writer, headingsBefore(definition, usage, tabs, writer))
      : new Map<string, string>();
  const header = headerView(definition, usage, tabsView(tabs, writer, anchors), writer);
  return {
    path: context.names.docsPath(definition),
    template: `docs/site/${definition.kind}`,
    view: Object.assign(header, bodyView(definition, writer, anchors)),
    model: definition.name,
    span: definition.span,
  };
}

/** The headings of a model's page before its fields. */
function headingsBefore(
  definition: Definition,
  usage: string,
  tabs: readonly Tab[],
  { context, flavorName, flavor }: SiteWriter,
): readonly string[] {
  const titles = tabs.map(({ title }) => title);
  const { hasHeadings } = tabSyntax(flavorName, flavor, titles);
  const title = context.names.className(definition);
  return [title, ...(usage === "" ? [] : ["Example Usage"]), ...(hasHeadings ? titles : []), "Fields"];
}

function headerView(definition: Definition, usage: string, tabs: TabsView, writer: SiteWriter): SiteView {
  const { names, codeName, users, target } = writer.context;
  const { description = "", deprecated, externalDocs } = definition;
  const described = pageDescription(definition, names);
  const title = names.className(definition);
  const referrers = writer.isFull ? (users?.().get(definition) ?? []) : [];
  return {
    isFull: writer.isFull,
    hasFrontMatter: target.docs?.flavor !== "github",
    frontMatter: {
      title: yamlString(title),
      description: yamlString(plainProse(firstSentence(description), writer.read) || title),
    },
    title: writer.flavor.text(title),
    isDeprecated: deprecated !== undefined,
    deprecation: deprecated === undefined ? "" : writer.deprecation(deprecated),
    hasDescription: described.trim() !== "",
    description: proseBlocks(described, writer.read, writer.flavor),
    hasExternalDocs: externalDocs !== undefined,
    externalDocs: externalDocs === undefined ? "" : writer.externalDocs(externalDocs),
    hasCodeName: writer.isFull && codeName !== undefined,
    codeName: codeName === undefined ? "" : writer.flavor.code(codeName(definition)),
    hasUsage: usage !== "",
    usage,
    hasTabs: tabs.items.length > 0,
    tabs,
    examples: writer.isFull ? siteExamples(definition, writer) : [],
    hasUsers: referrers.length > 0,
    users: referrers.map(({ user, field }) => {
      const page = `[${writer.flavor.text(names.className(user))}](${linkFromPage(user, names)})`;
      return field === "" ? page : `${page}: ${writer.flavor.code(field)}`;
    }),
  };
}

function bodyView(definition: Definition, writer: SiteWriter, anchors: ReadonlyMap<string, string>): View {
  switch (definition.kind) {
    case "model":
      return siteFields(definition, writer, anchors);
    case "enum":
      return valuesView(definition, writer);
    case "union":
      return membersView(definition, writer);
  }
}

function valuesView(definition: Enum, writer: SiteWriter): View {
  const { names, unlistedValue } = writer.context;
  const members = names.members(definition);
  const unlisted = unlistedValue?.(definition) ?? (definition.open && writer.isFull ? "any other value" : "");
  return {
    showsNames: writer.context.tabs === undefined,
    isOpen: definition.open,
    hasDescriptions: members.some(({ value }) => value.description !== undefined || value.deprecated !== undefined),
    values: members.map(({ name, value }): SiteValueView => {
      return {
        name: writer.name(name, value),
        value: writer.value(value.value),
        description: writer.cell({ ...value, externalDocs: undefined }),
      };
    }),
    showsUnlisted: unlisted !== "",
    unlisted: unlisted.startsWith("`") ? writer.flavor.code(unlisted.slice(1, -1)) : unlisted,
  };
}

function membersView(union: Union, writer: SiteWriter): View {
  const { more, codeLanguage = "" } = writer.context;
  const tags = tagsOf(union);
  const members = more?.(union)["members"];
  const shown = Array.isArray(members) ? (members as readonly View[]) : [];
  return {
    hasTags: tags !== undefined,
    tagField: tags === undefined ? "" : writer.flavor.code(tags.field),
    showsMembers: writer.isFull || shown.length > 0,
    members: union.members.map(({ type, description = "" }, at): SiteMemberView => {
      const own = tagsOfMember(tags, type);
      const sample = shown[at]?.["sample"];
      return {
        type: writer.code(type),
        hasDescription: description.trim() !== "",
        description: proseBlocks(description, writer.read, writer.flavor),
        hasTags: own.length > 0,
        tags: own.map((tag) => writer.flavor.code(tag)).join(", "),
        hasSample: typeof sample === "string",
        sample:
          typeof sample === "string"
            ? writer.flavor.block(`const value: ${String(shown[at]?.["type"])} = ${sample};`, codeLanguage)
            : "",
      };
    }),
  };
}

/** A YAML string on one line, without anything that a site reads as a comment that includes a file. */
export function yamlString(text: string): string {
  return JSON.stringify(text).replace(/[<\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
