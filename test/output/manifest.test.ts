import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printOrigin } from "../../src/causes/origin.js";
import { hashOf } from "../../src/disk/hash.js";
import { manifestName, parseManifest, printManifest, unionOf } from "../../src/output/manifest.js";
import { temporaryFolder, writeTree } from "../folders.js";

const a = hashOf("a");
const b = hashOf("b");

describe("the manifest", () => {
  it("has one line per file, sorted by code units", () => {
    const manifest = new Map([
      ["b.md", [a]],
      ["a/ä.md", [b]],
      ["Z.md", [a]],
    ]);
    expect(printManifest(manifest)).toBe(`${a}  Z.md\n${b}  a/ä.md\n${a}  b.md\n`);
  });

  it("reads what it prints", () => {
    const path = fc.stringMatching(/^[a-zäöß_][a-z0-9 _()é-]{0,20}[a-z](\/[a-z0-9]{1,9}){0,3}$/);
    const hashes = fc.uniqueArray(fc.constantFrom(a, b, hashOf("c")), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(path, hashes)), (entries) => {
        const manifest = new Map(entries);
        const sorted = new Map([...manifest].sort(([left], [right]) => (left < right ? -1 : 1)));
        expect([...parseManifest(printManifest(manifest))]).toEqual([...sorted]);
      }),
    );
  });

  it("has the format of sha256sum", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "docs/a.md": "text of a", "ü.rb": "other" });
    const manifest = new Map([
      ["docs/a.md", [hashOf("text of a")]],
      ["ü.rb", [hashOf("other")]],
    ]);
    const head = printOrigin(
      new Map([
        ["modelwright", "1.0.0"],
        ['template "docs/model"', "0123"],
      ]),
    );
    writeFileSync(join(folder, manifestName), head + printManifest(manifest));
    const reported = execFileSync("sha256sum", ["--check", "--strict", manifestName], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(reported).toBe("docs/a.md: OK\nü.rb: OK\n");
  });

  it("lists both sides of a merge that git could not finish", () => {
    const text = `<<<<<<< HEAD\n${a}  x.md\n=======\n${b}  x.md\n>>>>>>> branch\n${a}  y.md\n`;
    expect([...parseManifest(text)]).toEqual([
      ["x.md", [a, b]],
      ["y.md", [a]],
    ]);
  });

  it.each([
    "../up.md",
    "/etc/passwd",
    "a/../../b",
    "C:\\x",
    "a\\b",
    "a//b",
    "a/./b",
    "con.md",
    "a/nul",
    "x.",
    "\u0001",
  ])("ignores %j: no run writes such a path", (path) => {
    expect(parseManifest(`${a}  ${path}\n`).size).toBe(0);
  });

  it("merges entries by path", () => {
    const union = unionOf([new Map([["x", [a]]]), new Map([["x", [b, a]]]), new Map([["y", [b]]])]);
    expect([...union]).toEqual([
      ["x", [a, b]],
      ["y", [b]],
    ]);
  });
});
