import { expect, it } from "vitest";
import { expectExactPages, expectHostilePages } from "../docs-site.js";
import { generateCases } from "../docs-specs.js";
import { Project } from "../project.js";

// Docusaurus compiles each page twice.
const timeout = 1_800_000;

it(
  "builds the docs pages with Docusaurus",
  () => {
    const project = new Project(import.meta.url);
    project.run("modelwright", "generate");
    generateCases(project, "mdx");
    expect(project.run("docusaurus", "build")).not.toMatch(/warning|error/i);
    expectExactPages(project, "build");
    expectHostilePages(project, "build");
  },
  timeout,
);
