/**
 * Every code block of the Java and Ruby pages, in the look `full`: the class of the page reads it, as a known member if it is a
 * union, and writes the same JSON. TypeScript's pages have code, too: typescript/snippets.test.ts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../src/render/page.js";
import type { Request, Response } from "../conformance/vectors.js";
import { projectRoot } from "../generated.js";
import { toolchain } from "./java/toolchain.js";
import * as java from "./java/tree.js";
import * as ruby from "./ruby/tree.js";

const cases = readdirSync(join(projectRoot, "test/cases")).filter(
  // Cases with their own config test other languages or several versions.
  (name) => !existsSync(join(projectRoot, "test/cases", name, "modelwright.yaml")),
);

function specOf(name: string): string {
  return readFileSync(join(projectRoot, "test/cases", name, "spec.yaml"), "utf8");
}

/** A document of each page for its class. The index has a diagram. */
function requestsOf(files: readonly GeneratedFile[], classes: ReadonlyMap<string, string>): readonly Request[] {
  return files.flatMap(({ path, text, page: { model } }) => {
    if (!path.endsWith(".md")) return [];
    const blocks = [...text.matchAll(/^```(\w*)\n(.*?)\n```$/gms)];
    expect(blocks.filter(([, language]) => language !== (model === undefined ? "mermaid" : "json"))).toEqual([]);
    if (model === undefined) return [];
    return blocks.map(([, , json = ""], at) => ({ id: `${path} ${at}`, model: classes.get(model)!, json }));
  });
}

/** Sends all documents, and expects that each is written back. */
function expectRead(requests: readonly Request[], ask: (requests: readonly Request[]) => readonly Response[]): void {
  expect(requests.length).toBeGreaterThan(50);
  const responses = ask(requests);
  expect(responses.map(({ id }) => id)).toEqual(requests.map(({ id }) => id));
  for (const [at, { model, json }] of requests.entries()) {
    const response = responses[at]!;
    const about = `${model}: ${json}`;
    expect(response, about).toMatchObject({ ok: true });
    if (!response.ok) continue;
    expect(JSON.parse(response.json), about).toEqual(JSON.parse(json));
    expect(response.class, about).not.toMatch(/Unknown/);
    expect(response.violations, about).toEqual([]);
  }
}

const docs = "docs: { look: full }";

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("reads the examples of its pages", async () => {
    const trees = await Promise.all(cases.map((name) => java.javaOfSpecWithDocs(specOf(name), name, docs)));
    const requests = trees.flatMap((files) => requestsOf(files!, java.classesOf(files!.filter(isJava))));
    await java.inTemporaryFolder((folder) => {
      const files = trees.flatMap((each) => each!).filter(isJava);
      expect(java.compile(folder, files, [java.driver])).toBe("");
      const classes = new Map(requests.map(({ model }) => [model, model]));
      expectRead(requests, (each) => java.ask(folder, classes, each));
    });
  });
});

function isJava({ path }: GeneratedFile): boolean {
  return path.endsWith(".java");
}

test(`${ruby.ruby.title} reads the examples of its pages`, async () => {
  const trees = await Promise.all(
    cases.map((name, at) => ruby.rubyOfSpec(specOf(name), `Case${String.fromCharCode(65 + at)}`, docs)),
  );
  const requests = trees.flatMap((files) => {
    const classes = ruby.classesOf(files!);
    return requestsOf(files!, classes).filter(({ model }) => model !== undefined || ruby.ruby.lacks.length === 0);
  });
  await ruby.inTemporaryFolder((folder) => {
    for (const files of trees) ruby.writeFiles(folder, files!);
    expectRead(requests, (each) => ruby.ask(folder, each, "Object", "lib/*/models.rb"));
  });
});
