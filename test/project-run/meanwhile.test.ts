/** Changes to a project during a run. */
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, writeTree } from "../folders.js";
import { makeSmallProject, runIn } from "./small-project.js";

/** Runs a project, and calls a function when a phase first begins. */
function runMeanwhile(folder: string, when: string, act: () => void) {
  let isDone = false;
  return runIn(folder, {
    onPhase(phase) {
      if (phase !== when || isDone) return;
      isDone = true;
      act();
    },
  });
}

describe("in a first run", () => {
  it("a folder that another program creates keeps its files, and gets the pages", async () => {
    const folder = makeSmallProject();
    const { outcome, targets } = await runMeanwhile(folder, "compare", () =>
      writeTree(folder, { "out/java/mine.txt": "mine\n" }),
    );
    expect(outcome).toBe("done");
    expect(targets[2]?.written.length).toBeGreaterThan(0);
    expect(readTree(join(folder, "out/java")).get("mine.txt")).toBe("mine\n");
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  });

  it("a file that another program writes at the path of a page stops the run, and is left alone", async () => {
    const folder = makeSmallProject();
    const page = "out/java/docs/models/components/Address.md";
    const { outcome, targets } = await runMeanwhile(folder, "compare", () => writeTree(folder, { [page]: "mine\n" }));
    expect(outcome).toBe("differs");
    const differences = targets.flatMap((each) => each.differences);
    expect(differences).toMatchObject([{ state: "foreign" }]);
    expect([differences[0]?.found(), differences[0]?.wanted]).toEqual(["mine\n", expect.stringContaining("# Address")]);
    expect([...readTree(join(folder, "out"))]).toEqual([["java/docs/models/components/Address.md", "mine\n"]]);
  });

  it("a faster run leaves nothing to write", async () => {
    const [folder, other] = [makeSmallProject(), makeSmallProject()];
    await runIn(other);
    const { outcome, targets } = await runMeanwhile(folder, "write", () =>
      cpSync(join(other, "out"), join(folder, "out"), { recursive: true }),
    );
    expect(outcome).toBe("done");
    expect(targets.map(({ written }) => written)).toEqual([[], [], []]);
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  });

  it.each(["parse", "compare", "write"])("a cache that is deleted at %s does no harm", async (phase) => {
    const folder = makeSmallProject();
    const { outcome } = await runMeanwhile(folder, phase, () =>
      rmSync(join(folder, ".cache"), { recursive: true, force: true }),
    );
    expect(outcome).toBe("done");
    expect((await runIn(folder, { mode: "check", cache: false })).outcome).toBe("done");
  });

  it("another run in the same process does no harm", async () => {
    const [folder, other] = [makeSmallProject(), makeSmallProject()];
    const runs = await Promise.all([runIn(folder), runIn(other, { cache: join(folder, ".cache") })]);
    expect(runs.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(other, "out")));
  });
});

it("a cache that cannot be written does no harm", async () => {
  const folder = makeSmallProject();
  writeFileSync(join(folder, ".cache"), "a file\n");
  expect((await runIn(folder)).outcome).toBe("done");
  rmSync(join(folder, ".cache"));
  expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
});

it("a run that has to start again more than once reports all files that it wrote", async () => {
  const folder = makeSmallProject();
  const manifestOf = (target: string): string => join(folder, "out", target, ".modelwright-manifest");
  const removeAPage = (): void => {
    const [page = ""] = [...readTree(join(folder, "out/typescript")).keys()].filter((path) => path.endsWith(".md"));
    rmSync(join(folder, "out/typescript", page));
  };
  let [writes, compares] = [0, 0];
  const { outcome, targets } = await runIn(folder, {
    onPhase(phase) {
      if (phase === "compare" && ++compares === 2) removeAPage();
      if (phase !== "write") return;
      writes++;
      // The first attempt fails at the second target, the next one at the first.
      if (writes === 1) writeTree(folder, { "out/ruby/.modelwright-manifest": "" });
      if (writes === 2) writeFileSync(manifestOf("typescript"), `${"0".repeat(64)}  gone.md\n`, { flag: "a" });
    },
  });
  expect([outcome, writes]).toEqual(["done", 3]);
  for (const { name, output, written } of targets) {
    const files = [...readTree(join(folder, output)).keys()].filter((path) => path !== ".modelwright-manifest");
    expect([name, written]).toEqual([name, files]);
  }
});
