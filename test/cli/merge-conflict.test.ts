/** What git and killed runs leave in an output folder. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { makeProject, spec } from "./project.js";

const page = "out/docs/models/shared/pet.md";

it("a merge with conflicts in the manifest and in generated files needs no --force, but edits by hand do", () => {
  const folder = makeProject();
  const git = (...args: readonly string[]): void => {
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
  };
  const commit = (text: string): void => {
    writeTree(folder, { "spec/pet.yaml": text });
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0 });
    git("add", "-A");
    git("commit", "-qm", "x");
  };
  git("init", "-q", "-b", "main");
  commit(spec);
  git("checkout", "-qb", "other");
  commit(spec.replace("An animal", "Somebody"));
  git("checkout", "-q", "main");
  commit(spec.replace("An animal", "A friend"));
  expect(() => git("merge", "other")).toThrow();
  const conflict = readFileSync(join(folder, page), "utf8");
  expect(conflict).toMatch(/^<<<<<<< /m);

  writeTree(folder, {
    "spec/pet.yaml": spec.replace("An animal", "Both"),
    [page]: conflict.replace("Somebody", "Mine"),
  });
  expect(modelwright(folder, ["generate"])).toMatchObject({ status: 1 });
  writeTree(folder, { [page]: conflict });
  expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, page), "utf8")).toContain("Both that lives");
  expect(modelwright(folder, ["generate", "--check"])).toMatchObject({ status: 0 });
});

it("the lock of a killed run is reported by --check, and removed by a run that has nothing else to do", () => {
  const folder = makeProject();
  modelwright(folder, ["generate"]);
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  const lock = join(folder, "out/.modelwright-lock");
  writeFileSync(lock, `${pid} ${hostname()}\n`);
  const { status, stdout } = modelwright(folder, ["generate", "--check"]);
  expect(status).toBe(1);
  expect(stdout).toContain("left-over-file");
  expect(existsSync(lock)).toBe(true);
  expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
  expect(existsSync(lock)).toBe(false);
  expect(modelwright(folder, ["generate", "--check"])).toMatchObject({ status: 0 });
});
