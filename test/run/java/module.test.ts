/** The recipe for a module in docs/java.md: it compiles without warnings, and another module reads and writes the models. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateIn, projectRoot } from "../../generated.js";
import { writeFiles } from "../typescript/tree.js";
import { libraries, toolchain } from "./toolchain.js";
import { forJackson3, inTemporaryFolder } from "./tree.js";

const recipe = /^```java\n(module .*?)^```$/ms.exec(readFileSync(join(projectRoot, "docs/java.md"), "utf8"))?.[1] ?? "";

const spec = `
models:
  Cat:
    fields:
      kind: { const: cat, required: true }
      name: { type: string, required: true, minLength: 2 }
      born: date?
      lives: { type: integer, default: 9 }
  Dog: { fields: { kind: { const: dog, required: true }, size: { enum: [small, large], open: true } } }
  Pet: { oneOf: [Cat, Dog] }
`;

function run(command: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return stdout + stderr;
}

/** @param modules the folders of modules, or of libraries */
function compile(output: string, modules: readonly string[], sources: readonly string[]): string {
  const options = ["--release", "17", "-Xlint:all", "-Werror", "--module-path", modules.join(delimiter)];
  return run("javac", ...options, "-d", output, ...sources);
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each([
    ["2", "pom.xml"],
    ["3", "jackson3-pom.xml"],
  ])("the models in a separate module, with Jackson %s", async (jackson, pom) => {
    const library = dirname(libraries(pom));
    await inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, "spec"));
      writeFileSync(join(folder, "spec/pets.yaml"), spec);
      const target = `{ language: java, output: out, package: com.example.api, jackson: ${jackson} }`;
      writeFileSync(join(folder, "modelwright.yaml"), `targets: { java: ${target} }\n`);
      const { targets } = await generateIn(folder);
      const files = targets.flatMap((target) => target.files).filter(({ path }) => path.endsWith(".java"));
      writeFiles(join(folder, "api"), files);
      const info =
        jackson === "3" ? recipe.replace("com.fasterxml.jackson.databind", "tools.jackson.databind") : recipe;
      writeFileSync(join(folder, "api/module-info.java"), info);
      const sources = [...files.map(({ path }) => path), "module-info.java"].map((path) => join(folder, "api", path));
      const api = join(folder, "modules/api");
      expect(compile(api, [library], sources)).toBe("");

      mkdirSync(join(folder, "app"));
      const appInfo = join(folder, "app/module-info.java");
      writeFileSync(appInfo, "module app { requires com.example.api; }\n");
      const app = join(folder, "modules/app");
      const source = join(projectRoot, "test/run/java/ModuleApp.java");
      const program = jackson === "3" ? forJackson3(folder, source) : source;
      expect(compile(app, [library, api], [appInfo, program])).toBe("");

      const modules = [library, api, app].join(delimiter);
      const pet = '{"kind":"cat","name":"T","born":null}';
      expect(run("java", "--module-path", modules, "--module", "app/com.example.app.ModuleApp", pet)).toBe(
        `T [Violation[path=$.name, keyword=minLength, message=must have at least 2 characters]]\n${pet}\n`,
      );
    });
  });
});
