/** The conformance vectors, through generated Java. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judge } from "../../conformance/judge.js";
import { readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { ask, classesOf, compile, driver, inTemporaryFolder, javaOf } from "./tree.js";

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("does with every document what its vector says", async () => {
    const vectors = readVectors();
    const files = await javaOf(join(projectRoot, "test/vectors"));
    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, files, [driver])).toBe("");
      const responses = new Map(ask(folder, classesOf(files), vectors).map((response) => [response.id, response]));
      const wrong = vectors
        .filter(({ exceptions = {} }) => exceptions["java"] === undefined)
        .map((vector) => ({ vector, problem: judge(vector, responses.get(vector.id), true) }))
        .filter(({ problem }) => problem !== undefined);
      expect(wrong.map(({ vector, problem }) => `${vector.id}: ${vector.json}: ${problem}`)).toEqual([]);
    });
  });
});
