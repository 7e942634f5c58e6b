/** The pages of a site that do not belong to a definition: its index, and the files for its sidebar. */
import type { DocsFlavor } from "../config/config.js";
import { isForSite } from "../config/config.js";
import type { Page } from "../render/page.js";
import type { Definition } from "../spec/spec.js";
import type { DocsContext } from "./context.js";
import { type Flavor, flavorOf } from "./flavor.js";
import { indexPage, inNamespaces } from "./index-page.js";
import { linkFromIndex } from "./links.js";
import { proseLine } from "./prose.js";
import { siteDiagrams, type SiteDiagramView } from "./site-diagrams.js";
import { yamlString } from "./site-page.js";
import { escapeCell } from "./table.js";
import { firstSentence } from "./texts.js";

/** The index of the definitions that have a page, and the files for a site's sidebar. */
export function indexPages(definitions: readonly Definition[], context: DocsContext): readonly Page[] {
  const { names, target } = context;
  if (!isForSite(target.docs) || target.docs === undefined) return [indexPage(definitions, names)];
  const { flavor } = target.docs;
  return [siteIndex(definitions, context, flavor), ...sidebars(definitions, context, flavor)];
}

/** The view of the template `docs/site/index`. */
export type SiteIndexView = {
  readonly hasFrontMatter: boolean;
  readonly frontMatter: { readonly title: string; readonly description: string };
  readonly count: string;
  readonly namespaces: readonly {
    readonly name: string;
    /** Whether there is a Description column: at least one definition is described. */
    readonly hasDescriptions: boolean;
    readonly entries: readonly {
      readonly name: string;
      readonly link: string;
      readonly description: string;
      readonly isDeprecated: boolean;
    }[];
  }[];
  readonly hasDiagrams: boolean;
  /** Whether each diagram has a title. */
  readonly hasTitles: boolean;
  readonly diagrams: readonly SiteDiagramView[];
};

function siteIndex(definitions: readonly Definition[], context: DocsContext, name: DocsFlavor): Page {
  const { names, read } = context;
  const flavor = flavorOf(name);
  const diagrams = siteDiagrams(definitions, names).map((each) => ({ ...each, title: flavor.text(each.title) }));
  const view: SiteIndexView = {
    hasFrontMatter: name !== "github",
    frontMatter: { title: yamlString("Models"), description: yamlString(`The ${definitions.length} models`) },
    count: String(definitions.length),
    namespaces: inNamespaces(definitions, names).map(({ namespace, members }) => ({
      name: flavor.text(namespace),
      hasDescriptions: members.some(({ description = "" }) => description.trim() !== ""),
      entries: members.map((each) => ({
        name: breakable(names.className(each), flavor),
        link: linkFromIndex(each, names),
        description: read === undefined ? "" : escapeCell(proseLine(firstSentence(each.description), read, flavor)),
        isDeprecated: each.deprecated !== undefined,
      })),
    })),
    hasDiagrams: diagrams.length > 0,
    hasTitles: diagrams.length > 1,
    diagrams,
  };
  const path = `${folder}/${indexNames[name]}`;
  return { path, template: "docs/site/index", view, model: undefined, span: undefined };
}

/** A name that can continue on the next line at each of its words, so that a long one does not widen its column. */
function breakable(name: string, flavor: Flavor): string {
  const words = name.length > 30 ? name.split(/(?<=_)(?!_)|(?<=[\p{Ll}\d])(?=\p{Lu})/u) : [name];
  return words.map((word) => flavor.text(word)).join("<wbr/>");
}

const folder = "docs/models";

const indexNames: Readonly<Record<DocsFlavor, string>> = {
  github: "README.md",
  mdx: "index.mdx",
  vitepress: "index.md",
  mkdocs: "index.md",
};

function sidebars(definitions: readonly Definition[], context: DocsContext, flavor: DocsFlavor): readonly Page[] {
  const { names } = context;
  const namespaces = inNamespaces(definitions, names).map(({ namespace, members }) => ({
    namespace,
    entries: members.map((each) => ({
      title: names.className(each),
      path: names.docsPath(each).slice("docs/".length),
    })),
  }));
  const file = (path: string, text: string): Page => ({
    path: `docs/${path}`,
    template: "docs/site/sidebar",
    view: { text },
    model: undefined,
    span: undefined,
  });
  switch (flavor) {
    case "github":
      return [];
    case "vitepress": {
      const groups = namespaces.map(({ namespace, entries }) => ({
        text: namespace,
        items: entries.map(({ title, path }) => ({ text: title, link: path.replace(/\.md$/, "") })),
      }));
      return [file("sidebar.json", json([{ text: "Models", link: "models/" }, ...groups]))];
    }
    case "mdx": {
      const folders = new Map(
        namespaces.map(({ namespace, entries }) => [folderOf(entries[0]?.path ?? ""), namespace]),
      );
      return [...folders].map(([path, label]) => file(`${path}/_category_.json`, json({ label })));
    }
    case "mkdocs": {
      const groups = namespaces.map(({ namespace, entries }) => {
        const items = entries.map(({ title, path }) => `    - [${title}](${path})`);
        return [`- ${flavorOf(flavor).text(namespace)}`, ...items].join("\n");
      });
      return [file("SUMMARY.md", ["- [Models](models/index.md)", ...groups].join("\n"))];
    }
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function json(value: object): string {
  return JSON.stringify(value, undefined, 2);
}
