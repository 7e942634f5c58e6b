import { expect, it } from "vitest";
import { expectExactPages, expectHostilePages } from "../docs-site.js";
import { generateCases } from "../docs-specs.js";
import { Project } from "../project.js";

it("builds the docs pages with VitePress", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  generateCases(project, "vitepress");
  const printed = project
    .run("vitepress", "build", "docs")
    .replace(/^\(!\) Some chunks are larger.*\n(?:- .*\n)+/m, "");
  expect(printed).not.toMatch(/warn|error|dead link/i);
  expectExactPages(project, "docs/.vitepress/dist");
  expectHostilePages(project, "docs/.vitepress/dist");
});
