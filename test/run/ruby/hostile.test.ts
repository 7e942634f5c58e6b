/** Specs from hell: what is generated of them compiles without a warning, has valid signatures, and does nothing but declare. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { check, inTemporaryFolder, ruby, rubyOfSpec, type SourceText, validateSignatures, writeFiles } from "./tree.js";

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
  await inTemporaryFolder((folder) => {
    writeFiles(folder, files);
    expect(check(folder, files), `SEED=${seed}`).toBe("");
    expect(validateSignatures(folder) ?? "", `SEED=${seed}`).toBe("");
  });
});
