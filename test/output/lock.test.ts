import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiskError } from "../../src/disk/disk-error.js";
import { lock } from "../../src/output/lock.js";
import { temporaryFolder } from "../folders.js";

const name = ".modelwright-lock";

describe("the lock of an output folder", () => {
  it("makes a second run wait", async () => {
    const folder = temporaryFolder();
    const first = await lock(folder);
    const order: string[] = [];
    const second = lock(folder).then((held) => {
      order.push("second holds it");
      held.release();
    });
    await new Promise((resolve) => setTimeout(resolve, 120));
    order.push("first releases it");
    first.release();
    await second;
    expect(order).toEqual(["first releases it", "second holds it"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not make a run wait for a process that has ended", async () => {
    const folder = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    writeFileSync(join(folder, name), `${pid} ${hostname()}\n`);
    (await lock(folder)).release();
    expect(existsSync(join(folder, name))).toBe(false);
  });

  it("is reported with its age if a run on another machine does not refresh it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "1 another-machine\n");
    const began = Date.now();
    await expect(lock(folder)).rejects.toThrow(/process 1 on another-machine, \d s old/);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it("is reported if a run on another machine, whose clock is ahead, does not refresh it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "1 another-machine\n");
    const ahead = new Date(Date.now() + 3_600_000);
    utimesSync(join(folder, name), ahead, ahead);
    const began = Date.now();
    await expect(lock(folder)).rejects.toThrow(/process 1 on another-machine, 0 s old/);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it.each([0, 3_600_000])(
    "makes a run wait for one on another machine that refreshes it, whose clock is %d ms ahead",
    async (ahead) => {
      const folder = temporaryFolder();
      const path = join(folder, name);
      writeFileSync(path, "1 another-machine\n");
      const refresh = (): void => utimesSync(path, new Date(Date.now() + ahead), new Date(Date.now() + ahead));
      const refreshing = setInterval(refresh, 500);
      const held = lock(folder);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      clearInterval(refreshing);
      rmSync(path);
      (await held).release();
    },
    20_000,
  );

  it("does not make a run wait for one on another machine that stopped refreshing it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "1 another-machine\n");
    const past = new Date(Date.now() - 40_000);
    utimesSync(join(folder, name), past, past);
    (await lock(folder)).release();
  });

  it.each([
    ["a folder", (path: string) => mkdirSync(path)],
    ["a symbolic link", (path: string) => symlinkSync("nowhere", path)],
  ])("reports %s in its place at once, and what to do", async (what, make) => {
    const folder = temporaryFolder();
    make(join(folder, name));
    await expect(lock(folder)).rejects.toThrow(
      `expected the lock of a run at "${join(folder, name)}", but it is ${what}`,
    );
  });

  it("shows nothing of a file that no run has written", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "\u001b[31mred \u001b]0;title\u0007\n");
    await expect(lock(folder)).rejects.toThrow("another run (process ? on another machine, 3 s old)");
  }, 20_000);

  it("stops waiting when the run is cancelled", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "1 another-machine\n");
    await expect(lock(folder, AbortSignal.abort())).rejects.toThrow(DiskError);
    expect(existsSync(join(folder, name))).toBe(true);
  });
});
