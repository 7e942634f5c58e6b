import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "../../generated.js";
import { isInstalled, Project } from "../project.js";

/** The libraries in docs/java.md: for Jackson 2, then for Jackson 3. */
const page = readFileSync(join(projectRoot, "docs/java.md"), "utf8");
const libraries = [...page.matchAll(/^```kotlin\n(dependencies \{\n.*?)^```$/gms)].map(([, text = ""]) => text);

it.runIf(isInstalled("gradle"))("compiles and runs with the libraries in docs/java.md", () => {
  const project = new Project(import.meta.url);
  project.take("springdoc", ["spec"]);
  project.run("modelwright", "generate");
  expect(libraries).toHaveLength(2);
  expect(readFileSync(join(project.folder, "build.gradle"), "utf8")).toContain(libraries[0]);
  expect(project.run("gradle", "--no-daemon", "--quiet", "run")).toBe("7.250 []\ntrue\n");
});
