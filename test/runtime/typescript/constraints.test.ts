import { describe, expect, test } from "vitest";
import * as c from "../../../templates/typescript/runtime/constraints.js";
import { array } from "../../../templates/typescript/runtime/containers.js";
import { Decimal } from "../../../templates/typescript/runtime/decimal.js";
import { string } from "../../../templates/typescript/runtime/scalars.js";
import { build, violationsOf } from "./reading.js";

describe.each<[string, c.Constraint<any>, readonly unknown[], readonly unknown[]]>([
  ["must have at least 2 characters", c.minLength(2), ["ab", "😀😀"], ["", "a", "😀"]],
  ["must have at most 1 character", c.maxLength(1), ["", "a", "😀"], ["ab"]],
  ["must match ^[a-z]+$", c.pattern("^[a-z]+$"), ["abc"], ["", "A", "a\n"]],
  ["must be at least 1", c.minimum(1), [1, 2n, new Decimal("1.0")], [0, 0n, new Decimal("0.99999999999999999999")]],
  [
    "must be at most 9223372036854775807",
    c.maximum(9223372036854775807n),
    [1, 9223372036854775807n],
    [9223372036854775808n],
  ],
  ["must be more than 0", c.exclusiveMinimum(0), [0.1, new Decimal("1e-9999")], [0, new Decimal("0.00")]],
  ["must be less than 1", c.exclusiveMaximum(1), [0.9], [1, new Decimal("1.0")]],
  [
    "must be a multiple of 0.01",
    c.multipleOf(0.01),
    [0.07, 4.35, 1n, new Decimal("1e9999")],
    [0.005, new Decimal("0.001")],
  ],
  ["must have at least 1 item", c.minItems(1), [[1]], [[]]],
  ["must have at most 2 items", c.maxItems(2), [[], [1, 2]], [[1, 2, 3]]],
  ["must have at least 1 property", c.minProperties(1), [{ a: null }], [{}, { a: undefined }]],
  ["must have at most 2 properties", c.maxProperties(2), [{}, { a: 1, b: 2, c: undefined }], [{ a: 1, b: 2, c: 3 }]],
  [
    "must not hold an item twice",
    c.uniqueItems,
    [[], [1, "1", [1], { a: 1 }, null, true], [new Decimal("1e400"), new Decimal("1e401")]],
    [
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [new Decimal("1e400"), new Decimal("10e399")],
      [10n ** 20n, new Decimal("1e20")],
    ],
  ],
])("%s", (message, constraint, kept, broken) => {
  test("has this message", () => expect(constraint.message).toBe(message));

  test("accepts and rejects values", () => {
    for (const value of kept) expect([value, constraint.holds(value)]).toEqual([value, true]);
    for (const value of broken) expect([value, constraint.holds(value)]).toEqual([value, false]);
  });
});

describe("a constrained type", () => {
  const names = c.constrained(array(c.constrained(string, c.minLength(2))), c.maxItems(1), c.uniqueItems);

  test("reports every violated constraint", () => {
    expect(violationsOf(names, build(names, ["a", "a"]))).toEqual([
      "$[0] minLength",
      "$[1] minLength",
      "$ maxItems",
      "$ uniqueItems",
    ]);
    expect(violationsOf(names, build(names, ["ab"]))).toEqual([]);
  });

  test("does not match a string that is too long", () => {
    const slow = c.constrained(string, c.maxLength(20), c.pattern("^(?:a+)+$"));
    expect(violationsOf(slow, build(slow, `${"a".repeat(60)}!`))).toEqual(["$ maxLength"]);
    expect(violationsOf(slow, build(slow, "!"))).toEqual(["$ pattern"]);
  });

  test("is not checked when reading or building", () => {
    expect(c.constrained(string, c.minLength(1)).read).toBe(string.read);
    expect(build(names, ["a", "a"])).toEqual(["a", "a"]);
  });
});
