/** Written YAML says what it was made from, to every reader. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse as parseAsOld, parseDocument } from "yaml";
import { printYaml } from "../../src/text/print-yaml.js";
import { list, text, token, type Yaml, type YamlMap } from "../../src/text/yaml-value.js";
import { toJson } from "../../src/text/tree.js";
import { parseYaml } from "../../src/text/parse.js";
import type { Json } from "../../src/text/json.js";

const map = (entries: readonly (readonly [string, Yaml])[], layout: YamlMap["layout"] = "lines"): YamlMap => ({
  kind: "map",
  entries: entries.map(([key, value]) => ({ key, value })),
  layout,
});

function readBack(printed: string): Json {
  const { value, diagnostics } = parseYaml({ path: "a.yaml", text: printed });
  if (value === undefined || diagnostics.length > 0) throw new Error(`${JSON.stringify(diagnostics)}\n${printed}`);
  return toJson(value);
}

const oddTexts = [
  ...[
    "",
    " ",
    "a",
    " a",
    "a ",
    "a:",
    "a: b",
    ":a",
    "a #b",
    "a#b",
    "#",
    "-",
    "- a",
    "-a",
    "?",
    "? a",
    "!tag",
    "&a",
    "*a",
  ],
  ...[
    "null",
    "Null",
    "~",
    "true",
    "TRUE",
    "yes",
    "No",
    "on",
    "y",
    "1",
    "1.5",
    "1e3",
    ".5",
    "0x1F",
    "0o7",
    "1_000",
    "0b1",
  ],
  ...["12:30", "12:30:45", "2020-01-01", "2020-01-01T00:00:00Z", ".inf", "-.Inf", ".nan", "+1", "-0", "=", "<<"],
  ...[
    "[",
    "]",
    "{",
    "}",
    "a]",
    "a,b",
    "a, b",
    "[a]",
    "{a: b}",
    "'",
    '"',
    "it's",
    'say "x"',
    `'a' "b"`,
    "\\",
    "a\\b",
    "|",
    ">",
    "%",
  ],
  ...[
    "@",
    "`",
    "---",
    "--- a",
    "...",
    "... a",
    "a\nb",
    "a\n",
    "\na",
    "a\n\n",
    "a\n\nb",
    "\n",
    "\n\n",
    "a\n b",
    " a\nb",
    "a \nb ",
  ],
  ...[
    "a\tb",
    "\ta",
    "a\r\nb",
    "a\rb",
    "\u0000",
    "\u007f",
    "\u0085",
    "\u2028",
    "a\u2029b",
    "\ufeffa",
    "\ud800",
    "\udc00a",
    "日本",
    "🎉",
  ],
  ...[
    "x".repeat(300),
    "word ".repeat(60).trim(),
    "word  word ".repeat(30).trim(),
    `${"a".repeat(99)} b`,
    `${"long ".repeat(40)}\nline`,
  ],
  ...[
    "# a\n# b",
    "- a\n- b",
    "a: b\nc: d",
    "a\n\tb",
    "8187e5da-dc77-475e-9949-af0f1fa4e4e3",
    "a: |",
    "key: >-\n  text",
  ],
];

describe("strings", () => {
  it.each(oddTexts)("%j stays the same as a value, an item and a key, in block and flow style", (odd) => {
    const block = map([
      ["value", text(odd)],
      ["list", list([text(odd), list([text(odd)])])],
      [odd, text("key")],
    ]);
    const inFlow = map([
      [
        "value",
        map(
          [
            ["value", text(odd)],
            [`${odd}.`, token(1)],
          ],
          "line",
        ),
      ],
    ]);
    const key = odd === "value" || odd === "list" ? `${odd}2` : odd;
    expect(readBack(printYaml(block))).toEqual(
      new Map<string, Json>([
        ["value", odd],
        ["list", [odd, [odd]]],
        [key, "key"],
      ]),
    );
    expect(readBack(printYaml(inFlow))).toEqual(
      new Map([
        [
          "value",
          new Map<string, Json>([
            ["value", odd],
            [`${odd}.`, 1],
          ]),
        ],
      ]),
    );
  });

  it.each(oddTexts.filter((odd) => !/[\ud800-\udfff]/.test(odd)))("%j stays the same in parsers of YAML 1.1", (odd) => {
    expect((parseAsOld(printYaml(map([["value", text(odd)]])), { version: "1.1" }) as { value: unknown }).value).toBe(
      odd,
    );
  });
});

describe("any value", () => {
  const yaml = fc.letrec<{ any: Yaml; text: Yaml; token: Yaml; list: Yaml; map: Yaml }>((tie) => ({
    any: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("text"), tie("token"), tie("list"), tie("map")),
    text: fc
      .oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.constantFrom(...oddTexts))
      .map(text),
    token: fc
      .oneof(
        fc.constantFrom(true, false, null),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
      )
      .map(token),
    list: fc.array(tie("any"), { maxLength: 4 }).map(list),
    map: fc
      .tuple(
        fc.uniqueArray(fc.string({ maxLength: 30 }), { maxLength: 4 }),
        fc.array(tie("any"), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
      )
      .map(([keys, values, isLine]) =>
        map(
          keys.map((key, index) => [key, values[index] as Yaml]),
          isLine ? "line" : "lines",
        ),
      ),
  })).any;

  const valueOf = (value: Yaml): Json => {
    switch (value.kind) {
      case "text":
        return value.text;
      case "token":
        return JSON.parse(value.token) as Json;
      case "list":
        return value.items.map(valueOf);
      case "map":
        return new Map(value.entries.map((entry) => [entry.key, valueOf(entry.value)]));
    }
  };

  it("is parsed as what was printed", () => {
    fc.assert(
      fc.property(yaml, (value) => {
        const printed = printYaml(map([["root", value]]), "a remark");
        expect(parseDocument(printed).errors).toEqual([]);
        expect(readBack(printed)).toEqual(new Map([["root", valueOf(value)]]));
      }),
      { numRuns: 2_000 },
    );
  });
});
