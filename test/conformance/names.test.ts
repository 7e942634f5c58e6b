/** Fields of any name can be read and written in every language, including names that the classes use themselves. */
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

/** Gives the field an explicit name, so that no language derives one from its JSON name. */
function renamedTo(name: string): object {
  return { rename: { typescript: name, ruby: name, java: name } };
}

/** Languages derive the identifier from the field name where they can. */
function fieldOf(name: string): object {
  const isUsable = /[A-Za-z0-9]/.test(name) && name.length <= 200;
  return { type: "string?", ...(isUsable ? {} : renamedTo("renamed")) };
}

/** Identifiers in the generated classes, in every casing that a field could collide with. */
const reservedNames = [
  "additionalProperties",
  "additional_properties",
  "builder",
  "model",
  "read",
  "requirements",
  "fields",
];

const names = new Set([...hostileNames, ...reservedNames]);
// A lone surrogate is not a character, so no class reads or writes one.
names.delete("\uD800");

interface Case {
  /** A model without a name. */
  readonly model: object;
  readonly json: string;
}

/** A model with string fields, and a document with all of them, plus an unknown field if the model allows it. */
function caseOf(fields: Fields, others: "kept" | "integers" | "rejected" = "kept"): Case {
  const additionalProperties = { kept: true, integers: "integer", rejected: false }[others];
  const more = { kept: [`"not in the spec":{"a":[null]}`], integers: [`"not in the spec":1`], rejected: [] }[others];
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
  caseOf({ "": { type: "string", ...renamedTo("name") }, name: { type: "string", ...renamedTo("other") } }),
  ...reservedNames.flatMap((name) => {
    const fields = {
      [name]: { type: "any" },
      [`${name}_`]: { type: "string", ...renamedTo("second") },
      [`${name}__`]: { type: "string", ...renamedTo("third") },
    };
    return [caseOf(fields), caseOf(fields, "integers"), caseOf(fields, "rejected")];
  }),
];

const spec = { models: Object.fromEntries(cases.map(({ model }, index) => [`Model${index}`, model])) };

const documents = cases.map(({ json }, index): Vector => {
  return { id: `Model${index}`, construct: "-", slot: "-", case: "-", model: `Model${index}`, json };
});

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)("reads and writes fields of any name", async () => {
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
