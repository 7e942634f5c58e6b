/** The attributes and settings of docs/ci.md, in a real repository. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { modelwright, projectRoot } from "../cli/command.js";
import { temporaryFolder, writeTree } from "../folders.js";

const page = readFileSync(join(projectRoot, "docs/ci.md"), "utf8").split("\n## git diff\n")[1] ?? "";
const blocks = [...page.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, text = ""]) => text);
const [attributes = "", settings = "", example = ""] = blocks;

const names = ["name", "title", "email", "phone", "fax", "street", "city", "state", "zip", "country"];
const spec = `models:\n  Person:\n    fields:\n      id: string\n  Contact:\n    fields:\n${names
  .map((name) => `      ${name}: string\n`)
  .join("")}      age: integer\n`;

function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
}

it("names the model, the class or the heading at the start of each hunk", () => {
  const folder = temporaryFolder();
  const targets = ["typescript", "ruby", "java"].map((id) => `  ${id}: { language: ${id}, output: generated/${id} }\n`);
  writeTree(folder, {
    "modelwright.yaml": `targets:\n${targets.join("")}`,
    "spec/contact.yaml": spec,
    ".gitattributes": attributes,
  });
  modelwright(folder, ["generate"]);
  git(folder, "init", "--quiet");
  execFileSync("sh", ["-e", "-c", settings], { cwd: folder });
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=state");
  writeTree(folder, { "spec/contact.yaml": spec.replace("age: integer", "age: number") });
  modelwright(folder, ["generate"]);
  const hunksOf = (path: string): readonly string[] => {
    const lines = git(folder, "diff", "--", `:(glob)${path}`).split("\n");
    return lines.flatMap((line) => /^@@ .*? @@ ?(.*)$/.exec(line)?.[1] ?? []);
  };
  expect(hunksOf("spec/*.yaml")).toEqual(["Contact"]);
  expect(hunksOf("generated/typescript/**/contact.ts").every((each) => each.includes("Contact"))).toBe(true);
  expect(hunksOf("generated/ruby/lib/**/contact.rb").join("\n")).toMatch(/class Contact|def initialize/);
  expect(hunksOf("generated/java/**/Contact.java").join("\n")).toMatch(/public final class Contact/);
  expect(hunksOf("generated/**/contact.md").join("\n")).toContain("# Contact");
});

it("prints the example", () => {
  const folder = temporaryFolder();
  writeTree(folder, { "spec/a.yaml": spec, ".gitattributes": attributes });
  git(folder, "init", "--quiet");
  execFileSync("sh", ["-e", "-c", settings], { cwd: folder });
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=state");
  writeTree(folder, { "spec/a.yaml": spec.replace("age: integer", "age: number") });
  expect(example).toBe(git(folder, "diff").split("\n").slice(4).join("\n"));
});
