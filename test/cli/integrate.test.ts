/**
 * docs/integrate.md, snippet by snippet, each run by its tool in a project: it must accept files that are up to date and
 * refuse others. Debian's Gradle reads no Kotlin, so of its snippet only the command runs. The jobs of GitHub and GitLab are
 * read as YAML, and their commands run in a shell.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../folders.js";
import { command, modelwright, projectRoot } from "./command.js";

const page = readFileSync(join(projectRoot, "docs/integrate.md"), "utf8");

/** The only code block of a section. */
function snippet(section: string): string {
  const text = page.split(`\n## ${section}\n`)[1]?.split("\n## ")[0] ?? "";
  const blocks = [...text.matchAll(/^```\w+\n([^]*?)^```$/gm)];
  expect(blocks, section).toHaveLength(1);
  return blocks[0]?.[1] ?? "";
}

/** A project with generated files, in which `npx modelwright` is the package as it is here. */
function makeProject(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(projectRoot, join(folder, "node_modules/modelwright"));
  const bin = `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`;
  writeFileSync(join(folder, "node_modules/.bin/modelwright"), bin, { mode: 0o755 });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  for (const args of [["init"], ["generate"]])
    expect(modelwright(folder, args)).toMatchObject({ status: 0, stderr: "" });
  return folder;
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Makes the generated files out of date. */
function change(folder: string): void {
  appendFileSync(join(folder, "spec/example.yaml"), "  Added: { fields: { a: string } }\n");
}

function isThere(tool: string): boolean {
  return spawnSync(tool, ["--version"], { encoding: "utf8" }).status === 0;
}

/** Runs a tool on the project before and after a change. */
function expectCheck(folder: string, tool: string, ...args: readonly string[]): void {
  const run = () =>
    spawnSync(tool, args, { cwd: folder, encoding: "utf8", env: { ...process.env, GITHUB_ACTIONS: "" } });
  const before = run();
  expect(before.status, before.stdout + before.stderr).toBe(0);
  change(folder);
  const after = run();
  expect(after.status, after.stdout + after.stderr).not.toBe(0);
  expect(after.stdout + after.stderr).toContain("Added.java");
}

/** Commands of a job; the package is there already. */
function expectJob(folder: string, commands: readonly string[]): void {
  expect(commands).toContain("npm ci");
  expectCheck(folder, "bash", "-ec", commands.filter((each) => each !== "npm ci").join("\n"));
}

describe("docs/integrate.md", () => {
  it("specs from an OpenAPI document", () => {
    const [, words = ""] = /^npx modelwright (import openapi .*)$/m.exec(page) ?? [];
    const document = (type: string) =>
      `openapi: 3.0.3\npaths: {}\ncomponents: { schemas: { Pet: { type: object, properties: { a: { type: ${type} } } } } }\n`;
    const folder = temporaryFolder();
    put(folder, "openapi.yaml", document("string"));
    for (const args of [["init", "--from", "openapi.yaml"], ["generate"]])
      expect(modelwright(folder, args)).toMatchObject({ status: 0, stderr: "" });
    expect(modelwright(folder, words.split(" ")).status).toBe(0);
    put(folder, "openapi.yaml", document("boolean"));
    expect(modelwright(folder, words.split(" ")).status).toBe(1);
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });

  it("npm", () => {
    const folder = makeProject();
    const { scripts } = JSON.parse(snippet("npm")) as { readonly scripts: Record<string, string> };
    put(folder, "package.json", JSON.stringify({ private: true, scripts: { ...scripts, test: "node --version" } }));
    expectCheck(folder, "npm", "test");
    const generated = spawnSync("npm", ["run", "generate"], { cwd: folder, encoding: "utf8" });
    expect(generated.status, generated.stderr).toBe(0);
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });

  it.skipIf(!isThere("mvn"))("Maven checks, and compiles the classes (skipped without Maven)", () => {
    const folder = makeProject();
    const java = readFileSync(join(projectRoot, "docs/java.md"), "utf8");
    const dependencies = /^```xml\n([^]*?)^```$/m.exec(java)?.[1] ?? "";
    put(
      folder,
      "pom.xml",
      `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>com.example</groupId><artifactId>models</artifactId><version>1</version>
<properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>
<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies>${dependencies}</dependencies><build>${snippet("Maven")}</build></project>\n`,
    );
    expectCheck(folder, "mvn", "-q", "-B", "compile");
    readFileSync(join(folder, "target/classes/com/example/models/example/Person.class"));
  });

  it("Gradle: the command", () => {
    const [, words = ""] = /commandLine\(([^)]*)\)/.exec(snippet("Gradle")) ?? [];
    const [tool = "", ...args] = JSON.parse(`[${words}]`) as readonly string[];
    const folder = makeProject();
    readFileSync(
      join(
        folder,
        /srcDir\("([^"]*)"\)/.exec(snippet("Gradle"))?.[1] ?? "none",
        "com/example/models/example/Person.java",
      ),
    );
    expectCheck(folder, tool, ...args);
  });

  it.skipIf(!isThere("rake"))("Rake (skipped without Rake)", () => {
    const folder = makeProject();
    put(folder, "Rakefile", snippet("Rake"));
    expectCheck(folder, "rake", "models:check");
    expect(spawnSync("rake", ["models"], { cwd: folder }).status).toBe(0);
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });

  it("GitHub Actions", () => {
    const workflow = parse(snippet("GitHub Actions")) as {
      readonly jobs: { readonly models: { readonly steps: readonly { readonly run?: string }[] } };
    };
    expectJob(
      makeProject(),
      workflow.jobs.models.steps.flatMap(({ run }) => run ?? []),
    );
  });

  it("GitLab CI, with the report as an artifact", () => {
    const { models } = parse(snippet("GitLab CI")) as {
      readonly models: {
        readonly script: readonly string[];
        readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string } };
      };
    };
    const folder = makeProject();
    expectJob(folder, models.script);
    expect(models.artifacts.when).toBe("always");
    const report = JSON.parse(
      readFileSync(join(folder, models.artifacts.reports.codequality), "utf8"),
    ) as readonly object[];
    expect(report.length).toBeGreaterThan(0);
  });

  it("pre-commit: the hook, and its files", () => {
    const folder = makeProject();
    const { repos } = parse(snippet("pre-commit")) as {
      readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly files: string }[] }[];
    };
    const [hook] = repos[0]?.hooks ?? [];
    const files = new RegExp(hook?.files ?? "none");
    for (const path of ["modelwright.yaml", "spec/example.yaml", "generated/java/.modelwright-manifest"])
      expect(files.test(path), path).toBe(true);
    expect(files.test("src/modelwright.yaml")).toBe(false);
    if (isThere("pre-commit")) {
      put(folder, ".pre-commit-config.yaml", snippet("pre-commit"));
      spawnSync("git", ["init", "-q"], { cwd: folder });
      put(folder, ".gitignore", "node_modules\n");
      spawnSync("git", ["add", "-A"], { cwd: folder });
      expectCheck(folder, "pre-commit", "run", "--all-files", "--verbose");
    } else expectCheck(folder, "bash", "-c", hook?.entry ?? "");
  });
});
