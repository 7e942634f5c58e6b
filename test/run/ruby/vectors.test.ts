/** The conformance vectors, through generated Ruby. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { judge } from "../../conformance/judge.js";
import { readVectors, type Vector } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { ask, check, decimalModels, inProject, ruby, rubyOf, validateSignatures } from "./tree.js";

const files = await rubyOf(join(projectRoot, "test/vectors"));
const withDecimals = decimalModels(files);
const vectors = readVectors().filter(({ exceptions = {} }) => exceptions["ruby"] === undefined);

test(`${ruby.title} does with every document what its vector says`, async () => {
  await expectAsSaid(vectors.filter(({ model }) => !withDecimals.has(model)));
});

test.skipIf(ruby.lacks.includes("bigdecimal"))("… and where there are decimals, which need bigdecimal", async () => {
  await expectAsSaid(vectors.filter(({ model }) => withDecimals.has(model)));
});

test("the models of the vectors compile and load without a warning", async () => {
  expect(await inProject(files, (folder) => check(folder, files))).toBe("");
});

test.skipIf(ruby.lacks.includes("rbs"))("their signatures are valid, which needs rbs", async () => {
  expect(await inProject(files, validateSignatures)).toBe("");
});

async function expectAsSaid(asked: readonly Vector[]): Promise<void> {
  expect(asked).not.toEqual([]);
  await inProject(files, (folder) => {
    const responses = new Map(ask(folder, asked).map((response) => [response.id, response]));
    const wrong = asked
      .map((vector) => ({ vector, problem: judge(vector, responses.get(vector.id), false) }))
      .filter(({ problem }) => problem !== undefined);
    expect(wrong.map(({ vector, problem }) => `${vector.id}: ${vector.json}: ${problem}`)).toEqual([]);
  });
}
