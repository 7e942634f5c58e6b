/** templates/README.md documents exactly the view keys of Java classes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import type { Page } from "../../src/render/page.js";
import { projectRoot } from "../generated.js";
import { documentedKeys, keysOf } from "./documented-keys.js";

/** Definitions too large for one method or class, whose views have extra keys. */
const large = `
models:
  Fields: { fields: { ${numbers(600, (at) => `f${at}: { type: string, minLength: 1 }`)} } }
  Codes: { enum: [${numbers(2100, (at) => `c${at}`)}] }
`;

function numbers(count: number, each: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => each(at)).join(", ");
}

function sourcesOf(name: string): readonly SourceFile[] {
  const folder = join(projectRoot, "test/cases", name);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /^spec\b.*\.yaml$/.test(path),
  );
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** The Java pages of a spec, with their views. */
function pagesOf(sources: readonly SourceFile[]): readonly Page[] {
  const config = { path: "modelwright.yaml", text: "targets: { java: { language: java, output: out } }\n" };
  const { value: plans } = plan({ config: checkConfig(config, languages).value!, sources });
  return plans!.flatMap(({ pages }) => pages);
}

const cases = ["java", "scalars", "unions", "enums", "containers", "documentation", "renames"];
const pages = [...cases.map(sourcesOf), [{ path: "large.yaml", text: large }]].flatMap(pagesOf);
const facts = (section: string): readonly string[] => documentedKeys("Class templates", section);
const own = (section: string): readonly string[] => documentedKeys("Class templates: Java", section);
const documented = facts("Facts of every definition, field and enum value");
const everywhere = [...documented, ...own("classes/file")];
const inside = (list: string): readonly string[] => documented.map((key) => `${list}.${key}`);

test.each([
  ["classes/model", [...facts("Facts of a model"), ...inside("fields")]],
  ["classes/enum, classes/open-enum, classes/large-enum", [...facts("Facts of an enum"), ...inside("values")]],
  ["classes/union", facts("Facts of a union")],
])("the view of %s is documented", (section, expected) => {
  const templates = section.split(", ");
  const views = pages.filter(({ template }) => templates.includes(template)).map(({ view }) => view);
  // The README has one row for all library types, and one for the values of groups, which have the same keys as other values.
  const keys = [...keysOf(views)].map((key) => key.replace(/^(java|groups\.values)\..*/, "$1"));
  expect([...new Set(keys)].toSorted()).toEqual([...new Set([...everywhere, ...expected, ...own(section)])].toSorted());
});
