/** `modelwright changelog`: states, targets, and its Markdown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { config, makeProject, spec } from "./project.js";
import { commit, git } from "./repository.js";

const both = `${config}  java: { language: java, output: java, package: com.acme }\n`;

/** A repository with a tag for each of two versions, and more changes in the working folder. */
function makeRepository(): string {
  const folder = makeProject({ "modelwright.yaml": both });
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);
  git(folder, "tag", "v1");
  writeTree(folder, {
    "spec/pet.yaml": `${spec.replace("nickname: string?", "nickName: string?")}      age: integer\n`,
  });
  commit(folder);
  git(folder, "tag", "v2");
  writeTree(folder, { "spec/pet.yaml": spec });
  return folder;
}

describe("modelwright changelog", () => {
  it("prints what users of each package see, breaking changes first", () => {
    const { status, stdout, stderr } = modelwright(makeRepository(), ["changelog", "v1", "v2"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`# Changes since v1

## \`ruby\`: major release

### Added

- \`Pet.age\` (\`integer\`) is new

### Changed

- **Breaking**: \`Pet.nick_name\` was renamed from \`nickname\`

## \`java\`: major release

### Added

- \`Pet.age\` (\`integer\`) is new

### Changed

- **Breaking**: \`Pet.nickName\` was renamed from \`nickname\`
`);
  });

  it("compares with the working folder, and with folders", () => {
    const folder = makeRepository();
    expect(modelwright(folder, ["changelog", "v2"]).stdout).toContain(
      "### Removed\n\n- **Breaking**: `Pet.age` was removed\n",
    );
    expect(modelwright(folder, ["changelog", "v1"]).stdout).toContain("No changes for users of this package.");
    const other = makeProject({ "modelwright.yaml": both });
    expect(modelwright(folder, ["changelog", "v2", other]).stdout).toContain("`Pet.age` was removed");
  });

  it("is for selected targets, and goes to a file", () => {
    const folder = makeRepository();
    const { stdout } = modelwright(folder, ["changelog", "v1", "v2", "--target", "java", "--output", "changes.md"]);
    expect(stdout).toBe("");
    const text = readFileSync(join(folder, "changes.md"), "utf8");
    expect(text.match(/^## .*/gm)).toEqual(["## `java`: major release"]);
  });

  it("shows code with a pipe as it is", () => {
    const before = "models:\n  A: { fields: { x: integer } }\n";
    const folder = makeProject({ "spec/pet.yaml": before.replace("integer", "number") });
    const { stdout } = modelwright(folder, ["changelog", makeProject({ "spec/pet.yaml": before })]);
    expect(stdout).toContain("(`::Integer?` becomes `(::Integer | ::Float)?`)");
  });

  it("says which side has a mistake", () => {
    const folder = makeRepository();
    expect(modelwright(folder, ["changelog", "nowhere"]).status).toBe(2);
    expect(modelwright(folder, ["changelog"]).status).toBe(2);
    writeTree(folder, { "spec/pet.yaml": spec.replace("string?", "strin") });
    expect(modelwright(folder, ["changelog", "v1"]).status).toBe(3);
  });
});
