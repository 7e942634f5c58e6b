/** The quick reader reads what the `yaml` package reads, or nothing. */
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAnyYaml } from "../../src/text/parse.js";
import { readPlain } from "../../src/text/read-plain.js";

/** Whether the quick reader read it. */
function expectSame(text: string): boolean {
  const plain = readPlain(text);
  if (plain === undefined) return false;
  expect({ value: plain, diagnostics: [] }).toEqual(parseAnyYaml({ path: "a.yaml", text }));
  return true;
}

const pieces = String.raw`
a | a b | a: b | a #b | a#b | - a | -1 | - | ? | ? a | : a | :a | a:b | http://a.b/c?d=e#f | a,b | a]b | --- | ... | <<
1 | -0 | 0 | 007 | 1.5 | -1.50 | 1e3 | 0x1F | 0o17 | .5 | 5. | +1 | .inf | -.INF | .nan | ~ | . | 1.2.3 | 12345678901234567890
null | Null | nUll | true | TRUE | False | fAlse | yes | 2025-07 | 2025-07-01 | 0.1000000000000000055 | -0.0 | 1_000
"a" | "a: b" | "a\nb" | " | 'a' | 'it''s' | '' | "" | 'a | 'a' b | "a"b" | '#' | '''' | 'a''' | "\u0041" | "a" #b | "a"#b
[] | {} | [a, b] | [a, b,] | [a b, 'c'] | { a: b } | {a: b, c: [d]} | { a } | { a: } | [a: b] | [[], {}] | [a | a] | {a: b,}
{ a: x:y, b: -1 } | [-a, - b] | [a,, b] | { 'a': 1, "b": 2 } | { "a":1 } | [a #b | { a: b#c } | { a:b } | [http://a, b] | { a: , b: c }
{"a":1,"b":"c"} | {"a":[1,{"b":null}]} | {'a':b} | {"a":} | {"a" :1} | {"a"} | ["a":1] | {"a":"b":c} | {"a,b":1} | "a\"b" | "\\" | "\"
"\x41" | "\u00e9\ud83d\ude00" | "\ud800" | "\/" | "\t\\n" | "\q" | {"a\"b":"c\\"} | "\U0001F600" | "\ " | {"a":#b} | {"a":b}c | "a\\" b
&a b | *a | !t a | %a | @a | é | 日本 | 😀 | $ref | (a) | a"b | a'b | "a", | [a] b | {a: b} c | [a]: b | 'a': b | [ ] | { }`;
const scalars = fc.oneof(
  { arbitrary: fc.constantFrom(...pieces.trim().split(/ \| |\n/)), weight: 8 },
  fc.constantFrom(
    "|",
    ">",
    "|\n  a",
    ">-\n    a\n\n    b",
    "a\tb",
    "a\n   b",
    '"a\n  b"',
    "[a,\n  b]",
    "\u2028",
    "\u0085",
    "\ufeff",
  ),
  fc.string({ maxLength: 6 }),
);
const indents = fc.constantFrom(
  "",
  "",
  " ",
  "  ",
  "  ",
  "   ",
  "    ",
  "      ",
  "- ",
  "- - ",
  "-   ",
  "  - ",
  "    - ",
);
const keys = fc.oneof(
  scalars,
  fc.constantFrom("a", "b", "c", "d", "e", "'q'", '"q"', "a b", "a[0]", "x-y", "a,b", "{a}"),
);
const colons = fc.constantFrom(": ", ": ", ": ", ":", ":  ", " : ", ": # c\n");
const ends = fc.constantFrom("", "", "", " ", " # c", "#c", "\n", "\n  # c", "\r");
const lines = fc
  .tuple(indents, fc.option(keys, { freq: 4 }), colons, fc.option(scalars), ends)
  .map(([indent, key, colon, value, end]) => `${indent}${key === null ? "" : key + colon}${value ?? ""}${end}`);
const lists = fc.array(lines, { maxLength: 7 }).map((all) => all.join("\n"));

/** Documents as people write them, as lines; the scalars are as odd as above. */
const usualKeys = fc.oneof(
  { arbitrary: fc.constantFrom("a", "b", "c", "d", "a b", "'q'", '"q"', "x[0]", "1"), weight: 6 },
  keys,
);
const usualScalars = fc.oneof(
  { arbitrary: fc.constantFrom("x", "a b", "12", "'q'", '"a: b"', "[a, { b: c }]", "a#b", "true"), weight: 2 },
  scalars,
);
const headers = fc.constantFrom("|", "|-", ">", ">-", "|+", "|2", "> # c", "|- ");
const textLines = fc.array(
  fc.constantFrom("a", "b c", "a: b", "# no comment", "- d", "", "", " more", "end ", "é", "["),
  { maxLength: 6 },
);
const brackets = fc.constantFrom(
  ["[", "", "", "]"],
  ["[", "", "  ", "]"],
  ["[", "- ", "", "]"],
  ["{", "k: ", "  ", "}"],
  ["{", "k: ", "", "}"],
  ["{ ", "", "", "}"],
  ["[[", "", " ", "]]"],
  ["[{", "k: ", "", "}, {", "}]"],
  ["[", "{ k: ", "", "}, []]"],
);
const { block } = fc.letrec<{ block: readonly string[]; entry: readonly string[] }>((tie) => ({
  block: fc.oneof(
    fc.array(tie("entry"), { minLength: 1, maxLength: 4 }).map((entries) => entries.flat()),
    fc
      .array(tie("entry"), { minLength: 1, maxLength: 3 })
      .map((items) => items.flatMap(([first, ...rest]) => [`- ${first}`, ...indented(rest)])),
  ),
  entry: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(usualKeys, usualScalars, ends).map(([key, value, end]) => [`${key}: ${value}${end}`]),
    fc
      .tuple(usualKeys, headers, textLines, indents)
      .map(([key, header, text, more]) => [
        `${key}: ${header}`,
        ...text.map((line) => line && `  ${line}`),
        `${more}# c`,
      ]),
    fc
      .tuple(usualKeys, brackets, fc.array(usualScalars, { maxLength: 3 }), ends)
      .map(([key, [open, name, before, close], items, end]) => [
        `${key}: ${open}`,
        ...items.map((item) => `  ${name}${item}${end === "" ? "," : ""}`),
        ...(end === "" ? [] : [end]),
        `${before}${close}`,
      ]),
    fc.tuple(usualKeys, usualScalars).map(([key, value]) => [`${key}:`, `  ${value}`]),
    fc.tuple(usualKeys, tie("block")).map(([key, inner]) => [`${key}:`, ...indented(inner)]),
  ),
}));
const documents = fc.oneof(lists, { arbitrary: block.map((all) => all.join("\n")), weight: 3 });

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

describe("the fast parser", () => {
  it.each([
    "a: b\nc:\n  - d: 1\n    e: [f, 'g', { h: \"i\" }] # j\n  - -2.5\nk:\n- null\n- true\n",
    "a: |\n  x\n\n  y\nb: >-\n  x\n  y\n\n  z\nc: 1\n",
    "a: [\n  x,\n  y\n]\nb:\n  [\n    x,\n    { c: d,\n      e: f },\n  ]\n",
    "a:\n  text\nb: c",
    "url: { at: http://a.b/c }\n",
  ])("reads %j", (text) => {
    expect(expectSame(text)).toBe(true);
  });

  it("agrees on generated documents", () => {
    let read = 0;
    fc.assert(
      fc.property(documents, (text) => {
        if (expectSame(text)) read++;
      }),
      { numRuns: runs(10_000) },
    );
    expect(read).toBeGreaterThan(runs(10_000) / 10);
  });

  it("agrees on the specs of this project, intact or damaged", () => {
    const texts = specs();
    expect(texts.filter(expectSame).length).toBeGreaterThan(texts.length / 2);
    const inserts = fc.constantFrom(
      "",
      " ",
      "  ",
      ":",
      ": ",
      "\n",
      "- ",
      "#",
      " #",
      "'",
      '"',
      "[",
      "]",
      "{",
      "}",
      ",",
      "?",
      "\n\n ",
    );
    const damaged = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(3), inserts)
      .map(([text, at, length, insert]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + insert + text.slice(start + length);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expectSame(text);
      }),
      { numRuns: runs(1000) },
    );
  });
});

function runs(usual: number): number {
  return Number(process.env["FUZZ_RUNS"] ?? usual);
}

function specs(): readonly string[] {
  const root = new URL("../..", import.meta.url);
  const files = ["spec/", "test/cases/"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((name) => folder + name),
  );
  const wanted = files.filter((file) => file.endsWith(".yaml") && !file.includes("expected"));
  return wanted.map((file) => readFileSync(new URL(file, root), "utf8")).filter((text) => text.length < 20_000);
}
