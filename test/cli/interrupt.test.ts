import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../src/disk/hash.js";
import { parseManifest } from "../../src/output/manifest.js";
import { readTree } from "../folders.js";
import { modelwright, startModelwright, until } from "./command.js";
import { makeLargeProject } from "./large-project.js";

const output = "generated";
const lock = join(output, ".modelwright-lock");

/** What a run that comes to its end leaves. */
const whole = new Map<string, string>();

beforeEach(() => {
  if (whole.size > 0) return;
  const folder = makeLargeProject();
  expect(modelwright(folder, ["generate"]).status).toBe(0);
  for (const [path, text] of readTree(join(folder, "generated"))) whole.set(path, text);
});

/** Starts a run and waits until it writes. */
async function startWriting(folder: string) {
  const running = startModelwright(folder, ["generate"]);
  await until(() => existsSync(join(folder, lock)) && existsSync(join(folder, output, "src")));
  return running;
}

/** Every file but the manifest is as it should be in the end, and the manifest knows it. */
function expectWholeFiles(folder: string): void {
  const tree = readTree(join(folder, output));
  const manifest = parseManifest(tree.get(".modelwright-manifest") ?? "");
  const pages = [...tree].filter(([path]) => !basename(path).startsWith(".modelwright-"));
  expect(pages.length).toBeGreaterThan(0);
  for (const [path, text] of pages) {
    expect(text).toBe(whole.get(path));
    expect(manifest.get(path)).toContain(hashOf(text));
  }
}

describe("Ctrl-C, and any other signal to end", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "stops a run between two files; the next run ends it: %s",
    async (sent) => {
      const folder = makeLargeProject();
      const running = await startWriting(folder);
      running.process.kill(sent);
      const { signal, stdout, stderr } = await running.ended;
      expect([signal, stderr]).toEqual([sent, ""]);
      expect(stdout).toMatch(/^interrupted after \d+\.\d\d s; run again to finish\n$/);
      expect([...readTree(folder).keys()].filter((path) => /-(?:lock|new)$/.test(path))).toEqual([]);
      expect(readTree(join(folder, "generated")).size).toBeLessThan(whole.size);
      expectWholeFiles(folder);

      expect(modelwright(folder, ["generate"]).status).toBe(0);
      expect(readTree(join(folder, "generated"))).toEqual(whole);
    },
  );

  it("stops a run that is not writing yet immediately", async () => {
    const folder = makeLargeProject();
    const running = startModelwright(folder, ["generate", "--dry-run"]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    running.process.kill("SIGINT");
    expect(await running.ended).toMatchObject({ signal: "SIGINT", stdout: "", stderr: "" });
    expect(existsSync(join(folder, "generated"))).toBe(false);
  });
});

describe("a run that is killed while it writes", () => {
  it("leaves complete files; the next run removes the rest and continues immediately", async () => {
    const folder = makeLargeProject();
    const running = await startWriting(folder);
    running.process.kill("SIGKILL");
    expect((await running.ended).signal).toBe("SIGKILL");
    expect(existsSync(join(folder, lock))).toBe(true);
    expectWholeFiles(folder);

    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
    expect(readTree(join(folder, "generated"))).toEqual(whole);
  });
});

describe("two runs at once", () => {
  it("both finish, and leave what one run leaves", async () => {
    const folder = makeLargeProject();
    const runs = [startModelwright(folder, ["generate"]), startModelwright(folder, ["generate"])];
    for (const { status, stdout, stderr } of await Promise.all(runs.map(({ ended }) => ended))) {
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/ files written, /);
    }
    expect(readTree(join(folder, "generated"))).toEqual(whole);
    rmSync(join(folder, "spec/account.yaml"), { force: true });
    expect(modelwright(folder, ["generate", "--check"]).status).not.toBe(70);
  });
});

describe("a reader that stops reading", () => {
  it("is not reported", async () => {
    const folder = makeLargeProject();
    const running = startModelwright(folder, ["outputs"]);
    running.process.stdout?.once("data", () => running.process.stdout?.destroy());
    const { status, signal, stderr } = await running.ended;
    expect([status, signal, stderr]).toEqual([0, null, ""]);
  });

  it("does not stop a run", async () => {
    const folder = makeLargeProject();
    const running = startModelwright(folder, ["generate"]);
    running.process.stdout?.destroy();
    running.process.stderr?.destroy();
    expect((await running.ended).status).toBe(0);
    expect(readTree(join(folder, "generated"))).toEqual(whole);
    expect(readFileSync(join(folder, output, ".modelwright-manifest"), "utf8")).not.toBe("");
  });
});
