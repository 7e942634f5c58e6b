import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { modelwright, projectRoot } from "./command.js";
import { config, makeProject, spec } from "./project.js";
import { commit, git } from "./repository.js";

const changed = spec.replace("nickname: string?", "nickname: string");

/** A repository whose last commit has the project. */
function makeRepository(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeProject(files);
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);
  return folder;
}

describe("modelwright diff", () => {
  it("compares the working folder with the merge base with the default branch", () => {
    const folder = makeRepository();
    git(folder, "switch", "--quiet", "--create=work");
    writeTree(folder, { "spec/pet.yaml": changed });
    commit(folder);
    git(folder, "switch", "--quiet", "main");
    writeTree(folder, { "spec/other.yaml": "models: { Other: { fields: {} } }\n" });
    commit(folder);
    git(folder, "switch", "--quiet", "work");
    writeTree(folder, { "spec/untracked.yaml": "models: { New: { fields: {} } }\n" });
    const { status, stdout, stderr } = modelwright(folder, ["diff"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.replace(/ [0-9a-f]{16}$/m, " FINGERPRINT"))
      .toBe(`2 changes since the merge base with main: conditional
  ruby  conditional, minor release

conditional: \`Pet.nickname\` was optional and nullable and is now optional: old clients may send null; in Ruby, an argument \`nil\` now omits the field
  field.optional-nullable.to-optional  spec/pet.yaml:6  FINGERPRINT
  conditional in sent JSON; silent in Ruby, pages

none: \`New\` is new: nothing used it before
  model.added  spec/untracked.yaml:1
  silent in pages
`);
  });

  it("prints the example of docs/diff.md", () => {
    const contact = (age: string, levels: string): string =>
      `models:\n  Contact:\n    fields:\n      name: string\n      email: string\n      age: ${age}\n      level: Level\n  Level: { enum: [${levels}] }\n`;
    const languages = ["typescript", "ruby", "java"].map((id) => `  ${id}: { language: ${id}, output: ${id} }\n`);
    const folder = temporaryFolder();
    writeTree(folder, {
      "modelwright.yaml": `targets:\n${languages.join("")}`,
      "spec/contact.yaml": contact("integer", "low, high"),
    });
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder);
    writeTree(folder, { "spec/contact.yaml": contact("number", "low, mid, high") });
    const page = readFileSync(join(projectRoot, "docs/diff.md"), "utf8");
    expect(page).toContain(`\n\`\`\`\n${modelwright(folder, ["diff"]).stdout}\`\`\`\n`);
  });

  it("reads a commit, a tag and a branch without touching the repository", () => {
    const folder = makeRepository();
    const first = commitAgain(folder, changed);
    git(folder, "tag", "v1", "HEAD~1");
    writeTree(folder, { "spec/pet.yaml": changed.replace("name: { type: string", "name: { type: integer") });
    writeTree(folder, { "note.txt": "untracked" });
    git(folder, "add", "note.txt");
    const before = [...readTree(folder)];
    for (const [base, count] of [
      ["v1", "2 changes"],
      ["HEAD~1", "2 changes"],
      ["main", "1 change"],
      [first, "1 change"],
    ] as const) {
      expect(modelwright(folder, ["diff", base]).stdout).toMatch(new RegExp(`^${count} since ${base}: breaking\n`));
    }
    expect([...readTree(folder)]).toEqual(before);
  });

  it("finds the project in a folder of the repository, and its spec beside it", () => {
    const folder = makeRepository({ "api/modelwright.yaml": config.replace("spec: spec", "spec: ../models") });
    writeTree(folder, { "models/pet.yaml": spec });
    commit(folder);
    writeTree(folder, { "models/pet.yaml": changed });
    const { status, stdout, stderr } = modelwright(join(folder, "api"), ["diff", "main"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("field.optional-nullable.to-optional  ../models/pet.yaml:6");
  });

  it("follows links to files in a commit", () => {
    const folder = makeRepository({ "shared/more.yaml": "models: { More: { fields: { a: string } } }\n" });
    symlinkSync("../shared/more.yaml", join(folder, "spec/more.yaml"));
    commit(folder);
    expect(modelwright(folder, ["diff", "main"])).toMatchObject({ status: 0, stderr: "" });
    expect(modelwright(folder, ["diff", "main"]).stdout).toMatch(/^no changes since main\n/);
  });

  it("compares with another folder", () => {
    const [before, after] = [makeProject(), makeProject({ "spec/pet.yaml": changed })];
    const { status, stdout } = modelwright(after, ["diff", before, "--format", "json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ...{ verdict: "conditional", unapproved: "conditional", staleApprovals: [] },
      targets: [{ name: "ruby", semver: "minor", verdict: "conditional" }],
      changes: [
        {
          ...{ cause: "spec", kind: "field.optional-nullable.to-optional", model: "Pet", field: "nickname" },
          cells: {
            ...{ wireRead: "none", wireWrite: "conditional", docs: "silent" },
            ...{ typescript: "none", ruby: "silent", java: "none", javaBinary: "none" },
          },
          before: { file: expect.stringMatching(/\/spec\/pet\.yaml$/), line: 6 },
          after: { file: "spec/pet.yaml", line: 6 },
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
          reason:
            "`Pet.nickname` was optional and nullable and is now optional: old clients may send null; in Ruby, an argument `nil` now omits the field",
        },
      ],
    });
  });

  it("compares two versions of the spec, also backwards", () => {
    const text = "models:\n  Pet:\n    fields:\n      id: string\n      name: { type: string, added: '2' }\n";
    const folder = makeProject({ "modelwright.yaml": `versions: ['1', '2']\n${config}`, "spec/pet.yaml": text });
    const between = (from: string, to: string): string =>
      modelwright(folder, ["diff", "--from", from, "--to", to]).stdout;
    expect(between("1", "2")).toMatch(/^1 change from version 1 to 2: nothing breaks\n/);
    expect(between("1", "2")).toContain("field.added.optional  spec/pet.yaml:5");
    expect(between("2", "1")).toContain("field.removed.optional  spec/pet.yaml:5");
  });

  it("exits with 1 if the verdict is as bad as --fail-on", () => {
    const [before, after] = [makeProject(), makeProject({ "spec/pet.yaml": changed })];
    const status = (failOn: string): number | null => modelwright(after, ["diff", before, "--fail-on", failOn]).status;
    expect([status("breaking"), status("conditional"), status("none")]).toEqual([0, 1, 0]);
  });

  it("writes the report to a file", () => {
    const [before, after] = [makeProject(), makeProject({ "spec/pet.yaml": changed })];
    const { status, stdout } = modelwright(after, ["diff", before, "--format", "markdown", "--output", "report.md"]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(readFileSync(join(after, "report.md"), "utf8")).toMatch(/^## 1 change since .*: conditional\n/);
    const failed = modelwright(after, ["diff", before, "--output", "no/such/folder/report.md"]);
    expect([failed.status, failed.stderr]).toEqual([
      3,
      'error: cannot write "no/such/folder/report.md": it does not exist\n',
    ]);
  });

  it("has no columns in Markdown for languages without a target", () => {
    const [before, after] = [makeProject(), makeProject({ "spec/pet.yaml": changed })];
    const { stdout } = modelwright(after, ["diff", before, "--format", "markdown"]);
    expect(stdout).toContain("\n| change | JSON | Ruby |\n");
  });

  it("compares selected targets", () => {
    const both = `${config}  java: { language: java, output: other, package: com.acme }\n`;
    const [before, after] = [
      makeProject({ "modelwright.yaml": both }),
      makeProject({ "modelwright.yaml": both, "spec/pet.yaml": changed }),
    ];
    expect(modelwright(after, ["diff", before, "--target", "ruby"]).stdout).toContain(
      "ruby  conditional, minor release",
    );
    expect(modelwright(after, ["diff", before, "--target", "java"]).stdout).toContain("java  breaking, major release");
    expect(modelwright(after, ["diff", before, "--target", "other"]).status).toBe(2);
  });

  it("reports a template that changed", () => {
    const own = config.replace("module: Acme", "module: Acme, templates: templates");
    const files = { "modelwright.yaml": own, "templates/docs/model.hbs": "# {{title}}\n" };
    const folder = makeRepository(files);
    writeTree(folder, { "templates/docs/model.hbs": "## {{title}}\n" });
    const { stdout } = modelwright(folder, ["diff", "main"]);
    expect(stdout).toMatch(/^1 change since main \(1 of templates\): nothing breaks\n/);
    expect(stdout).toContain("template.changed");
    expect(stdout).toContain(
      "changed: it changes `out/docs/models/shared/pet.md`; templates are not compared by meaning",
    );
    const { changes } = JSON.parse(modelwright(folder, ["diff", "main", "--format", "json"]).stdout);
    expect(changes).toMatchObject([{ kind: "template.changed", files: ["out/docs/models/shared/pet.md"] }]);
  });
});

describe("a base that cannot be compared", () => {
  it("may be missing in a shallow clone", () => {
    const folder = makeRepository();
    writeTree(folder, { "spec/pet.yaml": changed });
    commit(folder);
    const clone = temporaryFolder();
    git(clone, "clone", "--quiet", "--depth=1", `file://${folder}`, ".");
    const { status, stderr } = modelwright(clone, ["diff", "HEAD~1"]);
    expect([status, stderr]).toEqual([
      2,
      'error: "HEAD~1" is neither a folder nor a commit\n  this clone is shallow: fetch the base first, or all commits with git fetch --unshallow\n',
    ]);
  });

  it("is a usage error if there is no such commit, version, config or repository", () => {
    const folder = makeRepository();
    const said = (...args: readonly string[]): readonly unknown[] => {
      const { status, stderr } = modelwright(folder, ["diff", ...args]);
      return [status, stderr.split("\n")[0]];
    };
    expect(said("nowhere")).toEqual([2, 'error: "nowhere" is neither a folder nor a commit']);
    const long = "a".repeat(5000);
    expect(said(long)).toEqual([2, `error: "${long}" is neither a folder nor a commit`]);
    expect(said("--", "--output=x")).toEqual([2, 'error: "--output=x" is neither a folder nor a commit']);
    expect(said("--from", "1", "--to", "2")).toEqual([2, 'error: unknown version "1"']);
    expect(said("--from", "1")).toEqual([2, "error: --from and --to are used together"]);
    git(folder, "branch", "--move", "trunk");
    expect(said()).toEqual([2, "error: there is no default branch: none of origin/HEAD, main and master exists"]);
    const outside = makeProject();
    expect(modelwright(outside, ["diff"], { env: { GIT_CEILING_DIRECTORIES: "/" } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("the project is not in a git repository"),
    });
    const empty = temporaryFolder();
    writeFileSync(join(empty, "README.md"), "");
    expect(modelwright(folder, ["diff", empty]).status).toBe(3);
  });

  it("is a mistake of that side, which is named", () => {
    const folder = makeRepository({ "spec/pet.yaml": spec.replace("string?", "strin") });
    writeTree(folder, { "spec/pet.yaml": spec });
    const { status, stdout, stderr } = modelwright(folder, ["diff", "main"]);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("spec/pet.yaml:6:17");
    expect(stderr).toMatch(/error: the base, main, has errors; nothing was compared\n$/);
    commit(folder);
    writeTree(folder, { "spec/pet.yaml": spec.replace("string?", "strin") });
    const current = modelwright(folder, ["diff", "main"]);
    expect(current.status).toBe(3);
    expect(current.stderr).not.toContain("the base");
  });

  it("may have no commit at all", () => {
    const folder = makeProject();
    git(folder, "init", "--quiet", "--initial-branch=main");
    expect(modelwright(folder, ["diff"]).status).toBe(2);
    mkdirSync(join(folder, "main"));
    expect(modelwright(folder, ["diff", "main"]).status).toBe(3);
  });
});

describe("a hostile spec", () => {
  it("does not control a terminal or a log", () => {
    const escape = spec
      .replace("nickname", '"\\u001b[2Jnick\\u202e\\n::error::##[error]"')
      .replace("string?", "integer");
    const [before, after] = [makeProject(), makeProject({ "spec/pet.yaml": escape })];
    expect(modelwright(after, ["diff", before]).stdout).not.toMatch(/[\u001b\u202e]|##\[|^::/m);
    const { stdout } = modelwright(after, ["diff", before, "--format", "json"]);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

function commitAgain(folder: string, text: string): string {
  writeTree(folder, { "spec/pet.yaml": text });
  return commit(folder);
}
