/** Numbers in strings, compared with exact arithmetic where the numbers are small enough. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalNumber,
  compareNumbers,
  exponentOf,
  isExact,
  isMultiple,
  isNumberText,
  isSafe,
  wholeNumber,
  withoutTrailingZeros,
} from "../../../templates/typescript/runtime/number-text.js";

/** A JSON number: any digits, and an exponent that exact arithmetic can handle. */
const numberText = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.oneof(fc.constant("0"), fc.stringMatching(/^[1-9][0-9]{0,30}$/), fc.stringMatching(/^[1-9]0{0,20}$/)),
    fc.oneof(fc.constant(""), fc.stringMatching(/^\.[0-9]{1,30}$/), fc.stringMatching(/^\.0{1,20}[0-9]$/)),
    fc.oneof(fc.constant(""), fc.stringMatching(/^[eE][+-]?0{0,3}[0-9]{1,2}$/)),
  )
  .map((parts) => parts.join(""));

/** The number in units of 10^-200, the finest unit of any number here. */
function exactly(text: string): bigint {
  const [, sign, whole = "", fraction = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE](.+))?$/.exec(text) ?? [];
  const value = BigInt(whole + fraction) * 10n ** BigInt(200 + Number(power) - fraction.length);
  return sign === "-" ? -value : value;
}

test("JSON numbers are distinguished from other strings", () => {
  fc.assert(
    fc.property(numberText, (text) => {
      expect(isNumberText(text)).toBe(true);
      expect(JSON.parse(text)).toBe(Number(text));
    }),
  );
  for (const text of [
    "",
    "-",
    "+1",
    "01",
    "-01",
    ".5",
    "1.",
    "1e",
    "1e+",
    "e1",
    "0x1",
    "NaN",
    "Infinity",
    "1_0",
    " 1",
    "1\n",
    "١",
  ]) {
    expect([text, isNumberText(text)]).toEqual([text, false]);
  }
});

describe("comparing", () => {
  test("agrees with exact arithmetic", () => {
    fc.assert(
      fc.property(numberText, numberText, (a, b) => {
        const [x, y] = [exactly(a), exactly(b)];
        expect(Math.sign(compareNumbers(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });

  test("treats notations of one number as equal", () => {
    const spellings = ["1200", "1200.0", "12e2", "0.12e4", "120000E-2", "1.2e+0003"];
    for (const a of spellings) for (const b of spellings) expect(compareNumbers(a, b)).toBe(0);
    for (const a of ["0", "-0", "0.00", "0e99999999999999999999", "-0.0E-5"]) expect(compareNumbers(a, "0")).toBe(0);
  });

  test("works with exponents of any size", () => {
    const ascending = [
      "-1e99999999999999999999",
      "-1e10000",
      "-1e-99999999999999999999",
      "0",
      "1e-99999999999999999999",
      "1.1e-99999999999999999999",
      "1e-9999",
      "9.99e9999",
      "1e10000",
      "1e99999999999999999999",
      "11e99999999999999999999",
    ];
    for (const [i, a] of ascending.entries()) {
      for (const [j, b] of ascending.entries()) expect(Math.sign(compareNumbers(a, b))).toBe(Math.sign(i - j));
    }
    expect(compareNumbers("10e99999999999999999999", "1e100000000000000000000")).toBe(0);
  });
});

describe("a JavaScript number", () => {
  test("is exact for the shortest notation of every double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = String(value);
        expect(isExact(text)).toBe(true);
        fc.pre(value !== 0);
        const [mantissa = "", power = "0"] = text.split("e");
        const point = mantissa.includes(".") ? "" : ".";
        expect(isExact(`${mantissa}${point}00000000000000000000001e${power}`)).toBe(false);
      }),
    );
  });

  test("is safe only for numbers it can represent", () => {
    for (const text of [
      "0",
      "-0",
      "1.50",
      "1e3",
      "9007199254740991",
      "0.1",
      "1e-300",
      "123456789012345",
      "100000000000000.0",
    ]) {
      expect([text, isSafe(text)]).toEqual([text, true]);
    }
    for (const text of [
      "9007199254740993",
      "9007199254740992",
      "1e18",
      "1e400",
      "1e-400",
      "0e10001",
      "0.12345678901234567890",
    ]) {
      expect([text, isSafe(text)]).toEqual([text, false]);
    }
    fc.assert(
      fc.property(numberText, (text) => {
        if (isSafe(text)) expect(compareNumbers(text, String(Number(text)))).toBe(0);
      }),
    );
  });
});

test("only equal numbers have the same canonical form", () => {
  fc.assert(
    fc.property(numberText, numberText, fc.nat(5), (a, b, zeros) => {
      expect(canonicalNumber(a) === canonicalNumber(b)).toBe(exactly(a) === exactly(b));
      const [mantissa = "", power = "0"] = a.split(/[eE]/);
      const longer = `${mantissa}${mantissa.includes(".") ? "" : "."}${"0".repeat(zeros + 1)}e${power}`;
      expect(canonicalNumber(longer)).toBe(canonicalNumber(a));
    }),
  );
  expect(canonicalNumber("-0.0e7")).toBe("0");
  expect(canonicalNumber("10e399")).toBe(canonicalNumber("1e400"));
});

test("multiples are checked to the last digit", () => {
  fc.assert(
    fc.property(numberText, numberText, (number, divisor) => {
      const [a, b] = [exactly(number), exactly(divisor)];
      expect(isMultiple(number, divisor)).toBe(b !== 0n && a % b === 0n);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
      fc.integer({ min: 1, max: 10_000 }),
      (factor, divisor) => {
        expect(isMultiple(String(factor * BigInt(divisor)), String(divisor))).toBe(true);
      },
    ),
  );
  expect(isMultiple("3e1000000000000", "0.7")).toBe(false);
  expect(isMultiple("21e1000000000000", "0.7")).toBe(true);
});

test("an integer in any notation becomes a bigint", () => {
  fc.assert(
    fc.property(numberText, (text) => {
      const value = exactly(text);
      const unit = 10n ** 200n;
      expect(wholeNumber(text)).toBe(value % unit === 0n ? value / unit : undefined);
    }),
  );
});

test("the exponent is read as written", () => {
  expect(["1", "1e5", "1E-0005", "1.5e+9999", "1e99999999999999999999"].map(exponentOf)).toEqual([
    0, 5, -5, 9999, 1e20,
  ]);
});

test("trailing zeros are dropped", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]*$/), (digits) => {
      expect(withoutTrailingZeros(digits)).toBe(digits.replace(/0+$/, ""));
    }),
  );
});
