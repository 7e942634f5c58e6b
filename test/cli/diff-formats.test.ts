/** The formats of `modelwright diff` for CI systems. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kindSections } from "../../src/diff/kinds.js";
import { writeTree } from "../folders.js";
import { toolchain } from "../run/java/toolchain.js";
import { modelwright, projectRoot } from "./command.js";
import { makeProject } from "./project.js";
import { commit, git } from "./repository.js";
import { isSarif } from "./sarif.js";
import { actingCommands } from "./workflow-runner.js";
import { type Element, parseXml } from "./xml/xml.js";

const config = `targets:
  ruby: { language: ruby, output: out/ruby, module: Acme }
  java: { language: java, output: out/java, package: com.acme }
`;
const old = `models:
  Pet:
    fields:
      name: { type: string, required: true }
      nickname: string?
      age: integer
  Old: { fields: { a: string } }
`;
const current = `models:
  Pet:
    fields:
      nickname: string
      age: integer
      color: string
`;

/** A repository with the project in a folder. */
function makeRepository(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const folder = makeProject({ "api/modelwright.yaml": config });
  for (const name of ["modelwright.yaml", "spec"]) rmSync(join(folder, name), { recursive: true });
  writeTree(folder, before);
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);
  for (const path of Object.keys(before)) if (!(path in after)) rmSync(join(folder, path));
  writeTree(folder, after);
  return join(folder, "api");
}

function changedProject(): string {
  return makeRepository({ "api/spec/pet.yaml": old }, { "api/spec/pet.yaml": current });
}

function report(folder: string, format: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = modelwright(folder, ["diff", "main", "--format", format, ...args]);
  expect(status, stderr).toBe(args.includes("--fail-on") ? 1 : 0);
  return stdout;
}

describe("--format github", () => {
  it("annotates the places in the repository, the worst first, and prints text for the log", () => {
    const stdout = report(changedProject(), "github");
    expect(stdout).toContain("4 changes since main: breaking\n");
    expect(actingCommands(stdout)).toEqual([
      "::error file=api/spec/pet.yaml,line=2,title=modelwright%3A field.removed.required::`Pet.name` was removed: old classes require it",
      expect.stringMatching(
        /^::error file=api\/spec\/pet\.yaml,line=4,title=modelwright%3A field\.optional-nullable\.to-optional::`Pet\.nickname` was/,
      ),
      "::error file=api/spec/pet.yaml,title=modelwright%3A model.removed::`Old` was removed: its class and its page no longer exist",
    ]);
  });

  it("shows what was removed with its file at the config", () => {
    const rest = { "api/spec/other.yaml": "models: { Other: { fields: { a: string } } }\n" };
    const folder = makeRepository({ ...rest, "api/spec/pet.yaml": old }, rest);
    const files = actingCommands(report(folder, "github")).map((each) => /file=(.*?),/.exec(each)?.[1]);
    expect(files).toEqual(["api/modelwright.yaml"]);
  });

  it("writes annotations to a file", () => {
    const folder = changedProject();
    expect(actingCommands(report(folder, "github", "--output", "annotations.txt"))).toEqual([]);
    expect(readFileSync(join(folder, "annotations.txt"), "utf8")).toMatch(/^(?:::error .*\n){3}$/);
  });
});

describe("--format gitlab", () => {
  it("is a Code Quality report with paths from the root of the repository", () => {
    const issues = JSON.parse(report(changedProject(), "gitlab")) as readonly Readonly<Record<string, unknown>>[];
    expect(issues).toHaveLength(4);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4);
    expect(issues[0]).toEqual({
      description: "`Pet.name` was removed: old classes require it",
      check_name: "field.removed.required",
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: "critical",
      location: { path: "api/spec/pet.yaml", lines: { begin: 2 } },
    });
    expect(issues[3]).toMatchObject({ check_name: "field.added.optional", severity: "info" });
  });

  it("prints text for the log on the standard error", () => {
    const { stderr } = modelwright(changedProject(), ["diff", "main", "--format", "gitlab", "--output", "report.json"]);
    expect(stderr).toMatch(/^4 changes since main: breaking\n/);
  });
});

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
      };
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string }[];
    },
  ];
}

function sarif(folder: string): Sarif["runs"][0] {
  const parsed = JSON.parse(report(folder, "sarif")) as Sarif;
  expect(isSarif(parsed), JSON.stringify(isSarif.errors)).toBe(true);
  return parsed.runs[0];
}

describe("--format sarif", () => {
  it("has a result for every change, with the level of its severity", () => {
    const { results, tool } = sarif(changedProject());
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["field.removed.required", "error"],
      ["field.optional-nullable.to-optional", "error"],
      ["model.removed", "error"],
      ["field.added.optional", "none"],
    ]);
    expect(results[0]).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri: "api/spec/pet.yaml" }, region: { startLine: 2 } } }],
    });
  });

  it("links every rule to a section of the docs", () => {
    const folder = makeRepository(
      { "api/spec/pet.yaml": old },
      { "api/spec/pet.yaml": current, "api/modelwright.yaml": config.replace("module: Acme", "module: Other") },
    );
    const rules = sarif(folder).tool.driver.rules.map(({ id, helpUri }) => [id, helpUri]);
    const page = "https://github.com/modelwright/modelwright/blob/main/docs/";
    expect(rules).toContainEqual(["model.removed", `${page}changes.md#models-enums-and-unions`]);
    expect(rules).toContainEqual(["config.ruby-module-changed", `${page}diff.md#kinds-of-other-changes`]);
    expect(readFileSync(join(projectRoot, "docs/diff.md"), "utf8")).toContain("\n## Kinds of other changes\n");
    const changes = readFileSync(join(projectRoot, "docs/changes.md"), "utf8");
    for (const title of Object.keys(kindSections)) expect(changes).toContain(`\n### ${title}\n`);
  });

  it("encodes paths", () => {
    const folder = makeRepository({ "api/spec/ä b%c.yaml": old }, { "api/spec/ä b%c.yaml": current });
    expect(JSON.stringify(sarif(folder))).toContain('"api/spec/%C3%A4%20b%25c.yaml"');
  });

  it("is valid without changes", () => {
    expect(sarif(makeRepository({ "api/spec/pet.yaml": old }, { "api/spec/pet.yaml": old })).results).toEqual([]);
  });
});

function casesOf(suite: Element): readonly (readonly [name: string | undefined, result: string | undefined])[] {
  const cases = suite.children.filter(({ name }) => name === "testcase");
  return cases.map(({ attributes, children }) => [attributes["name"]?.split(":")[0], children[0]?.name]);
}

describe.skipIf(toolchain.isMissing)("--format junit", () => {
  it("has a suite for each target, whose failures are those of --fail-on", () => {
    const all = parseXml(report(changedProject(), "junit", "--fail-on", "breaking"));
    expect(all).toMatchObject({ name: "testsuites", attributes: { tests: "8", failures: "5", errors: "0" } });
    const [ruby, java] = all.children;
    expect([ruby?.attributes["name"], ruby?.attributes["failures"]]).toEqual(["ruby", "2"]);
    expect(casesOf(ruby!)).toEqual([
      ["field.removed.required", "failure"],
      ["field.optional-nullable.to-optional", "system-out"],
      ["model.removed", "failure"],
      ["field.added.optional", "system-out"],
    ]);
    expect([java?.attributes["name"], java?.attributes["failures"]]).toEqual(["java", "3"]);
    const removed = java?.children.find(({ attributes }) => attributes["classname"] === "java.Pet.name");
    expect(removed).toMatchObject({ attributes: { file: "api/spec/pet.yaml", line: "2" } });
    expect(removed?.children[0]?.attributes["message"]).toBe(
      "breaking: `Pet.name` was removed: old classes require it",
    );
  });

  it("has no failures without --fail-on, and a test case where nothing changed", () => {
    const { attributes } = parseXml(report(changedProject(), "junit"));
    expect(attributes).toMatchObject({ tests: "8", failures: "0" });
    const unchanged = makeRepository({ "api/spec/pet.yaml": old }, { "api/spec/pet.yaml": old });
    for (const suite of parseXml(report(unchanged, "junit")).children)
      expect(casesOf(suite)).toEqual([["no changes", undefined]]);
  });
});
