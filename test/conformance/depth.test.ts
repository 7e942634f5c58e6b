/** `maxDepth` limits how deep the JSON is that is read and written, in every language. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { conformingLanguages } from "./languages.js";
import type { Request } from "./vectors.js";

const spec = `
models:
  Node: { fields: { id: integer, next: Node, nodes: map<Node>, list: "Node[]", any: any } }
  Left: { fields: { left: string, next: Either } }
  Right: { fields: { right: string, next: Either } }
  Either: { oneOf: [Left, Right] }
  Tree: Tree[]
  Holder: { fields: { either: Either, tree: Tree } }
`;

const config = (maxDepth: number): string => `
spec: spec.yaml
targets:
  typescript: { language: typescript, output: typescript, maxDepth: ${maxDepth} }
  ruby: { language: ruby, output: ruby, module: Acme, maxDepth: ${maxDepth} }
  java: { language: java, output: java, package: com.acme, maxDepth: ${maxDepth} }
`;

/** Documents with so many arrays and objects inside each other. */
const documents: readonly (readonly [model: string, json: (depth: number) => string])[] = [
  ["Node", (depth) => nested(depth, '{"id":1,"next":', "}", '{"id":1}')],
  ["Node", (depth) => nested(depth, '{"any":', "}", '{"any":1}')],
  ["Node", (depth) => `{"unknown":${nested(depth - 1, "[", "]", "[]")}}`],
  ["Node", (depth) => nested(depth / 2, '{"list":[', "]}", '{"list":[]}')],
  ["Node", (depth) => nested(depth / 2, '{"nodes":{"a":', "}}", '{"nodes":{}}')],
  ["Holder", (depth) => `{"either":${nested(depth - 1, '{"right":"a","next":', "}", '{"left":"a"}')}}`],
  ["Holder", (depth) => `{"either":${nested(depth - 1, '{"unknown":', "}", "{}")}}`],
  ["Holder", (depth) => `{"tree":${nested(depth - 1, "[", "]", "[]")}}`],
];

function nested(levels: number, before: string, after: string, innermost: string): string {
  return before.repeat(levels - 1) + innermost + after.repeat(levels - 1);
}

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined).each([10, 300])("maxDepth: %d", async (limit) => {
    const requests = documents.flatMap(([model, json], index): readonly Request[] => [
      { id: `${index} at the limit`, model, json: json(limit) },
      { id: `${index} too deep`, model, json: json(limit + 2) },
    ]);
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, "spec.yaml"), spec);
      writeFileSync(join(folder, "modelwright.yaml"), config(limit));
      const answers = new Map((await language.answer(folder, requests)).map((answer) => [answer.id, answer]));
      const wrong = requests.filter(({ id, json }) => {
        const answer = answers.get(id);
        if (id.endsWith("too deep")) return answer?.ok !== false || answer.errors.some(({ path }) => path !== "$");
        return !answer?.ok || !isDeepStrictEqual(JSON.parse(answer.json), JSON.parse(json));
      });
      expect(wrong.map(({ id }) => [id, JSON.stringify(answers.get(id)).slice(0, 200)])).toEqual([]);
    });
  });
});
