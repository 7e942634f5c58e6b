import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiskError } from "../../src/disk/disk-error.js";
import { hashOf } from "../../src/disk/hash.js";
import { manifestName } from "../../src/output/manifest.js";
import { temporaryName } from "../../src/output/replace-file.js";
import { write } from "../../src/output/write.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { bring, compared, statesIn } from "./wanted.js";

const files = { "docs/a.md": "a\n", "docs/deep/er/b.md": "b", "lib/c.rb": "c\n" };

/** The files of a folder without the manifest. */
function pagesIn(folder: string): Readonly<Record<string, string>> {
  const tree = new Map(readTree(folder));
  tree.delete(manifestName);
  return Object.fromEntries(tree);
}

function replaceByLink(path: string, target: string): void {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path);
}

describe("an output folder", () => {
  it("is created, with a manifest of its files", async () => {
    const folder = join(temporaryFolder(), "generated/x");
    expect(await bring(folder, files)).toBe("done");
    expect(pagesIn(folder)).toEqual(files);
    expect(readFileSync(join(folder, manifestName), "utf8")).toBe(
      Object.entries(files)
        .map(([path, text]) => `${hashOf(text)}  ${path}\n`)
        .join(""),
    );
  });

  it("keeps the times of files that do not change, the manifest included", async () => {
    const folder = temporaryFolder();
    await bring(folder, files);
    const past = new Date("2001-02-03T04:05:06Z");
    const paths = [...Object.keys(files), manifestName].map((path) => join(folder, path));
    for (const path of paths) utimesSync(path, past, past);
    expect(await bring(folder, files)).toBe("done");
    expect(paths.map((path) => statSync(path).mtime)).toEqual(paths.map(() => past));

    await bring(folder, { ...files, "lib/c.rb": "new\n" });
    expect(paths.filter((path) => statSync(path).mtimeMs !== past.getTime())).toEqual([
      join(folder, "lib/c.rb"),
      join(folder, manifestName),
    ]);
  });

  it("has missing, stale, left-over, edited and foreign files", async () => {
    const folder = temporaryFolder();
    await bring(folder, {
      "stale.md": "old",
      "left.md": "left",
      "edited.md": "ours",
      "edited-left.md": "ours",
      "same.md": "same",
    });
    writeTree(folder, {
      "edited.md": "theirs",
      "edited-left.md": "theirs",
      "foreign.md": "not ours",
      "beside.md": "not ours",
    });
    const now = { "stale.md": "new", "edited.md": "ours", "same.md": "same", "foreign.md": "x", "missing.md": "x" };
    expect(statesIn(folder, now)).toEqual({
      "edited-left.md": "edited",
      "edited.md": "edited",
      "foreign.md": "foreign",
      "left.md": "left-over",
      "missing.md": "missing",
      "same.md": "unchanged",
      "stale.md": "stale",
    });
  });

  it("loses left-over files with their empty folders, and no file that was not generated", async () => {
    const folder = temporaryFolder();
    await bring(folder, files);
    writeTree(folder, { "docs/deep/mine.txt": "mine", "lib/mine.rb": "mine" });
    await bring(folder, { "new.md": "new" });
    expect(pagesIn(folder)).toEqual({ "docs/deep/mine.txt": "mine", "lib/mine.rb": "mine", "new.md": "new" });
    expect(existsSync(join(folder, "docs/deep/er"))).toBe(false);
  });

  it("accepts a file with the right text, wherever it came from", async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "docs/a.md": "a\n" });
    expect(statesIn(folder, files)["docs/a.md"]).toBe("unchanged");
    await bring(folder, files);
    expect(readFileSync(join(folder, manifestName), "utf8")).toContain(`${hashOf("a\n")}  docs/a.md\n`);
  });

  it("ignores line ends that git converted", async () => {
    const folder = temporaryFolder();
    await bring(folder, { "a.md": "1\n2\n", "b.md": "1\n2\n", "gone.md": "1\n2\n" });
    const windows = { "a.md": "1\r\n2\r\n", "b.md": "1\r\n2\r\n", "gone.md": "1\r\n2\r\n" };
    writeTree(folder, windows);
    const manifest = readFileSync(join(folder, manifestName), "utf8").replaceAll("\n", "\r\n");
    writeTree(folder, { [manifestName]: manifest });
    expect(statesIn(folder, { "a.md": "1\n2\n", "b.md": "1\n3\n" })).toEqual({
      "a.md": "unchanged",
      "b.md": "stale",
      "gone.md": "left-over",
    });
    expect(await bring(folder, { "a.md": "1\n2\n", "b.md": "1\n2\n", "gone.md": "1\n2\n" })).toBe("done");
    expect(readTree(folder)).toEqual(new Map([[manifestName, manifest], ...Object.entries(windows)]));
  });

  it("is repaired after a merge that git could not finish", async () => {
    const folder = temporaryFolder();
    await bring(folder, { "a.md": "mine" });
    const mine = readFileSync(join(folder, manifestName), "utf8");
    writeTree(folder, { [manifestName]: `<<<<<<< HEAD\n${mine}=======\n${hashOf("theirs")}  a.md\n>>>>>>> branch\n` });
    expect(statesIn(folder, { "a.md": "merged" })).toEqual({ "a.md": "stale" });
    writeTree(folder, { "a.md": "theirs" });
    expect(statesIn(folder, { "a.md": "merged" })).toEqual({ "a.md": "stale" });
    await bring(folder, { "a.md": "merged" });
    expect(readFileSync(join(folder, manifestName), "utf8")).toBe(`${hashOf("merged")}  a.md\n`);
  });

  it("has foreign files if the manifest is lost", async () => {
    const folder = temporaryFolder();
    await bring(folder, { "a.md": "old", "b.md": "same" });
    writeTree(folder, { [manifestName]: "\u0000garbage\n" });
    expect(statesIn(folder, { "a.md": "new", "b.md": "same" })).toEqual({ "a.md": "foreign", "b.md": "unchanged" });
  });
});

describe("a file outside an output folder", () => {
  it("is neither written nor removed through a linked folder", async () => {
    const root = temporaryFolder();
    const folder = join(root, "out");
    await bring(folder, { "docs/a.md": "a", "lib/b.md": "b" });
    writeTree(root, { "elsewhere/a.md": "a", "elsewhere/keep": "" });
    for (const name of ["docs", "lib"]) replaceByLink(join(folder, name), join(root, "elsewhere"));
    const { entries } = compared(folder, { "docs/a.md": "new", "docs/deep/c.md": "c" });
    expect(entries.map(({ path, state, obstacle }) => [path, state, obstacle])).toEqual([
      ["docs/a.md", "blocked", '"docs" is a symbolic link'],
      ["docs/deep/c.md", "blocked", '"docs" is a symbolic link'],
    ]);
    await bring(folder, {});
    expect(readTree(join(root, "elsewhere"))).toEqual(
      new Map([
        ["a.md", "a"],
        ["keep", ""],
      ]),
    );
  });

  it("is not written through a linked file: with --force, the link is replaced", async () => {
    const root = temporaryFolder();
    const folder = join(root, "out");
    await bring(folder, { "a.md": "a" });
    writeTree(root, { "theirs.md": "theirs" });
    for (const name of ["a.md", "b.md", temporaryName]) replaceByLink(join(folder, name), join(root, "theirs.md"));
    expect(statesIn(folder, { "a.md": "new", "b.md": "b" })).toEqual({ "a.md": "edited", "b.md": "foreign" });
    await bring(folder, { "a.md": "new", "b.md": "b" });
    expect(lstatSync(join(folder, "a.md")).isFile()).toBe(true);
    expect(readTree(folder).get("b.md")).toBe("b");
    expect(readFileSync(join(root, "theirs.md"), "utf8")).toBe("theirs");
  });

  it("is not removed because a manifest lists it", async () => {
    const root = temporaryFolder();
    writeTree(root, { "secret.txt": "secret", "out/a.md": "a" });
    writeTree(root, {
      [`out/${manifestName}`]: `${hashOf("secret")}  ../secret.txt\n${hashOf("secret")}  ${root}/secret.txt\n`,
    });
    await bring(join(root, "out"), { "a.md": "a" });
    expect(existsSync(join(root, "secret.txt"))).toBe(true);
  });
});

describe("an obstacle", () => {
  it("is named: a folder, a file in place of a parent folder, a file in place of the output folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.md"));
    writeTree(folder, { docs: "a file" });
    const reported = compared(folder, { "a.md": "a", "docs/b.md": "b" }).entries.map(({ state, obstacle }) => [
      state,
      obstacle,
    ]);
    expect(reported).toEqual([
      ["blocked", "it is a folder"],
      ["blocked", '"docs" is a file, not a folder'],
    ]);
    const file = join(folder, "docs");
    expect(compared(file, { "a.md": "a" }).entries[0]?.obstacle).toBe(`"${file}" is a file, not a folder`);
  });

  it("is reported in plain words if the system refuses", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    const attempt = write(compared(join(folder, "out"), { "a.md": "a" }), {}).then(() =>
      write({ ...compared(join(folder, "out"), { "x.md": "x" }), folder: compared(join(folder, "file"), {}).folder }),
    );
    await expect(attempt).rejects.toThrow(
      new DiskError(`cannot create the folder "${folder}/file": a file already exists there`),
    );
  });
});

describe("names that differ only in case", () => {
  it("are renamed by removing the old one first, as file systems that ignore case need", async () => {
    const folder = temporaryFolder();
    await bring(folder, { "docs/Pet.md": "pet", "docs/other.md": "o" });
    expect(statesIn(folder, { "docs/pet.md": "pet", "docs/other.md": "o" })).toMatchObject({
      "docs/Pet.md": "left-over",
      "docs/pet.md": "missing",
    });
    await bring(folder, { "docs/pet.md": "pet", "docs/other.md": "o" });
    expect(pagesIn(folder)).toEqual({ "docs/other.md": "o", "docs/pet.md": "pet" });
  });

  it("are one file on such a file system: it is written again under its new name", async () => {
    const folder = temporaryFolder();
    await bring(folder, { "Pet.md": "pet" });
    linkSync(join(folder, "Pet.md"), join(folder, "pet.md"));
    expect(statesIn(folder, { "pet.md": "pet" })).toEqual({ "Pet.md": "left-over", "pet.md": "missing" });
    await bring(folder, { "pet.md": "pet" });
    expect(pagesIn(folder)).toEqual({ "pet.md": "pet" });
  });
});

describe("a run that is interrupted", () => {
  const many = Object.fromEntries(
    Array.from({ length: 1_500 }, (_, at) => [`d${at % 7}/file${at}.md`, `text ${at}\n`.repeat(50)]),
  );
  const others = Object.fromEntries(Object.keys(many).map((path) => [path, `other text of ${path}\n`]));

  it("leaves complete files and a manifest that lists all of them", async () => {
    const folder = temporaryFolder();
    await bring(folder, many);
    const controller = new AbortController();
    const running = bring(folder, others, { signal: controller.signal });
    controller.abort();
    expect(await running).toBe("cancelled");

    const found = Object.entries(pagesIn(folder));
    const written = found.filter(([path, text]) => text === others[path]);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(found.length);
    expect(found.filter(([path, text]) => text !== others[path] && text !== many[path])).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([manifestName]);
    expect(new Set(Object.values(statesIn(folder, others)))).toEqual(new Set(["unchanged", "stale"]));

    expect(await bring(folder, others)).toBe("done");
    expect(pagesIn(folder)).toEqual(others);
  });

  it("leaves nothing that the next run does not remove, even if it was killed", async () => {
    const folder = temporaryFolder();
    await bring(folder, { "a/x.md": "x", "b/y.md": "y" });
    writeTree(folder, { [`a/${temporaryName}`]: "half a te", [`b/${temporaryName}`]: "half a te" });
    await bring(folder, { "a/x.md": "new" });
    expect(pagesIn(folder)).toEqual({ "a/x.md": "new" });
  });

  it("writes nothing if another run has written in between", async () => {
    const folder = temporaryFolder();
    const first = compared(folder, { "a.md": "first" });
    await bring(folder, { "a.md": "second" });
    expect(await write(first)).toEqual({ outcome: "outdated" });
    expect(pagesIn(folder)).toEqual({ "a.md": "second" });
  });
});
