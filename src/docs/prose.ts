/** An author's Markdown in the flavor of a site: its content stays the same, and no other syntax of the site takes effect. */
import type { Nodes, Parents, RootContent } from "mdast";
import { type Flavor, paragraph } from "./flavor.js";

/** Reads Markdown as GitHub does. */
export type MarkdownReader = (markdown: string) => Parents;

/** Loaded only for pages that need it. */
export async function markdownReader(): Promise<MarkdownReader> {
  const [{ fromMarkdown }, { gfmFromMarkdown }, { gfm }] = await Promise.all([
    import("mdast-util-from-markdown"),
    import("mdast-util-gfm"),
    import("micromark-extension-gfm"),
  ]);
  return (markdown) => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Blocks separated by empty lines. */
export function proseBlocks(markdown: string, read: MarkdownReader, flavor: Flavor): string {
  return blocksOf(read(markdown).children, flavor).join("\n\n");
}

/** The same on one line: for a cell or list item. */
export function proseLine(markdown: string, read: MarkdownReader, flavor: Flavor): string {
  return linesOf(read(markdown).children, flavor)
    .join("<br/><br/>")
    .replace(/\r\n|[\r\n]/g, "<br/>");
}

/** Markdown of the documented format, whose links lead to pages. */
export function ownLine(markdown: string, read: MarkdownReader, flavor: Flavor): string {
  const nodes = read(markdown).children.flatMap((node) => ("children" in node ? (node.children as Nodes[]) : [node]));
  return nodes
    .map((node) =>
      node.type === "link" ? `[${inline(node.children, flavor)}](${node.url})` : inlineNode(node, flavor),
    )
    .join("");
}

/** The plain text that a reader sees, without Markdown. */
export function plainProse(markdown: string, read: MarkdownReader): string {
  return plain(read(markdown)).replace(/\s+/g, " ").trim();
}

function plain(node: Nodes): string {
  if ("value" in node) return node.value;
  if (!("children" in node)) return node.type === "break" ? " " : "";
  const isInline = node.type === "paragraph" || node.type === "heading" || node.type === "link";
  return node.children.map(plain).join(isInline || ["emphasis", "strong", "delete"].includes(node.type) ? "" : " ");
}

function inline(nodes: readonly Nodes[], flavor: Flavor): string {
  return nodes.map((node) => inlineNode(node, flavor)).join("");
}

function inlineNode(node: Nodes, flavor: Flavor): string {
  switch (node.type) {
    case "text":
    case "html":
      return flavor.text(node.value);
    case "inlineCode":
      return flavor.code(node.value);
    case "break":
      return "<br/>";
    case "emphasis":
      return `<em>${inline(node.children, flavor)}</em>`;
    case "strong":
      return `<strong>${inline(node.children, flavor)}</strong>`;
    case "delete":
      return `<del>${inline(node.children, flavor)}</del>`;
    case "link":
      return link(node.url, inline(node.children, flavor));
    case "image":
      return link(node.url, flavor.text(node.alt ?? node.url));
    default:
      return "children" in node ? inline(node.children, flavor) : "";
  }
}

/** A link to another site. The target of an author's relative link is unknown. */
export function link(url: string, text: string): string {
  return /^(?:https?|mailto):/i.test(url) ? `<a href="${attribute(url)}">${text}</a>` : text;
}

function attribute(url: string): string {
  return url
    .replace(/[\s"'<>{}|\\^`*_~$[\]]/g, encodeURIComponent)
    .replaceAll("&", "&amp;")
    .replaceAll("'", "%27");
}

function blocksOf(nodes: readonly RootContent[], flavor: Flavor): readonly string[] {
  return nodes.map((node) => blockNode(node, flavor)).filter((block) => block !== "");
}

function blockNode(node: RootContent, flavor: Flavor): string {
  switch (node.type) {
    case "paragraph":
      return paragraph(inline(node.children, flavor));
    case "heading":
      return `<strong>${paragraph(inline(node.children, flavor))}</strong>`;
    case "html":
      return paragraph(flavor.text(node.value));
    case "code":
      return flavor.block(node.value, node.lang ?? "");
    case "blockquote":
      return blocksOf(node.children, flavor).join("\n\n").replace(/^/gm, "> ");
    case "list": {
      const items = node.children.map((item, at) => {
        const mark = node.ordered === true ? `${(node.start ?? 1) + at}.` : "-";
        return (
          mark.padEnd(4) +
          blocksOf(item.children, flavor)
            .join("\n\n")
            .replace(/\n(?=.)/g, "\n    ")
        );
      });
      return items.join(node.spread === true ? "\n\n" : "\n");
    }
    case "table": {
      const rows = node.children.map(
        (row) => `| ${row.children.map((cell) => inline(cell.children, flavor)).join(" | ")} |`,
      );
      const rule = `|${" --- |".repeat(node.children[0]?.children.length ?? 1)}`;
      return [rows[0], rule, ...rows.slice(1)].join("\n");
    }
    default:
      return "";
  }
}

/** Blocks as lines of running text. */
function linesOf(nodes: readonly Nodes[], flavor: Flavor): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    switch (node.type) {
      case "code":
        return [
          node.value
            .split("\n")
            .map((line) => flavor.code(line || " "))
            .join("<br/>"),
        ];
      case "list":
        return [
          node.children
            .map((item, at) => {
              const mark = node.ordered === true ? `${(node.start ?? 1) + at}.` : "•";
              return `${mark} ${linesOf(item.children, flavor).join("<br/>")}`;
            })
            .join("<br/>"),
        ];
      case "blockquote":
        return linesOf(node.children, flavor);
      case "table":
        return [
          node.children
            .map((row) => row.children.map((cell) => inline(cell.children, flavor)).join(" · "))
            .join("<br/>"),
        ];
      case "thematicBreak":
      case "definition":
        return [];
      default:
        return [blockNode(node as RootContent, flavor)];
    }
  });
}
