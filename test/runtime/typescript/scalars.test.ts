import { describe, expect, test } from "vitest";
import { bytes, encodeBase64 } from "../../../templates/typescript/runtime/bytes.js";
import {
  any,
  boolean,
  float,
  int32,
  integer,
  long,
  number,
  string,
} from "../../../templates/typescript/runtime/scalars.js";
import type { Type } from "../../../templates/typescript/runtime/type.js";
import fc from "fast-check";
import { build, messagesOf, read, violationsOf } from "./reading.js";

describe.each<[string, Type<unknown>, readonly (readonly [string, unknown])[], readonly string[]]>([
  [
    "string",
    string,
    [
      ['"a"', "a"],
      ['""', ""],
    ],
    ["1", "null", "[]"],
  ],
  ["boolean", boolean, [["true", true]], ["0", '"true"', "null"]],
  [
    "integer",
    integer,
    [
      ["1.0", 1],
      ["-9007199254740991", -9007199254740991],
      ["1e0001", 10],
    ],
    ["1.5", "9007199254740992", "1e400", '"1"'],
  ],
  [
    "int32",
    int32,
    [
      ["-2147483648", -2147483648],
      ["0e10001", 0],
    ],
    ["2147483648", "1.00000000000000000001"],
  ],
  [
    "long",
    long,
    [
      ["1", 1n],
      ["1e18", 10n ** 18n],
      ["-9223372036854775808", -(2n ** 63n)],
      ["9007199254740993.00", 9007199254740993n],
    ],
    ["9223372036854775808", "1e19", "0.5", "1e-400", '"1"'],
  ],
  [
    "number",
    number,
    [
      ["1.5", 1.5],
      ["0.1234567890123456789", 0.12345678901234568],
      ["1e-400", 0],
      ["1e308", 1e308],
    ],
    ["1e309", "-1e10000", '"1"'],
  ],
  ["float", float, [["3.4e38", 3.4e38]], ["3.5e38", "1e400"]],
])("%s", (_, type, accepted, rejected) => {
  test.each(accepted)("reads %s", (json, value) => expect(read(type, json)).toBe(value));

  test.each(rejected)("rejects %s", (json) => expect(messagesOf(() => read(type, json))).toHaveLength(1));
});

describe("the issue of a number", () => {
  test.each<[string, Type<unknown>, string]>([
    ['"1"', number, 'must be a number, not "1"'],
    ["1e400", number, "must be a number that a double holds, not 1e400"],
    ["1e400", integer, "must be a whole number from -(2^53 - 1) to 2^53 - 1, not 1e400"],
    ["1e400", long, "must be a 64-bit whole number, not 1e400"],
  ])("%s", (text, type, message) => {
    expect(messagesOf(() => read(type, text))).toEqual([`$ ${message}`]);
  });

  test("beyond 2^53 mentions rounding by JSON.parse", () => {
    expect(messagesOf(() => build(long, 2 ** 53))[0]).toContain("beyond 2^53 a bigint or text read by parse");
    expect(build(long, 2n ** 53n)).toBe(2n ** 53n);
  });

  test("is reported when the number is built, or by validate", () => {
    for (const type of [integer, number, float]) {
      for (const value of [NaN, Infinity, null, "1"]) expect(messagesOf(() => build(type, value))).toHaveLength(1);
    }
    expect(violationsOf(integer, build(integer, 1.5))).toEqual(["$ type"]);
    expect(violationsOf(number, 1.5)).toEqual([]);
  });
});

describe("bytes", () => {
  test("are base64 in JSON", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (data) => {
        const text = Buffer.from(data).toString("base64");
        expect(encodeBase64(data)).toBe(text);
        expect(read(bytes, JSON.stringify(text))).toEqual(data);
      }),
    );
  });

  test.each(["YQ", "YR==", "aGl=", "YQ==\n", "Y-_=", "YWI", "=", "===="])("are not %j", (text) => {
    expect(messagesOf(() => read(bytes, JSON.stringify(text)))).toEqual([
      `$ must be base64, not ${JSON.stringify(text)}`,
    ]);
  });

  test("are built as a copy", () => {
    const given = new Uint8Array([1, 2]);
    const built = build(bytes, given);
    given[0] = 9;
    expect([...built]).toEqual([1, 2]);
    expect(messagesOf(() => build(bytes, "AQ=="))).toEqual(['$ must be a Uint8Array, not "AQ=="']);
  });
});

describe("any", () => {
  test("is an immutable copy", () => {
    const given = { a: [{ b: 1 }] };
    const built = build(any, given) as typeof given;
    given.a[0] = { b: 2 };
    expect(built).toEqual({ a: [{ b: 1 }] });
    for (const each of [built, built.a, built.a[0]]) expect(Object.isFrozen(each)).toBe(true);
  });

  test("keeps class instances, and copies mutable values", () => {
    const when = new Date(0);
    const url = new URL("https://example.com/");
    const built = build(any, { when, url, none: undefined }) as { when: Date; url: URL };
    when.setTime(1);
    expect([built.when.getTime(), built.url]).toEqual([0, url]);
    expect(() => built.when.setFullYear(1999)).toThrow(TypeError);
  });

  test("rejects values that JSON cannot represent, with its path", () => {
    const given = { a: [NaN, () => 1], b: { c: Symbol("s") }, d: new Date(NaN), e: -Infinity };
    expect(messagesOf(() => build(any, given)).map((each) => each.split(" ")[0])).toEqual([
      "$.a[0]",
      "$.a[1]",
      "$.b.c",
      "$.d",
      "$.e",
    ]);
  });

  test("rejects circular and too deeply nested values", () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    expect(messagesOf(() => build(any, circle))[0]).toContain("more than 100 arrays and objects inside each other");
    const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)]);
    expect(messagesOf(() => build(any, nest(100)))).toEqual([]);
    expect(messagesOf(() => build(any, nest(101)))).toHaveLength(1);
    expect(messagesOf(() => read(any, "[".repeat(101) + "]".repeat(101)))).toEqual([
      "$ must not have more than 100 arrays and objects inside each other",
    ]);
  });
});

test.each(['"\ud800"', '{"\ud800":1}', '["\\uD800"]', '["\\\\ud83d","\\udc00"]'])(
  "half a character in text: %j",
  (text) => {
    expect(messagesOf(() => read(any, text))).toEqual([expect.stringContaining("well-formed Unicode")]);
  },
);
