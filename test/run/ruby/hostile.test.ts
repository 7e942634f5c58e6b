/**
 * Hostile specs: the output compiles without warnings, has valid signatures, reads and writes documents, and executes no
 * string.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { madeDocuments, type MadeDocument, misreading } from "../../fuzz/documents.js";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { leaveTally } from "../../fuzz/tally.js";
import { ask, check, classesOf, inProject, ruby, rubyOfSpec, type SourceText, validateSignatures } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const specs = Number(process.env["SPECS"] ?? 150);

test.each<Hostility>(["names", "strings"])(`${ruby.title} handles hostile %s`, async (hostility) => {
  const files: SourceText[] = [];
  const documents: MadeDocument[] = [];
  let generated = 0;
  for (const [index, spec] of fc.sample(madeSpecFile(hostility), { seed, numRuns: specs }).entries()) {
    const tree = await rubyOfSpec(spec, `Tree${index}`);
    if (tree === undefined) continue;
    generated += 1;
    const code = tree.filter(({ path }) => !path.startsWith("docs/"));
    files.push(...code);
    const classes = classesOf(code);
    for (const { model, json } of madeDocuments(spec, "ruby")) {
      const name = classes.get(model);
      if (name !== undefined) documents.push({ model: name, json });
    }
  }
  expect(generated).toBeGreaterThan(specs / 10);
  await inProject(files, (folder) => {
    expect(check(folder, files), `SEED=${seed}`).toBe("");
    const answers = ask(
      folder,
      documents.map((document, index) => ({ id: String(index), ...document })),
      "Object",
      "lib/*/models.rb",
    );
    const wrong = documents.flatMap((document, index) => misreading(document, answers[index]) ?? []);
    expect(wrong, `SEED=${seed}`).toEqual([]);
    expect(documents.length).toBeGreaterThan(specs / 10);
    if (!ruby.lacks.includes("rbs")) expect(validateSignatures(folder), `SEED=${seed}`).toBe("");
  });
  leaveTally({ language: "Ruby", tried: specs, compiled: generated });
});
