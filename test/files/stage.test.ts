/** Output folders that do not exist yet are put together in the cache. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, writeTree } from "./folders.js";
import { makeSmallProject, runIn } from "./small-project.js";

function stagesIn(folder: string): readonly string[] {
  const cache = join(folder, ".cache");
  return existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("stage-")) : [];
}

/** Does something in the first run of a project, when it has made everything and looks at the output folders. */
async function runMeanwhile(folder: string, act: () => void) {
  let isDone = false;
  return runIn(folder, {
    onPhase(phase) {
      if (phase === "compare" && !isDone) act();
      isDone ||= phase === "compare";
    },
  });
}

describe("a first run", () => {
  it("leaves what a run without a cache does, and nothing beside it", async () => {
    const [folder, other] = [makeSmallProject(), makeSmallProject()];
    const staged = await runMeanwhile(folder, () => expect(stagesIn(folder)).toHaveLength(3));
    const plain = await runIn(other, { cache: false });
    expect({ ...staged, root: "" }).toEqual({ ...plain, root: "" });
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(other, "out")));
    expect(stagesIn(folder)).toEqual([]);
    expect(statSync(join(folder, "out/ruby")).mode).toBe(statSync(join(other, "out/ruby")).mode);
  });

  it("knows its files the next time", async () => {
    const folder = makeSmallProject();
    await runIn(folder);
    const phases: string[] = [];
    const { targets } = await runIn(folder, { onPhase: (phase) => phases.push(phase) });
    expect(phases).toEqual(["read", "compare"]);
    expect(targets.map(({ written }) => written)).toEqual([[], [], []]);
  });

  it("puts together only what does not exist", async () => {
    const folder = makeSmallProject();
    writeTree(folder, { "out/ruby/mine.txt": "mine\n" });
    await runMeanwhile(folder, () => expect(stagesIn(folder)).toHaveLength(2));
    expect(readTree(join(folder, "out/ruby")).get("mine.txt")).toBe("mine\n");
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  });

  it("does not do so where it only looks, nor for a part of the pages", async () => {
    for (const options of [{ mode: "check" }, { mode: "dry-run" }, { shard: { index: 1, count: 2 } }] as const) {
      const folder = makeSmallProject();
      await runIn(folder, { ...options, onPhase: () => expect(stagesIn(folder)).toEqual([]) });
    }
  });

  it("leaves nothing when a template has a mistake", async () => {
    const folder = makeSmallProject();
    writeTree(folder, { "templates/docs/union.hbs": "{{nothing}}\n" });
    expect((await runIn(folder)).outcome).toBe("mistakes");
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(stagesIn(folder)).toEqual([]);
  });
});

describe("what comes in the way of a stage", () => {
  it("a folder of somebody else: it keeps its files, and gets the pages", async () => {
    const folder = makeSmallProject();
    const { outcome, targets } = await runMeanwhile(folder, () => writeTree(folder, { "out/java/mine.txt": "mine\n" }));
    expect(outcome).toBe("done");
    expect(targets[2]?.written.length).toBeGreaterThan(0);
    expect(readTree(join(folder, "out/java")).get("mine.txt")).toBe("mine\n");
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
    expect(stagesIn(folder)).toEqual([]);
  });

  it("a file of somebody else where a page belongs: the run stops, and it is as it was", async () => {
    const folder = makeSmallProject();
    const page = "out/java/docs/models/components/Address.md";
    const { outcome, targets } = await runMeanwhile(folder, () => writeTree(folder, { [page]: "mine\n" }));
    expect(outcome).toBe("differs");
    const differences = targets.flatMap((each) => each.differences);
    expect(differences).toMatchObject([{ state: "foreign" }]);
    expect([differences[0]?.found(), differences[0]?.wanted]).toEqual(["mine\n", expect.stringContaining("# Address")]);
    expect([...readTree(join(folder, "out"))]).toEqual([["java/docs/models/components/Address.md", "mine\n"]]);
    expect(stagesIn(folder)).toEqual([]);
  });

  it("another run that was faster: there is nothing left to write", async () => {
    const [folder, other] = [makeSmallProject(), makeSmallProject()];
    await runIn(other);
    const { outcome, targets } = await runIn(folder, {
      onPhase(phase) {
        if (phase === "write") cpSync(join(other, "out"), join(folder, "out"), { recursive: true });
      },
    });
    expect(outcome).toBe("done");
    expect(targets.map(({ written }) => written)).toEqual([[], [], []]);
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
    expect(stagesIn(folder)).toEqual([]);
  });

  it("a cache that nothing can be put into: texts are kept in memory", async () => {
    const folder = makeSmallProject();
    writeFileSync(join(folder, ".cache"), "a file\n");
    const phases: string[] = [];
    expect((await runIn(folder, { onPhase: (phase) => phases.push(phase) })).outcome).toBe("done");
    expect(phases.filter((phase) => phase === "parse")).toHaveLength(1);
    rmSync(join(folder, ".cache"));
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  });

  it("a folder where a page is to be put: the target is written as usual", async () => {
    const folder = makeSmallProject();
    const { outcome } = await runIn(folder, {
      onPage() {
        for (const stage of stagesIn(folder))
          mkdirSync(join(folder, ".cache", stage, "docs/models/components/Party.md"), { recursive: true });
      },
    });
    expect(outcome).toBe("done");
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
    expect(stagesIn(folder)).toEqual([]);
  });

  it.each(["make some pages", "compare", "write"])(
    "the end of the cache when a run is to %s: all is made again",
    async (when) => {
      const folder = makeSmallProject();
      let pages = 0;
      const end = (now: string): void => {
        if (now === when) rmSync(join(folder, ".cache"), { recursive: true, force: true });
      };
      const { outcome } = await runIn(folder, {
        onPhase: end,
        onPage: () => end(++pages === 8 ? "make some pages" : ""),
      });
      expect(outcome).toBe("done");
      expect((await runIn(folder, { mode: "check", cache: false })).outcome).toBe("done");
      expect(stagesIn(folder)).toEqual([]);
    },
  );

  it("another run in the same process", async () => {
    const [folder, other] = [makeSmallProject(), makeSmallProject()];
    const runs = await Promise.all([runIn(folder), runIn(other, { cache: join(folder, ".cache") })]);
    expect(runs.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(other, "out")));
  });

  it.skipIf(process.platform === "win32")(
    "a group that is taken over from the folder around: there is no stage",
    async () => {
      const folder = makeSmallProject();
      mkdirSync(join(folder, "out"));
      chmodSync(join(folder, "out"), 0o2755);
      await runMeanwhile(folder, () => expect(stagesIn(folder)).toEqual([]));
      expect(statSync(join(folder, "out/ruby")).mode & 0o2000).toBe(0o2000);
    },
  );

  it("what killed runs left: it is removed once it is an hour old", async () => {
    const folder = makeSmallProject();
    writeTree(folder, { ".cache/stage-1-0/a.md": "old\n", ".cache/stage-2-0/a.md": "new\n" });
    const before = Date.now() / 1_000 - 3_601;
    utimesSync(join(folder, ".cache/stage-1-0"), before, before);
    await runIn(folder);
    expect(stagesIn(folder)).toEqual(["stage-2-0"]);
  });
});
