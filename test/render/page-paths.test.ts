import { describe, expect, it } from "vitest";
import type { GeneratedFile } from "../../src/render/page.js";
import { checkPagePaths, isSafePath, safePaths } from "../../src/render/page-paths.js";

function page(path: string, start?: number): GeneratedFile {
  const span = start === undefined ? undefined : { file: "spec/a.yaml", start, end: start + 1 };
  return { output: "out", path, text: "", page: { path, template: "docs/model", model: "M", span } };
}

describe("output paths", () => {
  it.each(["docs/models/shared/pet.md", "lib/ünïcode.rb", "a b/c.d.e", ".hidden", "com1x.md", `${"x".repeat(240)}`])(
    "takes %j",
    (path) => expect([isSafePath(path), safePaths()(path)]).toEqual([true, true]),
  );

  it.each([
    "",
    "/a",
    "a/",
    "..",
    "a/../b",
    "a\\b",
    "C:x",
    "a:b",
    'a"b',
    "a|b",
    "a?",
    "a*",
    "a<b",
    "a\u0000b",
    "a\nb",
    "con",
    "CON.md",
    "a/aux.rb",
    "lpt9.txt",
    "com¹",
    "a./b",
    "a /b",
    "\ud800.md",
    "x".repeat(241),
    "ä".repeat(121),
    "d/".repeat(600),
  ])("refuses %j", (path) => expect([isSafePath(path), safePaths()(path)]).toEqual([false, false]));

  it("reports the page and the reason", () => {
    expect(checkPagePaths([page("docs/aux.md", 7)])).toEqual([
      {
        code: "path-escape",
        severity: "error",
        message: 'the path "docs/aux.md" cannot be written: "aux.md" is a device on Windows',
        span: { file: "spec/a.yaml", start: 7, end: 8 },
        hint: 'give "M" another name with "names"',
      },
    ]);
  });

  it.each([
    ["docs/pet.md", "docs/Pet.md"],
    ["docs/é.md", "docs/é.md"],
    ["docs/straße.md", "docs/STRASSE.md"],
    ["same.md", "same.md"],
  ])("treats %j and %j as one file", (first, second) => {
    const [diagnostic, ...more] = checkPagePaths([page(first, 1), page(second, 5), page("docs/other.md")]);
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({ code: "name-clash", span: { start: 5 }, related: [{ span: { start: 1 } }] });
  });
});
