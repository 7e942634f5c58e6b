import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonWhy } from "../../src/cli/why-command.js";
import { modelwright } from "./command.js";
import { makeProject } from "./project.js";

const page = "out/lib/acme/shared/pet.rb";

function generated(): string {
  const folder = makeProject();
  expect(modelwright(folder, ["generate"]).status).toBe(0);
  return folder;
}

describe("modelwright why", () => {
  it("shows the places of a line", () => {
    const { status, stdout, stderr } = modelwright(generated(), ["why", `${page}:12`]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.replace(/^.*(?=templates\/ruby)/gm, "")).toMatchInlineSnapshot(`
      "out/lib/acme/shared/pet.rb:12
        12 |     # @return [String]

      spec/pet.yaml:5:39: models.Pet.fields.name.required
        5 |       name: { type: string, required: true }
                                                  ^^^^
      spec/pet.yaml:5:21: models.Pet.fields.name.type
        5 |       name: { type: string, required: true }
                                ^^^^^^
      templates/ruby/classes/model.rb.hbs:15:5
        15 |     {{comment}}
                 ^^^^^^^^^^^
      its width or its breaks also depend on spec/pet.yaml:5:7

      "
    `);
  });

  it("shows all lines of a file, briefly", () => {
    const { status, stdout } = modelwright(generated(), ["why", page]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ 9 \| {3}class Pet\n {5}spec\/pet\.yaml:2:3\n {5}.*model\.rb\.hbs:\d+:3$/m);
  });

  it("prints JSON", () => {
    const { stdout } = modelwright(generated(), ["why", `${page}:9-10`, "--format", "json"]);
    const { file, target, lines } = JSON.parse(stdout) as JsonWhy;
    expect([file, target, lines.map(({ line }) => line)]).toEqual([page, "ruby", [9, 10]]);
    expect(lines[0]).toMatchObject({
      text: "  class Pet",
      spec: [{ file: "spec/pet.yaml", line: 2, column: 3, path: "models.Pet", text: "Pet", effect: "content" }],
      template: [{ text: "class {{name}}" }],
    });
  });

  it("says that a file is not up to date", () => {
    const folder = generated();
    writeFileSync(join(folder, page), "edited\n");
    const { status, stdout, stderr } = modelwright(folder, ["why", `${page}:9`]);
    expect([status, stderr]).toEqual([
      0,
      `${page} is not up to date; the lines are those that "modelwright generate" would write\n`,
    ]);
    expect(stdout).toContain("class Pet");
  });

  it.each([
    ["out/lib/acme/shared/pett.rb", `no target generates out/lib/acme/shared/pett.rb\n  did you mean "${page}"?`],
    ["spec/pet.yaml", 'no target generates spec/pet.yaml\n  run "npx modelwright outputs" to list the generated files'],
    [`${page}:0`, `there is no line 0 in ${page}\n  it has 33 lines`],
    [`${page}:900`, `there is no line 900 in ${page}\n  it has 33 lines`],
    [`${page}:9-8`, `there is no line 9-8 in ${page}\n  it has 33 lines`],
  ])("explains no %s", (argument, message) => {
    expect(modelwright(generated(), ["why", argument])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: `error: ${message}\n`,
    });
  });

  it("reports mistakes of the spec", () => {
    const folder = generated();
    writeFileSync(join(folder, "spec/pet.yaml"), "models: { Pet: { fields: { name: sting } } }\n");
    const { status, stdout, stderr } = modelwright(folder, ["why", `${page}:9`]);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("error unknown-type");
  });
});
