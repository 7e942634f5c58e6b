import { it } from "vitest";
import { Project } from "../project.js";

it("compiles with TypeScript 5.0", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("tsc");
  project.run("tsc", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--verbatimModuleSyntax");
  project.run("tsc", "--strict", "false");
});
