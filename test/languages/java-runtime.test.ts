/** The runtime of a Java target: its source files, in the target's package. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import type { GeneratedFile } from "../../src/render/page.js";
import { generateIn, projectRoot } from "../generated.js";
import { inTemporaryFolder } from "../run/typescript/tree.js";

/** The runtime generated for a target that overrides these runtime files. */
async function runtimeWith(own: Readonly<Record<string, string>>, jackson = "2"): Promise<readonly GeneratedFile[]> {
  return inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, "own/runtime"), { recursive: true });
    for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, "own/runtime", name), text);
    writeFileSync(join(folder, "spec.yaml"), "models: { A: { fields: { a: string } } }\n");
    const keys = ["language: java", "output: out", "package: org.example", "templates: own", `jackson: ${jackson}`];
    const target = `{ ${[...keys, "validation: jakarta", "openapi: schemas"].join(", ")} }`;
    writeFileSync(join(folder, "modelwright.yaml"), `spec: spec.yaml\ntargets: { java: ${target} }\n`);
    const { targets, diagnostics } = await generateIn(folder);
    expect(diagnostics).toEqual([]);
    return targets.flatMap(({ files }) => files).filter(({ path }) => path.includes("/support/"));
  });
}

test.each(["2", "3"])("every source file for Jackson %s is generated, in the target's package", async (jackson) => {
  const files = await runtimeWith({}, jackson);
  const names = ["", `jackson${jackson}`, "jakarta", "openapi"].flatMap((folder) => {
    const entries = readdirSync(join(projectRoot, "templates/java/runtime", folder));
    return entries.filter((name) => name.endsWith(".java"));
  });
  expect(files.map(({ path }) => basename(path)).toSorted()).toEqual(names.toSorted());
  for (const { path, text } of files) {
    expect(text, path).toContain("\npackage org.example.support;\n");
    expect(text, path).not.toContain("modelwright.runtime");
  }
});

test("a target can replace a runtime file", async () => {
  const text =
    "package modelwright.runtime;\n\npublic record Violation(String path, String keyword, String message) {}\n";
  const shipped = await runtimeWith({});
  const files = await runtimeWith({ "Violation.java": text });
  const changed = files.filter((file, index) => file.text !== shipped[index]!.text);
  expect(changed.map(({ path }) => path)).toEqual(["src/main/java/org/example/support/Violation.java"]);
  expect(changed[0]!.text).toBe(text.replace("modelwright.runtime", "org.example.support"));
});
