import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

it.runIf(isInstalled("rubocop"))("has no offense for RuboCop's default configuration", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  expect(project.run("rubocop", "--cache", "false")).toMatch(/\n\n\d{2} files inspected, no offenses detected\n$/);
});
