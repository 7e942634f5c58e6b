/** No text of a spec, page, template or path acts in the log of a workflow of GitHub Actions, or steers a terminal. */
import fc from "fast-check";
import { spawnSync, type StdioOptions } from "node:child_process";
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printable } from "../../src/diagnostics/printable.js";
import { workflowStream } from "../../src/cli/workflow-stream.js";
import { jsonText } from "../../src/cli/json-text.js";
import { command, modelwright } from "./command.js";
import { config, makeProject, spec } from "./project.js";
import { actingCommands, endsStopped } from "./workflow-runner.js";

const actions = { GITHUB_ACTIONS: "true" };
const escape = "\u001b]0;title\u0007";
const hostile = [
  "::stop-commands::tok",
  "   ::add-mask::word",
  "\t##[add-mask]word",
  "text ##[error]word",
  "::error file=a::b",
  "::tok::",
  "\u001b[2J",
  "\u009b2J",
  "\r::add-mask::word",
  "\u202E::x::",
];

describe("the test's own runner", () => {
  it("parses commands as the real one does", () => {
    const output = "::a::1\n  ::b x=y::2\nx ::c::3\nx ##[d]4\n::stop-commands::T\n::e::5\n##[f]6\n ::t::\n::g::7";
    expect(actingCommands(output)).toEqual(["::a::1", "  ::b x=y::2", "x ##[d]4", "::g::7"]);
    expect([endsStopped(output), endsStopped("::stop-commands::T")]).toEqual([false, true]);
  });
});

describe("a stream for a runner", () => {
  it("runs only its own commands, in order", () => {
    const line = fc.oneof(fc.constantFrom(...hostile), fc.string());
    const text = fc.array(line).map((lines) => lines.join("\n"));
    const piece = fc.oneof(
      fc.record({ text }),
      fc.record({ command: fc.nat().map((number) => `::error title=own::${number}`) }),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.uuid(), (pieces, token) => {
        const written: string[] = [];
        const stream = workflowStream((each) => void written.push(each), token);
        for (const each of pieces) "text" in each ? stream.text(each.text) : stream.command(each.command);
        stream.resume();
        const output = written.join("");
        const own = pieces.flatMap((each) => ("command" in each ? each.command : []));
        expect(actingCommands(output)).toEqual(own);
        expect(endsStopped(output)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("modelwright in a workflow", () => {
  const description = `|\n${hostile
    .filter((each) => !each.includes("\r"))
    .map((each) => `      one ${each}\n\n      ${each.trim()}\n`)
    .join("")}`;

  /** The annotations, after it was asserted that nothing else acts. */
  function annotationsOf({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): readonly string[] {
    expect(stderr).toBe("");
    const acting = actingCommands(stdout);
    for (const each of acting) expect(each).toMatch(/^::(?:error|warning) (?:file=|title=modelwright%3A )/);
    expect(endsStopped(stdout)).toBe(false);
    const firstAnnotation = stdout.indexOf(acting[0] ?? "");
    expect(stdout.slice(firstAnnotation).trimEnd().split("\n")).toEqual(acting);
    return acting;
  }

  it("shows a difference without active commands, then its annotations", () => {
    const text = `models:\n  Pet:\n    description: ${description}    fields: { name: string }\n`;
    const folder = makeProject({ "spec/pet.yaml": text });
    expect(modelwright(folder, ["generate"]).status).toBe(0);
    writeFileSync(join(folder, "spec/pet.yaml"), text.replaceAll("one", "two"));
    for (const options of [{ env: actions }, { args: ["--format", "github"] }]) {
      const ended = modelwright(folder, ["generate", "--check", ...(options.args ?? [])], { env: options.env });
      expect(ended.stdout).toContain("\n ::stop-commands::tok\n");
      expect(annotationsOf(ended).join("\n")).toContain("stale-file");
      expect(ended.stdout).not.toMatch(/[\u001b\u009b\u202E]/);
    }
  });

  it("shows a mistake in a file and a line that contain commands", () => {
    const folder = makeProject({
      "spec/##[add-mask]x.yaml": "models: { A: { fields: { a: '##[error]sting' } } } # ##[add-mask]word\n",
      "spec/::stop-commands::x.yaml": `models: { B: { fields: { a: "${"\\e[2J"}sting" } } }\n`,
    });
    const reported = annotationsOf(modelwright(folder, ["generate"], { env: actions }));
    expect(reported).toHaveLength(2);
    expect(reported.join("")).not.toContain("\u001b");
  });

  it("uses another token in every run", () => {
    const folder = makeProject({ "spec/pet.yaml": "models: 1\n" });
    const tokenOf = () =>
      /^::stop-commands::(.*)$/m.exec(modelwright(folder, ["generate"], { env: actions }).stdout)?.[1];
    const [one, other] = [tokenOf(), tokenOf()];
    expect(one).toMatch(/^[0-9a-f-]{36}$/);
    expect(other).not.toBe(one);
  });

  it.each([
    ["a command that is unknown", ["##[add-mask]x"]],
    ["an option that is unknown", ["generate", "--x\n::add-mask::x"]],
    ["a target that is unknown", ["generate", "--target", "##[add-mask]x"]],
    ["a config that is not there", ["generate", "--config", "##[add-mask]x"]],
    ["a model that is unknown", ["context", "##[add-mask]x"]],
    ["a document that is not there", ["import", "openapi", "##[add-mask]x", "--out", "spec"]],
    ["names that are unknown", ["import", "openapi", "x", "--out", "spec", "--names", "##[add-mask]x"]],
  ])("reports %s", (_, args) => {
    const { stdout, stderr } = modelwright(makeProject(), args, { env: actions });
    for (const output of [stdout, stderr]) {
      for (const each of actingCommands(output)) expect(each).toMatch(/^::error (?:file=|title=modelwright)/);
      expect(endsStopped(output)).toBe(false);
    }
    expect(stdout + stderr).toContain("add-mask");
  });

  it("prints JSON without active commands", () => {
    const text = spec.replace("An animal that lives with people", '"##[add-mask]x \\e"');
    const folder = makeProject({ "spec/pet.yaml": text });
    const { stdout } = modelwright(folder, ["context", "Pet"], { env: actions });
    expect(actingCommands(stdout)).toEqual([]);
    expect(JSON.stringify(JSON.parse(stdout))).toContain("##[add-mask]x");
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" })), (value) => {
        const printed = jsonText({ [value]: [value] });
        expect(JSON.parse(printed)).toEqual({ [value]: [value] });
        expect(actingCommands(printed)).toEqual([]);
        expect(printed.split("\n").map(printable).join("\n")).toBe(printed);
      }),
    );
  });
});

describe("a terminal", () => {
  const steering = /[\u001b\u0007\u009b]/;

  it.each([
    ["a command that is unknown", [`gen${escape}`]],
    ["an option that is unknown", ["generate", `--${escape}`]],
    ["a value that is not allowed", ["generate", "--format", escape]],
    ["a shard that is none", ["generate", "--shard", escape]],
    ["a target that is unknown", ["generate", "--target", escape]],
    ["a config that is not there", ["generate", "--config", escape]],
    ["a model that is unknown", ["context", escape]],
    ["a document that is not there", ["import", "openapi", escape, "--out", "spec"]],
    ["names that are unknown", ["import", "openapi", "x", "--out", "spec", "--names", escape]],
  ])("is not controlled by messages about %s", (_, args) => {
    const { status, stdout, stderr } = modelwright(makeProject(), args);
    expect(status).toBeGreaterThan(1);
    expect(stdout + stderr).toContain("\uFFFD");
    expect(stdout + stderr).not.toMatch(steering);
  });

  it("is not controlled by the paths of outputs and templates", () => {
    const folder = makeProject({
      "modelwright.yaml": config.replace("output: out", 'output: "out\\e[2J", templates: "own\\e[2J"'),
      "own\u001b[2J/docs/model.hbs": "{{title}}\n",
    });
    modelwright(folder, ["generate"]);
    rmSync(join(folder, "out\u001b[2J/docs/models/shared/pet.md"), { force: true });
    for (const args of [["generate", "--check"], ["generate", "--check", "--format", "github"], ["generate"]]) {
      const { stdout, stderr } = modelwright(folder, args);
      expect(stdout + stderr).not.toMatch(steering);
    }
  });
});

describe("a stream that cannot be written", () => {
  /** A device that is always full. */
  const full = "/dev/full";
  const runTo = (stream: "stdout" | "stderr", folder: string): ReturnType<typeof spawnSync> => {
    const file = openSync(full, "w");
    const stdio: StdioOptions = stream === "stdout" ? ["ignore", file, "pipe"] : ["ignore", "pipe", file];
    try {
      return spawnSync(process.execPath, [command, "generate"], { cwd: folder, stdio, encoding: "utf8" });
    } finally {
      closeSync(file);
    }
  };

  it.runIf(existsSync(full))("is reported on the other stream, with exit code 3", () => {
    const { status, stderr } = runTo("stdout", makeProject());
    expect([status, stderr]).toEqual([3, "error: cannot write the standard output: no space is left on the disk\n"]);
    const broken = runTo("stderr", makeProject({ "spec/pet.yaml": "models: 1\n" }));
    expect(broken.status).toBe(3);
    expect(broken.stdout).toContain("error: cannot write the standard error: no space is left on the disk\n");
  });
});
