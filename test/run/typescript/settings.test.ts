/** The output of all cases, in both styles, compiles without errors under common project settings. */
import { readdirSync, rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openIn, projectRoot } from "../../generated.js";
import { compilerOptions as everyFlag, tsc, typescriptOf, writeFiles } from "./tree.js";

const cases = join(projectRoot, "test/cases");
const folder = mkdtempSync(join(tmpdir(), "modelwright-"));

beforeAll(async () => {
  for (const name of readdirSync(cases)) {
    const path = join(cases, name);
    for (const target of openIn(path).targets.filter(({ language }) => language === "typescript")) {
      const styles = "style" in target.options ? [target.options.style] : ["classes", "interfaces"];
      for (const style of styles) {
        const files = await typescriptOf(path, { style }, target.name);
        const sources = files.filter((file) => file.path.endsWith(".ts"));
        writeFiles(join(folder, "src", name, target.name, String(style)), sources);
      }
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const modern = { target: "es2022", lib: ["es2022"], module: "nodenext", types: [], noEmit: true };
const strict = { ...modern, strict: true };

/** The compiler options of NestJS 10 and 11 projects, as `nest new` writes them. */
const nest = {
  types: [],
  noEmit: true,
  declaration: true,
  removeComments: true,
  emitDecoratorMetadata: true,
  experimentalDecorators: true,
  allowSyntheticDefaultImports: true,
  sourceMap: true,
  skipLibCheck: true,
  noImplicitAny: false,
  strictBindCallApply: false,
  noFallthroughCasesInSwitch: false,
};
const nest10 = {
  module: "commonjs",
  target: "es2021",
  strictNullChecks: false,
  forceConsistentCasingInFileNames: false,
};
const nest11 = {
  module: "nodenext",
  target: "es2023",
  strictNullChecks: true,
  forceConsistentCasingInFileNames: true,
  resolvePackageJsonExports: true,
  esModuleInterop: true,
  isolatedModules: true,
};

test.each([
  ["every strict flag", everyFlag],
  ["strict: true", strict],
  ["strict: false", { ...modern, strict: false }],
  ["no strictNullChecks", { ...strict, strictNullChecks: false, strictPropertyInitialization: false }],
  ["no strictFunctionTypes", { ...strict, strictFunctionTypes: false }],
  ["target and lib ES2020", { ...strict, target: "es2020", lib: ["es2020"] }],
  ["target and lib ES2020, strict: false", { ...modern, strict: false, target: "es2020", lib: ["es2020"] }],
  ["the libraries of a browser", { ...everyFlag, lib: ["esnext", "dom", "dom.iterable"] }],
  ["useDefineForClassFields: false", { ...strict, useDefineForClassFields: false }],
  ["a bundler", { ...everyFlag, module: "esnext", moduleResolution: "bundler" }],
  ["the starter of NestJS 10", { ...nest, ...nest10 }],
  ["the starter of NestJS 11", { ...nest, ...nest11 }],
])("%s", (_, options) => {
  expect(tsc(folder, options)).toBe("");
});
