/** `parseJSON` returns what `JSON.parse` returns, except for numbers that would lose digits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../../templates/typescript/runtime/decimal.js";
import { stringifyJSON } from "../../../templates/typescript/runtime/json.js";
import { parseJSON } from "../../../templates/typescript/runtime/parse-json.js";

const tricky = fc.oneof(
  fc.constantFrom(
    "#",
    "#n1e400",
    "#s",
    '"',
    "\\",
    '\\"1e400',
    ": 1e400",
    ",12345678901234567890",
    "\n-1e400,",
    "__proto__",
  ),
  fc.string(),
);

/** JSON data with keys and strings that look like the parser's markers. */
const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    tricky,
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((value) => value + 0),
    fc.maxSafeInteger(),
    fc.constantFrom(null, true, false),
    fc.array(tie("value")),
    fc.dictionary(tricky, tie("value")),
  ),
})).value;

const spaces = fc.constantFrom(undefined, 1, "\t");

describe("data", () => {
  test("without long numbers matches JSON.parse", () => {
    fc.assert(
      fc.property(data, spaces, (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        expect(parseJSON(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("next to a long number matches JSON.parse", () => {
    fc.assert(
      fc.property(data, spaces, (value, space) => {
        const json = JSON.stringify([value, 0], undefined, space);
        const [read, long] = parseJSON(json.replace(/0(\s*\])$/, "1e400$1")) as [unknown, unknown];
        expect(read).toEqual((JSON.parse(json) as [unknown])[0]);
        expect(String(long)).toBe("1e400");
      }),
    );
  });

  test("with escaped strings and spaces is read", () => {
    const text = '{ "\\u0023n1" : "\\u0023n1" ,\n"#s":\t"#s" , "a\\\\" :"\\\\","b\\"":"\\"1e400" ,"c": 1e400 }';
    expect(parseJSON(text)).toEqual({ "#n1": "#n1", "#s": "#s", "a\\": "\\", 'b"': '"1e400', c: new Decimal("1e400") });
  });

  test("treats __proto__ like any other key", () => {
    const read = parseJSON('{"__proto__":12345678901234567890,"a":{"__proto__":"#"}}') as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(["__proto__", "a"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(stringifyJSON(read)).toBe('{"__proto__":12345678901234567890,"a":{"__proto__":"#"}}');
  });
});

describe("a number", () => {
  test.each([
    ["0", 0],
    ["-0", -0],
    ["1.50", 1.5],
    ["1e3", 1000],
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", 9007199254740992n],
    ["-12345678901234567890", -12345678901234567890n],
    [`1${"0".repeat(99)}`, 10n ** 99n],
    [" 12345678901234567890 ", 12345678901234567890n],
  ])("%s becomes what holds it", (text, value) => {
    expect(parseJSON(text)).toBe(value);
    expect(parseJSON(`[${text}]`)).toEqual([value]);
    expect(parseJSON(`{"a":${text},"b" : ${text}}`)).toEqual({ a: value, b: value });
  });

  test.each([
    "1e18",
    "1e400",
    "-1E+400",
    "1e-400",
    "0e10001",
    "1e0001",
    "1e99999999999999999999",
    "9007199254740993.0",
    "0.1234567890123456789",
    `1${"0".repeat(100)}`,
  ])("%s becomes a decimal that is written as it was read", (text) => {
    for (const json of [text, `[${text}]`, `{"a":${text}}`, `[0,${text},"x"]`]) {
      expect(stringifyJSON(parseJSON(json))).toBe(json);
    }
    expect(parseJSON(text)).toBeInstanceOf(Decimal);
  });
});

test("text is JSON or not, whatever is next to its long numbers", () => {
  const piece = fc.constantFrom(
    "-",
    "+",
    ".",
    "e",
    "1",
    "1e400",
    "-2e-400",
    "12345678901234567890",
    ",",
    "[",
    "]",
    " ",
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = `[${pieces.join("")}]`;
      expect(outcome(() => JSON.parse(stringifyJSON(parseJSON(text))))).toEqual(outcome(() => JSON.parse(text)));
    }),
    { numRuns: 3000 },
  );
});

/** What is made, or the error that is thrown. */
function outcome(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return (error as Error).name;
  }
}

test("text that is cut off anywhere throws a SyntaxError", () => {
  const text = '{"#":12345678901234567890,"a\\\\\\"":["\\u0023\\"",1e400]}';
  expect(parseJSON(text)).toHaveProperty("#", 12345678901234567890n);
  for (let length = 0; length < text.length; length++) {
    expect(() => parseJSON(text.slice(0, length))).toThrow(SyntaxError);
  }
});

test("invalid JSON throws a SyntaxError", () => {
  for (const text of ["", "{", "01", "1.", "1e", '"', "[1e400,]", "12345678901234567890x", "nul", "'a'"]) {
    expect(() => parseJSON(text)).toThrow(SyntaxError);
  }
});
