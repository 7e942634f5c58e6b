/** The snippets of docs/ruby.md. Snippets of files are taken from a tested project; the others run here. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, writeTree } from "../folders.js";
import { projectRoot } from "../generated.js";

const page = readFileSync(join(projectRoot, "docs/ruby.md"), "utf8");
const snippets = [...page.matchAll(/```(?:ruby|yaml)\n(?:# (\S+)\n)?(.*?)```/gs)].map(([, file, text = ""]) => ({
  file,
  text,
}));
const ofFiles = new Map(snippets.flatMap(({ file, text }) => (file === undefined ? [] : [[file, text] as const])));
const others = snippets.filter(({ file }) => file === undefined).map(({ text }) => text);

/** A project file without what a snippet omits: indentation and magic comments. */
function fileOf(path: string): string {
  const text = readFileSync(join(projectRoot, "test/projects", path), "utf8");
  return text.replace("# frozen_string_literal: true\n\n", "").replace(/^ +/gm, "");
}

test.each([
  ["modelwright.yaml", "zeitwerk/modelwright.yaml"],
  ["lib/acme.rb", "zeitwerk/lib/acme.rb"],
  ["acme.gemspec", "zeitwerk/acme.gemspec"],
  ["Rakefile", "zeitwerk/Rakefile"],
  ["config/application.rb", "rails/config/application.rb"],
])("%s is in a project", (name, path) => {
  expect(fileOf(path)).toContain((ofFiles.get(name) ?? "nothing").replace(/^ +/gm, ""));
});

test("no other file is shown in a snippet", () => {
  const known = ["modelwright.yaml", "lib/acme.rb", "acme.gemspec", "Rakefile", "config/application.rb"];
  expect([...ofFiles.keys()].filter((name) => !known.includes(name))).toEqual(["Gemfile", "Steepfile", ".rubocop.yml"]);
});

const hasRuby = spawnSync("ruby", ["--version"]).status === 0 || process.env["CI"] !== undefined;

test.runIf(hasRuby)("the Ruby snippets return what their comments state", () => {
  // `x # => 'value'` states the value, `x # => a Name` its class.
  const script = others.join("\n").replace(/^(.*\S) # => (?:an? (\w+)|(.*))$/gm, (_, code: string, name, value) => {
    const expected = name === undefined ? `(${String(value)}) == given` : `given.instance_of?(${String(name)})`;
    return `(given = (${code}); ${expected} or raise given.inspect)`;
  });
  expect(script.match(/or raise/g)!.length).toBeGreaterThan(8);
  const { stdout, stderr } = spawnSync("ruby", ["-W0"], { cwd: projectRoot, input: script, encoding: "utf8" });
  expect(stdout + stderr).toBe("");
});

const hasRubocop = spawnSync("rubocop", ["--version"]).status === 0 || process.env["CI"] !== undefined;

test.runIf(hasRubocop)("with .rubocop.yml, RuboCop inspects neither the models nor npm packages", () => {
  const folder = temporaryFolder();
  const paths = ["lib/acme.rb", "generated/lib/acme/models.rb", "node_modules/modelwright/templates/model.rb"];
  const files = Object.fromEntries(paths.map((path) => [path, ""]));
  writeTree(folder, { ...files, ".rubocop.yml": ofFiles.get(".rubocop.yml") ?? "" });
  const { stdout } = spawnSync("rubocop", ["--list-target-files"], { cwd: folder, encoding: "utf8" });
  expect(stdout).toBe("lib/acme.rb\n");
});
