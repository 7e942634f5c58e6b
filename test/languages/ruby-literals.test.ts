import { expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { rubyScalar, rubyString, rubyValue } from "../../src/languages/ruby/literals.js";

test.each([
  ["plain", "'plain'"],
  ['a "b" \\', "'a \"b\" \\\\'"],
  ['it\'s "b" \\', '"it\'s \\"b\\" \\\\"'],
  ["%{x} # %w", "'%{x} # %w'"],
  ["#{x} #$y #@z # w", '"\\#{x} \\#$y \\#@z # w"'],
  ["a\n\r\t\u0000\u001b", '"a\\n\\r\\t\\u{0}\\u{1B}"'],
  ["\u2028\u202e\ufeff", '"\\u{2028}\\u{202E}\\u{FEFF}"'],
  ["é 名前 😀", "'é 名前 😀'"],
  ["\ud800", '"\\xED\\xA0\\x80"'],
])("the string %j is %s", (text, literal) => {
  expect(rubyString(text)).toBe(literal);
});

test.each([
  [true, "true"],
  [7, "7"],
  [1234, "1234"],
  [10_000, "10_000"],
  [-1234567, "-1_234_567"],
  [9223372036854775807n, "9_223_372_036_854_775_807"],
  [0.5, "0.5"],
  [1e-7, "1e-7"],
  [1e21, "1_000_000_000_000_000_000_000"],
])("the value %s is %s", (value, literal) => {
  expect(rubyScalar(value)).toBe(literal);
});

test("hashes have string keys", () => {
  const value = new Map<string, Json>([
    ["a b", [1, null]],
    ["__proto__", new Map()],
  ]);
  expect(rubyValue(value)).toBe("{ 'a b' => [1, nil], '__proto__' => {} }");
});

test.each<[Json[], string]>([
  [["a", "b-c", "d_e"], "%w[a b-c d_e]"],
  [["a"], "['a']"],
  [["a", ""], "['a', '']"],
  [["a", "b c"], "['a', 'b c']"],
  [["a-b-c", "d"], "['a-b-c', 'd']"],
])("the array %j is %s", (value, literal) => {
  expect(rubyValue(value)).toBe(literal);
});
