import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/text/read-json.js";
import { parseYaml } from "../../src/text/parse.js";
import { toJson } from "../../src/text/tree.js";
import type { Json } from "../../src/text/json.js";

const read = (text: string) => parseJson({ path: "a.json", text });

/** As `JSON.parse` gives it, with objects as maps. */
function asMaps(value: unknown): Json {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value === "object" && value !== null)
    return new Map(Object.entries(value).map(([key, each]) => [key, asMaps(each)]));
  return value as Json;
}

describe("a JSON document", () => {
  it("is parsed as by JSON.parse", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), fc.constantFrom(undefined, 1, "\t"), (text, space) => {
        const parsed = JSON.parse(text) as unknown;
        const { value } = read(JSON.stringify(parsed, null, space));
        const node = value === undefined ? undefined : toJson(value);
        // Integer-like keys come first in objects of JavaScript, but not here.
        expect(sorted(node)).toEqual(sorted(asMaps(JSON.parse(JSON.stringify(parsed)))));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is accepted or refused as by JSON.parse, whatever its content", () => {
    const pieces = fc.constantFrom(
      ...'[]{}:,"\\ \n\ttruefalsn0123.eE+-u\u0001'.split(""),
      '"a"',
      "null",
      "1.5",
      '{"a":1}',
      "[1]",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        expect(
          isAccepted(() => JSON.parse(text) as unknown),
          text,
        ).toBe(read(text).value !== undefined);
      }),
      { numRuns: 5_000 },
    );
  });

  it("has the same places as in YAML", () => {
    const text = '{\n  "a": [1, "two", {"b": null}],\n  "c\\n": "d\\te"\n}';
    const [json, yaml] = [read(text).value, parseYaml({ path: "a", text }).value];
    expect(json).toEqual(yaml);
  });

  it("keeps the order of keys that look like numbers, and __proto__", () => {
    const { value } = read('{"b":1,"10":2,"2":3,"__proto__":4,"a":5}');
    expect([...(toJson(value!) as ReadonlyMap<string, Json>).keys()]).toEqual(["b", "10", "2", "__proto__", "a"]);
  });

  it("keeps integers beyond 2^53, and reports where a number is rounded", () => {
    const { value, diagnostics } = read("[9007199254740993, -9007199254740993, 1e400, 0.1, 0.10000000000000000001]");
    expect(toJson(value!)).toEqual([9007199254740993n, -9007199254740993n, Infinity, 0.1, 0.1]);
    expect(diagnostics.map(({ code, severity, span }) => [code, severity, span?.start])).toEqual([
      ["inexact-number", "warning", 38],
      ["inexact-number", "warning", 50],
    ]);
  });

  it.each([
    ["", 0, "unexpected end of the document"],
    ["{", 1, "unexpected end of the document"],
    ['{"a"', 4, "unexpected end of the document"],
    ['{"a":', 5, "unexpected end of the document"],
    ["[1", 2, "unexpected end of the document"],
    ["[1,]", 3, "expected a value"],
    ['{"a":1,}', 7, "expected a key in double quotes"],
    ["{'a':1}", 1, "expected a key in double quotes"],
    ['{"a" 1}', 5, "expected a colon"],
    ["[1 2]", 3, "expected a comma or a closing bracket"],
    ['{"a":1 "b":2}', 7, "expected a comma or a closing brace"],
    ['{"a":1} {}', 8, "expected the end of the document"],
    ['["abc', 1, "a string without a closing quote"],
    ['["a\nb"]', 1, "a string with a line break or an unknown escape"],
    ['["\\x"]', 1, "a string with a line break or an unknown escape"],
    ["[01]", 2, "expected a comma or a closing bracket"],
    ["[undefined]", 1, "expected a value"],
    ["nul", 0, "expected a value"],
  ])("%j is wrong at %i: %s", (text, start, reason) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "not-json", message: `invalid JSON: ${reason}`, span: { start } }]);
  });

  it("is parsed fast", () => {
    const text = JSON.stringify(
      Array.from({ length: 100_000 }, (_, index) => ({ id: index, name: `model ${index}`, tags: ["a", "b\n"] })),
    );
    const began = process.cpuUsage();
    expect(read(text).value).toBeDefined();
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5_000);
  });
});

function isAccepted(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

function sorted(value: Json | undefined): unknown {
  if (value instanceof Map)
    return [...(value as ReadonlyMap<string, Json>)].map(([key, each]) => [key, sorted(each)]).toSorted();
  if (typeof value === "bigint") return Number(value);
  return Array.isArray(value) ? value.map(sorted) : value;
}
