import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

it.runIf(isInstalled("yard"))("has complete YARD documentation, without warnings", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  const files = "generated/lib/**/*.rb";
  expect(project.run("yard", "stats", "--list-undoc", files)).toMatch(/100\.00% documented\n$/);
  expect(project.run("ruby", "-e", "print `yard doc --quiet -o html '#{ARGV[0]}' 2>&1`.strip", files)).toBe("");
});
