/**
 * Random documents of random specs: all languages agree on which documents they accept, where the others are wrong, which
 * constraints are violated, and what they write back, read strictly or leniently; and on what a model is built of nothing.
 */
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Definition, Model } from "../../src/spec/spec.js";
import { canonical } from "../conformance/judge.js";
import { conformingLanguages } from "../conformance/languages.js";
import type { BuildRequest, Request, Response } from "../conformance/vectors.js";
import { temporaryFolder, writeTree } from "../folders.js";
import { madeDocument } from "./made-documents.js";
import { hasHalfInName, hasLargeInteger, isJson, isWrongInDropped } from "./made-json.js";
import { madeProject } from "./made-project.js";
import { leaveTally } from "./tally.js";

const seed = Number(process.env["SEED"] ?? 1);
const documents = Number(process.env["DOCUMENTS"] ?? 1000);

const running = conformingLanguages.filter(({ missing }) => missing === undefined);

describe(`SEED=${seed}`, () => {
  test("all languages agree on random documents", async () => {
    const { config, spec, definitions, valid } = madeProject(seed);
    const requests = requestsFor(definitions);
    const presentSteps = stepsOf(definitions);
    const unionHolders = new Set(definitions.filter((each) => holdsUnion(each)).map(({ name }) => name));
    const project = temporaryFolder();
    writeTree(project, { "modelwright.yaml": config, "spec.yaml": spec });
    const answers: (readonly string[])[] = [];
    for (const language of running) {
      const responses = new Map((await language.answer(project, requests)).map((each) => [each.id, each]));
      answers.push(
        requests.map((request) =>
          summary(request, responses.get(request.id), unionHolders.has(request.model), presentSteps),
        ),
      );
    }
    const disagreements = requests.flatMap(({ id: _, ...request }, index) => {
      const given = running.map(({ title }, language) => [title, answers[language]![index]!] as const);
      return new Set(given.map(([, answer]) => answer)).size === 1
        ? []
        : [{ ...request, ...Object.fromEntries(given) }];
    });
    if (process.env["DETAILS"] !== undefined)
      writeFileSync(process.env["DETAILS"], JSON.stringify({ spec: JSON.parse(spec), disagreements }, undefined, 1));
    expect(disagreements).toEqual([]);
    const accepted = answers[0]!.filter((answer) => answer.startsWith("accepts")).length;
    expect(accepted).toBeGreaterThan(requests.length / 4);
    expect(requests.length - accepted).toBeGreaterThan(requests.length / 8);
    expect(valid).toBeGreaterThan(0.8);
    leaveTally({ language: "documents in all languages", tried: requests.length, compiled: accepted });
  });
});

/** Half of the documents are read leniently. */
function requestsFor(definitions: readonly Definition[]): readonly (Request | BuildRequest)[] {
  const models = definitions.filter(
    (each): each is Model => each.kind === "model" && each.owner === undefined && !each.abstract,
  );
  const numRuns = Math.ceil(documents / models.length);
  return models.flatMap((model) => {
    const made = fc.sample(madeDocument(model), { seed, numRuns }).filter((json) => !isWrongInDropped(json));
    const read = made.map((json, index): Request => {
      return { id: `${model.name} ${index}`, model: model.name, json, ...(index % 2 === 1 && { lenient: true }) };
    });
    const isBuilt = model.fields.every(({ required, default: value }) => !required || value !== undefined);
    return isBuilt ? [...read, { id: `${model.name} built`, model: model.name, build: {} }] : read;
  });
}

/** Whether a union is among all that something in a spec consists of. */
function holdsUnion(part: unknown, seen = new Set<unknown>()): boolean {
  if (typeof part !== "object" || part === null || seen.has(part)) return false;
  seen.add(part);
  return ("kind" in part && part.kind === "union") || Object.values(part).some((each) => holdsUnion(each, seen));
}

/** The steps of paths with other names of fields, and those with the fields' own names. */
function stepsOf(definitions: readonly Definition[]): readonly (readonly [other: string, own: string])[] {
  const fields = definitions.flatMap((each) => (each.kind === "model" ? each.fields : []));
  return fields.flatMap(({ name, renamedFrom = [], aliases = [] }) =>
    [...renamedFrom, ...aliases].map((other) => [step(other), step(name)] as const),
  );
}

function step(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/**
 * Lenient reading lists paths, with any keyword. What it kept is reported with the names of the document in Java, and with
 * the fields' own names by `validate` in the others.
 */
function summary(
  request: Request | BuildRequest,
  response: Response | undefined,
  hasUnions: boolean,
  presentSteps: readonly (readonly [other: string, own: string])[],
): string {
  if (response === undefined) return "no answer";
  const isLenient = "lenient" in request;
  const present = (path: string): string =>
    presentSteps.reduce((steps, [other, own]) => steps.replaceAll(other, own), path);
  const paths = (all: readonly { readonly path: string; readonly keyword?: string }[]): string =>
    [...new Set(all.map(({ path, keyword }) => (isLenient ? present(path) : `${path} ${keyword ?? ""}`.trim())))]
      .sort()
      .join(", ");
  const json = "json" in request ? request.json : "{}";
  // What is no JSON, or none for Jackson, may have mistakes before the place where that shows.
  if (!response.ok) return isJson(json) && !hasHalfInName(json) ? `rejects ${paths(response.errors)}` : "rejects";
  // Beyond 2^53, languages hold different integers, so they may select different members (docs/spec.md).
  const isOtherMember = hasUnions && hasLargeInteger(json);
  const violations = isOtherMember ? "any" : `[${paths(response.violations)}]`;
  return `accepts, writes ${canonical(response.json)}, violations ${violations}`;
}
