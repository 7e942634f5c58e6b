/** docs/languages.md lists exactly what is exported, and its smallest language works. */
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as publicValues from "../../src/languages/public.js";
import * as index from "../../src/index.js";
import { modelwright, projectRoot } from "../cli/command.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";

const docs = readFileSync(join(projectRoot, "docs/languages.md"), "utf8");
const [, reference = ""] = docs.split("## Reference");
const source = readFileSync(join(projectRoot, "src/languages/public.ts"), "utf8");

it("lists exactly what is exported for languages", () => {
  const exported = [...source.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim()),
  );
  const names = exported.filter((name) => name !== "").sort();
  const listed = [...reference.matchAll(/^\| (`[^|]*`) +\|/gm)].flatMap(([, cell = ""]) => cell.match(/\w+/g) ?? []);
  expect(listed.sort()).toEqual(names);
  expect(Object.keys(index)).toEqual(expect.arrayContaining(Object.keys(publicValues)));
});

it("has a smallest language that works", () => {
  const [, script = "", template = ""] = /```js\n(.*?)```.*?```text\n(.*?)```/s.exec(docs) ?? [];
  const folder = temporaryFolder();
  writeTree(folder, {
    "package.json": '{ "type": "module" }',
    "modelwright.yaml": "languages: [./list-language.js]\ntargets: { a: { language: list, output: out } }\n",
    "list-language.js": script,
    "templates/list.hbs": template,
    "spec/pet.yaml": 'models: { Pet: { fields: { isBig: boolean, friends: "Pet[]" } } }\n',
  });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(projectRoot, join(folder, "node_modules/modelwright"));
  const { status, stderr } = modelwright(folder, ["generate"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(readTree(join(folder, "out")).get("lists/shared/pet.txt")).toBe(
    "pet\n  is_big: boolean\n  friends: list of pet\n",
  );
});
