import { expect, it } from "vitest";
import { Project } from "../project.js";

const printed = [
  "9007199254740993 sent 7.25 1740823200000 null",
  "true true",
  "$.payment.last_digits pattern",
  '{"id":9007199254740993,"note":null,"ordered_at":"2025-03-01T10:00:00Z",' +
    '"payment":{"kind":"card","last_digits":"12"},"status":"sent","total":7.25,"color":"red"}',
  "",
];

it("runs in Bun, from the sources and from its bundle", () => {
  const project = new Project(import.meta.url);
  project.take("node", ["spec"]);
  project.run("modelwright", "generate");
  // The package's command is a shell script until its install script runs.
  const bun = (...args: readonly string[]): string => project.run("bun", ...args);
  expect(bun("src/main.ts").split("\n")).toEqual(printed);
  bun("build", "src/main.ts", "--target=bun", "--minify", "--outdir=dist");
  expect(bun("dist/main.js").split("\n")).toEqual(printed);
  bun("test");
});
