/** Generated Java has no unused imports or stray whitespace, and its lines fit. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateIn, projectRoot } from "../generated.js";

const withoutJava = ["styles", "versions", "vintages"];
const cases = readdirSync(join(projectRoot, "test/cases")).filter((name) => !withoutJava.includes(name));

test.each(cases)("%s", async (name) => {
  const { targets } = await generateIn(join(projectRoot, "test/cases", name), ["java"]);
  const files = targets.flatMap(({ files }) => files).filter(({ path }) => path.endsWith(".java"));
  expect(files.length).toBeGreaterThan(0);
  for (const { path, text } of files) {
    const imports = [...text.matchAll(/^import (.*);$/gm)].map(([, imported = ""]) => imported);
    expect(imports, path).toEqual([...new Set(imports)].sort());
    const rest = text.replace(/^(?:import|package) .*;$/gm, "");
    const isUsed = (imported: string): boolean => new RegExp(`\\b${imported.split(".").at(-1)}\\b`).test(rest);
    expect(
      imports.filter((imported) => !isUsed(imported)),
      path,
    ).toEqual([]);
    expect(text.match(/[ \t]+$|\n\n\n|\{\n\n|\n\n *\}|\t/m), path).toBeNull();
    const tooLong = text.split("\n").filter((line) => line.length > 120 && !/\S{60}/.test(line));
    expect(tooLong, path).toEqual([]);
  }
});
