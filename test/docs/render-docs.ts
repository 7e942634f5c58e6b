/** Docs pages of test specs, rendered with the shipped templates. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { MarkdownReader } from "../../src/docs/prose.js";
import { docsPages as javaDocs } from "../../src/languages/java/docs.js";
import { javaNames } from "../../src/languages/java/names.js";
import { everyPage } from "../../src/languages/language.js";
import type { Page } from "../../src/render/page.js";
import { docsPages as rubyDocs } from "../../src/languages/ruby/docs.js";
import { rubyNames } from "../../src/languages/ruby/names.js";
import { docsPages as typescriptDocs } from "../../src/languages/typescript/docs.js";
import { typescriptNames } from "../../src/languages/typescript/names.js";
import { type TemplateFiles, templateName, templatePaths } from "../../src/render/template-files.js";
import { compileTemplates } from "../../src/render/templates.js";
import type { Definition } from "../../src/spec/spec.js";
import { specOf, targetOf } from "./spec-values.js";

type LanguageId = "java" | "ruby" | "typescript";
type Settings = Parameters<typeof targetOf>[1];

const root = new URL("../../templates", import.meta.url).pathname;

/** The shipped templates of a language. */
export function shippedTemplates(language: string): TemplateFiles {
  const folders = [join(root, "shared"), join(root, language)];
  return new Map(folders.flatMap((folder) => templatesIn(folder)));
}

function templatesIn(folder: string): [string, { path: string; text: string; own: boolean }][] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => templatePaths.test(path) && statSync(join(folder, path)).isFile());
  return paths.map((path) => [
    templateName(path),
    { path, text: readFileSync(join(folder, path), "utf8"), own: false },
  ]);
}

/** All docs pages of a target. */
export function docsOf(
  language: LanguageId,
  definitions: readonly Definition[],
  settings: Settings = {},
  read?: MarkdownReader,
): readonly Page[] {
  const spec = specOf(...definitions);
  const target = targetOf(language, settings);
  switch (language) {
    case "java":
      return [...everyPage(spec, javaDocs(spec, target, javaNames(spec, target), read))];
    case "ruby":
      return [...everyPage(spec, rubyDocs(spec, target, rubyNames(spec, target), read))];
    case "typescript":
      return [...everyPage(spec, typescriptDocs(spec, target, typescriptNames(spec, target), read))];
  }
}

/** The docs of a target by path, as text. */
export function renderDocs(
  language: LanguageId,
  definitions: readonly Definition[],
  settings: Settings = {},
): ReadonlyMap<string, string> {
  const render = renderers[language];
  return new Map(docsOf(language, definitions, settings).map((page) => [page.path, render(page).text]));
}

const renderers = {
  java: await compileTemplates(shippedTemplates("java")),
  ruby: await compileTemplates(shippedTemplates("ruby")),
  typescript: await compileTemplates(shippedTemplates("typescript")),
};
