/** The snippets of docs/sites.md are files of the projects that test/projects builds. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { languages } from "../../src/languages/index.js";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/sites.md", root), "utf8");
const snippets = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));

it.each([
  ["docs/.vitepress/config.mjs", "vitepress"],
  ["docs/index.md", "vitepress"],
  ["docusaurus.config.js", "docusaurus"],
  ["styles.css", "docusaurus"],
  ["mkdocs.yml", "mkdocs"],
  ["docs/styles.css", "mkdocs"],
])("%s", (path, project) => {
  const found = snippets.filter(({ text }) => new RegExp(`^(?://|#|<!--|/\\*) ${path}(?: -->| \\*/)?\n`).test(text));
  expect(found).toHaveLength(1);
  const text = found[0]!.text.split("\n").slice(1).join("\n").trimStart();
  const file = readFileSync(new URL(`test/projects/${project}/${path}`, root), "utf8");
  // The MkDocs project enables more extensions, whose syntax must be escaped too.
  expect(file.slice(0, text.length)).toBe(text);
});

it("has a valid config", () => {
  const config = snippets.find(({ text }) => text.startsWith("targets:"))!.text;
  expect(checkConfig({ path: "modelwright.yaml", text: config }, languages).diagnostics).toEqual([]);
});

it("installs the packages that the projects install", () => {
  const commands = snippets
    .filter(({ language }) => language === "sh")
    .map(({ text }) => text.trim().split(" ").slice(2));
  const packages = commands.flat().filter((word) => !word.startsWith("-"));
  const known = ["vitepress", "docusaurus"].flatMap((name) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(new URL(`test/projects/${name}/package.json`, root), "utf8"),
    ) as Record<string, Record<string, string>>;
    return Object.keys({ ...dependencies, ...devDependencies });
  });
  const python = readFileSync(new URL("test/projects/mkdocs/requirements.txt", root), "utf8").split("\n");
  for (const name of packages) expect([...known, ...python.map((line) => line.split("==")[0])]).toContain(name);
  expect(packages.length).toBeGreaterThan(5);
});
