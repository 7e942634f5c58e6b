/** The docs page of a model, enum or union for a site, or with everything that the spec declares. */
import type { Page, View } from "../render/page.js";
import type { Definition, Enum, Union } from "../spec/spec.js";
import { tagsOf, tagsOfMember } from "../spec/union-tags.js";
import type { DocsContext } from "./context.js";
import { exampleOf, jsonText } from "./json-example.js";
import { linkFromPage } from "./links.js";
import { plainProse, proseBlocks } from "./prose.js";
import { siteFields } from "./site-fields.js";
import { SiteWriter } from "./site-writer.js";
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
  readonly hasExample: boolean;
  readonly example: string;
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

/** @param more the view of the language's own templates: `exampleUsage`, and the `members` of a union */
export function sitePage(definition: Definition, context: DocsContext, more: View): Page {
  const writer = new SiteWriter(context);
  return {
    path: context.names.docsPath(definition),
    template: `docs/site/${definition.kind}`,
    view: Object.assign(headerView(definition, more, writer), bodyView(definition, more, writer)),
    model: definition.name,
    span: definition.span,
  };
}

function headerView(definition: Definition, more: View, writer: SiteWriter): SiteView {
  const { names, codeName, users, target } = writer.context;
  const { description = "", deprecated, externalDocs } = definition;
  const title = names.className(definition);
  const example = writer.isFull ? exampleOf(definition) : undefined;
  const referrers = writer.isFull ? (users?.().get(definition) ?? []) : [];
  const usage = more["exampleUsage"];
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
    hasDescription: description.trim() !== "",
    description: proseBlocks(description, writer.read, writer.flavor),
    hasExternalDocs: externalDocs !== undefined,
    externalDocs: externalDocs === undefined ? "" : writer.externalDocs(externalDocs),
    hasCodeName: writer.isFull && codeName !== undefined,
    codeName: codeName === undefined ? "" : writer.flavor.code(codeName(definition)),
    hasUsage: typeof usage === "string",
    usage: typeof usage === "string" ? writer.flavor.block(usage, "typescript") : "",
    hasExample: example !== undefined,
    example: example === undefined ? "" : writer.flavor.block(jsonText(example), "json"),
    hasUsers: referrers.length > 0,
    users: referrers.map(({ user, field }) => {
      const page = `[${writer.flavor.text(names.className(user))}](${linkFromPage(user, names)})`;
      return field === "" ? page : `${page}: ${writer.flavor.code(field)}`;
    }),
  };
}

function bodyView(definition: Definition, more: View, writer: SiteWriter): View {
  switch (definition.kind) {
    case "model":
      return siteFields(definition, writer);
    case "enum":
      return valuesView(definition, writer);
    case "union":
      return membersView(definition, more, writer);
  }
}

function valuesView(definition: Enum, writer: SiteWriter): View {
  const { names, unlistedValue } = writer.context;
  const members = names.members(definition);
  const unlisted = unlistedValue?.(definition) ?? (definition.open && writer.isFull ? "any other value" : "");
  return {
    isOpen: definition.open,
    hasDescriptions: members.some(({ value }) => value.description !== undefined || value.deprecated !== undefined),
    values: members.map(({ name, value }): SiteValueView => {
      const code = writer.flavor.code(name);
      return {
        name: value.deprecated === undefined ? code : `<del>${code}</del>`,
        value: writer.exactCell(String(value.value)),
        description: writer.cell({ ...value, externalDocs: undefined }),
      };
    }),
    showsUnlisted: unlisted !== "",
    unlisted: unlisted.startsWith("`") ? writer.flavor.code(unlisted.slice(1, -1)) : unlisted,
  };
}

function membersView(union: Union, more: View, writer: SiteWriter): View {
  const tags = tagsOf(union);
  const shown = Array.isArray(more["members"]) ? (more["members"] as readonly View[]) : [];
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
            ? writer.flavor.block(`const value: ${String(shown[at]?.["type"])} = ${sample};`, "typescript")
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
