import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonArray, isJsonObject, type Json } from "../../src/text/json.js";
import { parseAnyYaml, parseYaml } from "../../src/text/parse.js";
import { type Node, toJson } from "../../src/text/tree.js";

function json(text: string): unknown {
  const { value, diagnostics } = parseYaml({ path: "a.yaml", text });
  expect(diagnostics).toEqual([]);
  return plain(toJson(value!));
}

function codes(text: string): readonly string[] {
  return parseYaml({ path: "a.yaml", text }).diagnostics.map(({ code }) => code);
}

function plain(value: Json): unknown {
  if (isJsonArray(value)) return value.map(plain);
  return isJsonObject(value) ? [...value].map(([key, each]) => [key, plain(each)]) : value;
}

describe("values", () => {
  it.each([
    ["12345678901234567890", 12345678901234567890n],
    ["-9007199254740993", -9007199254740993n],
    ["9007199254740991", 9007199254740991],
    ["0x20000000000001", 9007199254740993n],
    ["1.0", 1],
    ["1.10", 1.1],
    ["1e3", 1000],
    ["2025-07", "2025-07"],
    ["yes", "yes"],
    ["~", null],
    ["'1'", "1"],
    ['"\\u00e9\\n"', "é\n"],
    ['"\\ud800"', "\ud800"],
  ])("%s", (text, value) => {
    expect(json(`a: ${text}`)).toEqual([["a", value]]);
  });

  it.each(["0.1000000000000000055511151231257827", "1e999", "12345678901234567890.5", ".nan", "-.inf"])(
    "%s is not exact",
    (text) => {
      expect(codes(`a: ${text}`)).toEqual(["inexact-number"]);
    },
  );

  it("have keys that are strings, in order", () => {
    expect(json("2: a\n1: b\non: c\nnull: d\n1.0: e\n__proto__: f\n'x y': g")).toEqual([
      ["2", "a"],
      ["1", "b"],
      ["on", "c"],
      ["null", "d"],
      ["1.0", "e"],
      ["__proto__", "f"],
      ["x y", "g"],
    ]);
  });

  it("may be aliases and merges", () => {
    expect(json("a: &x { b: 1, c: 2 }\nd: *x\ne: { <<: *x, c: 3, f: 4 }\ng: { <<: [*x, { b: 5, h: 6 }] }")).toEqual([
      [
        "a",
        [
          ["b", 1],
          ["c", 2],
        ],
      ],
      [
        "d",
        [
          ["b", 1],
          ["c", 2],
        ],
      ],
      [
        "e",
        [
          ["c", 3],
          ["f", 4],
          ["b", 1],
        ],
      ],
      [
        "g",
        [
          ["b", 1],
          ["c", 2],
          ["h", 6],
        ],
      ],
    ]);
    expect(json("a: &k b\n*k : 2")).toEqual([
      ["a", "b"],
      ["b", 2],
    ]);
  });
});

describe("hostile files", () => {
  it.each([
    ["100,000 brackets", "[".repeat(100_000)],
    ["100,000 brackets that close", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["50,000 braces", "{a: ".repeat(50_000)],
    ["100,000 dashes", "- ".repeat(100_000)],
    ["3,000 steps", Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s are too deep", (_, text) => {
    expect(codes(text)).toEqual(["too-deep"]);
  });

  it("aliases that expand exponentially are refused quickly", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `a${index}: &a${index} [${index === 0 ? "x" : `*a${index - 1}, *a${index - 1}`}]`,
    );
    expect(codes(bomb.join("\n"))).toEqual(["too-many-aliases"]);
    const deep = Array.from(
      { length: 200 },
      (_, index) => `a${index}: &a${index} [${index === 0 ? "x" : `*a${index - 1}`}]`,
    );
    expect(codes(deep.join("\n"))).toContain("too-deep");
  });
});

describe("any text", () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 200, unit: "binary" }),
    fc
      .array(
        fc.constantFrom(
          "a",
          ":",
          " ",
          "\n",
          "-",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&x",
          "*x",
          "!",
          "|",
          ">",
          "'",
          '"',
          "#",
          "?",
          "<<",
          "\t",
          "\r\n",
          "---",
          "%",
        ),
      )
      .map((parts) => parts.join("")),
  );

  it("gives a tree or a diagnostic, with spans inside the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, diagnostics } = parseYaml({ path: "a", text });
        if (value !== undefined) expectSpans(value, text.length);
        for (const { span } of diagnostics)
          expect(span!.start <= span!.end && span!.start <= text.length, JSON.stringify(span)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("that is JSON is YAML, with the right spans of scalars", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4, noUnicodeString: false }), fc.boolean(), (text, pretty) => {
        const source = pretty ? JSON.stringify(JSON.parse(text), null, 2) : text;
        const { value, diagnostics } = parseAnyYaml({ path: "a", text: source });
        fc.pre(diagnostics.every(({ code }) => code === "inexact-number"));
        if (value !== undefined) expectJsonSpans(value, source);
      }),
      { numRuns: 500 },
    );
  });
});

function expectSpans(node: Node, length: number): void {
  expect(node.start <= node.end && node.end <= length).toBe(true);
  for (const child of children(node)) expectSpans(child, length);
}

function expectJsonSpans(node: Node, source: string): void {
  if (node.kind === "scalar" && node.start < node.end && typeof node.value !== "bigint") {
    expect(JSON.parse(source.slice(node.start, node.end))).toBe(node.value);
  }
  for (const child of children(node)) expectJsonSpans(child, source);
}

function children(node: Node): readonly Node[] {
  if (node.kind === "sequence") return node.items;
  return node.kind === "mapping" ? node.entries.map((entry) => entry.value) : [];
}
