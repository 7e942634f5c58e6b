import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { config, makeProject, spec, steady } from "./project.js";
import { actingCommands } from "./workflow-runner.js";

const page = "out/docs/models/shared/pet.md";

const configChanged = { kind: "config", text: "the config of the target changed" };

/** A project whose output is up to date. */
function makeGenerated(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeProject(files);
  expect(modelwright(folder, ["generate"]).status).toBe(0);
  return folder;
}

function change(folder: string, path: string, edit: (text: string) => string): void {
  writeFileSync(join(folder, path), edit(readFileSync(join(folder, path), "utf8")));
}

/** What of the text speaks of a path: the finding and its difference. */
function about(path: string, text: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.includes(` "${path}" `));
  const end = lines.findIndex((line, at) => at > start && / error [a-z-]+: |^error |^\d+ files? /.test(line));
  return lines.slice(start, end).join("\n");
}

describe("modelwright generate --check", () => {
  it("accepts what generate wrote, and writes nothing", () => {
    const folder = makeGenerated();
    const before = [...readTree(folder).keys()].map((path) => [path, statSync(join(folder, path)).mtimeMs]);
    const { status, stdout, stderr } = modelwright(folder, ["generate", "--check"]);
    const count = readTree(join(folder, "out")).size - 1;
    expect(steady(stdout)).toBe(`1 model: all ${count} files are up to date in 0.00 s\n`);
    expect([status, stderr]).toEqual([0, ""]);
    expect([...readTree(folder).keys()].map((path) => [path, statSync(join(folder, path)).mtimeMs])).toEqual(before);
  });

  it("shows a stale page with the line of the spec, the difference, and the fix", () => {
    const folder = makeGenerated();
    change(folder, "spec/pet.yaml", (text) => text.replace("An animal", "Somebody"));
    const { status, stdout, stderr } = modelwright(folder, ["generate", "--check"]);
    expect([status, stderr]).toEqual([1, ""]);
    const lines = about(page, stdout).split("\n");
    expect(lines.slice(0, 3)).toEqual([
      `spec/pet.yaml:2:3: error stale-file: "${page}" is out of date: the spec changed`,
      "  2 |   Pet:",
      "        ^^^",
    ]);
    expect(lines.slice(3, 10)).toEqual([
      `--- a/${page}`,
      `+++ b/${page}`,
      "@@ -1,6 +1,6 @@",
      " # Pet",
      " ",
      "-An animal that lives with people",
      "+Somebody that lives with people",
    ]);
    expect(steady(stdout)).toMatch(/\n\d+ files are out of date \(0.00 s\)\nto fix: npx modelwright generate\n$/);
  });

  it("names the template of a stale page if it is the target's own", () => {
    const folder = makeGenerated({
      "modelwright.yaml": config.replace("output: out", "output: out, templates: mine"),
      "mine/docs/model.hbs": "# {{title}}\n",
    });
    change(folder, "mine/docs/model.hbs", (text) => text.replace("# ", "## "));
    const { stdout } = modelwright(folder, ["generate", "--check"]);
    expect(about(page, stdout)).toContain("\n  hint: see its template: mine/docs/model.hbs\n");
  });

  describe("names what changed since a file was generated", () => {
    const files = {
      "modelwright.yaml": config.replace("output: out", "output: out, templates: mine"),
      "mine/docs/model.hbs": "# {{title}}\n",
    };
    const code = "out/lib/acme/shared/pet.rb";
    const index = "out/docs/models/README.md";
    const depth = "out/lib/acme/model_support/frozen.rb";

    /** The causes of the files that differ, by path. */
    function causes(folder: string): ReadonlyMap<string, readonly unknown[]> {
      const { stdout } = modelwright(folder, ["generate", "--check", "--format", "json"]);
      const report = JSON.parse(stdout) as { targets: { differences: { path: string; causes: object[] }[] }[] };
      return new Map(report.targets[0]?.differences.map((each) => [each.path, each.causes]));
    }

    it.each([
      ["spec/pet.yaml", "nickname", "alias", code, { kind: "spec", text: "the spec changed" }],
      ["modelwright.yaml", "module:", "maxDepth: 7, module:", depth, configChanged],
      ["mine/docs/model.hbs", "# ", "## ", page, { kind: "template", text: 'the template "docs/model" changed' }],
      [code, "class Pet", "class Dog", code, { kind: "edit", text: "it was edited by hand" }],
    ])("%s", (path, from, to, differing, cause) => {
      const folder = makeGenerated(files);
      change(folder, path, (text) => text.replace(from, to));
      expect(causes(folder).get(differing)).toEqual([cause]);
    });

    it("several of them, where they matter", () => {
      const folder = makeGenerated(files);
      change(folder, "mine/docs/model.hbs", (text) => text.replace("# ", "## "));
      change(folder, "spec/pet.yaml", (text) => text.replace("nickname", "alias"));
      change(folder, "modelwright.yaml", (text) => text.replace("module:", "tables: compact, module:"));
      rmSync(join(folder, index));
      const found = causes(folder);
      expect(found.get(page)).toEqual([configChanged, expect.objectContaining({ kind: "template" })]);
      expect(found.get(code)).toEqual([configChanged]);
      expect(found.get(index)).toEqual([{ kind: "edit", text: "it was removed" }]);
    });

    it.each([
      ["# modelwright 0.0.9\n# config 0\n", /^modelwright 0\.0\.9 generated it, and this is \d+\.\d+\.\d+$/],
      ["", /^an earlier version of modelwright generated it$/],
    ])("another version, after %j", (head, words) => {
      const folder = makeGenerated(files);
      change(folder, "out/.modelwright-manifest", (text) => head + text.replace(/^# .*\n/gm, ""));
      expect([...causes(folder)]).toEqual([]);
      change(folder, "spec/pet.yaml", (text) => text.replace("nickname", "alias"));
      expect(causes(folder).get(code)).toEqual([{ kind: "tool", text: expect.stringMatching(words) }]);
      expect(modelwright(folder, ["generate"]).status).toBe(0);
      change(folder, "spec/pet.yaml", (text) => text.replace("alias", "title"));
      expect(causes(folder).get(code)).toEqual([{ kind: "spec", text: "the spec changed" }]);
    });

    it("but not a change of the config that changes nothing", () => {
      const folder = makeGenerated(files);
      change(folder, "modelwright.yaml", (text) => `# a comment\n${text}`);
      change(folder, "spec/pet.yaml", (text) => text.replace("nickname", "alias"));
      expect(causes(folder).get(code)).toEqual([{ kind: "spec", text: "the spec changed" }]);
    });
  });

  it("shows the hashes of a manifest only with --format text", () => {
    const folder = makeGenerated();
    change(folder, "spec/pet.yaml", (text) => text.replace("An animal", "Somebody"));
    const [text, whole] = [[], ["--format", "text"]].map((args) => {
      return about("out/.modelwright-manifest", modelwright(folder, ["generate", "--check", ...args]).stdout);
    });
    expect(text).toBe('error stale-file: "out/.modelwright-manifest" is out of date');
    expect(whole).toContain(`${text}\n--- a/out/.modelwright-manifest\n`);
  });

  it("distinguishes missing, left-over and edited files", () => {
    const folder = makeGenerated({ "spec/old.yaml": "models: { Old: { fields: { a: string } } }\n" });
    rmSync(join(folder, "spec/old.yaml"));
    rmSync(join(folder, page));
    change(folder, "out/docs/models/README.md", (text) => text.replace("# Models", "# My models"));
    const { status, stdout } = modelwright(folder, ["generate", "--check"]);
    expect(status).toBe(1);
    expect(about(page, stdout)).toContain(
      `spec/pet.yaml:2:3: error missing-file: "${page}" is missing: it was removed\n`,
    );
    expect(about(page, stdout)).toContain(`--- /dev/null\n+++ b/${page}\n@@ -0,0 +1,`);
    const old = "out/docs/models/shared/old.md";
    expect(about(old, stdout)).toContain(
      `error left-over-file: "${old}" is left over: the spec changed, and nothing generates it any more\n--- a/${old}\n+++ /dev/null\n`,
    );
    expect(about("out/docs/models/README.md", stdout)).toContain(
      [
        'out/docs/models/README.md:1:4: error edited-file: "out/docs/models/README.md" was edited by hand',
        "  1 | # My models",
        "         ^",
        "  hint: move the change to the spec or to a template of your own, or overwrite it with --force",
      ].join("\n"),
    );
    expect(steady(stdout)).toMatch(
      /\n1 file is missing, \d+ are out of date, \d+ are left over, 1 was edited by hand \(0.00 s\)\nto fix: npx modelwright generate --force\n$/,
    );
    expect(modelwright(folder, ["generate", "--force"]).status).toBe(0);
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });

  it("prints the command that fixes it, as the user would type it", () => {
    const folder = makeProject({ "it's/modelwright.yaml": config.replace("spec: spec", "spec: ../spec") });
    const args = ["generate", "--check", "--config", "it's/modelwright.yaml", "--target", "ruby"];
    const { stdout } = modelwright(folder, args);
    const fix = "to fix: npx modelwright generate --config 'it'\\''s/modelwright.yaml' --target ruby\n";
    expect(stdout.endsWith(fix)).toBe(true);
  });

  it("fails if it compared nothing", () => {
    const folder = makeGenerated();
    writeTree(folder, { "spec/pet.yaml": "models: {}\n" });
    const { status, stderr } = modelwright(folder, ["generate", "--check"]);
    expect([status, stderr]).toEqual([
      3,
      "error nothing-to-do: the spec has no models, so there is nothing to generate\n",
    ]);
  });

  it("ignores line ends that git converted", () => {
    const folder = makeGenerated();
    for (const path of readTree(join(folder, "out")).keys()) {
      change(folder, join("out", path), (text) => text.replaceAll("\n", "\r\n"));
    }
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
    change(folder, "spec/pet.yaml", (text) => text.replace("An animal", "Somebody"));
    expect(modelwright(folder, ["generate", "--check"]).stdout).not.toContain("edited by hand");
  });

  it("prints complete patches with --format text, which git can apply", () => {
    const folder = makeGenerated();
    change(
      folder,
      "spec/pet.yaml",
      (text) =>
        `${text}${Array.from({ length: 60 }, (_, at) => `      f${at}: string\n`).join("")}  New: { fields: { a: string } }\n`,
    );
    const capped = modelwright(folder, ["generate", "--check"]);
    expect(capped.stdout).toMatch(/\n… and \d+ more lines\n/);
    expect(capped.stdout).toContain("\nuse --format text to see all\n");
    const whole = modelwright(folder, ["generate", "--check", "--format", "text"]);
    expect(whole.stdout).not.toContain("\n… and ");

    const expected = makeProject({ "spec/pet.yaml": readFileSync(join(folder, "spec/pet.yaml"), "utf8") });
    modelwright(expected, ["generate"]);
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: whole.stdout });
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(expected, "out")));
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });

  it("lists an unlimited number of files only when asked to", () => {
    const many = Array.from({ length: 150 }, (_, at) => `  M${at}: { fields: { a: string } }\n`).join("");
    const folder = makeProject({ "spec/pet.yaml": `models:\n${many}` });
    const { stdout } = modelwright(folder, ["generate", "--check"]);
    expect(stdout).toMatch(/\n… and \d+ more files\nuse --format text to see all\n\d+ files are missing \(/);
    expect(stdout.split("\n").length).toBeLessThan(900);
  });
});

describe("--format json", () => {
  it("prints one object with everything", () => {
    const folder = makeGenerated();
    change(folder, page, (text) => text.replace("animal", "ANIMAL"));
    const { status, stdout, stderr } = modelwright(folder, ["generate", "--check", "--format", "json", "--timing"]);
    expect([status, stderr]).toEqual([1, ""]);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      outcome: "differs",
      diagnostics: [],
      targets: [
        {
          name: "ruby",
          output: "out",
          models: 1,
          written: [],
          removed: [],
          differences: [
            {
              code: "edited-file",
              severity: "error",
              message: `"${page}" was edited by hand`,
              hint: expect.stringContaining("--force") as string,
              docs: "https://github.com/modelwright/modelwright/blob/main/docs/diagnostics.md#edited-file",
              file: page,
              line: 3,
              column: 4,
              endLine: 3,
              endColumn: 5,
              path: page,
              diff: expect.stringContaining(
                "-An ANIMAL that lives with people\n+An animal that lives with people\n",
              ) as string,
            },
          ],
        },
      ],
      milliseconds: expect.any(Number) as number,
      timing: { start: expect.any(Number) as number, compare: expect.any(Number) as number },
    });
  });

  it("reports mistakes with their places", () => {
    const folder = makeProject({ "spec/pet.yaml": spec.replace("string,", "sting,") });
    const { status, stdout } = modelwright(folder, ["generate", "--format", "json"]);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "mistakes",
      targets: [],
      diagnostics: [
        {
          code: "unknown-type",
          severity: "error",
          file: "spec/pet.yaml",
          line: 5,
          column: 21,
          endLine: 5,
          endColumn: 26,
        },
      ],
    });
  });

  it("lists what was written", () => {
    const folder = makeProject();
    const { targets } = JSON.parse(modelwright(folder, ["generate", "--format", "json"]).stdout) as {
      targets: { written: string[] }[];
    };
    expect(targets[0]?.written).toEqual([...readTree(join(folder, "out")).keys()].slice(1));
  });
});

describe("in a workflow of GitHub Actions", () => {
  const actions = { GITHUB_ACTIONS: "true" };

  it("annotates the line of a mistake, from the root of the repository", () => {
    const folder = makeProject({
      "packages/a, b%/modelwright.yaml": config,
      "packages/a, b%/spec/pet.yaml": spec.replace("name:", "na%me:").replace("string,", "sting,"),
    });
    const env = { ...actions, GITHUB_WORKSPACE: folder };
    const { status, stdout, stderr } = modelwright(join(folder, "packages/a, b%"), ["generate"], { env });
    expect(status).toBe(3);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^::stop-commands::.*\nspec\/pet\.yaml:5:22: error unknown-type: /);
    expect(actingCommands(stdout)).toEqual([
      expect.stringMatching(
        /^::error file=packages\/a%2C b%25\/spec\/pet\.yaml,line=5,endLine=5,col=22,endColumn=27,title=modelwright%3A unknown-type::.*"sting".*%0Adid you mean "string"\?$/,
      ),
    ]);
  });

  it("annotates differences at their causes, and says how to fix them", () => {
    const folder = makeGenerated();
    change(folder, "spec/pet.yaml", (text) => text.replace("An animal", "Somebody"));
    change(folder, "out/docs/models/README.md", (text) => `${text}mine`);
    const reported = actingCommands(modelwright(folder, ["generate", "--check"], { env: actions }).stdout);
    expect(reported).toContainEqual(
      expect.stringMatching(
        /^::error file=spec\/pet\.yaml,line=2,endLine=2,col=3,endColumn=6,title=modelwright%3A stale-file::"out\/docs\/models\/shared\/pet\.md" is out of date.*%0Ato fix: npx modelwright generate --force$/,
      ),
    );
    expect(reported).toContainEqual(
      expect.stringMatching(
        /^::error file=out\/docs\/models\/README\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=modelwright%3A edited-file::/,
      ),
    );
  });

  it("puts errors before warnings, since only the first ten are shown", () => {
    const warnings = Array.from({ length: 12 }, (_, at) => `      w${at}: { type: integer, example: x }\n`).join("");
    const folder = makeProject({ "spec/pet.yaml": `${spec}${warnings}      wrong: sting\n` });
    const reported = actingCommands(modelwright(folder, ["generate"], { env: actions }).stdout);
    expect(reported[0]).toMatch(/^::error .*unknown-type/);
  });

  it("uses another format if asked to, and this format elsewhere if asked to", () => {
    const folder = makeProject({ "spec/pet.yaml": "models: 1\n" });
    expect(actingCommands(modelwright(folder, ["generate", "--format", "text"], { env: actions }).stdout)).toEqual([]);
    expect(actingCommands(modelwright(folder, ["generate", "--format", "github"]).stdout)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["modelwright.yaml", "spec"]);
  });
});
