import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

it.runIf(isInstalled("mvn"))("compiles and runs with Kotlin", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("mvn", "-q", "-B", "-ntp", "compile");
  // Maven 3.8 resets the colors around a program's output, even without a terminal.
  const printed = stripVTControlCharacters(project.run("mvn", "-q", "-B", "-ntp", "exec:java"));
  expect(printed.trimEnd().split("\n")).toEqual([
    '{"name":"Ada","nick_name":null,"title":null,"contact":"ada@example.com"}',
    "3 Dr [a, null] false",
    "active",
    "1",
    "true",
    "$.name type",
    "$.title required",
  ]);
});
