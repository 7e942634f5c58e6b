/** `modelwright diff --format markdown`: what a reviewer of a pull request reads. */
import { describe, expect, it } from "vitest";
import { type Approval, approvalOf, reviewed } from "../../src/compare/approvals.js";
import { diffMarkdown } from "../../src/cli/diff-markdown.js";
import type { Report } from "../../src/compare/report.js";
import { judged } from "../diff/judged.js";
import { writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { makeProject, spec } from "./project.js";
import { commit, git } from "./repository.js";

function markdown(report: Report, approvals: readonly Approval[] = []): string {
  const { changes, ...rest } = reviewed(report, approvals);
  const spot = { file: "spec/a.yaml", line: 1 };
  const placed = changes.map((each) => ({ ...each, before: spot, after: spot, spot }));
  const facts = { files: undefined, linkOf: (): undefined => undefined };
  return diffMarkdown({ ...rest, name: "since main", changes: placed }, facts);
}

const model = (fields: string): string => `models:\n  A: { fields: { id: string${fields} } }\n`;

describe("the advice", () => {
  const adviceFor = (before: string, after: string): string | undefined =>
    markdown(judged(model(before), model(after))).split("\n\n")[2];

  it("says what to do about breaking changes", () => {
    expect(adviceFor(", x: string", "")).toBe(
      "1 change is breaking: avoid it, or accept it with `modelwright approve --all breaking`. `typescript`, `ruby` and `java` need a major release.",
    );
    expect(adviceFor("", ", x: { type: string, required: true }")).toContain("JSON of deployed clients is rejected.");
  });

  it("warns of values that are lost without an error", () => {
    expect(adviceFor(", x: string", ", y: string")).toContain(
      "A renamed field loses its values without an error, unless",
    );
    expect(adviceFor(", x: string", ", x: integer")).not.toContain("renamed");
  });

  it("says how bad the other changes are", () => {
    expect(adviceFor(", x: { enum: [a] }", ", x: { enum: [a, b] }")).toMatch(
      /^Nothing breaks for all users\. 1 change affects/,
    );
    expect(adviceFor(", x: string", ", x: { type: string, default: a }")).toMatch(
      /^Nothing fails, but 1 change may lose data/,
    );
    expect(adviceFor("", ", x: string")).toBe("Nothing breaks.");
    expect(adviceFor("", "")).toBeUndefined();
  });

  it("does not count what is approved, which is folded", () => {
    const report = judged(model(", x: string"), model(""));
    const text = markdown(
      report,
      report.changes.map((each) => approvalOf(each, "agreed")),
    );
    expect(text).toContain("\n\nEverything that breaks something is approved.\n\n");
    expect(text).toContain("<details><summary>1 approved change</summary>");
    expect(text).toContain("| `java` | **breaking** | major release |");
  });
});

describe("a row", () => {
  const rowsOf = (before: string, after: string): readonly string[] =>
    markdown(judged(before, after))
      .split("\n")
      .filter((line) => line.startsWith("| `A"));

  it("has a column for JSON and one for each language, with the parts that are affected", () => {
    const text = markdown(judged(model(", x: string"), model("")));
    expect(text).toContain("\n| change | JSON | TypeScript | Ruby | Java |\n");
    expect(text).toContain(" | sent: silent | **breaking** | **breaking** | **breaking** |\n");
    const [row] = rowsOf(model(", x: { enum: [a] }"), model(", x: { enum: [{ value: b, renamedFrom: a }] }"));
    expect(row).toMatch(
      / \| received: conditional \| silent \| silent \| source: \*\*breaking\*\*<br>class files: silent \|$/,
    );
  });

  it("is one for the same change of several elements", () => {
    const all = (values: string): string =>
      `models:\n  A: { fields: { x: { enum: &list [${values}] }, y: { enum: *list } } }\n  B: { enum: *list }\n`;
    const rows = rowsOf(all("a"), all("a, b"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("<br>also `A.y`, `B`<br>`enum.closed.value-added` `spec/a.yaml:1` | ");
    expect(
      rowsOf(model(", x: { enum: [a] }, y: { enum: [c] }"), model(", x: { enum: [a, b] }, y: { enum: [c, d] }")),
    ).toHaveLength(2);
  });

  it("shows the types of each language on lines of their own", () => {
    const [row] = rowsOf(model(", x: integer"), model(", x: number"));
    expect(row).toContain("fractions<br>in Ruby, `::Integer?` becomes `(::Integer \\| ::Float)?`<br>in Java, `");
  });

  it("says that pages are lost", () => {
    const [row] = rowsOf("models: { A: { fields: {} }, B: { fields: {} } }", "models: { B: { fields: {} } }");
    expect(row).toContain("<br>pages: **breaking** | ");
  });
});

describe("changes that break nothing", () => {
  it("are a list without columns", () => {
    const text = markdown(judged(model(""), model(", x: string, y: string")));
    expect(text).toContain(
      "<details><summary>2 changes that break nothing</summary>\n\n- `A.x` (`string`) is new: old classes keep fields that they do not know<br>also `A.y`<br>`field.added.optional` `spec/a.yaml:1`\n\n</details>",
    );
  });
});

describe("a long report", () => {
  const many = (length: number, definition: (at: number) => string): string =>
    Array.from({ length }, (_, at) => `, ${definition(at)}`).join("");

  it("has one row for the same change of many elements", () => {
    const all = (type: string): string => model(many(300, (at) => `f${at}: ${type}`));
    const text = markdown(judged(all("string"), all("integer")));
    expect(text.length).toBeLessThan(5000);
    expect(text).toContain("<br><details><summary>also 299 others</summary>`A.f1`, `A.f2`, ");
    expect(text).toContain("`A.f40`, and 259 more</details>");
    expect(text).not.toContain("more change");
  });

  it("is shorter than GitHub's limit and says how many changes are left", () => {
    const all = (type: string): string =>
      model(many(2500, (at) => `f${at}: { const: ${type}${at} }, g${at}${type}: string`));
    const text = markdown(judged(all("a"), all("b")));
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(55_000);
    const rows = [...text.matchAll(/^\| `A\./gm)].length;
    const total = Number(/^## ([\d,]+) changes/.exec(text)?.[1]?.replace(",", ""));
    expect(total).toBeGreaterThanOrEqual(5000);
    const left = (total - rows).toLocaleString("en");
    expect(text).toContain(`\n… and ${left} more changes; \`modelwright diff\` shows all\n`);
  });

  it("shortens a value that would take the space of all others", () => {
    const text = markdown(judged(model(""), model(`, x: { const: ${"x".repeat(100_000)} }, y: string`)));
    expect(text.length).toBeLessThan(3000);
    expect(text).toContain("`A.y`");
  });
});

describe("in a repository", () => {
  const repository = (): string => {
    const folder = makeProject();
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder);
    writeTree(folder, { "spec/pet.yaml": spec.replace("nickname: string?", "nickname: string\n      colour: string") });
    return folder;
  };
  const report = (env: NodeJS.ProcessEnv = {}, ...args: readonly string[]): string =>
    modelwright(repository(), ["diff", "--format", "markdown", ...args], { env }).stdout;

  it("links to the lines of the spec in a CI job", () => {
    const github = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "a/b", GITHUB_SHA: "c0ffee" };
    const link = "[`spec/pet.yaml:6`](https://github.com/a/b/blob/c0ffee/spec/pet.yaml#L6)";
    expect(report(github)).toContain(`<br>\`field.optional-nullable.to-optional\` ${link} |`);
    const gitlab = { CI_PROJECT_URL: "https://gitlab.com/a/b", CI_COMMIT_SHA: "c0ffee" };
    expect(report(gitlab)).toContain("](https://gitlab.com/a/b/-/blob/c0ffee/spec/pet.yaml#L6) |");
    expect(report()).toContain(" `spec/pet.yaml:6` |");
  });

  it("counts the generated files by what changes in them", () => {
    const text = report();
    expect(text).toContain("<details><summary>5 generated files change</summary>");
    expect(text).toContain("\n| package | other code | other pages |\n| - | - | - |\n| `ruby` | 3 | 2 |\n");
  });
});
