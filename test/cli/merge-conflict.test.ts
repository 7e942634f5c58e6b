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

/** The last one is on the last line of a page, which ends without a line feed. */
it.each([
  ["the description of a model", "An animal", "Both that lives", ""],
  ["the description of a model, and a change of one side", "An animal", "Both that lives", "The name"],
  ["a field", "nickname: string?", "Both", ""],
])("a merge with conflicts in %s needs no --force, but edits by hand do", (_, changed, written, ofOneSide) => {
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
  const changedTo = (text: string): string => {
    return spec.replace(
      changed,
      changed.startsWith("nickname") ? `nickname: { type: string, description: ${text} }` : text,
    );
  };
  commit(changedTo("Somebody"));
  git("checkout", "-q", "main");
  const described = ofOneSide === "" ? "" : `, description: ${ofOneSide}`;
  commit(changedTo("A friend").replace("required: true", `required: true${described}`));
  expect(() => git("merge", "other")).toThrow();
  const conflict = readFileSync(join(folder, page), "utf8");
  expect(conflict).toMatch(/^<<<<<<< /m);
  expect(conflict.split(/^<<<<<<< [^]*?^>>>>>>> /m).join("\n")).toContain(ofOneSide);

  for (const generated of ["Somebody", ...(ofOneSide === "" ? [] : [ofOneSide])]) {
    writeTree(folder, { "spec/pet.yaml": changedTo("Both"), [page]: conflict.replace(generated, "Mine") });
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 1 });
  }
  writeTree(folder, { [page]: conflict });
  expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, page), "utf8")).toContain(written);
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
