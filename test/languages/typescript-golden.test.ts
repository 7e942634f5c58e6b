/** Every generated TypeScript file is formatted as prettier formats it with default options. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import { expect, test } from "vitest";
import { projectRoot } from "../generated.js";
import { typescriptOf } from "../run/typescript/tree.js";

const cases = join(projectRoot, "test/cases");

test("golden files", async () => {
  const paths = readdirSync(cases, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) await expectFormatted(path, readFileSync(join(cases, path), "utf8"));
});

test("files of the shipped spec, and the runtime", async () => {
  const files = (await typescriptOf(projectRoot)).filter(({ path }) => path.endsWith(".ts"));
  expect(files.filter(({ path }) => path.includes("/runtime/")).length).toBeGreaterThan(10);
  for (const { path, text } of files) await expectFormatted(path, text);
});

async function expectFormatted(path: string, text: string): Promise<void> {
  expect(text, path).toBe(await prettier.format(text, { parser: "typescript" }));
}
