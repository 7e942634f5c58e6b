import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/cli/findings.js";
import type { Diagnostic, SourceFile } from "../../src/diagnostics/diagnostic.js";

function warningIn(file: string): Diagnostic {
  return { code: "example-mismatch", severity: "warning", message: "It is odd", span: { file, start: 0, end: 1 } };
}

/** The texts that findings are shown with, by path. */
function shownTexts(sources: readonly SourceFile[], diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const findings = findingsOf({ root: "/project", diagnostics, sources, targets: [] }, "/project/api");
  return new Map([...findings.sources].map(([path, { text }]) => [path, text]));
}

describe("the texts of findings", () => {
  it("are those of the files in diagnostics, including related places", () => {
    const sources = ["a", "b", "c"].map((path) => ({ path, text: `text of ${path}` }));
    const related = [{ message: "the other one", span: { file: "c", start: 0, end: 1 } }];
    expect(shownTexts(sources, [{ ...warningIn("a"), related }])).toEqual(
      new Map([
        ["../a", "text of a"],
        ["../c", "text of c"],
      ]),
    );
  });
});

it("a file in the way of a whole folder is one finding", () => {
  const blocked = (path: string, obstacle: string) =>
    ({
      path,
      state: "blocked",
      obstacle,
      cause: undefined,
      causes: [],
      template: undefined,
      found: () => "",
      wanted: "",
    }) as const;
  const differences = [
    ...["a.md", "b.md", "c/d.md"].map((path) => blocked(path, '"gen" is a file, not a folder')),
    ...["e.md", "f.md"].map((path) => blocked(path, "it is a folder")),
  ];
  const target = { name: "t", output: "gen", models: 1, written: [], removed: [], unchanged: 0, differences };
  const { all } = findingsOf({ root: "/p", diagnostics: [], sources: [], targets: [target] }, "/p");
  expect(all.map(({ path }) => path)).toEqual(["gen/a.md", "gen/e.md", "gen/f.md"]);
});
