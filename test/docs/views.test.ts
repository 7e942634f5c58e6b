/** templates/README.md documents exactly the view keys of the docs pages. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markdownReader } from "../../src/docs/prose.js";
import { togetherPages } from "../../src/docs/together.js";
import { docsOf } from "./render-docs.js";
import { languages } from "../../src/languages/index.js";
import { enumOf, field, model, scalar, specOf, targetOf, unionOf } from "./spec-values.js";

const readme = readFileSync(new URL("../../templates/README.md", import.meta.url), "utf8");

/** The keys in the first column of the section's table: `a`, and `a.b` for "`a`: `b`". */
function documentedKeys(heading: string): readonly string[] {
  const section = readme.split(/^### /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  const cells = [...section.matchAll(/^\| +(`.*?) +\|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => {
    const steps = cell.split(": ").map((step) => [...step.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key));
    const last = steps.pop() ?? [];
    return last.map((key) => [...steps.flat(), key].join("."));
  });
}

/** The keys of a view. A list takes the keys of its first element, and the cells of a row are one key. */
function keysOf(view: object): readonly string[] {
  return Object.entries(view).flatMap(([key, value]) => {
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    const leaf = typeof inner !== "object" || inner === null || key === "cells" || key === "headings";
    return leaf ? [key] : keysOf(inner).map((each) => `${key}.${each}`);
  });
}

const other = model("Other", [field("a")]);
const definitions = [
  model("Model", [field("a", { type: { kind: "reference", to: other } })]),
  other,
  enumOf("Enum", ["a"], { open: true }),
  unionOf("Union", [scalar("string")]),
];
const header = documentedKeys("docs/model, docs/enum, docs/union");
const sections = new Map([
  ["docs/model", [...header, ...documentedKeys("docs/model")]],
  ["docs/enum", [...header, ...documentedKeys("docs/enum")]],
  ["docs/union", [...header, ...documentedKeys("docs/union")]],
  ["docs/index", documentedKeys("docs/index")],
]);

const siteHeader = documentedKeys("docs/site/model, docs/site/enum, docs/site/union");
const siteSections = new Map([
  ["docs/site/model", [...siteHeader, ...documentedKeys("docs/site/model")]],
  ["docs/site/enum", [...siteHeader, ...documentedKeys("docs/site/enum")]],
  ["docs/site/union", [...siteHeader, ...documentedKeys("docs/site/union")]],
  ["docs/site/index", documentedKeys("docs/site/index")],
  ["docs/site/sidebar", documentedKeys("docs/site/sidebar")],
]);
const read = await markdownReader();

const docs = { output: "docs", from: "", to: "", flavor: "vitepress", look: "full" } as const;

test.each(["typescript", "ruby", "java"] as const)("the views of a site in %s are documented", (language) => {
  const pages = docsOf(language, definitions, { docs }, read);
  expect(new Set(pages.map(({ template }) => template))).toEqual(new Set(siteSections.keys()));
  for (const { template, view } of pages) {
    const documented = (siteSections.get(template) ?? []).map((key) => key.replace(/^tabs\.items\..*/, "tabs.items"));
    expect(new Set(keysOf(view)), template).toEqual(new Set(documented));
  }
});

test("the views of pages that show several languages are documented", () => {
  const spec = specOf(...definitions);
  const [own, ...others] = languages.map(({ id, title, docs: contextOf }) => {
    return { title, spec, context: contextOf!(spec, targetOf(id as "java", { docs }), read) };
  });
  const together = togetherPages(own!, others);
  const pages = [...together.others(), ...definitions.flatMap(together.of)];
  expect(new Set(pages.map(({ template }) => template))).toEqual(new Set(siteSections.keys()));
  for (const { template, view } of pages)
    expect(new Set(keysOf(view)), template).toEqual(new Set(siteSections.get(template)));
});

test.each(["typescript", "ruby", "java"] as const)("the docs views of %s are documented", (language) => {
  const pages = docsOf(language, definitions);
  expect(new Set(pages.map(({ template }) => template))).toEqual(new Set(sections.keys()));
  for (const { template, view } of pages) {
    const typescriptOnly = /^(exampleUsage|members)/;
    const documented = (sections.get(template) ?? []).filter(
      (key) => language === "typescript" || !typescriptOnly.test(key),
    );
    expect(new Set(keysOf(view)), template).toEqual(new Set(documented));
  }
});
