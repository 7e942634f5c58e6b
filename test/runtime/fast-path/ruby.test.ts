/** In Ruby, a model reads and writes fast what it reads and writes carefully, and ordinary documents take the fast path. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Definition, Model } from "../../../src/spec/spec.js";
import { vectorFolder } from "../../conformance/languages.js";
import { readVectors } from "../../conformance/vectors.js";
import { temporaryFolder, writeTree } from "../../folders.js";
import { madeDocument } from "../../fuzz/made-documents.js";
import { madeProject } from "../../fuzz/made-project.js";
import { decimalModels, inProject, ruby, rubyOf, run } from "../../run/ruby/tree.js";
import { mutated } from "./mutations.js";

const seed = Number(process.env["SEED"] ?? 1);
const documents = Number(process.env["DOCUMENTS"] ?? 3000);

interface Request {
  readonly model: string;
  readonly json: string;
}

test(`${ruby.title} reads the vectors, and mutations of them, alike in both ways`, async () => {
  const vectors = readVectors().map(({ model, json }) => ({ model, json }));
  const changed = vectors.flatMap(({ model, json }) =>
    fc
      .sample(mutated(json), { seed, numRuns: Math.ceil(documents / vectors.length) })
      .map((each) => ({ model, json: each })),
  );
  const { read, fast } = await compared(vectorFolder, [...vectors, ...changed]);
  expect(fast / read).toBeGreaterThan(0.5);
});

test(`${ruby.title} reads made documents, and mutations of them, alike in both ways: SEED=${seed}`, async () => {
  const { config, spec, definitions } = madeProject(seed);
  const models = definitions.filter(isReadable);
  const numRuns = Math.ceil(documents / models.length / 2);
  const made = models.flatMap((model) =>
    fc.sample(madeDocument(model), { seed, numRuns }).map((json) => ({ model: model.name, json })),
  );
  const changed = made.map(({ model, json }) => ({ model, json: fc.sample(mutated(json), { seed, numRuns: 1 })[0]! }));
  const project = temporaryFolder();
  writeTree(project, { "modelwright.yaml": config, "spec.yaml": spec });
  const { read, fast } = await compared(project, [...made, ...changed]);
  expect(fast / read).toBeGreaterThan(0.5);
});

function isReadable(each: Definition): each is Model {
  return each.kind === "model" && each.owner === undefined && !each.abstract;
}

/** How many of the documents were read, and how many of these by the fast path. */
async function compared(folder: string, requests: readonly Request[]): Promise<{ read: number; fast: number }> {
  const files = await rubyOf(folder);
  const out = ruby.lacks.includes("bigdecimal") ? decimalModels(files) : new Set();
  // Ruby in WebAssembly has a small stack.
  const isTooDeep = (json: string): boolean => !ruby.isNative && json.split(/[[{]/).length > 50;
  const known = requests.filter(({ model, json }) => !out.has(model) && !isTooDeep(json));
  const documents = { path: "documents.jsonl", text: known.map((each) => `${JSON.stringify(each)}\n`).join("") };
  const output = await inProject([...files, documents], (project) =>
    run(project, "../../runtime/fast-path/ruby.rb", [
      "lib/acme/models.rb",
      "Acme::Shared",
      "Acme::ModelSupport",
      documents.path,
    ]),
  );
  const lines = output.trimEnd().split("\n");
  expect(lines.slice(0, -1).slice(0, 5)).toEqual([]);
  const counts = JSON.parse(lines.at(-1)!) as { read: number; fast: number };
  expect(counts.read).toBeGreaterThan(requests.length / 10);
  return counts;
}
