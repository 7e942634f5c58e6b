/** Random unions and documents: every language picks the member that the reference picks (spec.md, "Unions"). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { judge } from "./judge.js";
import { conformingLanguages } from "./languages.js";
import { drawFrom, madeDefinitions, type MadeDefinitions, madeValue, reading, specOf } from "./made-unions.js";
import type { Response, Vector } from "./vectors.js";

const config = `
spec: spec.json
targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  java: { language: java, output: java, package: com.acme }
`;

const groups = Array.from({ length: 24 }, (_, index) => `G${index}`);
const definitions = new Map(groups.map((group, index) => [group, madeDefinitions(group, drawFrom(index + 1))]));
const spec = { models: Object.assign({}, ...[...definitions.values()].map(specOf)) as object };

const documents = [...definitions].flatMap(([group, all], index): readonly Expected[] => {
  const draw = drawFrom(index + 1000);
  return Array.from({ length: 80 }, (_, at) => expected(`${group}-${at}`, `${group}Root`, all, draw));
});

interface Expected extends Vector {
  readonly isRejected: boolean;
}

function expected(id: string, model: string, all: MadeDefinitions, draw: ReturnType<typeof drawFrom>): Expected {
  const type = { kind: "named", name: model } as const;
  const json = madeValue(type, all, draw);
  const read = reading(type, json, "$", all);
  const violations = read?.violations ?? [];
  const isRejected = read === undefined;
  return { id, construct: "-", slot: "-", case: "-", model, json: JSON.stringify(json), violations, isRejected };
}

/** The paths of errors are for the vectors. */
function mistake(document: Expected, response: Response | undefined): string | undefined {
  if (!document.isRejected) return judge(document, response);
  return response?.ok === false ? undefined : "accepted";
}

test("the documents have all that may be in them", () => {
  const accepted = documents.filter(({ isRejected }) => !isRejected);
  expect(accepted.length).toBeGreaterThan(documents.length / 2);
  expect(documents.length - accepted.length).toBeGreaterThan(50);
  expect(accepted.filter(({ violations }) => violations!.length > 1).length).toBeGreaterThan(documents.length / 8);
});

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)("picks the member with the most declared keys", async () => {
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, "spec.json"), JSON.stringify(spec));
      writeFileSync(join(folder, "modelwright.yaml"), config);
      const answers = new Map((await language.answer(folder, documents)).map((answer) => [answer.id, answer]));
      const wrong = documents.flatMap((each) => {
        const problem = mistake(each, answers.get(each.id));
        return problem === undefined ? [] : `${each.model} ${each.json}: ${problem}`;
      });
      expect(wrong).toEqual([]);
    });
  });
});
