import { describe, expect, it } from "vitest";
import { kindOfLines } from "../../src/compare/line-kinds.js";
import { type Output, rehearse } from "../../src/compare/rehearsal.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";

function outputOf(files: Readonly<Record<string, string>>, diagnostics: readonly Diagnostic[] = []): Output {
  const all = Object.entries(files).map(([path, text]) => ({ output: "out", path, text }));
  return { targets: [{ target: { name: "ruby" }, files: all }], diagnostics };
}

describe("the lines that differ", () => {
  it.each([
    ["code", "a.ts", "a;", "b;"],
    ["code", "a.ts", "  #private = 1;", "  #private = 2;"],
    ["code", "a.ts", 'f("// 1");', 'f("// 2");'],
    ["code", "a.ts", "  /* 1 */ a;", "  /* 1 */ b;"],
    ["comments", "a.ts", "// one\na;", "// two\n// three\na;"],
    ["comments", "A.java", "/** One. */\na;", "/**\n * Two.\n */\na;"],
    ["comments", "a.rb", "# one\na", "# two\na"],
    ["code", "a.rb", "# frozen_string_literal: true\na", "# frozen_string_literal: false\na"],
    ["code", "a.graphql", "# one\na", "# two\na"],
    ["formatting", "a.ts", "f(\n  a,\n);", "f(a,);"],
    ["formatting", "a.md", "| a   |", "| a |"],
    ["pages", "a.md", "# one", "# two"],
  ])("are %s in %s", (kind, path, old, current) => {
    expect([kindOfLines(path, old, current), kindOfLines(path, current, old)]).toEqual([kind, kind]);
  });
});

describe("a rehearsal", () => {
  it("groups files that change in the same way", () => {
    const before = outputOf({ "a.rb": "x\na\n", "b.rb": "x\nb\n", "c.rb": "c\n", "d.rb": "d\n", "e.rb": "e\n" });
    const after = outputOf({ "a.rb": "y\na\n", "b.rb": "y\nb\n", "c.rb": "c\n", "d.rb": "f\n", "n.rb": "n\n" });
    expect(rehearse(before, after)).toEqual({
      verdict: "breaking",
      targets: [
        {
          name: "ruby",
          files: { removed: 1, added: 1, code: 3, pages: 0, comments: 0, formatting: 0 },
          unchanged: 1,
        },
      ],
      changes: [
        { target: "ruby", kind: "removed", paths: ["out/e.rb"], lines: [] },
        { target: "ruby", kind: "added", paths: ["out/n.rb"], lines: [] },
        { target: "ruby", kind: "code", paths: ["out/a.rb", "out/b.rb"], lines: ["-x", "+y"] },
        { target: "ruby", kind: "code", paths: ["out/d.rb"], lines: ["-d", "+f"] },
      ],
      problems: [],
    });
  });

  it("has warnings of the other version only, however they are worded", () => {
    const at = (start: number, message: string): Diagnostic => {
      return { code: "slow-pattern", severity: "warning", message, span: { file: "a.yaml", start, end: start + 1 } };
    };
    const { problems, verdict } = rehearse(outputOf({}, [at(1, "one")]), outputOf({}, [at(1, "other"), at(2, "new")]));
    expect([problems.map(({ message }) => message), verdict]).toEqual([["new"], "none"]);
  });

  it("is breaking if the other version finds an error", () => {
    const error: Diagnostic = { code: "unknown-type", severity: "error", message: "m" };
    expect(rehearse(outputOf({ "a.rb": "" }), { targets: [], diagnostics: [error] })).toMatchObject({
      ...{ verdict: "breaking", targets: [], changes: [], problems: [error] },
    });
  });
});
