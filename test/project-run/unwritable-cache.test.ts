/** A cache that cannot be written makes runs slower, and nothing else. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/run/run.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";

const files = {
  "modelwright.yaml": "targets: { t: { language: ruby, output: out } }\n",
  "spec/a.yaml": "models: { A: { fields: { a: string } } }\n",
  file: "",
};

// In /proc, the system refuses every folder as if the one around it did not exist.
test.each([
  ["below a file", "file/cache"],
  ["refused by the system", "/proc/modelwright"],
])("a cache folder that is %s is reported once", async (_, cache) => {
  const folder = temporaryFolder();
  writeTree(folder, files);
  const options = {
    config: join(folder, "modelwright.yaml"),
    cache: join(cache.startsWith("/") ? "/" : folder, cache),
  };
  for (const mode of ["write", "write"] as const) {
    const { outcome, diagnostics } = await run({ ...options, mode });
    expect(outcome).toBe("done");
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["unwritable-cache", "warning"]]);
  }
  const { outcome, diagnostics } = await run({ ...options, mode: "check", cache: false });
  expect([outcome, diagnostics]).toEqual(["done", []]);
  expect([...readTree(join(folder, "out")).keys()].length).toBeGreaterThan(5);
});
