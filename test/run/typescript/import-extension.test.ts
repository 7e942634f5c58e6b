/** The target option `importExtension`: the endings of imports in generated files, which must resolve. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateIn, projectRoot } from "../../generated.js";
import { inTemporaryFolder, type SourceText, typeCheck, writeFiles } from "./tree.js";

const spec = join(projectRoot, "test/cases/scalars/spec.yaml");

async function filesWith(folder: string, option: string): Promise<readonly SourceText[]> {
  writeFileSync(join(folder, "spec.yaml"), readFileSync(spec));
  const target = `{ language: typescript, output: out${option} }`;
  writeFileSync(join(folder, "modelwright.yaml"), `spec: spec.yaml\ntargets: { ts: ${target} }\n`);
  const { targets, diagnostics } = await generateIn(folder);
  expect(diagnostics).toEqual([]);
  return targets.flatMap(({ files }) => files);
}

/** The paths of imports and exports, docs snippets included. */
function pathsIn(files: readonly SourceText[]): readonly string[] {
  return files.flatMap(({ text }) => [...text.matchAll(/ from "(\..*?)"/g)].map(([, path = ""]) => path));
}

const nodeNext = { module: "nodenext", moduleResolution: "nodenext" };
const cases = [
  { option: "", ending: /\/[\w-]+\.js$/, settings: nodeNext },
  { option: ", importExtension: js", ending: /\/[\w-]+\.js$/, settings: nodeNext },
  {
    option: ", importExtension: ts",
    ending: /\/[\w-]+\.ts$/,
    settings: { ...nodeNext, allowImportingTsExtensions: true },
  },
  {
    option: ", importExtension: none",
    ending: /\/[\w-]+$/,
    settings: { module: "esnext", moduleResolution: "bundler" },
  },
];

test.each(cases)("every import of a generated file: '$option'", async ({ option, ending, settings }) => {
  await inTemporaryFolder(async (folder) => {
    const files = await filesWith(folder, option);
    const paths = pathsIn(files);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !ending.test(path))).toEqual([]);
    writeFiles(folder, files);
    expect(typeCheck(folder, settings)).toBe("");
  });
});
