import { existsSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { expectExactPages, expectHostilePages } from "../docs-site.js";
import { generateCases } from "../docs-specs.js";
import { isInstalled, Project } from "../project.js";

/** A folder that npm does not touch, so that it is kept between runs. */
const python = "node_modules/.python";

it.runIf(isInstalled("python3"))("builds the docs pages with MkDocs Material", () => {
  const project = new Project(import.meta.url);
  if (!existsSync(join(project.folder, python))) {
    project.run("python3", "-m", "venv", python);
    project.run(`${python}/bin/pip`, "install", "--quiet", "-r", "requirements.txt");
  }
  project.run("modelwright", "generate");
  generateCases(project, "mkdocs");
  project.run(`${python}/bin/mkdocs`, "build", "--strict", "--quiet");
  expectExactPages(project, "site");
  expectHostilePages(project, "site");
});
