/** Pages that show several languages together, in every flavor. */
import { expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { DocsFlavor } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import { shippedTemplates } from "./render-docs.js";

const spec = `models:
  Order:
    description: A purchase
    fields:
      created_at: { type: date-time, required: true }
      "a.b c": string
      "$": string
      java: string
      fields: { type: "State[]" }
      shape: { oneOf: [State, string] }
    additionalProperties: { type: string }
  State: { enum: [in-work, done] }
`;

/** The docs pages of the first target by path, which the pages of no other target join. */
async function pagesOf(flavor: DocsFlavor, more = ""): Promise<ReadonlyMap<string, string>> {
  const text = `targets:
  java: { language: java, output: java, docs: { output: docs, flavor: ${flavor}, languages: together } }
  ruby: { language: ruby, output: ruby, inlineNames: short, docs: false ${more} }
  typescript: { language: typescript, output: typescript, docs: false }
`;
  const config = checkConfig({ path: "modelwright.yaml", text }, languages).value!;
  const templates = new Map(config.targets.map(({ name, language }) => [name, shippedTemplates(language)]));
  const { targets, diagnostics } = await generate({
    config,
    sources: [{ path: "spec/a.yaml", text: spec }],
    templates,
  });
  expect(diagnostics).toEqual([]);
  const withDocs = targets.filter(({ files }) => files.some(({ path }) => /\.mdx?$/.test(path)));
  expect(withDocs.map(({ output }) => output)).toEqual(["docs"]);
  return new Map(withDocs[0]!.files.map((file) => [file.path, file.text]));
}

const extensions = { github: "md", mdx: "mdx", vitepress: "md", mkdocs: "md" } as const;
const flavors = ["github", "mdx", "vitepress", "mkdocs"] as const;

test.each(flavors)("%s: shows the names and types of each language", async (flavor) => {
  const pages = await pagesOf(flavor);
  const page = pages.get(`models/components/Order.${extensions[flavor]}`)!;
  for (const name of ["`com.example.api.models.components.Order`", "`::Api::Shared::Order`", "`shared.Order`"])
    expect(page.split(`Class: ${name}`), name).toHaveLength(2);
  for (const row of [
    "`createdAt`](#X) | `OffsetDateTime`",
    "`created_at`](#X) | `::DateTime`",
    "`createdAt`](#X) | `Date`",
  ])
    expect(page.replace(/\(#[^)]*\)/g, "(#X)")).toContain(row);
  // A type has other names in Ruby, and the same page.
  expect(page).toMatch(
    new RegExp(`(?<!Order)Shape\\]\\(\\.\\./\\.\\./models/components/OrderShape\\.${extensions[flavor]}`),
  );
  const state = pages.get(`models/components/State.${extensions[flavor]}`)!;
  for (const row of ["`IN_WORK` | `in-work`", "`InWork` | `in-work`"]) expect(state).toContain(row);
});

test.each(flavors)("%s: each link on a page leads to a heading of its own", async (flavor) => {
  const pages = await pagesOf(flavor);
  for (const [path, text] of pages) {
    const ids = headingIds(text);
    expect(new Set(ids).size, path).toBe(ids.length);
    for (const [, id] of text.matchAll(/\]\(#([^)]*)\)/g)) expect(ids, path).toContain(id);
    const links = Array.from(text.matchAll(/\]\(\.\.\/\.\.\/([^)#]+)\)/g), ([, link = ""]) => link);
    expect(
      links.filter((link) => !pages.has(link)),
      path,
    ).toEqual([]);
  }
  const order = pages.get(`models/components/Order.${extensions[flavor]}`)!;
  // "$" has no letter, so GitHub and Docusaurus give its heading no id.
  const unlinked = flavor === "github" || flavor === "mdx" ? 1 : 0;
  expect([...order.matchAll(/^ *\| \[`/gm)]).toHaveLength(4 * (7 - unlinked));
});

/** Explicit ids, or those that GitHub derives from the headings in order. */
function headingIds(text: string): readonly string[] {
  const uses = new Map<string, number>();
  return [...text.replace(/^```.*?^```/gms, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => {
    const [, id] = /\{#(.+)\}$/.exec(heading) ?? [];
    if (id !== undefined) return id;
    const slug = heading
      .toLowerCase()
      .replace(/<[^>]*>|[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-");
    uses.set(slug, (uses.get(slug) ?? -1) + 1);
    return uses.get(slug) === 0 ? slug : `${slug}-${uses.get(slug)}`;
  });
}

test("a language without a class for a union has no tab for it", async () => {
  const pages = await pagesOf("mkdocs", ", unions: any");
  const tabs = [...pages.get("models/components/OrderShape.md")!.matchAll(/^=== "(.*)"$/gm)].map(([, title]) => title);
  expect(tabs).toEqual(["Java", "TypeScript"]);
});

test("the sidebar of each site leads to every page", async () => {
  const [vitepress, mkdocs, mdx] = await Promise.all([pagesOf("vitepress"), pagesOf("mkdocs"), pagesOf("mdx")]);
  const pages = ["Order", "OrderShape", "State"].map((name) => `models/components/${name}`);
  const [index, group] = JSON.parse(vitepress.get("sidebar.json")!) as readonly { link?: string; items?: object[] }[];
  expect(index?.link).toBe("models/");
  expect(group?.items).toEqual(pages.map((link) => ({ text: link.split("/").at(-1), link })));
  const links = Array.from(mkdocs.get("SUMMARY.md")!.matchAll(/\]\((.*)\)/g), ([, link]) => link);
  expect(links).toEqual(["models/index.md", ...pages.map((page) => `${page}.md`)]);
  expect(JSON.parse(mdx.get("models/components/_category_.json")!)).toEqual({ label: "components" });
});

test("the diagram has the names in JSON, as far as Mermaid can draw them", async () => {
  const index = (await pagesOf("github")).get("models/README.md")!;
  expect(index).toContain("    date-time created_at\n    string aBC\n");
  expect(index).toContain("  Order --> OrderShape : shape\n");
});
