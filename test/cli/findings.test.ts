import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/cli/findings.js";
import type { Diagnostic, SourceFile } from "../../src/diagnostics/diagnostic.js";
import { DiskError } from "../../src/files/disk-error.js";

function warningIn(file: string): Diagnostic {
  return { code: "example-mismatch", severity: "warning", message: "It is odd", span: { file, start: 0, end: 1 } };
}

/** The texts that findings are shown with, by path. */
function shownTexts(sources: readonly SourceFile[], diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const findings = findingsOf({ root: "/project", diagnostics, sources, targets: [] }, "/project/api");
  return new Map([...findings.sources].map(([path, { text }]) => [path, text]));
}

describe("the texts of findings", () => {
  it("are those of the files that are spoken of, related places included", () => {
    const sources = ["a", "b", "c"].map((path) => ({ path, text: `text of ${path}` }));
    const related = [{ message: "the other one", span: { file: "c", start: 0, end: 1 } }];
    expect(shownTexts(sources, [{ ...warningIn("a"), related }])).toEqual(
      new Map([
        ["../a", "text of a"],
        ["../c", "text of c"],
      ]),
    );
  });

  it("are left out where the file is gone, or was changed since: places would be wrong", () => {
    const gone: SourceFile = {
      path: "gone",
      get text(): string {
        throw new DiskError("it is gone");
      },
    };
    const read: string[] = [];
    const changed: SourceFile = {
      path: "changed",
      get text() {
        read.push("changed");
        return "new";
      },
      get hash() {
        return read.length === 0 ? "of old" : "of new";
      },
    };
    expect(shownTexts([gone, changed], [warningIn("gone"), warningIn("changed")])).toEqual(new Map());
    expect(read).toEqual(["changed"]);
  });
});
