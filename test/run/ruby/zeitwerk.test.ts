/** Zeitwerk finds every class of a tree by its file name, with its own inflector and with ActiveSupport's. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { constantFile } from "../../../src/languages/ruby/names.js";
import { projectRoot } from "../../generated.js";
import { inProject, inTemporaryFolder, rubyOf, rubyOfSpec, run, type SourceText } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const { status } = spawnSync("ruby", ["-e", 'require "zeitwerk"; require "active_support"']);
const hasZeitwerk = status === 0 || (process.env["CI"] ?? "") !== "";

async function loads(files: readonly SourceText[]): Promise<void> {
  await inProject(files, (project) => {
    for (const inflector of ["plain", "active_support"]) {
      for (const entry of ["entry", "alone"]) {
        expect(run(project, "zeitwerk.rb", [inflector, "lib", entry]), `${inflector} ${entry}`).toBe("");
      }
    }
  });
}

describe.runIf(hasZeitwerk)("Zeitwerk, which is a gem,", () => {
  test.each(["", "test/cases/namespaces", "test/cases/recursion", "test/cases/unions"])(
    "loads all classes of the project in %j eagerly, and reloads them",
    async (folder) => loads(await rubyOf(join(projectRoot, folder))),
  );

  test.each(["HRIS 2core", "models", "model_support"])("loads the namespace %s, in any module", async (namespace) => {
    const spec = `namespace: ${namespace}
models:
  OAuthToken: { fields: { next: OAuthToken, model: HRISModel } }
  HRISModel: { fields: { token: "OAuthToken[]" } }
  Report: { fields: { x: decimal } }
`;
    for (const module of ["ACME::V1", "ACME::V1, typePrefix: relative"]) {
      const files = await rubyOfSpec(spec, module);
      expect(files?.length).toBeGreaterThan(10);
      await loads(files!);
    }
  });

  test("derives the name of every class from its file name", async () => {
    const part = fc.constantFrom(
      "A",
      "B",
      "HRIS",
      "API",
      "O",
      "Auth",
      "Token",
      "V2",
      "X1y",
      "b",
      "7",
      "Con",
      "End",
      "Model",
    );
    const names = fc.sample(
      fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `X${parts.join("")}`.replace(/^X(?=[A-Z])/, "")),
      { seed, numRuns: 2000 },
    );
    const lines = names.map((name) => `${constantFile(name)} ${name}\n`).join("");
    expect(await inTemporaryFolder((folder) => run(folder, "zeitwerk.rb", ["names"], lines))).toBe("");
  });
});

test("no two classes share a file", () => {
  const name = fc.tuple(
    fc.constantFrom("A", "B"),
    fc.string({ unit: fc.constantFrom("A", "a", "_", "1"), maxLength: 6 }),
  );
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [first, second] = [one.join(""), other.join("")];
      return first === second || constantFile(first) !== constantFile(second);
    }),
    { seed },
  );
});
