import { it } from "vitest";
import { Project } from "../project.js";

it("runs the tests of a project with babel-jest", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("npm", "test");
});
