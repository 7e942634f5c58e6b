/** What code builds is written as the same JSON in every language, or refused with the same path. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { type Built, builtDefaults, builtSpec, builtValues } from "./built.js";
import { withSortedKeys } from "./judge.js";
import { conformingLanguages } from "./languages.js";
import type { BuildRequest, Response } from "./vectors.js";

const config = `
spec: spec.yaml
targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  java: { language: java, output: java, package: com.acme }
`;

const defaults: Built = {
  values: {},
  json: `{${Object.entries(builtDefaults).map(([key, value]) => `"${key}":${value}`)}}`,
};

function mistake({ json, refused }: Built, response: Response | undefined): string | undefined {
  if (response === undefined) return "no answer";
  if (!response.ok) {
    const paths = response.errors.map(({ path }) => path);
    return paths.join() === (refused ?? []).join() ? undefined : `refused at ${paths}`;
  }
  if (json === undefined) return `wrote ${response.json}`;
  if (withSortedKeys(response.json) !== withSortedKeys(json)) return `wrote ${response.json}, not ${json}`;
  return response.equal === false ? `what is read of ${response.json} is not equal` : undefined;
}

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)("writes what code builds", async () => {
    const rows = [...builtValues, defaults].filter(({ only }) => only === undefined || only.includes(language.id));
    const requests = rows.map((row, index): BuildRequest => ({
      id: String(index),
      model: row === defaults ? "Defaults" : "Wire",
      build: row.values,
    }));
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, "spec.yaml"), builtSpec);
      writeFileSync(join(folder, "modelwright.yaml"), config);
      const answers = new Map((await language.answer(folder, requests)).map((answer) => [answer.id, answer]));
      const wrong = rows.flatMap((row, index) => {
        const problem = mistake(row, answers.get(String(index)));
        return problem === undefined ? [] : `${JSON.stringify(row.values)}: ${problem}`;
      });
      expect(wrong).toEqual([]);
    });
  });
});
