/** Specs and templates are regular files of the project: a link that leads out of it is reported and not read. */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/run/run.js";
import type { RunResult } from "../../src/run/run-options.js";
import { temporaryFolder, writeTree } from "../folders.js";

const files = {
  "project/modelwright.yaml": "targets: { t: { language: ruby, output: out, templates: templates } }\n",
  "project/spec/a.yaml": "models: { A: { fields: { a: string } } }\n",
  "project/templates/.keep": "",
  "project/shared/b.yaml": "models: { B: { fields: { b: string } } }\n",
  "secret/s.yaml": "models: { Classified: { fields: { b: string } } }\n",
  "secret/docs/model.hbs": "classified\n",
};

function projectWith(links: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeTree(folder, files);
  mkdirSync(join(folder, "project/templates/docs"));
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, "project", path));
  return folder;
}

function runIn(folder: string): Promise<RunResult> {
  return run({ config: join(folder, "modelwright.yaml"), mode: "dry-run", cache: false });
}

test.each([
  ["a spec", { "spec/s.yaml": "../../secret/s.yaml" }, "spec/s.yaml"],
  ["a folder of specs", { "spec/more": "../../secret" }, "spec/more"],
  ["a file of the system", { "spec/s.yaml": "/etc/passwd" }, "spec/s.yaml"],
  ["a template", { "templates/docs/model.hbs": "../../../secret/docs/model.hbs" }, "templates/docs/model.hbs"],
])("a link to %s outside the project is an error", async (_, links, path) => {
  const { outcome, diagnostics, sources } = await runIn(join(projectWith(links), "project"));
  expect(outcome).toBe("mistakes");
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ["unreadable-file", `"${path}" is a link that leads out of the project`],
  ]);
  expect(sources.map(({ text }) => text).join()).not.toMatch(/classified/i);
});

test("a FIFO is an error, and is not opened", async () => {
  const folder = join(projectWith({}), "project");
  execFileSync("mkfifo", [join(folder, "spec/f.yaml")]);
  const { diagnostics } = await runIn(folder);
  expect(diagnostics.map(({ message }) => message)).toEqual(['"spec/f.yaml" is not a regular file']);
});

test("a link to a file or folder of the project is followed", async () => {
  const folder = join(projectWith({ "spec/b.yaml": "../shared/b.yaml" }), "project");
  expect(await runIn(folder)).toMatchObject({ outcome: "done", targets: [{ models: 2 }] });
});

test("in a folder of links, such as the sandbox of a build system, all links are followed", async () => {
  const folder = projectWith({});
  const sandbox = join(folder, "sandbox");
  mkdirSync(join(sandbox, "spec"), { recursive: true });
  mkdirSync(join(sandbox, "templates"));
  symlinkSync(join(folder, "project/modelwright.yaml"), join(sandbox, "modelwright.yaml"));
  symlinkSync(join(folder, "project/spec/a.yaml"), join(sandbox, "spec/a.yaml"));
  symlinkSync(join(folder, "secret/s.yaml"), join(sandbox, "spec/generated.yaml"));
  expect(await runIn(sandbox)).toMatchObject({ outcome: "done", targets: [{ models: 2 }] });
});
