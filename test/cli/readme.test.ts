/** The README shows what a new user sees. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { modelwright, projectRoot } from "./command.js";
import { steady } from "./project.js";

test("a mistake is reported as the README shows it", () => {
  const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
  const sample = /```text\n(?<sample> +spec\/example\.yaml[^`]*?)\n +```/.exec(readme)?.groups?.["sample"] ?? "";
  const line = /\| (?<line> +nickname: .*)/.exec(sample)?.groups?.["line"];
  const folder = temporaryFolder();
  modelwright(folder, ["init"]);
  const lines = (readTree(folder).get("spec/example.yaml") ?? "").split("\n");
  lines.splice(13, 0, `${line}`);
  writeTree(folder, { "spec/example.yaml": lines.join("\n") });
  const { stdout, stderr } = modelwright(folder, ["generate"]);
  expect(steady(stderr + stdout)).toBe(`${steady(sample.replace(/^ {3}/gm, ""))}\n`);
});
