/** Hostile specs: the output is formatted like prettier's, compiles, reads and writes documents, and executes no string. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as prettier from "prettier";
import { expect, test } from "vitest";
import type { Response } from "../../conformance/vectors.js";
import { madeDocuments, type MadeDocument, misreading } from "../../fuzz/documents.js";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { leaveTally } from "../../fuzz/tally.js";
import { compile, inTemporaryFolder, type SourceText, typescriptOfSpec, writeFiles } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const specs = Number(process.env["SPECS"] ?? 50);

test.each<readonly [Hostility, string]>([
  ["names", "classes"],
  ["strings", "classes"],
  ["names", "interfaces"],
  ["strings", "interfaces"],
])("hostile %s in %s", async (hostility, style) => {
  const made = fc.sample(madeSpecFile(hostility), { seed, numRuns: specs });
  const trees: (readonly SourceText[])[] = [];
  const documents: MadeDocument[] = [];
  for (const spec of made) {
    const code = (await typescriptOfSpec(spec, { style }))?.filter(({ path }) => path.endsWith(".ts")) ?? [];
    if (code.length === 0) continue;
    const modules = new Map(code.map(({ page, path }) => [page.model, path.replace(/\.ts$/, ".js")]));
    for (const { model, json } of madeDocuments(spec, "typescript")) {
      documents.push({ model: `./dist/tree${trees.length}/${modules.get(model)}`, json });
    }
    trees.push(code);
  }
  expect(trees.length).toBeGreaterThan(specs / 10);

  const unlike = [];
  for (const { path, text } of trees.flat().filter(({ path }) => path.includes("/models/"))) {
    const wanted = await prettier.format(text, { parser: "typescript" });
    if (text !== wanted) unlike.push({ path, text, wanted });
  }
  expect(unlike).toEqual([]);

  await inTemporaryFolder(async (folder) => {
    trees.forEach((files, index) => writeFiles(join(folder, "src", `tree${index}`), files));
    expect(compile(folder), `SEED=${seed}`).toBe("");
    writeFileSync(join(folder, "use.mjs"), useAll);
    const { stdout, stderr } = spawnSync(process.execPath, ["use.mjs", String(trees.length)], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "done\n", stderr: "" });
    writeFileSync(join(folder, "documents.json"), JSON.stringify(documents));
    writeFileSync(join(folder, "read.mjs"), readAll);
    const read = spawnSync(process.execPath, ["read.mjs"], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
    expect(read.stderr, `SEED=${seed}`).toBe("");
    const answers = JSON.parse(read.stdout) as readonly Response[];
    const wrong = documents.flatMap((document, index) => misreading(document, answers[index]) ?? []);
    expect(wrong, `SEED=${seed}`).toEqual([]);
    expect(documents.length).toBeGreaterThan(specs / 10);
    leaveTally({ language: "TypeScript", tried: made.length, compiled: trees.length });
  });
});

test("models named like identifiers in generated files", async () => {
  const spec = `models:
  Model: { fields: { a: Init, itself: Model, union: Union } }
  Init: { fields: { model: Model, price: decimal } }
  Union: { oneOf: [Model, Init, string] }
`;
  const files = (await typescriptOfSpec(spec))?.filter(({ path }) => path.endsWith(".ts")) ?? [];
  await inTemporaryFolder((folder) => {
    writeFiles(folder, files);
    expect(compile(folder)).toBe("");
    return Promise.resolve();
  });
});

/** Reads each document with the single export of its module, and writes it back. */
const readAll = `
import { readFileSync } from "node:fs";

const answers = [];
for (const { model, json } of JSON.parse(readFileSync("documents.json", "utf8"))) {
  const { stringifyJSON } = await import(model.replace(/models\\/.*/, "models/index.js"));
  const module = await import(model);
  const [type] = Object.values(module);
  const [parse, stringify] = ["parse", "stringify"].map((verb) => {
    return module[Object.keys(module).find((name) => name.startsWith(verb))];
  });
  try {
    const written = parse === undefined ? stringifyJSON(type.parse(json)) : stringify(structuredClone(parse(json)));
    answers.push({ ok: true, json: written, violations: [] });
  } catch (error) {
    answers.push({ ok: false, errors: (error.issues ?? [{ path: String(error.stack) }]).map(({ path }) => ({ path })) });
  }
}
console.log(JSON.stringify(answers));
`;

/** Reads a document with every model, which also builds its schema. */
const useAll = `
for (let index = 0; index < Number(process.argv[2]); index++) {
  const { ModelError, ...namespaces } = await import("./dist/tree" + index + "/src/sdk/models/index.js");
  for (const [name, each] of Object.values(namespaces).flatMap((namespace) => Object.entries(namespace))) {
    for (const text of ["{}", "null", '"PWNED"', '{"__proto__": {"PWNED": 1}}']) {
      try {
        if (name.startsWith("parse")) each(text);
        else each.parse?.(text)?.validate?.();
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
      }
    }
  }
}
if ({}.PWNED !== undefined) throw new Error("polluted");
console.log("done");
`;
