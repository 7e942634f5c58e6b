import { inspect, isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date, DateTime, dateTime, RFCDate } from "../../../templates/typescript/runtime/dates.js";
import { sameInstant } from "../../../templates/typescript/runtime/equal.js";
import { build, messagesOf, read, violationsOf } from "./reading.js";

const quoted = (text: string): string => JSON.stringify(text);

describe("a calendar date", () => {
  test("must exist in the calendar", () => {
    const part = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9999), part(13), part(32), (year, month, day) => {
        const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const time = Date.parse(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect([text, messagesOf(() => read(date, quoted(text))).length === 0]).toEqual([text, exists]);
      }),
    );
  });

  test.each(["2024-2-29", "24-02-29", "2024-02-29T00:00:00Z", "2024-02-30", "2100-02-29", "", "2024-02-29\n"])(
    "is not %j",
    (text) => {
      expect(messagesOf(() => read(date, quoted(text)))[0]).toMatch(/^\$ must be a date as in 2024-02-29, not /);
      expect(() => new RFCDate(text)).toThrow(RangeError);
    },
  );

  test("is built from a string, and equals the same date", () => {
    const built = build(date, "2024-02-29");
    expect(built.equals(new RFCDate("2024-02-29"))).toBe(true);
    expect(built.equals(new RFCDate("2024-02-28"))).toBe(false);
    expect([String(built), JSON.stringify(built)]).toEqual(["2024-02-29", '"2024-02-29"']);
  });
});

describe("a date and time", () => {
  test.each([
    "2024-02-29T12:30:00Z",
    "2024-02-29t12:30:00.123456789z",
    "2024-02-29T23:59:59.1-17:59",
    "0000-01-01T00:00:00+00:00",
  ])("%s is a Date that is written as it was read", (text) => {
    const value = read(dateTime, quoted(text));
    expect(value).toBeInstanceOf(Date);
    expect(value.getTime()).toBe(Date.parse(text.toUpperCase()));
    expect(value.toJSON()).toBe(text);
  });

  test.each(["2024-02-29", "2024-02-30T00:00:00Z", "2024-02-29T24:00:00Z", "2024-02-29T12:30Z", "2024-02-29T12:30:00"])(
    "is not %s",
    (text) => {
      expect(messagesOf(() => read(dateTime, quoted(text)))).toEqual([
        `$ must be a date and time as in 2024-02-29T12:30:00Z, not "${text}"`,
      ]);
      expect(() => new DateTime(text)).toThrow(RangeError);
    },
  );

  test.each(Object.getOwnPropertyNames(Date.prototype).filter((name) => /^set(?!Year)/.test(name)))(
    "cannot change: %s",
    (setter) => {
      const value: any = new DateTime("2024-02-29T12:30:00.123456+02:00");
      expect(() => value[setter](1)).toThrow(TypeError);
      expect(value.toJSON()).toBe("2024-02-29T12:30:00.123456+02:00");
      expect(value.getTime()).toBe(Date.parse("2024-02-29T10:30:00.123Z"));
    },
  );

  test("is copied by libraries as a Date that can change", () => {
    const value = new DateTime("2024-02-29T12:30:00Z");
    const copies = [
      new Date(value),
      new value.constructor(value),
      new value.constructor(+value),
      structuredClone(value),
    ];
    for (const copy of copies) {
      expect(copy.setUTCFullYear(2023)).toBe(Date.parse("2023-03-01T12:30:00Z"));
      expect(Object.getPrototypeOf(copy)).toBe(Date.prototype);
    }
  });

  test("is built with all digits, independently of what was given", () => {
    const text = "2024-02-29T12:30:00.123456789+02:00";
    expect(build(dateTime, new DateTime(text)).toJSON()).toBe(text);
    const plain = new Date(0);
    const built = build(dateTime, plain);
    expect(built).toEqual(plain);
    plain.setUTCFullYear(1999);
    expect(built.toJSON()).toBe("1970-01-01T00:00:00.000Z");
    expect(() => built.setUTCFullYear(1999)).toThrow(TypeError);
  });

  test("is rejected if RFC 3339 cannot express it", () => {
    const rule = "must be a date and time of the years 0 to 9999";
    expect(messagesOf(() => build(dateTime, new Date(NaN)))).toEqual([`$ ${rule}, not an invalid date`]);
    const late = new Date(Date.UTC(10_000, 0, 1));
    expect(messagesOf(() => build(dateTime, late))).toEqual([`$ ${rule}, not +010000-01-01T00:00:00.000Z`]);
    expect(violationsOf(dateTime, late)).toEqual(["$ type"]);
    expect(violationsOf(dateTime, new Date(Date.UTC(9999, 11, 31)))).toEqual([]);
  });
});

test("instants are compared to the last fractional digit", () => {
  const at = (text: string): Date => new DateTime(text);
  const noon = at("2024-01-01T12:00:00Z");
  for (const same of ["2024-01-01T13:00:00+01:00", "2024-01-01T12:00:00.000000Z"])
    expect(sameInstant(noon, at(same))).toBe(true);
  for (const other of ["2024-01-01T12:00:00.0000001Z", "2024-01-01T12:00:01Z"]) {
    expect(sameInstant(noon, at(other))).toBe(false);
  }
  expect(sameInstant(noon, new Date(noon.getTime()))).toBe(true);
});

test("test frameworks distinguish dates, loggers print them, and < orders them", () => {
  expect(new RFCDate("2024-02-29")).toEqual(new RFCDate("2024-02-29"));
  expect(new RFCDate("2024-02-29")).not.toEqual(new RFCDate("2024-03-01"));
  expect(inspect(new RFCDate("2024-02-29"))).toBe("RFCDate { text: '2024-02-29' }");
  expect(new RFCDate("2024-02-29") < new RFCDate("2024-03-01")).toBe(true);
  expect(new DateTime("2024-02-29T12:30:00Z")).not.toEqual(new DateTime("2024-02-29T12:30:01Z"));
});

test("assertions tell date-times apart that differ by less than a millisecond", () => {
  const at = (fraction: string): DateTime => new DateTime(`2024-01-01T00:00:00.${fraction}Z`);
  expect(isDeepStrictEqual(at("0001"), at("0002"))).toBe(false);
  expect(isDeepStrictEqual(at("1234"), at("12340"))).toBe(true);
  expect(isDeepStrictEqual(at("100"), at("1"))).toBe(true);
});
