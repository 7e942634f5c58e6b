import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../folders.js";
import { modelwright, projectRoot } from "./command.js";
import { makeProject } from "./project.js";

const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };
const commands = ["generate", "import", "init", "context", "inputs", "outputs", "merge"];

describe("the command line", () => {
  it.each([["--version"], ["-V"]])("prints the version with %s", (flag) => {
    expect(modelwright("/", [flag])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([[["--help"]], [["-h"]], [["help"]]])("prints the commands with %j", (args) => {
    const { status, stdout, stderr } = modelwright("/", args);
    expect([status, stderr]).toEqual([0, ""]);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });

  it.each(commands)("prints help for %s", (name) => {
    const { status, stdout, stderr } = modelwright("/", [name, "--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^Usage: modelwright ${name} `));
    expect(modelwright("/", ["help", name]).stdout).toBe(stdout);
  });

  it("prints help without a command, as an error", () => {
    const { status, stdout, stderr } = modelwright("/", []);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: modelwright");
  });

  it.each([
    [["genrate"], "error: unknown command 'genrate'\n(Did you mean generate?)\n"],
    [["generate", "--chek"], "error: unknown option '--chek'\n(Did you mean --check?)\n"],
    [["generate", "--format", "xml"], "argument 'xml' is invalid. Allowed choices are text, json, github, gitlab."],
    [["generate", "--shard", "5/4"], "argument '5/4' is invalid. Expected a value like 2/4."],
    [["generate", "--check", "--watch"], "option '--check' cannot be used with option '--watch'"],
    [["generate", "--check", "--force"], "option '--check' cannot be used with option '--force'"],
    [["generate", "ruby"], "too many arguments"],
    [["generate", "--target"], "argument missing"],
    [["context"], "missing required argument 'model'"],
  ])("rejects %j with a reason, and ends with 2", (args, reported) => {
    const { status, stdout, stderr } = modelwright(temporaryFolder(), args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reported);
  });

  it("reports a model that does not exist", () => {
    const folder = makeProject();
    expect(modelwright(folder, ["context", "Pte"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: 'error: unknown model "Pte"\n  did you mean "Pet"?\n',
    });
  });
});
