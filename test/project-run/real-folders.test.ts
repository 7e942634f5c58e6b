/** Folders that a config names are compared by their real paths. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/run/run.js";
import type { RunOptions, RunResult } from "../../src/run/run-options.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";

const spec = "models: { A: { fields: { a: string } } }\n";

/** A project with a target per output, in a folder of its own. @returns the project's folder */
function projectWith(outputs: readonly string[], more = ""): string {
  const languages = ["typescript", "ruby"];
  const targets = outputs.map((output, at) => {
    return `  t${at}: { language: ${languages[at % 2]}, output: "${output}"${more} }\n`;
  });
  const folder = join(temporaryFolder(), "project");
  writeTree(folder, { "modelwright.yaml": `targets:\n${targets.join("")}`, "spec/a.yaml": spec });
  return folder;
}

function runIn(folder: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return run({ config: join(folder, "modelwright.yaml"), mode: "write", cache: join(folder, ".cache"), ...options });
}

/** The message about the outputs: an error with a place in the config, after which nothing is written. */
async function errorsIn(folder: string, options: Partial<RunOptions> = {}): Promise<readonly string[]> {
  const around = join(folder, "..");
  const before = readTree(around);
  for (const mode of ["write", "check", "dry-run"] as const) {
    const { outcome, targets, diagnostics } = await runIn(folder, { ...options, mode });
    expect([outcome, targets]).toEqual(["mistakes", []]);
    for (const { code, severity, span } of diagnostics) {
      expect([code, severity, span?.file]).toEqual(["path-escape", "error", "modelwright.yaml"]);
    }
  }
  expect(readTree(around)).toEqual(before);
  const text = readFileSync(join(folder, "modelwright.yaml"), "utf8");
  const { diagnostics } = await runIn(folder, options);
  return diagnostics.map(
    ({ message, span }) => `${text.slice(span?.start, span?.end).replaceAll('"', "")}: ${message}`,
  );
}

describe("an output folder", () => {
  it.each([
    ["to another output", "rb", ["rb", "gen"]],
    ["to another output that does not exist yet", "rb", ["gen", "rb"], false],
    ["into another output", "rb/in/it", ["rb", "gen"]],
    ["around another output", ".", ["gen/rb", "rb"]],
  ])("must not lead through a link %s", async (_, to, outputs, isThere = true) => {
    const folder = projectWith(outputs);
    if (isThere) mkdirSync(join(folder, to), { recursive: true });
    symlinkSync(to, join(folder, "gen"));
    const [error, ...others] = await errorsIn(folder);
    expect(others).toEqual([]);
    expect(error).toMatch(/^(?:gen|rb): .*another target/);
  });

  it("may lead through a link to a folder that does not exist yet", async () => {
    const folder = projectWith(["gen"]);
    symlinkSync("later", join(folder, "gen"));
    expect((await runIn(folder)).outcome).toBe("done");
    expect(existsSync(join(folder, "later/.modelwright-manifest"))).toBe(true);
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  });

  it("must not be another output through two links", async () => {
    const folder = projectWith(["one/gen", "two/gen"]);
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "one"));
    symlinkSync(join(folder, "real"), join(folder, "two"));
    expect(await errorsIn(folder)).toEqual([expect.stringMatching(/^two\/gen: .*another target.*"real\/gen"/)]);
  });

  it.each([
    ["spec", /spec folder/],
    ["spec/in/it", /spec folder/],
    ["own", /template folder/],
    [".", /folder of the config/],
    ["..", /must be inside the folder of the config/],
    ["../outside", /must be inside the folder of the config/],
    [".git", /\.git/],
    [".git/hooks", /\.git/],
    ["packages/a/node_modules/x", /node_modules/],
    [".cache", /cache/],
    [".cache/in/it", /cache/],
  ])("must not lead to %s through a link", async (to, message) => {
    const folder = projectWith(["gen"], ", templates: own");
    writeTree(folder, { "own/docs/enum.hbs": "# {{title}}\n" });
    mkdirSync(join(folder, to), { recursive: true });
    symlinkSync(to, join(folder, "gen"));
    const errors = await errorsIn(folder);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^gen: /);
    expect(errors[0]).toMatch(message);
  });

  it.each([
    [".git", /\.git/],
    ["sub/.git/gen", /\.git/],
    ["node_modules", /node_modules/],
    ["Node_Modules/gen", /node_modules/i],
    [".cache", /cache/],
    ["~", /~/],
    ["~/gen", /~/],
    ["~user/gen", /~/],
    ["modelwright.yaml", /config/],
  ])("must not be %s", async (output, message) => {
    const errors = await errorsIn(projectWith([output]));
    expect(errors).toHaveLength(1);
    expect(errors[0]?.startsWith(`${output}: `)).toBe(true);
    expect(errors[0]).toMatch(message);
  });

  it("must not be the real folder of a linked spec", async () => {
    const folder = projectWith(["api"]);
    renameSync(join(folder, "spec"), join(folder, "api"));
    symlinkSync("api", join(folder, "spec"));
    expect(await errorsIn(folder)).toEqual([expect.stringMatching(/^api: .*spec folder/)]);
  });

  it("must not be the real folder of a linked cache", async () => {
    const folder = projectWith(["kept"]);
    mkdirSync(join(folder, "kept"));
    symlinkSync("kept", join(folder, ".cache"));
    expect(await errorsIn(folder)).toEqual([expect.stringMatching(/^kept: .*cache/)]);
  });

  it("may be a link to a folder of the project, and the project may be reached through one", async () => {
    const folder = projectWith(["gen"]);
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "gen"));
    symlinkSync("project", join(folder, "../linked"));
    expect((await runIn(join(folder, "../linked"))).outcome).toBe("done");
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
    expect(readTree(join(folder, "real")).size).toBeGreaterThan(3);
  });

  it("in a cycle of links is reported", async () => {
    const folder = projectWith(["gen"]);
    symlinkSync("gen", join(folder, "gen"));
    await expect(runIn(folder)).rejects.toThrow(/links lead in a circle/);
  });
});

describe("a folder that becomes a link", () => {
  it("between two runs is an error, even if nothing else has changed", async () => {
    const folder = projectWith(["gen"]);
    await runIn(folder);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await runIn(folder);
    renameSync(join(folder, "gen"), join(folder, "../outside"));
    symlinkSync("../outside", join(folder, "gen"));
    expect(await errorsIn(folder)).toEqual([expect.stringMatching(/^gen: .*must be inside the folder of the config/)]);
  });

  it.each(["out/gen", "gen"])("during a run is not written to: %s", async (output) => {
    const folder = projectWith([output]);
    const outside = join(folder, "../outside");
    mkdirSync(join(folder, output), { recursive: true });
    mkdirSync(join(outside, "gen"), { recursive: true });
    const [first = ""] = output.split("/");
    const onPhase = (phase: string): void => {
      if (phase !== "write") return;
      rmSync(join(folder, first), { recursive: true });
      symlinkSync(outside, join(folder, first));
    };
    await expect(runIn(folder, { onPhase, cache: false })).rejects.toThrow(/has been linked to another folder/);
    expect([...readTree(outside)]).toEqual([]);
    expect(existsSync(join(outside, "docs"))).toBe(false);
  });
});
