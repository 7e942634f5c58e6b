import { expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { examplesCell } from "../../src/docs/examples.js";
import { textOf } from "../../src/docs/table.js";

test.each<[string, Json, string]>([
  ["text", 'a "b" <c> & d', 'a "b" <c> & d'],
  ["empty text", "", ""],
  ["true", true, "true"],
  ["null", null, "null"],
  ["an integer", 1800, "1800"],
  ["a big integer", 123456789012345678901234567890n, "123456789012345678901234567890"],
  ["a million", 1_000_000, "1000000"],
  ["a decimal", 7.5, "7.5"],
  ["a negative decimal", -0.5, "-0.5"],
  ["a decimal below a million", 999_999.5, "999999.5"],
  ["a decimal above a million", 1_234_567.5, "1.2345675e+06"],
  ["a small decimal", 0.0001, "0.0001"],
  ["a very small decimal", 0.00001, "1e-05"],
  ["a tiny decimal", 2.5e-12, "2.5e-12"],
  ["an array", ["a", "b"], '[\n"a",\n"b"\n]'],
  ["empty ones", [[], new Map()], "[\n[],\n{}\n]"],
  [
    "an object",
    [
      new Map<string, Json>([
        ["k", 1],
        ["__proto__", null],
      ]),
    ],
    '[\n{\n"k": 1,\n"__proto__": null\n}\n]',
  ],
  ["escapes in JSON", ['a & <b>\n"é"'], '[\n"a \\u0026 \\u003cb\\u003e\\n\\"é\\""\n]'],
  ["decimals in JSON", [1_234_567.5, 1e21], "[\n1234567.5,\n1e+21\n]"],
])("%s (format §8)", (_, value, expected) => {
  expect(textOf(examplesCell([value]))).toBe(expected);
});

test("several examples are numbered", () => {
  expect(textOf(examplesCell(["a", 1]))).toBe("**Example 1:** a\n**Example 2:** 1");
  expect(textOf(examplesCell([]))).toBe("");
});
