import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/run/project.js";
import { outputsOf } from "../../src/config/config.js";
import { loadProject } from "../../src/run/load-project.js";
import { parseManifest } from "../../src/output/manifest.js";
import { mergeShards } from "../../src/output/merge.js";
import { parseShard } from "../../src/output/shard.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { makeSmallProject, runIn } from "../project-run/small-project.js";

/** Merges every target of the project in a folder. */
async function mergeIn(folder: string) {
  const file = readConfig(join(folder, "modelwright.yaml")).value;
  const targets = (file && loadProject(file, []).value?.targets) ?? [];
  const merged = [];
  for (const target of targets)
    for (const output of outputsOf(target)) merged.push(await mergeShards(folder, target.name, output));
  return merged;
}

/** Copies the files that a shard wrote, as listed in its manifest part. */
function collect(from: string, to: string, part: string): void {
  for (const target of ["typescript", "ruby", "java"]) {
    const name = `.modelwright-manifest.${part}`;
    const manifest = parseManifest(readTree(join(from, "out", target)).get(name) ?? "");
    for (const path of [name, ...manifest.keys()])
      cpSync(join(from, "out", target, path), join(to, "out", target, path));
  }
}

describe("a shard", () => {
  it.each([
    ["1/1", { index: 1, count: 1 }],
    ["3/12", { index: 3, count: 12 }],
    ["0/2", undefined],
    ["3/2", undefined],
    ["1/0", undefined],
    ["1", undefined],
    ["1/2/3", undefined],
    ["-1/2", undefined],
    ["1.5/2", undefined],
  ])("is parsed from %j", (text, shard) => expect(parseShard(text)).toEqual(shard));

  it("generates its part of the pages; all shards together generate what one run does", async () => {
    const whole = makeSmallProject();
    await runIn(whole);
    const together = makeSmallProject();
    for (const index of [3, 1, 4, 2]) {
      const job = makeSmallProject();
      const { outcome, targets } = await runIn(job, { shard: { index, count: 4 } });
      expect(outcome).toBe("done");
      expect(targets.some(({ written }) => written.length > 0)).toBe(true);
      cpSync(join(job, "out"), join(together, "out"), { recursive: true });
    }
    const merged = await mergeIn(together);
    expect(merged.flatMap(({ differences }) => differences)).toEqual([]);
    expect(readTree(join(together, "out"))).toEqual(readTree(join(whole, "out")));
    expect((await runIn(together, { mode: "check" })).outcome).toBe("done");
  });

  it("removes the left-over files of its part; the merge removes those in another copy", async () => {
    const old = makeSmallProject();
    writeTree(old, {
      "spec/old.yaml": "models: { Old: { fields: { a: string } }, Older: { fields: { a: string } } }\n",
    });
    await runIn(old);
    rmSync(join(old, "spec/old.yaml"));
    const whole = temporaryFolder();
    cpSync(old, whole, { recursive: true });
    await runIn(whole);

    const together = temporaryFolder();
    cpSync(old, together, { recursive: true });
    for (const index of [1, 2]) {
      const job = temporaryFolder();
      cpSync(old, job, { recursive: true });
      await runIn(job, { shard: { index, count: 2 } });
      collect(job, together, `${index}-of-2`);
    }
    expect(existsSync(join(together, "out/ruby/docs/models/shared/old.md"))).toBe(true);
    const merged = await mergeIn(together);
    expect(merged.flatMap(({ removed }) => removed).filter((path) => /\/old\./i.test(path)).length).toBeGreaterThan(2);
    expect(readTree(join(together, "out"))).toEqual(readTree(join(whole, "out")));
  });

  it("is not merged while another one is missing or a file has changed", async () => {
    const folder = makeSmallProject();
    await expect(mergeIn(folder)).rejects.toThrow('target "typescript" lacks the parts of its manifest');
    for (const index of [1, 3]) await runIn(folder, { shard: { index, count: 3 } });
    await expect(mergeIn(folder)).rejects.toThrow('target "typescript" lacks .modelwright-manifest.2-of-3');
    const { targets } = await runIn(folder, { shard: { index: 2, count: 3 } });
    const [target] = targets.filter(({ written }) => written.length > 0);
    rmSync(join(folder, target?.output ?? "", target?.written[0] ?? ""));
    const merged = await mergeIn(folder);
    expect(merged.flatMap(({ differences }) => differences)).toMatchObject([
      { path: target?.written[0], state: "missing" },
    ]);
    expect((await runIn(folder)).outcome).toBe("done");
    expect([...readTree(join(folder, "out")).keys()].filter((path) => path.includes("-of-"))).toEqual([]);
  });
});
