import { describe, expect, test } from "vitest";
import { canonicalJSON } from "../../../templates/typescript/runtime/canonical.js";
import { DateTime, RFCDate } from "../../../templates/typescript/runtime/dates.js";
import { Decimal } from "../../../templates/typescript/runtime/decimal.js";
import { constant, enumeration, openEnumeration } from "../../../templates/typescript/runtime/enums.js";
import { equal } from "../../../templates/typescript/runtime/equal.js";
import { ModelError, Place } from "../../../templates/typescript/runtime/issues.js";
import { stringifyJSON } from "../../../templates/typescript/runtime/json.js";
import { integer, long, string } from "../../../templates/typescript/runtime/scalars.js";
import { parseJSON } from "../../../templates/typescript/runtime/parse-json.js";
import { Trial } from "../../../templates/typescript/runtime/trial.js";
import { messagesOf, read } from "./reading.js";

test("the canonical text of dates depends on the instant only", () => {
  const textOf = (date: string): string => canonicalJSON([new DateTime(date)]);
  expect(textOf("2024-01-01T00:00:00.000Z")).toBe(textOf("2024-01-01t01:00:00+01:00"));
  expect(textOf("2024-01-01T00:00:00.1234Z")).not.toBe(textOf("2024-01-01T00:00:00.1235Z"));
});

describe("writing", () => {
  test("keeps all digits", () => {
    const value = { a: 12345678901234567890n, b: [new Decimal("1e400"), 5n], c: new Uint8Array([1]), d: undefined };
    expect(stringifyJSON(value)).toBe('{"a":12345678901234567890,"b":[1e400,5],"c":"AQ=="}');
  });

  test("keeps strings, keys and what is plain beside long numbers", () => {
    const text = `{"#":"#0.5","__proto__":{"a":[1e400,null,{}]},"b":"\\"#\\"","c":[],"10":${"1".repeat(30)},"d":[{"x":1}]}`;
    const ordered = text.replace(/,("10":1+)/, "").replace("{", `{"10":${"1".repeat(30)},`);
    expect(stringifyJSON(parseJSON(text))).toBe(ordered);
    expect(stringifyJSON(2n ** 64n)).toBe("18446744073709551616");
  });

  test("of plain data matches JSON.stringify", () => {
    for (const value of [null, 1, "é\n\u2028", true, [], {}, [[1, { a: null }]], { b: 1, a: [] }]) {
      expect(stringifyJSON(value)).toBe(JSON.stringify(value));
    }
  });

  test("rejects values that JSON cannot represent", () => {
    expect(messagesOf(() => stringifyJSON({ a: [NaN], b: new Date(NaN), c: Infinity }))).toEqual([
      "$.a[0] must be a number that JSON can hold, not NaN",
      "$.b must be a date and time of the years 0 to 9999, not an invalid date",
      "$.c must be a number that JSON can hold, not Infinity",
    ]);
  });

  test("in canonical form does not depend on key order or number notation", () => {
    expect(canonicalJSON({ b: 1, a: new Decimal("1e400") })).toBe(canonicalJSON({ a: new Decimal("10e399"), b: 1n }));
    expect(canonicalJSON(["1"])).not.toBe(canonicalJSON([1]));
  });
});

describe("equality", () => {
  test.each<[unknown, unknown]>([
    [1, 1n],
    [-0, 0],
    [10n ** 20n, new Decimal("1e20")],
    [new Decimal("1.50"), 1.5],
    [NaN, NaN],
    [
      [1, { a: [2] }],
      [1, { a: [2] }],
    ],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [new Uint8Array([1]), new Uint8Array([1])],
    [new Date(0), new Date(0)],
    [new RFCDate("2024-02-29"), new RFCDate("2024-02-29")],
  ])("holds for %o and %o", (a, b) => {
    expect([equal(a, b), equal(b, a)]).toEqual([true, true]);
  });

  test.each<[unknown, unknown]>([
    [1, "1"],
    [1n, "1"],
    [new Decimal("1"), "1"],
    [new Decimal("1e400"), new Decimal("1e401")],
    [null, undefined],
    [null, 0],
    [[1], [1, 2]],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, {}],
    [[], {}],
    [new Uint8Array([1]), [1]],
    [new Date(0), new Date(1)],
    [new RFCDate("2024-02-29"), "2024-02-29"],
    [1n, Infinity],
  ])("does not hold for %o and %o", (a, b) => {
    expect([equal(a, b), equal(b, a)]).toEqual([false, false]);
  });
});

describe("issues", () => {
  test("include their paths", () => {
    const at = new Place();
    for (const key of ["a", "odd key", 'q"', 0]) at.enter(key);
    at.report("type", "is wrong");
    at.leave();
    at.mismatch("a string", "x".repeat(50));
    expect(at.issues.map(({ path, message }) => `${path} ${message}`)).toEqual([
      '$.a["odd key"]["q\\""][0] is wrong',
      `$.a["odd key"]["q\\""] must be a string, not "${"x".repeat(40)}…"`,
    ]);
    expect(at.issues[0]?.keys).toEqual(["a", "odd key", 'q"', 0]);
    expect(() => at.throwIssues()).toThrow(ModelError);
    expect(new Trial(at).issues).toEqual([]);
  });
});

describe("enums", () => {
  const size = { Small: "small", Large: "large" } as const;

  test("closed enums reject other values", () => {
    expect(read(enumeration(size, string), '"small"')).toBe("small");
    expect(messagesOf(() => read(enumeration(size, string), '"huge"'))).toEqual(['$ must be one of "small", "large"']);
    expect(messagesOf(() => read(enumeration(size, string), "1"))).toEqual(["$ must be a string, not 1"]);
    expect(read(enumeration({ One: 1 }, integer), "1e0000")).toBe(1);
    expect(read(enumeration({ Big: 2n ** 60n }, long), "1152921504606846976.0")).toBe(2n ** 60n);
  });

  test("open enums keep other values of their type", () => {
    expect(read(openEnumeration(size, string), '"huge"')).toBe("huge");
    expect(messagesOf(() => read(openEnumeration({ One: 1 }, integer), "1e10000"))).toHaveLength(1);
  });

  test("constants can have any JSON notation", () => {
    expect(read(constant(10), "1e0001")).toBe(10);
    expect(messagesOf(() => read(constant(10), "1e400"))).toEqual(["$ must be one of 10"]);
    expect(read(constant(true), "true")).toBe(true);
  });
});
