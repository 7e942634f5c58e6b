/** templates/README.md documents exactly the view keys of Ruby classes. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProject } from "../../src/run/load-project.js";
import { plan } from "../../src/generate.js";
import type { Page } from "../../src/render/page.js";
import { projectRoot } from "../generated.js";
import { documentedKeys, keysOf } from "./documented-keys.js";

/** The Ruby pages of a spec, with their views. */
function pagesOf(folder: string): readonly Page[] {
  const spec = existsSync(join(folder, "spec")) ? "spec" : "spec.yaml";
  const text = `spec: ${spec}\ntargets: { ruby: { language: ruby, output: out } }\n`;
  const { value: project } = loadProject({ path: "modelwright.yaml", text, root: folder }, []);
  const { value: plans } = plan({ config: project!.config, sources: project!.inputs.sources });
  return plans!.flatMap(({ pages }) => pages);
}

const cases = ["unions", "enums", "containers", "documentation", "pets", "renames"];
const pages = cases.flatMap((name) => pagesOf(join(projectRoot, "test/cases", name)));
const facts = (section: string): readonly string[] => documentedKeys("Class templates", section);
const own = (section: string): readonly string[] => documentedKeys("Class templates: Ruby", section);
const everywhere = [...facts("Facts of every definition, field and enum value"), ...own("Every class")];
const documented = facts("Facts of every definition, field and enum value");
const inside = (list: string): readonly string[] => documented.map((key) => `${list}.${key}`);

test.each([
  ["model", [...everywhere, ...facts("Facts of a model"), ...inside("fields"), ...own("A model")]],
  ["enum", [...everywhere, ...facts("Facts of an enum"), ...inside("values"), ...own("An enum")]],
  ["union", [...everywhere, ...facts("Facts of a union"), ...own("A union")]],
  ["models", own("All models")],
  ["former", own("A former name")],
])("the view of classes/%s.rb, .rbs and .rbi is documented", (name, expected) => {
  for (const extension of ["rb", "rbs", "rbi"]) {
    const views = pages.filter(({ template }) => template === `classes/${name}.${extension}`).map(({ view }) => view);
    expect([...keysOf(views)].toSorted(), extension).toEqual([...new Set(expected)].toSorted());
  }
});
