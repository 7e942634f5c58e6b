/** .pre-commit-hooks.yaml: its form, and its commands in a project. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { makeProject, spec } from "../cli/project.js";
import { command, modelwright, projectRoot } from "../cli/command.js";
import { temporaryFolder, writeTree } from "../folders.js";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

const hooks = parse(readFileSync(join(projectRoot, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];

it("has the keys that pre-commit knows", () => {
  const known = ["id", "name", "description", "entry", "language", "pass_filenames", "files", "stages"];
  for (const hook of hooks) {
    expect(Object.keys(hook).filter((key) => !known.includes(key))).toEqual([]);
    expect(hook).toMatchObject({ language: "system", pass_filenames: false });
    for (const path of ["spec/a.yaml", "modelwright.yaml", "templates/docs/model.hbs"])
      expect(path).toMatch(new RegExp(hook.files));
    expect("src/app.ts").not.toMatch(new RegExp(hook.files));
  }
  const page = readFileSync(join(projectRoot, "docs/ci.md"), "utf8");
  for (const { id } of hooks) expect(page).toContain(`      - id: ${id}\n`);
});

it("accepts a project that is up to date, and no breaking change", () => {
  const folder = makeProject();
  modelwright(folder, ["generate"]);
  const git = (...args: readonly string[]): unknown =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=state");
  const bin = temporaryFolder();
  writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${command}" "$@"\n`, {
    mode: 0o755,
  });
  const run = (): readonly unknown[] =>
    hooks.map(({ id, entry }) => {
      const env = { PATH: `${bin}:${process.env["PATH"]}` };
      return [id, spawnSync("sh", ["-c", entry], { cwd: folder, encoding: "utf8", env }).status];
    });
  const [check, diff] = ["modelwright", "modelwright-diff"];
  expect(run()).toEqual([
    [check, 0],
    [diff, 0],
  ]);
  writeTree(folder, { "spec/pet.yaml": spec.replace("name: { type: string", "name: { type: integer") });
  expect(run()).toEqual([
    [check, 1],
    [diff, 1],
  ]);
});
