/** The Code Quality report of GitLab: its shape, and how steady its fingerprints are. */
import { Ajv } from "ajv";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { makeProject, spec } from "./project.js";

/** What GitLab reads: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const schema = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", pattern: "^[a-z-]+$" },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!/|\\./)." },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
};
const isReport = new Ajv().compile(schema);

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function report(folder: string, args: readonly string[], status: number, env = {}): readonly Issue[] {
  const ended = modelwright(folder, [...args, "--format", "gitlab"], { env });
  expect(ended.status, ended.stderr).toBe(status);
  const issues = JSON.parse(ended.stdout) as readonly Issue[];
  expect(isReport(issues), JSON.stringify(isReport.errors)).toBe(true);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  return issues;
}

const wrong = "models: { Pet: { fields: { a: sting, b: sting } } }\n";

describe("--format gitlab", () => {
  it("reports mistakes at their lines, and prints them for people on the standard error", () => {
    const folder = makeProject({ "spec/pet.yaml": wrong });
    const [first, second] = report(folder, ["generate"], 3);
    expect(first).toMatchObject({
      description: 'unknown type "sting"; did you mean "string"?',
      check_name: "unknown-type",
      severity: "major",
      location: { path: "spec/pet.yaml", lines: { begin: 1 } },
    });
    expect(second?.description).toBe(first?.description);
    expect(modelwright(folder, ["generate", "--format", "gitlab"]).stderr).toMatch(/unknown-type[^]*2 errors in/);
  });

  it("gives the same fingerprints when lines move", () => {
    const folder = makeProject({ "spec/pet.yaml": wrong });
    const before = report(folder, ["generate"], 3);
    writeTree(folder, { "spec/pet.yaml": `# new\n\n${wrong}` });
    const after = report(folder, ["generate"], 3);
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
    expect(after.map(({ location }) => location.lines.begin)).toEqual([3, 3]);
  });

  it("reports files that are not up to date, with the command that fixes them", () => {
    const folder = makeProject();
    expect(report(folder, ["generate"], 0)).toEqual([]);
    writeTree(folder, { "spec/pet.yaml": spec.replace("An animal", "Somebody") });
    rmSync(join(folder, "out/docs/models/README.md"));
    const issues = report(folder, ["generate", "--check"], 1);
    expect(issues.map(({ check_name, location }) => [check_name, location.path])).toEqual(
      expect.arrayContaining([
        ["stale-file", "spec/pet.yaml"],
        ["missing-file", "out/docs/models/README.md"],
      ]),
    );
    for (const { description } of issues) expect(description).toContain("; to fix: npx modelwright generate");
  });

  it("gives paths from the repository, and the config where there is no other place", () => {
    const folder = makeProject({ "app/modelwright.yaml": "spec: none\ntargets: {}\n", "app/x.yaml": wrong });
    const env = { CI_PROJECT_DIR: folder };
    for (const { location } of report(join(folder, "app"), ["generate"], 3, env))
      expect(location.path).toBe("app/modelwright.yaml");
  });

  it("lets no text of a spec out of its string", () => {
    const name = 'a\u001b[2J\u202e"]}##[error]';
    const folder = makeProject({
      "spec/pet.yaml": `models: { Pet: { fields: { ${JSON.stringify(name)}: { "x\\u001b\\n": 1 } } } }\n`,
    });
    const { stdout } = modelwright(folder, ["generate", "--format", "gitlab"]);
    expect(isReport(JSON.parse(stdout))).toBe(true);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|##\[/);
  });

  it("reports what an import drops", () => {
    const schemas = { Pet: { type: "object", properties: { a: { type: "string", format: "x" } } } };
    const folder = makeProject({ "api.json": JSON.stringify({ openapi: "3.1.0", components: { schemas } }) });
    const [issue] = report(folder, ["import", "openapi", "api.json", "--out", "api", "--dry-run"], 0);
    expect(issue).toMatchObject({ severity: "minor", location: { path: "api.json" } });
  });
});
