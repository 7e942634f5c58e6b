/** Any field name reads and writes in every language, including the names that the classes use themselves. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostileNames } from "../fuzz/hostile.js";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { judge } from "./judge.js";
import { conformingLanguages } from "./languages.js";
import type { Vector } from "./vectors.js";

const config = `
spec: spec.json
targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  java: { language: java, output: java, package: com.acme }
`;

type Fields = Readonly<Record<string, object>>;

/** A name by which no language has to call it. */
function called(name: string): object {
  return { rename: { typescript: name, ruby: name, java: name } };
}

/** Languages call the field by its name where they can make an identifier of it. */
function fieldOf(name: string): object {
  const isUsable = /[A-Za-z0-9]/.test(name) && name.length <= 200;
  return { type: "string?", ...(isUsable ? {} : called("renamed")) };
}

/** What the classes call what they hold, in whatever form a field could collide with it. */
const ownNames = [
  "additionalProperties",
  "additional_properties",
  "builder",
  "model",
  "read",
  "requirements",
  "fields",
];

const names = new Set([...hostileNames, ...ownNames]);
// A lone surrogate is not a character, so no class reads or writes one.
names.delete("\uD800");

const cases: readonly Fields[] = [
  ...[...names].map((name) => Object.fromEntries([[name, fieldOf(name)]])),
  ...ownNames.map((name) => ({
    [name]: { type: "any" },
    [`${name}_`]: { type: "string", ...called("second") },
    [`${name}__`]: { type: "string", ...called("third") },
  })),
];

/** The same fields where the class keeps others, gives them a type, and refuses them; and where all are required. */
const models = cases.flatMap((fields, index) => {
  const required = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...field, required: true }]),
  );
  return [
    [`Keeps${index}`, { fields }],
    [`Types${index}`, { fields, additionalProperties: "integer" }],
    [`Refuses${index}`, { fields, additionalProperties: false }],
    [`Requires${index}`, { fields: required }],
  ] as const;
});

const documents = cases.flatMap((fields, index): readonly Vector[] => {
  const known = Object.keys(fields).map((name) => `${JSON.stringify(name)}:"a"`);
  const vector = (model: string, json: string): Vector => {
    return { id: `${model}${index} ${json}`, construct: "-", slot: "-", case: "-", model: `${model}${index}`, json };
  };
  return [
    vector("Keeps", `{${known.join()},"not in the spec":{"a":[null]}}`),
    vector("Keeps", "{}"),
    vector("Types", `{${known.join()},"not in the spec":1}`),
    vector("Refuses", `{${known.join()}}`),
    vector("Requires", `{"not in the spec":1,${known.join()}}`),
  ];
});

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)("reads and writes every field name", async () => {
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, "spec.json"), JSON.stringify({ models: Object.fromEntries(models) }));
      writeFileSync(join(folder, "modelwright.yaml"), config);
      const answers = new Map((await language.answer(folder, documents)).map((answer) => [answer.id, answer]));
      const wrong = documents.flatMap((each) => {
        const problem = judge(each, answers.get(each.id), language.firstOnly);
        return problem === undefined ? [] : `${each.id}: ${problem}`;
      });
      expect(wrong).toEqual([]);
    });
  });
});
