import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

it.runIf(isInstalled("mvn"))("compiles and runs with Kotlin", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("mvn", "-q", "-B", "-ntp", "compile");
  expect(project.run("mvn", "-q", "-B", "-ntp", "exec:java").trimEnd().split("\n")).toEqual([
    '{"name":"Ada","nick_name":null,"title":null,"contact":"ada@example.com"}',
    "3 Dr [a, null] false",
    "active",
    "1",
    "true",
    "$.name type",
    "$.title required",
  ]);
});
