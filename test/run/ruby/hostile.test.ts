/** Specs from hell: what is generated of them compiles without a warning, has valid signatures, and does nothing but declare. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { leaveTally } from "../../fuzz/tally.js";
import { check, inProject, ruby, rubyOfSpec, type SourceText, validateSignatures } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const specs = Number(process.env["SPECS"] ?? 150);

test.each<Hostility>(["names", "texts"])(`${ruby.title} takes hostile %s`, async (hostility) => {
  const files: SourceText[] = [];
  let generated = 0;
  for (const [index, spec] of fc.sample(madeSpecFile(hostility), { seed, numRuns: specs }).entries()) {
    const tree = await rubyOfSpec(spec, `Tree${index}`);
    if (tree === undefined) continue;
    generated += 1;
    files.push(...tree.filter(({ path }) => path.startsWith("lib/")));
  }
  expect(generated).toBeGreaterThan(specs / 10);
  await inProject(files, (folder) => {
    expect(check(folder, files), `SEED=${seed}`).toBe("");
    if (!ruby.lacks.includes("rbs")) expect(validateSignatures(folder), `SEED=${seed}`).toBe("");
  });
  leaveTally({ language: "Ruby", tried: specs, compiled: generated });
});
