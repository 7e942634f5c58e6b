/** Specs from hell: what is generated of them compiles without a warning and does nothing but declare. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../../src/generate.js";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { toolchain } from "./toolchain.js";
import { ask, checkComments, compile, driver, inTemporaryFolder, javaOfSpec } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const specs = Number(process.env["SPECS"] ?? 40);

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each<Hostility>(["names", "texts"])("hostile %s", async (hostility) => {
    const made = fc.sample(madeSpecFile(hostility), { seed, numRuns: specs });
    const trees: (readonly GeneratedFile[])[] = [];
    for (const [index, spec] of made.entries()) {
      const files = await javaOfSpec(spec, `tree${index}`);
      if (files !== undefined) trees.push(files);
    }
    expect(trees.length).toBeGreaterThan(specs / 10);

    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, trees.flat(), [driver]), `SEED=${seed}`).toBe("");
      expect(checkComments(folder), `SEED=${seed}`).toBe("");
    });
  });
});
