import { it } from "vitest";
import { Project } from "../project.js";

it("runs the tests of a project with Babel 8", () => {
  const project = new Project(import.meta.url);
  project.take("babel-jest", ["modelwright.yaml", "spec", "src"]);
  project.run("modelwright", "generate");
  project.run("npm", "test");
});
