/** templates/README.md documents exactly the view keys of TypeScript classes. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProject } from "../../src/run/load-project.js";
import { plan } from "../../src/generate.js";
import type { Page } from "../../src/render/page.js";
import { projectRoot } from "../generated.js";
import { documentedKeys, keysOf } from "./documented-keys.js";

/** The TypeScript pages of a spec, with their views. */
function pagesOf(folder: string, style: string): readonly Page[] {
  const spec = existsSync(join(folder, "spec")) ? "spec" : "spec.yaml";
  const text = `spec: ${spec}\ntargets: { typescript: { language: typescript, output: out, style: ${style} } }\n`;
  const { value: project } = loadProject({ path: "modelwright.yaml", text, root: folder }, []);
  const { value: plans } = plan({ config: project!.config, sources: project!.inputs.sources });
  return plans!.flatMap(({ pages }) => pages);
}

const cases = ["unions", "enums", "containers", "documentation", "pets", "renames"];
const pages = ["classes", "interfaces"].flatMap((style) =>
  cases.flatMap((name) => pagesOf(join(projectRoot, "test/cases", name), style)),
);
const facts = (section: string): readonly string[] => documentedKeys("Class templates", section);
const own = (section: string): readonly string[] =>
  documentedKeys("Class templates: TypeScript", `TypeScript: ${section}`);
const documented = facts("Facts of every definition, field and enum value");
const everywhere = [...documented, ...own("every class")];
const inside = (list: string): readonly string[] => documented.map((key) => `${list}.${key}`);

const ofModels = [...everywhere, ...facts("Facts of a model"), ...inside("fields"), ...own("a model")];
const ofUnions = [...everywhere, ...facts("Facts of a union"), ...own("a union")];
const isOfClass = (key: string): boolean => /^(?:heading$|readers\.)/.test(key);

test.each([
  ["model", ofModels],
  ["interfaces/model", [...ofModels.filter((key) => !isOfClass(key)), ...own("plain data")]],
  ["enum", [...everywhere, ...facts("Facts of an enum"), ...inside("values"), ...own("an enum")]],
  ["union", ofUnions],
  [
    "interfaces/union",
    [...ofUnions.filter((key) => !isOfClass(key)), ...own("plain data")].filter((key) => key !== "fieldsType"),
  ],
  ["interfaces/namespace", own("namespace, index").filter((key) => key.startsWith("classes."))],
  ["namespace", own("namespace, index").filter((key) => key.startsWith("classes."))],
  ["index", own("namespace, index").filter((key) => !key.startsWith("classes."))],
])("the view of the template %s is documented", (name, expected) => {
  const views = pages.filter(({ template }) => template === name).map(({ view }) => view);
  expect(views.length).toBeGreaterThan(0);
  expect([...keysOf(views)].toSorted()).toEqual([...new Set(expected)].toSorted());
});
