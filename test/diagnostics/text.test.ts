import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic, SourceFile } from "../../src/diagnostics/diagnostic.js";
import { diagnosticText, noColours, position } from "../../src/diagnostics/text.js";

describe("a position", () => {
  const source = { path: "a.yaml", text: "ab\ncd\r\n\n😀e" };

  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
    [7, 3, 1],
    [8, 4, 1],
    [10, 4, 3],
    [11, 4, 4],
    [99, 4, 4],
  ])("of offset %i is line %i, column %i", (offset, line, column) => {
    expect(position(source, offset)).toEqual({ line, column });
  });

  it("is the same as by counting", () => {
    const texts = fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "😀", "\t")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, fc.nat(50), (text, offset) => {
        const before = text.slice(0, offset).split("\n");
        expect(position({ path: "a", text }, offset)).toEqual({
          line: before.length,
          column: before.at(-1)!.length + 1,
        });
      }),
    );
  });
});

describe("a diagnostic as text", () => {
  it("shows place, line, caret, hint and related places", () => {
    const source = { path: "spec/a.yaml", text: "models:\n  A: strng\n" };
    const span = { file: source.path, start: 13, end: 18 };
    const related = [{ message: "the first one", span: { file: "other.yaml", start: 0, end: 1 } }];
    expect(shown({ span, hint: 'did you mean "string"?', related }, source)).toBe(
      [
        "spec/a.yaml:2:6: error unknown-type: Something is wrong",
        "  2 |   A: strng",
        "           ^^^^^",
        '  hint: did you mean "string"?',
        "  other.yaml: the first one",
      ].join("\n"),
    );
  });

  it("needs no place", () => {
    expect(shown({}, { path: "a", text: "" })).toBe("error unknown-type: Something is wrong");
  });

  it.each([
    ["tabs", "\ta: 日本b", "b", "  1 |   a: 日本b\n               ^"],
    ["wide characters", "a: 日本", "日本", "  1 | a: 日本\n         ^^^^"],
    ["emoji", "😀: 😀b", "b", "  1 | 😀: 😀b\n            ^"],
    ["combining characters", "e\u0301e\u0301: b", "b", "  1 | e\u0301e\u0301: b\n          ^"],
    ["carriage returns", "a: b\r\nc", "b", "  1 | a: b\n         ^"],
    ["a span over several lines", "a: [\nb]", "[\nb]", "  1 | a: [\n         ^"],
  ])("puts the carets under the right columns: %s", (_, text, marked, expected) => {
    const start = text.lastIndexOf(marked);
    const span = { file: "a", start, end: start + marked.length };
    expect(shown({ span }, { path: "a", text }).split("\n").slice(1).join("\n")).toBe(expected);
  });

  it("clips long lines around the carets", () => {
    const text = `${"x".repeat(1000)}MARK${"y".repeat(1000)}`;
    const [, line, mark] = shown({ span: { file: "a", start: 1000, end: 1004 } }, { path: "a", text }).split("\n");
    expect(line).toBe(`  1 | …${"x".repeat(40)}MARK${"y".repeat(56)}…`);
    expect(line!.slice(mark!.indexOf("^"), mark!.lastIndexOf("^") + 1)).toBe("MARK");
  });

  it("shows a place at the very end, and one in an empty file", () => {
    expect(shown({ span: { file: "a", start: 3, end: 3 } }, { path: "a", text: "abc" })).toMatch(
      /\n {2}1 \| abc\n {9}\^$/,
    );
    expect(shown({ span: { file: "a", start: 0, end: 0 } }, { path: "a", text: "" })).toMatch(/^a:1:1: [^]*\n {6}\^$/);
  });

  it("cuts messages with names out of all proportion", () => {
    const text = shown({ message: "x".repeat(10_000), hint: "😀".repeat(10_000) }, { path: "a", text: "" });
    expect(text).toBe(`error unknown-type: ${"x".repeat(500)}…\n  hint: ${"😀".repeat(250)}…`);
  });

  it("lets nothing steer the terminal", () => {
    const nasty = "\u001b[31m\u0007\u0000\u009b\u202e\u2066\ud800\r\u2028x";
    const text = shown(
      { message: nasty, hint: nasty, span: { file: nasty, start: 0, end: 2 } },
      { path: nasty, text: nasty },
    );
    expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}|\p{Cs}|\u2028/u);
  });

  it("never fails, whatever text and span", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.string({ maxLength: 500 }),
    );
    fc.assert(
      fc.property(texts, fc.nat(600), fc.nat(600), (text, start, length) => {
        const lines = shown({ span: { file: "a", start, end: start + length } }, { path: "a", text }).split("\n");
        expect(lines).toHaveLength(3);
        expect(lines[2]).toMatch(/^ +\^+$/);
      }),
    );
  });
});

function shown(parts: Partial<Diagnostic>, source: SourceFile): string {
  const diagnostic: Diagnostic = { code: "unknown-type", severity: "error", message: "Something is wrong", ...parts };
  return diagnosticText(diagnostic, new Map([[source.path, source]]), noColours);
}
