import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Project } from "../project.js";

it("bundles the classes with esbuild", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("esbuild", "--bundle", "--platform=node", "--format=esm", "--outfile=main.mjs", "src/main.ts");
  expect(project.run("node", "main.mjs").split("\n")).toEqual([
    "9007199254740993n sent 7.25 1740823200000 null",
    '{"id":9007199254740993,"note":null,"ordered_at":"2025-03-01T10:00:00Z","status":"sent","total":7.25,"color":"red"}',
    "",
  ]);

  project.run("esbuild", "--bundle", "--minify", "--format=esm", "--outfile=status.mjs", "src/status.ts");
  expect(project.run("node", "status.mjs")).toBe("paid\n");
  expect(readFileSync(join(project.folder, "status.mjs")).length).toBeLessThan(1000);
});
