/** The conformance vectors, through generated TypeScript. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { judge } from "../../conformance/judge.js";
import { readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { ask, compile, inTemporaryFolder, typescriptOf, writeFiles } from "./tree.js";

test("TypeScript does with every document what its vector says", async () => {
  const vectors = readVectors();
  await inTemporaryFolder(async (folder) => {
    writeFiles(folder, await typescriptOf(join(projectRoot, "test/vectors")));
    expect(compile(folder)).toBe("");
    const responses = new Map(ask(folder, vectors).map((response) => [response.id, response]));
    const wrong = vectors
      .filter(({ exceptions = {} }) => exceptions["typescript"] === undefined)
      .map((vector) => ({ vector, problem: judge(vector, responses.get(vector.id), false) }))
      .filter(({ problem }) => problem !== undefined);
    expect(wrong.map(({ vector, problem }) => `${vector.id}: ${vector.json}: ${problem}`)).toEqual([]);
  });
});
