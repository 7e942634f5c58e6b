/**
 * Every snippet of docs/typescript.md and docs/plain-data.md: the code returns the results that its comments state; settings,
 * and code of single projects, match the projects.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Target } from "../../../src/config/config.js";
import { projectRoot } from "../../generated.js";
import { compile, inTemporaryFolder, nodeTypes, typescriptOfSpec, writeFiles } from "./tree.js";

const page = readFileSync(join(projectRoot, "docs/typescript.md"), "utf8");
const plainPage = readFileSync(join(projectRoot, "docs/plain-data.md"), "utf8");

interface Snippet {
  readonly language: string;
  /** The project that contains it; "" for code that runs on its own. */
  readonly project: string;
  readonly text: string;
}

function snippetsOf(page: string): readonly Snippet[] {
  const fence = /^```(\w+)(?: ([\w-]+))?\n(.*?)^```$/gms;
  return [...page.matchAll(fence)].map(([, language = "", project = "", text = ""]) => ({ language, project, text }));
}

function snippetsIn(language: string, of = page): readonly string[] {
  return snippetsOf(of)
    .filter((each) => each.language === language && each.project === "")
    .map(({ text }) => text);
}

function fileOf(project: string, path: string): string {
  return readFileSync(join(projectRoot, "test/projects", project, path), "utf8");
}

test("the code compiles, and returns what its comments state", async () => {
  await expectResults(snippetsIn("ts"), { atLeast: 11 });
});

test("the code with plain data compiles, and returns what its comments state", async () => {
  await expectResults(snippetsIn("ts", plainPage), { atLeast: 2, options: { style: "interfaces", int64: "string" } });
});

/** Compiles and runs code with the models of the page's spec; each `expression; // value` is checked. */
async function expectResults(
  code: readonly string[],
  { atLeast, options = {} }: { readonly atLeast: number; readonly options?: Target["options"] },
): Promise<void> {
  const [spec = ""] = snippetsIn("yaml");
  const files = await typescriptOfSpec(spec, options);
  const checked = code.join("\n").replace(/^(\s*)(.+); \/\/ (.+)$/gm, "$1assert.deepEqual($2, $3);");
  expect(checked.match(/assert\./g)?.length).toBeGreaterThanOrEqual(atLeast);
  // A condition before a check would hide it.
  const main = `import assert from "node:assert/strict";\n${checked.replace(/assert\.deepEqual\((if \(.*?\)) /g, "$1 assert.deepEqual(")}`;
  await inTemporaryFolder((folder) => {
    writeFiles(join(folder, "src/models"), files!);
    writeFileSync(join(folder, "src/node.d.ts"), nodeTypes);
    writeFileSync(join(folder, "src/main.ts"), main);
    expect(compile(folder)).toBe("");
    const { stderr } = spawnSync(process.execPath, ["dist/main.js"], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
    return Promise.resolve();
  });
}

test("the spec matches the projects", () => {
  expect(snippetsIn("yaml")).toHaveLength(1);
  for (const project of ["ts-jest", "babel-jest", "commonjs", "vite", "deno", "node", "nestjs"]) {
    expect(snippetsIn("yaml")[0]).toBe(`# spec/order.yaml\n${fileOf(project, "spec/order.yaml")}`);
  }
});

test("settings match the projects", () => {
  const settings = snippetsIn("json").map((text) => JSON.parse(text) as object);
  const sources = [
    ["ts-jest", "package.json"],
    ["ts-jest", "tsconfig.json"],
    ["babel-jest", "package.json"],
    ["commonjs", "tsconfig.json"],
  ] as const;
  expect(settings).toHaveLength(sources.length);
  for (const [index, [project, path]] of sources.entries()) {
    expect(JSON.parse(fileOf(project, path)), `${project}/${path}`).toMatchObject(settings[index]!);
  }
  expect(snippetsIn("js")).toEqual([fileOf("commonjs", "webpack.config.js")]);
  const ofProjects = snippetsOf(page).filter(({ project }) => project !== "");
  expect(ofProjects.map(({ project }) => project)).toEqual(["ts-jest", "nestjs"]);
  for (const { language, project, text } of ofProjects) {
    expect(fileOf(project, language === "yaml" ? "modelwright.yaml" : "src/main.ts")).toContain(text);
  }
});

test("settings and code of plain data match the projects", () => {
  expect(snippetsIn("yaml", plainPage)).toEqual([`# modelwright.yaml\n${fileOf("redux", "modelwright.yaml")}`]);
  const ofProjects = snippetsOf(plainPage).filter(({ project }) => project !== "");
  expect(ofProjects.map(({ project }) => project)).toEqual(Object.keys(plainFiles));
  for (const { project, text } of ofProjects) expect(fileOf(project, plainFiles[project]!)).toContain(text);
});

/** The project files that docs/plain-data.md quotes. */
const plainFiles: Readonly<Record<string, string>> = {
  redux: "src/store.ts",
  "react-server-components": "src/page.tsx",
};

test("import endings match the projects", () => {
  const endings = [...page.matchAll(/^\| `(\w+)`.*?\| `"(.*?)"` +\| (.*?) +\|$/gm)];
  expect(endings.map(([, option, path]) => [option, path])).toEqual([
    ["js", "./order.js"],
    ["ts", "./order.ts"],
    ["none", "./order"],
  ]);
  for (const project of ["ts-jest", "babel-jest", "commonjs", "nestjs"]) {
    expect(fileOf(project, "modelwright.yaml")).toContain("importExtension: none");
  }
  for (const project of ["deno", "node"]) expect(fileOf(project, "modelwright.yaml")).toContain("importExtension: ts");
});
