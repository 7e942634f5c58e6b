/** Threads that share the work; they are there in the built package only. */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as built from "../../dist/index.js";
import { loadProject } from "../../dist/files/load-project.js";
import { readConfig } from "../../dist/files/project.js";
import { callWorkers, partsLeft } from "../../dist/files/workers.js";
import { madeConfig, madeSpec } from "../../bench/made-spec.mjs";
import { generate } from "../../src/index.js";
import { readTree, temporaryFolder, writeTree } from "./folders.js";

/** A project in three languages, large enough for workers. */
function makeProject(): string {
  const folder = temporaryFolder();
  const specs = [...madeSpec(340)].map(([name, text]) => [`spec/${name}`, text] as const);
  writeTree(folder, { "modelwright.yaml": madeConfig, ...Object.fromEntries(specs) });
  return folder;
}

describe("the parts of a target", () => {
  it("are each taken once, whoever asks", () => {
    const taken = new Int32Array(new SharedArrayBuffer(8));
    const [one, other] = [partsLeft(taken, 1, 5), partsLeft(taken, 1, 5)].map((each) => each[Symbol.iterator]());
    const parts = [one, other, other, one, other, one, other].map((each) => each?.next().value as number | undefined);
    expect(parts).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
    expect([...partsLeft(taken, 0, 2)]).toEqual([0, 1]);
  });
});

describe.skipIf(availableParallelism() < 2)("workers", () => {
  it("make whatever nobody else takes", async () => {
    const folder = makeProject();
    const { value: config } = readConfig(join(folder, "modelwright.yaml"));
    const { value: project } = loadProject(config!, []);
    const context = { cache: undefined, last: undefined } as Parameters<typeof callWorkers>[0];
    const files = await callWorkers(context, project!)?.files();
    const { targets } = await built.generateFiles({ ...project!.inputs, config: project!.config });
    const sorted = (all: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] =>
      [...all].sort(([left], [right]) => (left < right ? -1 : 1));
    for (const [at, target] of targets.entries()) {
      expect(sorted(files![at]!.map(({ path, text }) => [path, text]))).toEqual(
        sorted(target.files.map(({ path, text }) => [path, text])),
      );
    }
  });

  it("write the same bytes as one thread", async () => {
    const [alone, together] = [makeProject(), makeProject()];
    for (const cache of [false, "cache"] as const) {
      const [one] = [await generate({ config: join(alone, "modelwright.yaml"), cache })];
      const more = await built.generate({ config: join(together, "modelwright.yaml"), cache });
      expect({ ...more, root: "" }).toEqual({ ...one, root: "" });
      expect(readTree(join(together, "generated"))).toEqual(readTree(join(alone, "generated")));
    }
  });

  it("find the same mistakes as one thread", async () => {
    const folder = makeProject();
    const config = join(folder, "modelwright.yaml");
    writeTree(folder, { "own/classes/model.rb.hbs": "{{#each fields}}{{nothing}}{{/each}}\n" });
    writeFileSync(config, readFileSync(config, "utf8").replace("ruby,", "ruby, templates: own,"));
    const [one, more] = [await generate({ config, cache: false }), await built.generate({ config, cache: false })];
    expect(one.diagnostics).toHaveLength(1);
    expect(more.diagnostics).toEqual(one.diagnostics);
    expect(more.outcome).toBe("mistakes");
  });
});
