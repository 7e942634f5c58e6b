import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../../templates/typescript/runtime/decimal.js";
import { decimal, decimalNumber } from "../../../templates/typescript/runtime/decimals.js";
import { fromJSON, parse } from "../../../templates/typescript/runtime/read.js";
import { stringifyJSON } from "../../../templates/typescript/runtime/json.js";
import { messagesOf, read, build } from "./reading.js";

describe("a Decimal", () => {
  test("accepts only JSON numbers", () => {
    for (const text of ["0", "-12.50", "1e-7", "1E+10000", "0.0"]) expect(String(new Decimal(text))).toBe(text);
    for (const value of ["", "1,5", "+1", "01", ".5", NaN, Infinity])
      expect(() => new Decimal(value)).toThrow(RangeError);
    expect(String(new Decimal(2n ** 70n))).toBe(String(2n ** 70n));
  });

  test("compares by value", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(Math.sign(new Decimal(a).compare(b))).toBe(Math.sign(a - b));
        expect(new Decimal(`${a}.0`).equals(new Decimal(b))).toBe(a === b);
      }),
    );
    expect(new Decimal("0.1").equals(0.1)).toBe(false);
    expect(new Decimal("9223372036854775808").compare(9223372036854775807n)).toBeGreaterThan(0);
  });

  test("is written as it was read", () => {
    for (const json of ["1.5", '"1.50"', "12345678901234567890.5", '"1e-7"', "1e400", "0.1"]) {
      expect(stringifyJSON(read(decimal, json))).toBe(json);
    }
    expect(JSON.stringify([new Decimal("1.5"), read(decimal, '"1.50"')])).toBe('[1.5,"1.50"]');
  });

  test("is written by JSON.stringify as a number with all digits, or not at all", () => {
    const exact = new Decimal("12345678901234567890.5");
    if ("rawJSON" in JSON) expect(JSON.stringify(exact)).toBe("12345678901234567890.5");
    else expect(() => JSON.stringify(exact)).toThrow(RangeError);
  });

  test("that is built has the form of its type, with plain digits", () => {
    const values = [0.1, "0.10", 1e30, "1e-7", "-0", 15n, "1.50e1", "0.05e1"];
    const texts = ["0.1", "0.10", `1${"0".repeat(30)}`, "0.0000001", "0", "15", "15.0", "0.5"];
    expect(values.map((value) => stringifyJSON(build(decimal, value)))).toEqual(texts.map((text) => `"${text}"`));
    expect(values.map((value) => stringifyJSON(build(decimalNumber, value)))).toEqual(texts);
    expect(stringifyJSON(build(decimal, read(decimal, "1.5")))).toBe("1.5");
    expect(stringifyJSON(build(decimal, new Decimal("1.5", "number")))).toBe("1.5");
  });

  test("is never made of a number that may have been rounded", () => {
    expect(() => new Decimal(0.1 + 0.2)).toThrow(RangeError);
    expect(messagesOf(() => build(decimal, 12345678901234567.89))).toEqual([
      "$ must be a decimal number, and with more than 15 digits a string or text read by parse, not 12345678901234568",
    ]);
    expect(messagesOf(() => fromJSON(decimal, 0.1234567890123456))).toHaveLength(1);
    expect(fromJSON(decimal, 19.99).toString()).toBe("19.99");
    expect(parse(decimal, "0.1234567890123456").toString()).toBe("0.1234567890123456");
  });
});

describe("the type", () => {
  test("reads and builds decimals from strings, numbers and bigints", () => {
    for (const value of ["1.5", 1.5, 15n]) expect(build(decimal, value)).toBeInstanceOf(Decimal);
    expect(String(read(decimal, "12345678901234567890"))).toBe("12345678901234567890");
  });

  test("reports errors", () => {
    const exponent = "must be a decimal number with an exponent from -9999 to 9999, not";
    expect(messagesOf(() => read(decimal, '"1,5"'))).toEqual(['$ must be a decimal number, not "1,5"']);
    expect(messagesOf(() => read(decimal, "true"))).toEqual(["$ must be a decimal number, not true"]);
    expect(messagesOf(() => read(decimal, "1e10000"))).toEqual([`$ ${exponent} 1e10000`]);
    expect(messagesOf(() => read(decimal, '"1e-10000"'))).toEqual([`$ ${exponent} "1e-10000"`]);
    expect(messagesOf(() => build(decimal, NaN))).toEqual(["$ must be a decimal number, not NaN"]);
    expect(messagesOf(() => build(decimal, new Decimal("1e10000")))).toEqual([`$ ${exponent} 1e10000`]);
    expect(messagesOf(() => read(decimal, "1e-9999"))).toEqual([]);
  });
});

test("test frameworks distinguish decimals, and loggers print them", () => {
  expect(new Decimal("12.50")).toEqual(new Decimal("12.50"));
  expect(new Decimal("12.50")).not.toEqual(new Decimal("12.51"));
  expect(read(decimal, '"12.50"')).toEqual(new Decimal("12.50"));
  expect(inspect(new Decimal("12.50"))).toBe("Decimal { text: '12.50' }");
});

test("< orders decimals, or throws where a number would lose digits", () => {
  expect(new Decimal("9") < new Decimal("10")).toBe(true);
  expect(new Decimal("-0.1") > new Decimal("-0.10")).toBe(false);
  expect(new Decimal("1e-7") < new Decimal("2e-7")).toBe(true);
  expect(() => new Decimal("12345678901234567890.1") < new Decimal(1)).toThrow(
    "a number would lose digits of 12345678901234567890.1: use compare or toNumber",
  );
  expect(`${new Decimal("12345678901234567890.1")}`).toBe("12345678901234567890.1");
});
