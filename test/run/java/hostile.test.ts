/** Specs from hell: what is generated of them compiles without a warning and does nothing but declare. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../../src/render/page.js";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { leaveTally } from "../../fuzz/tally.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { ask, checkComments, classesOf, compile, driver, inTemporaryFolder, javaOfSpec, run } from "./tree.js";

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
      const files = trees.flat();
      expect(compile(folder, files, [everything, driver]), `SEED=${seed}`).toBe("");
      expect(checkComments(folder), `SEED=${seed}`).toBe("");
      const classes = trees.flatMap((tree) => [...classesOf(tree).values()]);
      writeFileSync(join(folder, "names"), classes.join("\n"));
      expect(run(folder, "Everything", [join(folder, "names")]), `SEED=${seed}`).toBe("done\n");
      const requests = classes.flatMap((model) => documents.map((json) => ({ id: model, model, json })));
      const responses = ask(folder, new Map(classes.map((name) => [name, name])), requests);
      expect(responses.length).toBe(requests.length);
    });
    leaveTally({ language: "Java", tried: made.length, compiled: trees.length });
  });
});

const everything = join(projectRoot, "test/run/java/Everything.java");
const documents = ["{}", "[]", '"PWNED"', "1", '{"": 1, "__proto__": {"PWNED": 1}}'];
