/**
 * Random documents of random specs: all languages agree on which documents they accept, where the others are wrong, which
 * constraints are violated, and what they write back.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import type { Definition, Model } from "../../src/spec/spec.js";
import { canonical } from "../conformance/judge.js";
import { conformingLanguages } from "../conformance/languages.js";
import type { Request, Response } from "../conformance/vectors.js";
import { temporaryFolder } from "../folders.js";
import { madeDocument } from "./made-documents.js";
import { madeModels } from "./made-models.js";
import { leaveTally } from "./tally.js";

const seed = Number(process.env["SEED"] ?? 1);
const documents = Number(process.env["DOCUMENTS"] ?? 1000);

const running = conformingLanguages.filter(({ missing }) => missing === undefined);

describe(`SEED=${seed}`, () => {
  test("all languages agree on random documents", async () => {
    const spec = validSpec();
    const requests = requestsFor(spec);
    const answers: (readonly string[])[] = [];
    for (const language of running) {
      const responses = new Map((await language.answer(projectOf(spec), requests)).map((each) => [each.id, each]));
      answers.push(requests.map(({ id }) => summary(responses.get(id))));
    }
    const disagreements = requests.flatMap(({ model, json }, index) => {
      const given = running.map(({ title }, language) => [title, answers[language]![index]!] as const);
      return new Set(given.map(([, answer]) => answer)).size === 1
        ? []
        : [{ model, json, ...Object.fromEntries(given) }];
    });
    if (process.env["DETAILS"] !== undefined)
      writeFileSync(process.env["DETAILS"], JSON.stringify({ spec: JSON.parse(spec), disagreements }, undefined, 1));
    expect(disagreements).toEqual([]);
    const accepted = answers[0]!.filter((answer) => answer.startsWith("accepts")).length;
    expect(accepted).toBeGreaterThan(documents / 4);
    expect(documents - accepted).toBeGreaterThan(documents / 8);
    leaveTally({ language: "documents in all languages", tried: documents, compiled: accepted });
  });
});

/** The first valid one: a made spec can contain, for example, a union of two equal types. */
function validSpec(): string {
  for (const spec of fc.sample(madeModels, { seed, numRuns: 50 })) if (definitionsOf(spec) !== undefined) return spec;
  throw new Error("no made spec is valid");
}

function definitionsOf(spec: string): readonly Definition[] | undefined {
  const { value: config } = checkConfig({ path: "modelwright.yaml", text: configText }, languages);
  const { value: plans } = plan({ config: config!, sources: [{ path: "spec.yaml", text: spec }] });
  return plans?.[0]!.spec.definitions;
}

function requestsFor(spec: string): readonly Request[] {
  const models = definitionsOf(spec)!.filter(
    (each): each is Model => each.kind === "model" && each.owner === undefined,
  );
  return models.flatMap((model) => {
    const numRuns = Math.ceil(documents / models.length);
    const made = fc.sample(madeDocument(model), { seed, numRuns });
    return made.map((json, index) => ({ id: `${model.name} ${index}`, model: model.name, json }));
  });
}

function summary(response: Response | undefined): string {
  if (response === undefined) return "no answer";
  const paths = (all: readonly { readonly path: string; readonly keyword?: string }[]): string =>
    [...new Set(all.map(({ path, keyword }) => `${path} ${keyword ?? ""}`.trim()))].sort().join(", ");
  if (!response.ok) return `rejects ${paths(response.errors)}`;
  return `accepts, writes ${canonical(response.json)}, violations [${paths(response.violations)}]`;
}

function projectOf(spec: string): string {
  const root = temporaryFolder();
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "modelwright.yaml"), configText);
  writeFileSync(join(root, "spec.yaml"), spec);
  return root;
}

const configText = `spec: spec.yaml
targets:
  typescript: { language: typescript, output: out/typescript }
  ruby: { language: ruby, output: out/ruby, module: Acme }
  java: { language: java, output: out/java, package: com.acme }
`;
