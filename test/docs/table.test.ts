import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeCell, tableCells } from "../../src/docs/table.js";

describe("tables (format §2)", () => {
  test("all columns are as wide as the longest cell before escaping", () => {
    const { rule, rows } = tableCells(
      [
        { a: "Name", b: "Value" },
        { a: "x|y", b: "1\n2" },
      ],
      "padded",
    );
    expect(rule).toBe("-----");
    expect(rows).toEqual([
      { a: "Name ", b: "Value" },
      { a: "x\\|y ", b: "1<br/>2" },
    ]);
  });

  test("a column is at least three characters wide", () => {
    expect(tableCells([{ a: "x" }], "padded")).toEqual({ rule: "---", rows: [{ a: "x  " }] });
  });

  test("a compact table has no padding", () => {
    expect(tableCells([{ a: "x", b: "a|b" }], "compact")).toEqual({ rule: "---", rows: [{ a: "x", b: "a\\|b" }] });
  });

  test("lengths are counted in UTF-16 code units", () => {
    expect(tableCells([{ a: "😀😀" }, { a: "é" }], "padded").rows).toEqual([{ a: "😀😀" }, { a: "é   " }]);
  });

  test.each([
    ["a|b", "a\\|b"],
    ["a\nb", "a<br/>b"],
    ["a\r\nb\rc", "a<br/>b<br/>c"],
    ["<b> & *x*", "<b> & *x*"],
    ["a\\|b", "a\\\\\\|b"],
    ["a\\\\|b", "a\\\\\\|b"],
    ["||", "\\|\\|"],
  ])("%j is escaped to %j", (text, expected) => {
    expect(escapeCell(text)).toBe(expected);
  });

  const hostileText = fc.string({
    unit: fc.constantFrom("|", "\\", "\n", "\r", "a", " ", "`", "<", "😀", "\u2028", "-"),
  });

  test("no string breaks its row, or changes the width of other cells", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: hostileText, b: hostileText }), { minLength: 1 }), (texts) => {
        const { rule, rows } = tableCells(texts, "padded");
        rows.forEach((row, index) => {
          expect(cellsOf(`| ${row.a} | ${row.b} |`)).toHaveLength(2);
          const plain = texts[index] ?? row;
          for (const column of ["a", "b"] as const) {
            expect(row[column]).not.toMatch(/[\r\n]/);
            expect(row[column].length).toBeGreaterThanOrEqual(rule.length);
            if (escapeCell(plain[column]) === plain[column]) expect(row[column]).toHaveLength(rule.length);
          }
        });
      }),
    );
  });
});

/** The cells of a row as GitHub reads them: a backslash takes the character after it with it. */
function cellsOf(row: string): readonly string[] {
  return (row.match(/(?:\\.|[^|\\])+/gsu) ?? []).filter((cell) => cell !== "");
}
