/** The behavior of generated Ruby, in examples. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { check, inProject, ruby, rubyOf, run, validateSignatures } from "./tree.js";

const projects = [
  { script: "session.rb", folder: projectRoot, needs: [] },
  { script: "unions.rb", folder: join(projectRoot, "test/cases/unions"), needs: [] },
  { script: "pets.rb", folder: join(projectRoot, "test/cases/pets"), needs: ["bigdecimal"] },
  { script: "values.rb", folder: join(projectRoot, "test/cases/pets"), needs: ["bigdecimal"] },
  { script: "defaults.rb", folder: join(projectRoot, "test/cases/defaults"), needs: ["bigdecimal"] },
];

describe.each(projects)(`${ruby.title} runs $script`, async ({ script, folder, needs }) => {
  const files = await rubyOf(folder);

  test.skipIf(needs.some((each) => ruby.lacks.includes(each)))(
    "with the expected result for every example",
    async () => {
      const output = await inProject(files, (project) => run(project, script));
      const examples = output.trimEnd().split("\n").map(toExample);
      expect(examples.length).toBeGreaterThan(5);
      expect(examples.filter(({ wrong }) => wrong !== null)).toEqual([]);
    },
  );

  test("without warnings", async () => {
    expect(await inProject(files, (project) => check(project, files))).toBe("");
  });

  test.skipIf(ruby.lacks.includes("rbs"))("with valid signatures, which needs rbs", async () => {
    expect(await inProject(files, validateSignatures)).toBe("");
  });
});

test.skipIf(ruby.lacks.length > 0)("RBI and RBS name the methods of the code, which needs rbs", async () => {
  const files = await rubyOf(join(projectRoot, "test/cases/pets"));
  await inProject(files, (project) => {
    const methods = (kind: string): readonly string[] =>
      JSON.parse(run(project, "signatures.rb", [kind, "Acme"])) as string[];
    const [code, rbi, rbs] = [new Set(methods("rb")), methods("rbi"), methods("rbs")];
    expect([...rbi, ...rbs].filter((method) => !code.has(method))).toEqual([]);
    const ofModels = (method: string): boolean => /^Acme::Shared::\w+#/.test(method);
    expect(rbi.filter(ofModels)).toEqual(rbs.filter(ofModels));
    expect(rbi.filter(ofModels)).toContain("Acme::Shared::Cat#nick_names");
  });
});

interface Example {
  readonly name: string;
  readonly wrong: string | null;
}

function toExample(line: string): Example {
  return line.startsWith("{") ? (JSON.parse(line) as Example) : { name: "a warning", wrong: line };
}
