/** templates/README.md names every key of the views of Java's classes, and no other; each template asks for what is there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProject } from "../../src/files/load-project.js";
import { plan } from "../../src/generate.js";
import type { Page } from "../../src/render/page.js";
import { projectRoot } from "../generated.js";

const readme = readFileSync(join(projectRoot, "templates/README.md"), "utf8");

/** The keys in the first column of the section's table: `a`, and `a.b` for "`a`: `b`". */
function documentedKeys(heading: string): readonly string[] {
  const java = readme.slice(readme.indexOf("## Class templates: Java"));
  const section = java.split(/^### /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  const cells = [...section.matchAll(/^\| +(`.*?) +\|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => {
    const steps = cell.split(": ").map((step) => [...step.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key));
    const last = steps.pop() ?? [];
    return last.map((key) => [...steps.flat(), key].join("."));
  });
}

/** The keys of a view and of what is in it; the types of libraries are one key. */
function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysOf(each));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = key === "java" ? [] : keysOf(inner).map((each) => `${key}.${each}`);
    return below.length > 0 ? below : [key];
  });
}

/** Drops `a` where there is `a.b`: it is a list that is empty in another view. */
function leaves(keys: Iterable<string>): ReadonlySet<string> {
  const all = [...new Set(keys)];
  return new Set(all.filter((key) => !all.some((other) => other.startsWith(`${key}.`))));
}

/** The Java pages of a spec, with the views. */
function pagesOf(folder: string): readonly Page[] {
  const text = `spec: ${existsSync(join(folder, "spec")) ? "spec" : "spec.yaml"}\ntargets: { java: { language: java, output: out } }\n`;
  const { value: project } = loadProject({ path: "modelwright.yaml", text, root: folder }, []);
  const { value: plans } = plan({ config: project!.config, sources: project!.inputs.sources });
  return plans!.flatMap(({ pages }) => pages);
}

test("the views of the classes are documented", () => {
  const cases = ["java", "scalars", "unions", "enums", "containers", "documentation"];
  const pages = cases.flatMap((name) => pagesOf(join(projectRoot, "test/cases", name)));
  const everywhere = documentedKeys("classes/file");
  const sections = ["classes/model", "classes/enum, classes/open-enum, classes/large-enum", "classes/union"];
  for (const section of sections) {
    const templates = section.split(", ");
    const views = pages.filter(({ template }) => templates.includes(template)).map(({ view }) => view);
    const documented = new Set([...everywhere, ...documentedKeys(section)]);
    // Only very large models and enums have these.
    const actual = [...leaves(views.flatMap(keysOf))].filter((key) => !/^(groups|validation\.methods)$/.test(key));
    const expected = [...documented].filter((key) => !/^(groups|validation\.methods)\./.test(key));
    expect(actual.toSorted(), section).toEqual(expected.toSorted());
  }
});
