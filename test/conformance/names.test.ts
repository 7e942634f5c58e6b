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

interface Case {
  /** A model without its name. */
  readonly model: object;
  readonly json: string;
}

/** A model of fields that are strings, and a document with all of them and one more where the model takes it. */
function caseOf(fields: Fields, others: "kept" | "integers" | "refused" = "kept"): Case {
  const additionalProperties = { kept: true, integers: "integer", refused: false }[others];
  const more = { kept: [`"not in the spec":{"a":[null]}`], integers: [`"not in the spec":1`], refused: [] }[others];
  const known = Object.keys(fields).map((name) => `${JSON.stringify(name)}:"a"`);
  return { model: { fields, additionalProperties }, json: `{${[...known, ...more].join()}}` };
}

function required(field: object): object {
  return { ...field, required: true };
}

const cases: readonly Case[] = [
  ...[...names].flatMap((name) => [
    caseOf({ [name]: fieldOf(name) }),
    caseOf({ [name]: required(fieldOf(name)) }, "integers"),
  ]),
  caseOf({ "": { type: "string", ...called("name") }, name: { type: "string", ...called("other") } }),
  ...ownNames.flatMap((name) => {
    const fields = {
      [name]: { type: "any" },
      [`${name}_`]: { type: "string", ...called("second") },
      [`${name}__`]: { type: "string", ...called("third") },
    };
    return [caseOf(fields), caseOf(fields, "integers"), caseOf(fields, "refused")];
  }),
];

const spec = { models: Object.fromEntries(cases.map(({ model }, index) => [`Model${index}`, model])) };

const documents = cases.map(({ json }, index): Vector => {
  return { id: `Model${index}`, construct: "-", slot: "-", case: "-", model: `Model${index}`, json };
});

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)("reads and writes every field name", async () => {
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, "spec.json"), JSON.stringify(spec));
      writeFileSync(join(folder, "modelwright.yaml"), config);
      const answers = new Map((await language.answer(folder, documents)).map((answer) => [answer.id, answer]));
      const wrong = documents.flatMap((each) => {
        const problem = judge(each, answers.get(each.id));
        return problem === undefined ? [] : `${each.json}: ${problem}`;
      });
      expect(wrong).toEqual([]);
    });
  });
});
