/** What the pages of the look `full` say beyond the documented format. */
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { DocsFlavor } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import { shippedTemplates } from "./render-docs.js";

async function pagesOf(models: string, flavor: DocsFlavor = "vitepress", docs = "look: full") {
  const text = `targets: { java: { language: java, output: java, docs: { output: docs, flavor: ${flavor}, ${docs} } } }`;
  const config = checkConfig({ path: "modelwright.yaml", text }, languages).value!;
  const templates = new Map([["java", shippedTemplates("java")]]);
  const sources = [{ path: "spec/a.yaml", text: `models:\n${models}` }];
  const { targets, diagnostics } = await generate({ config, sources, templates });
  expect(diagnostics).toEqual([]);
  return (name: string): string =>
    targets.flatMap(({ files }) => files).find(({ path }) => path.startsWith(`models/${name}.md`))?.text ?? "";
}

const order = `
  Order:
    fields:
      count: { type: integer, default: 3 }
      name: { type: string, required: true, default: "" }
      created_at: date-time
      old: { type: string, deprecated: true }
      older: { type: string, deprecated: { message: It is wrong, use: old } }
      state: State
  State:
    deprecated: true
    enum: ["", " a ", "b|c", plain]
`;

describe("a page", () => {
  test("says when a default is set", async () => {
    const page = (await pagesOf(order))("components/Order");
    expect(page).toContain(
      "- **Required**: no\n- **Default**: `3`, set when code builds the model, not when JSON is read\n",
    );
  });

  test("shows an empty string with its quotes", async () => {
    const pages = await pagesOf(order);
    expect(pages("components/Order")).toContain('- **Default**: `""`, set');
    expect(pages("components/State")).toContain(
      '| `UNKNOWN` | `""` |\n| `A` | <code>&#32;a&#32;</code> |\n| `BC` | <code>b&#124;c</code> |\n| `PLAIN` | `plain` |',
    );
  });

  test("makes no promise about what is deprecated", async () => {
    const pages = await pagesOf(order);
    expect(pages("components/Order")).toContain("- **Deprecated**: It should no longer be used.\n");
    expect(pages("components/Order")).toContain("- **Deprecated**: It is wrong. Use `old` instead.\n");
    expect(pages("components/State")).toContain("> ⚠️ **Deprecated**: It should no longer be used.\n");
  });

  test("names a format that the type does not show", async () => {
    const page = (await pagesOf(order))("components/Order");
    expect(page).toContain("- **JSON name**: `created_at`\n- **Format**: `date-time`\n");
    const together = (await pagesOf(order, "vitepress", "languages: together"))("components/Order");
    expect(together).toContain("`date-time`");
    expect(together).not.toContain("**Format**");
  });
});

describe("the index", () => {
  const long = "VenueSeatingPlanImageContentType";

  test.each(["github", "vitepress", "mkdocs"] as const)("%s: breaks long names, and only these", async (flavor) => {
    const pages = await pagesOf(`  ${long}: { fields: { a: string } }\n  ShortName: { fields: { a: string } }`, flavor);
    const index = pages(flavor === "github" ? "README" : "index");
    expect(index).toContain(
      `| [Venue<wbr/>Seating<wbr/>Plan<wbr/>Image<wbr/>Content<wbr/>Type](components/${long}.md) |`,
    );
    expect(index).toContain("[ShortName](components/ShortName.md)");
  });

  test("has a Description column if something is described", async () => {
    expect((await pagesOf("  A: { fields: { a: string } }"))("index")).toContain(
      "| Model |\n| --- |\n| [A](components/A.md) |",
    );
    expect((await pagesOf("  A: { description: Text, fields: { a: string } }"))("index")).toContain(
      "| Model | Description |\n| --- | --- |\n| [A](components/A.md) | Text |",
    );
  });

  test("says how many of the related models a diagram shows", async () => {
    const links = Array.from({ length: 14 }, (_, at) => `  M${at + 1}: { fields: { link: M${at} } }`);
    const models = ["  Alone: { fields: { a: string } }", "  M0: { fields: { a: string } }", ...links].join("\n");
    expect((await pagesOf(models))("index")).toContain(
      "The 12 models with the most relations, of 15 related models.\n",
    );
  });
});
