/**
 * Reading a Java class from the text gives what reading it from a recording gives: the same JSON and issues.
 * More documents: `FAST_PATH_MUTATIONS=20 npx vitest run test/runtime/fast-path/java.test.ts`.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { vectorFolder } from "../../conformance/languages.js";
import { readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "../../run/java/toolchain.js";
import { classesOf, compile, inTemporaryFolder, javaOf, run } from "../../run/java/tree.js";
import { mutationsOf } from "./text-mutations.js";

const mutations = Number(process.env["FAST_PATH_MUTATIONS"] ?? 1);

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, { timeout: 600_000 }, () => {
  test("a text and its recording are read alike", async () => {
    const files = await javaOf(vectorFolder);
    const classes = classesOf(files);
    const vectors = readVectors().filter(({ json }) => !/[\r\n]/.test(json));
    const lines = [...new Set(vectors.map(({ model }) => model))].flatMap((model) => {
      const texts = vectors.filter((each) => each.model === model).map(({ json }) => json);
      return [...texts, ...mutationsOf(texts, mutations, 1)].map((text) => `${classes.get(model)}\t${text}`);
    });
    const documents = lines.filter((line) => !/[\r\n]/.test(line));
    await inTemporaryFolder(async (folder) => {
      const program = join(projectRoot, "test/runtime/fast-path/CarefulReading.java");
      expect(compile(folder, files, [program])).toBe("");
      const output = run(folder, "com.acme.support.CarefulReading", [], documents.map((line) => `${line}\n`).join(""));
      expect(output).toBe(`${documents.length}\n`);
      expect(documents.length).toBeGreaterThan(3000);
    });
  });
});
