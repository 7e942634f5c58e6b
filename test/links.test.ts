/** Every link of every page that is generated leads to a page that is generated. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { generateIn, projectRoot } from "./generated.js";

const cases = join(projectRoot, "test/cases");
const projects = [["the shipped spec", projectRoot], ...readdirSync(cases).map((name) => [name, join(cases, name)])];

test.each(projects as [string, string][])("of %s", async (_, root) => {
  const { targets } = await generateIn(root);
  expect(targets).not.toEqual([]);
  for (const { target, files } of targets) {
    const pages = files.filter(({ path }) => path.endsWith(".md"));
    const paths = new Set(pages.map(({ path }) => path));
    const index = "docs/models/README.md";
    const reached = new Set([index]);
    for (const { path, text } of pages) {
      for (const link of linksOf(text)) {
        const goal = posix.join(posix.dirname(path), link);
        expect(paths, `${target.name}: ${path} links to ${link}`).toContain(goal);
        if (path === index) reached.add(goal);
      }
    }
    const definitions = pages.filter((page) => page.page.model !== undefined);
    for (const { path } of definitions) expect(reached, `the index of ${target.name} links to it`).toContain(path);
  }
});

/** The relative addresses of a page's links, those in code left out. */
function linksOf(page: string): readonly string[] {
  const prose = page.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}
