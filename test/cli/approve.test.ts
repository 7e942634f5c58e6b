/** `modelwright approve`, and what `diff` makes of approvals. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { makeProject, spec } from "./project.js";
import { commit, git } from "./repository.js";
import { isSarif } from "./sarif.js";

const name = "modelwright-approvals.yaml";
const breaking = spec.replace("      nickname: string?\n", "");

function makeRepository(): string {
  const folder = makeProject();
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);
  writeTree(folder, { "spec/pet.yaml": breaking });
  return folder;
}

interface Report {
  readonly unapproved: string;
  readonly changes: readonly { readonly fingerprint: string; readonly approved?: true }[];
}

function report(folder: string): Report {
  return JSON.parse(modelwright(folder, ["diff", "--format", "json"]).stdout) as Report;
}

describe("modelwright approve", () => {
  it("writes a file that lets --fail-on pass, whose entries show what is approved", () => {
    const folder = makeRepository();
    expect(modelwright(folder, ["diff", "--fail-on", "breaking"]).status).toBe(1);
    const { fingerprint } = report(folder).changes[0]!;
    expect(modelwright(folder, ["diff"]).stdout).toContain(`field.removed.optional  spec/pet.yaml:6  ${fingerprint}\n`);
    const { stdout, stderr, status } = modelwright(folder, ["approve", fingerprint, "--reason", "nobody uses it"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`approved: field.removed.optional  Pet.nickname  ${fingerprint}\n${name}: 1 approval\n`);
    expect(readFileSync(join(folder, name), "utf8")).toBe(`# Accepted changes, written by \`modelwright approve\`.
approvals:
  - element: Pet.nickname
    kind: field.removed.optional
    fingerprint: ${/^\d+(?:e\d+)?$/.test(fingerprint) ? `"${fingerprint}"` : fingerprint}
    reason: nobody uses it
`);
    const passed = modelwright(folder, ["diff", "--fail-on", "conditional"]);
    expect(passed.status).toBe(0);
    expect(passed.stdout).toMatch(/^1 change since .*: breaking \(1 approved\)\n/);
    expect(passed.stdout).toContain("\nbreaking, approved: `Pet.nickname` was removed");
    expect(passed.stdout).toContain("\n  approved: nobody uses it\n");
    rmSync(join(folder, "spec/pet.yaml"));
    writeTree(folder, { "spec/moved/animals.yaml": `# moved\n${breaking}` });
    expect(report(folder)).toMatchObject({ verdict: "breaking", unapproved: "none", changes: [{ approved: true }] });
  });

  it("shows approvals in every format", () => {
    const folder = makeRepository();
    modelwright(folder, ["approve", "--all", "breaking", "--reason", "agreed"]);
    const shown = (format: string): string =>
      modelwright(folder, ["diff", "--format", format, "--fail-on", "breaking"]).stdout;
    expect(shown("github")).toMatch(/^::notice .*%0Aapproved: agreed$/m);
    expect(JSON.parse(shown("gitlab"))).toMatchObject([{ severity: "info" }]);
    const sarif = JSON.parse(shown("sarif")) as object;
    expect(isSarif(sarif)).toBe(true);
    expect(sarif).toMatchObject({
      runs: [{ results: [{ suppressions: [{ status: "accepted", justification: "agreed" }] }] }],
    });
    expect(shown("junit")).toContain('failures="0"');
    expect(shown("markdown")).toContain("approved: `agreed`");
  });

  it("reports approvals of other changes, and removes them", () => {
    const folder = makeRepository();
    modelwright(folder, ["approve", "--all", "conditional", "--reason", "agreed"]);
    commit(folder);
    const { stdout } = modelwright(folder, ["diff"]);
    expect(stdout).toContain(
      "\nnote: 1 approval is of no change in this report; `modelwright approve` removes it\n  field.removed.optional  Pet.nickname  ",
    );
    expect(modelwright(folder, ["diff", "--format", "markdown"]).stdout).toContain("Note: 1 approval is of no change");
    expect(modelwright(folder, ["diff", "HEAD~1", "--fail-on", "breaking"])).toMatchObject({ status: 0 });
    expect(modelwright(folder, ["approve"]).stdout).toMatch(
      /^removed: field\.removed\.optional .*\n.*: 0 approvals\n$/,
    );
    expect(existsSync(join(folder, name))).toBe(false);
  });

  it("compares with the base that the user names", () => {
    const folder = makeRepository();
    commit(folder);
    expect(modelwright(folder, ["approve", "--base", "HEAD~1", "--all", "breaking", "--reason", "r"]).stdout).toMatch(
      /^approved/,
    );
  });

  it("accepts exactly one edit of a generated file, wherever it is", () => {
    const folder = makeProject();
    modelwright(folder, ["generate"]);
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder);
    const path = join(folder, "out/lib/acme/shared/pet.rb");
    const edit = (from: RegExp, to: string): void => writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    const status = (): number | null => modelwright(folder, ["diff", "--fail-on", "conditional"]).status;
    edit(/^(?=.*nickname)/m, "# kept by hand\n");
    expect(status()).toBe(1);
    modelwright(folder, ["approve", "--all", "conditional", "--reason", "until the next release"]);
    expect(status()).toBe(0);

    const edited = readFileSync(path, "utf8");
    const text = readFileSync(join(folder, "spec/pet.yaml"), "utf8");
    writeTree(folder, { "spec/pet.yaml": text.replace("nickname:", "color: string\n      nickname:") });
    modelwright(folder, ["generate", "--force"]);
    edit(/^(?=.*nickname)/m, "# kept by hand\n");
    expect(readFileSync(path, "utf8").indexOf("kept")).toBeGreaterThan(edited.indexOf("kept"));
    expect(modelwright(folder, ["diff", "--fail-on", "conditional"]).stdout).toContain(
      "conditional, approved: The file",
    );
    expect(status()).toBe(0);

    edit(/kept by hand/, "changed again");
    expect(status()).toBe(1);
  });

  it("needs a reason, and fingerprints of changes", () => {
    const folder = makeRepository();
    const failed = (...args: readonly string[]): readonly unknown[] => {
      const { status, stderr } = modelwright(folder, ["approve", ...args]);
      return [status, stderr.split("\n")[0]];
    };
    expect(failed("--all", "breaking")).toEqual([2, "error: an approval needs a --reason"]);
    expect(failed("0123456789abcdef", "--reason", "r")).toEqual([
      2,
      'error: no change has the fingerprint "0123456789abcdef"',
    ]);
    expect(existsSync(join(folder, name))).toBe(false);
  });

  it("reports mistakes in the file at their lines", () => {
    const folder = makeRepository();
    writeTree(folder, { [name]: "approvals:\n  - { fingerprint: abc, kind: x, reason: y }\n" });
    const { status, stderr } = modelwright(folder, ["diff"]);
    expect(status).toBe(3);
    expect(stderr).toContain(`${name}:2:20: error`);
  });
});
