import { expect, it } from "vitest";
import { expectExactPages } from "../docs-site.js";
import { Project } from "../project.js";

it("builds the docs pages with Docusaurus", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  expect(project.run("docusaurus", "build")).not.toMatch(/warning|error/i);
  expectExactPages(project, "build");
});
