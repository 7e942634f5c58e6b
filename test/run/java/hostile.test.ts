/** Hostile specs: the output compiles without warnings, reads and writes documents, and executes no string. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../../src/render/page.js";
import { madeDocuments, misreading } from "../../fuzz/documents.js";
import { type Hostility, madeSpecFile } from "../../fuzz/made-spec.js";
import { leaveTally } from "../../fuzz/tally.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import {
  ask,
  checkComments,
  classesOf,
  compile,
  driver,
  inTemporaryFolder,
  javaOfSpec,
  requiredComments,
  run,
} from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const specs = Number(process.env["SPECS"] ?? 40);

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each<Hostility>(["names", "strings"])("hostile %s", async (hostility) => {
    const made = fc.sample(madeSpecFile(hostility), { seed, numRuns: specs });
    const trees: { spec: string; files: readonly GeneratedFile[] }[] = [];
    for (const [index, spec] of made.entries()) {
      const files = await javaOfSpec(spec, `tree${index}`);
      if (files !== undefined) trees.push({ spec, files });
    }
    expect(trees.length).toBeGreaterThan(specs / 10);

    await inTemporaryFolder(async (folder) => {
      const files = trees.flatMap((tree) => tree.files);
      const complaints = compile(folder, files, [everything, driver], undefined, requiredComments);
      expect(complaints, `SEED=${seed}`).toBe("");
      expect(checkComments(folder, undefined, false), `SEED=${seed}`).toBe("");
      const classes = trees.flatMap((tree) => [...classesOf(tree.files).values()]);
      writeFileSync(join(folder, "names"), classes.join("\n"));
      expect(run(folder, "Everything", [join(folder, "names")]), `SEED=${seed}`).toBe("done\n");
      const fitting = trees.flatMap(({ spec, files }) => {
        return madeDocuments(spec, "java").map(({ model, json }) => ({ model: classesOf(files).get(model)!, json }));
      });
      const others = classes.flatMap((model) => documents.map((json) => ({ model, json })));
      const requests = [...fitting, ...others].map((each, index) => ({ id: String(index), ...each }));
      const answers = ask(folder, new Map(classes.map((name) => [name, name])), requests);
      expect(answers.length).toBe(requests.length);
      const wrong = fitting.flatMap((document, index) => misreading(document, answers[index]) ?? []);
      expect(wrong, `SEED=${seed}`).toEqual([]);
      expect(fitting.length).toBeGreaterThan(specs / 10);
    });
    leaveTally({ language: "Java", tried: made.length, compiled: trees.length });
  });
});

const everything = join(projectRoot, "test/run/java/Everything.java");
const documents = ["{}", "[]", '"PWNED"', "1", '{"": 1, "__proto__": {"PWNED": 1}}'];
