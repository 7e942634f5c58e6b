/** The example language, set up as its README describes: next to the built package, used through its public entry point. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { onTestFinished, describe, expect, it } from "vitest";
import { modelwright, projectRoot, startModelwright } from "../cli/command.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";

const example = join(projectRoot, "examples/language");

/** Copies the example and adds what `npm install` would install. @returns its folder */
function installed(): string {
  const folder = temporaryFolder();
  cpSync(example, folder, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(projectRoot, join(folder, "node_modules/modelwright"));
  symlinkSync(join(projectRoot, "node_modules/graphql"), join(folder, "node_modules/graphql"));
  return folder;
}

describe("examples/language", () => {
  it("has at most 200 lines of code, which import only the package", () => {
    const modules = readdirSync(example).filter((name) => name.endsWith(".js"));
    const code = modules.map((name) => readFileSync(join(example, name), "utf8")).join("");
    const imports = Array.from(
      code.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g),
      ([, from, late]) => from ?? late,
    );
    expect(new Set(imports)).toEqual(new Set(["modelwright"]));
    const lines = code.replace(/^\s*\/\*\*[^]*?\*\/$/gm, "").split("\n");
    expect(lines.filter((line) => !/^\s*(?:\/\/.*)?$/.test(line)).length).toBeLessThanOrEqual(200);
  });

  it("is up to date and passes its own tests", () => {
    const folder = installed();
    const { status, stdout, stderr } = modelwright(folder, ["generate", "--check"]);
    expect([status, stderr, stdout]).toEqual([0, "", expect.stringContaining("all 26 files are up to date")]);
    const tests = spawnSync(process.execPath, ["--test"], { cwd: folder, encoding: "utf8" });
    expect(tests.stdout).toMatch(/\bfail 0\b/);
    expect(tests.stdout).toMatch(/\bpass [1-9]/);
    expect(tests.status).toBe(0);
  });

  it("generates a valid schema from hostile strings", () => {
    const folder = installed();
    const texts = [
      '"""',
      '\\"""',
      '"',
      "\\",
      'ends with "',
      "ends with \\",
      "a\nb\r\n  c",
      "\u0000\u2028\ud800",
      " ",
      "# a",
      "{{x}}",
    ];
    const fields = texts.map((text, at) => [
      `f${at}`,
      { type: "string", description: text, deprecated: { message: `m${text}` } },
    ]);
    const enums = texts.map((text, at) => ({ value: `${text}${at}`, name: `v${at}`, description: text }));
    const models = {
      A: { description: texts.join(" "), fields: Object.fromEntries(fields) },
      E: { enum: enums },
      __z: { fields: { __b: "string" } },
    };
    rmSync(join(folder, "spec"), { recursive: true });
    writeTree(folder, { "spec/hostile.yaml": JSON.stringify({ models }) });
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect([status, stderr]).toEqual([0, ""]);
    const schema = buildSchema([...readTree(join(folder, "generated/schema")).values()].join("\n"));
    expect(Object.keys(schema.getType("PetA")?.toConfig() ?? {})).toContain("fields");
    expect(schema.getType("PetA")?.astNode).toMatchObject({ fields: { length: texts.length } });
  });

  it("reports two types with the same name", () => {
    const folder = installed();
    writeTree(folder, { "spec/more.yaml": "namespace: more\nmodels: { Keeper: { fields: { a: string } } }\n" });
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(status).toBe(3);
    expect(stderr).toContain('name-clash: Two namespaces have the GraphQL type "PetKeeper"');
  });

  it("is an input of its target", () => {
    const { stdout } = modelwright(installed(), ["inputs"]);
    for (const path of ["graphql-language.js", "modelwright.yaml", "spec/pets.yaml", "templates/enum.hbs"])
      expect(stdout.split("\n")).toContain(path);
  });

  it("has views that `context` shows", () => {
    const { stdout } = modelwright(installed(), ["context", "Colour"]);
    const contexts = JSON.parse(stdout) as readonly { template: string; view: { values: readonly object[] } }[];
    expect(contexts.map(({ template }) => template)).toEqual(["docs/enum", "enum"]);
    expect(contexts[1]?.view.values[1]).toMatchObject({
      name: "LIGHT_BROWN",
      value: "light brown",
      isDeprecated: true,
    });
  });

  it("is watched: changing the module regenerates the files", async () => {
    const folder = installed();
    const running = startModelwright(folder, ["generate", "--watch"]);
    onTestFinished(() => void running.process.kill("SIGKILL"));
    await running.says("waiting for changes");
    const module = readFileSync(join(folder, "graphql-language.js"), "utf8");
    const edit = async (path: string, text: string): Promise<void> => {
      const dealtWith = running.says("waiting for changes");
      writeTree(folder, { [path]: text });
      await dealtWith;
    };
    await edit("graphql-language.js", module.replace('date: "Date"', 'date: "String"'));
    const animal = join(folder, "generated/schema/pets/petanimal.graphql");
    expect(readFileSync(animal, "utf8")).toContain("born: String\n");
    await edit("graphql-language.js", "export default {\n");
    expect(running.said()).toContain("invalid-language");
    await edit("graphql-language.js", module);
    expect(readFileSync(animal, "utf8")).toContain("born: Date\n");
    await edit("templates/scalar.hbs", "# Changed\n{{> header}}\nscalar {{name}}\n");
    expect(readFileSync(join(folder, "generated/schema/pets/petkeeper.graphql"), "utf8")).toContain("# Changed\n");
    running.process.kill("SIGINT");
    expect(await running.ended).toMatchObject({ status: 0 });
  });
});
