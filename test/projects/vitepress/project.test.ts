import { expect, it } from "vitest";
import { expectExactPages } from "../docs-site.js";
import { Project } from "../project.js";

it("builds the docs pages with VitePress", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  const printed = project.run("vitepress", "build", "docs");
  expect(printed).not.toMatch(/warn|error|dead link/i);
  expectExactPages(project, "docs/.vitepress/dist");
});
