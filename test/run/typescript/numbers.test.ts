/** Numbers of any size in JSON text: kept exactly, or rejected with the correct reason, in linear time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { compile, load, typescriptOfSpec, writeFiles } from "./tree.js";

const spec = `
models:
  Title: { fields: { id: integer } }
  Values:
    fields:
      whole: integer
      small: int32
      long: long
      number: number
      float: float
      decimal: { type: decimal, multipleOf: 3 }
      any: any
      map: map<any>
      scalar: { oneOf: [boolean, integer, number, string] }
      text_or_number: { oneOf: [string, number] }
      open: { enum: [1, 2], open: true }
      closed: { enum: [1, 2] }
      constant: { const: 10 }
      set: { type: array, items: any, uniqueItems: true }
      at: date-time
`;

const folder = mkdtempSync(join(tmpdir(), "modelwright-"));
let models: any;
let Title: any;
let Values: any;

beforeAll(async () => {
  const files = await typescriptOfSpec(spec);
  writeFiles(
    folder,
    files!.filter(({ path }) => path.endsWith(".ts")),
  );
  expect(compile(folder)).toBe("");
  models = await load(folder);
  ({ Title, Values } = models.shared);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const huge = ["1e10000", "-1e10000", "1e-1000000000", "0e10001", "1e99999999999999999999", "1e400", "1e-400", "1e300"];

function issuesOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    return (error as any).issues.map(({ path, message }: any) => `${path} ${message}`);
  }
  return [];
}

describe("a number without a declared type", () => {
  test.each(huge)("%s is written back as it was read", (number) => {
    const texts = [`{"zzz":${number}}`, `{"zzz":[${number}, {"a":${number}}]}`.replace(" ", "")];
    for (const text of texts) expect(Title.parse(text).stringify()).toBe(text);
  });

  test("with many digits is written back as it was read", () => {
    const digits = "9".repeat(10_001);
    for (const number of [digits, `-${digits}`, `0.${digits}`, `${digits}.${digits}e-5`]) {
      expect(Title.parse(`{"zzz":${number}}`).stringify()).toBe(`{"zzz":${number}}`);
    }
  });

  test("is kept in `any`, maps of `any` and unions", () => {
    for (const number of huge.filter((each) => each !== "0e10001" && each !== "1e300")) {
      const text = `{"any":${number},"map":{"a":[${number}]},"scalar":${number},"text_or_number":${number}}`;
      expect(Values.parse(text).stringify()).toBe(text);
    }
  });

  test("is not rounded by a union of numbers", () => {
    for (const number of ["9007199254740993", "12345678901234567890", "0.1234567890123456789"]) {
      const text = `{"scalar":${number},"text_or_number":${number}}`;
      expect(Values.parse(text).stringify()).toBe(text);
    }
    expect(Values.parse('{"scalar":1e300}').scalar).toBe(1e300);
  });

  test("equals every other notation of its value", () => {
    const read = (number: string): any => Title.parse(`{"zzz":[${number}]}`);
    expect(read("1e400").equals(read("10e399"))).toBe(true);
    expect(read("100000000000000000000").equals(read("1e20"))).toBe(true);
    expect(read("1e-400").equals(read("1e-401"))).toBe(false);
    expect(read("-1e400").equals(read("1e400"))).toBe(false);
    expect(read("1e100000000000000000000").equals(read("10e99999999999999999999"))).toBe(true);
    expect(read("1e400").equals(read('"1e400"'))).toBe(false);
  });

  test("is a duplicate item in any notation", () => {
    const rules = (items: string): readonly string[] =>
      Values.parse(`{"set":[${items}]}`)
        .validate()
        .map(({ keyword }: any) => keyword);
    expect(rules("1e400,10e399")).toEqual(["uniqueItems"]);
    expect(rules("100000000000000000000,1e20")).toEqual(["uniqueItems"]);
    expect(rules("5e0000,5")).toEqual(["uniqueItems"]);
    expect(rules("0e10001,0")).toEqual(["uniqueItems"]);
    expect(rules("1e400,1e401,-1e400")).toEqual([]);
  });
});

describe("a declared number", () => {
  test("can have any JSON notation", () => {
    const read = Values.parse(
      '{"whole":1e0001,"small":0e10001,"long":9007199254740993.0,"number":1e-1000000000,"float":1e-400,"open":3e0000,"constant":1e0001}',
    );
    expect([read.whole, read.small, read.long, read.number, read.float, read.open, read.constant]).toEqual([
      10,
      0,
      9007199254740993n,
      0,
      0,
      3,
      10,
    ]);
    expect(Values.parse('{"long":1e18}').long).toBe(10n ** 18n);
    expect(Values.parse('{"long":-9223372036854775808}').long).toBe(-(2n ** 63n));
  });

  test.each(["1e10000", "-1e10000", "1e99999999999999999999"])("of %s is rejected with its path", (number) => {
    const keys = ["whole", "small", "long", "number", "float", "decimal", "open", "closed", "constant"];
    const document = `{${keys.map((key) => `"${key}":${number}`).join()}}`;
    const issues = issuesOf(() => Values.parse(document));
    expect(issues.map((issue) => issue.split(" ")[0]).toSorted()).toEqual(keys.map((key) => `$.${key}`).toSorted());
    expect(issues).toContain(`$.number must be a number that a double holds, not ${number}`);
    expect(issues).toContain(`$.decimal must be a decimal number with an exponent from -9999 to 9999, not ${number}`);
    expect(issues).toContain(`$.whole must be a whole number from -(2^53 - 1) to 2^53 - 1, not ${number}`);
    expect(issues).toContain(`$.long must be a 64-bit whole number, not ${number}`);
  });

  test("is rejected if it is not a number", () => {
    expect(issuesOf(() => Values.parse('{"number":"1","decimal":"x"}')).toSorted()).toEqual([
      '$.decimal must be a decimal number, not "x"',
      '$.number must be a number, not "1"',
    ]);
  });

  test("in a string is a decimal only if it is a JSON number", () => {
    for (const text of ["+1", ".5", "1.", "007", "1_000", " 1", "1e", "٣", "0x1", "Infinity", "NaN", ""]) {
      expect(issuesOf(() => Values.fromJSON({ decimal: text }))).toHaveLength(1);
      expect(() => new models.Decimal(text)).toThrow(RangeError);
    }
    for (const text of ["0", "-0", "1.50", "1e-7", "1E+7"]) {
      expect(Values.fromJSON({ decimal: text }).decimal.toString()).toBe(text);
    }
  });

  test("is checked as a multiple with all its digits", () => {
    const broken = (decimal: string): number => Values.parse(`{"decimal":${decimal}}`).validate().length;
    for (const decimal of ["0", "3", "-9", "3e9999", "12e400", "0.3e1", "3.000", "111111111111111111111111111"]) {
      expect([decimal, broken(decimal)]).toEqual([decimal, 0]);
    }
    for (const decimal of ["1", "1e9999", "3e-1", "3.0001", "1e-9999", "111111111111111111111111112"]) {
      expect([decimal, broken(decimal)]).toEqual([decimal, 1]);
    }
  });
});

describe("numbers in strings", () => {
  test("stay strings, even if they look like marked numbers", () => {
    const strings = [
      "#",
      "#n1e400",
      "#s",
      '"',
      '\\"1e400',
      "a\\",
      ": 1e400",
      ",12345678901234567890",
      "\n-1e400,",
      "é#",
    ];
    const document = { strings, "#n1": "#n1", "k\\": ["\\"], zzz: 0 };
    const text = JSON.stringify(document).replace('"zzz":0', '"zzz" : 1e400');
    const read = Title.parse(text.replaceAll('"#', '"\\u0023'));
    expect(read.additionalProperties.strings).toEqual(strings);
    expect(read.stringify()).toBe(text.replace(" : ", ":"));
    expect(Title.parse(JSON.stringify({ strings })).additionalProperties.strings).toEqual(strings);
  });

  test("can start and end a document", () => {
    expect(models.parseJSON("1e400").toString()).toBe("1e400");
    expect(models.parseJSON(" -12345678901234567890 ")).toBe(-12345678901234567890n);
    expect(models.parseJSON('"1e400"')).toBe("1e400");
  });
});

describe("time", () => {
  /** The shortest of several runs in milliseconds, since other load only makes runs longer. */
  function timeOf(read: () => unknown): number {
    let shortest = Infinity;
    for (let run = 0; run < 5; run++) {
      const start = performance.now();
      read();
      shortest = Math.min(shortest, performance.now() - start);
    }
    return shortest;
  }

  const list = (item: string, count: number): string => `[${Array(count).fill(item).join()}]`;

  test.each(["1e-9999", "1e10000", "1e1000000000000000000", "0e10001", "1.0000000000000000000001"])(
    "for a list of %s is of the order of that for a list of strings",
    (number) => {
      const read = (text: string) => () => Title.parse(text).equals(Title.parse(text));
      const strings = timeOf(read(`{"zzz":${list('"1e-9999"', 20_000)}}`));
      expect(timeOf(read(`{"zzz":${list(number, 20_000)}}`))).toBeLessThan(60 * strings + 500);
    },
  );

  test.each([
    ["zzz", (digits: string) => `0.${digits}`],
    ["zzz", (digits: string) => digits],
    ["zzz", (digits: string) => `-${digits}.${digits}e5`],
    ["zzz", (digits: string) => `1e${digits}`],
    ["zzz", (digits: string) => `1.${digits.replaceAll("9", "0")}1`],
    ["decimal", (digits: string) => `0.${digits}`],
    ["decimal", (digits: string) => `${digits.slice(0, 9_000)}.${digits}`],
    ["scalar", (digits: string) => `1.${digits.replaceAll("9", "0")}1`],
    ["at", (digits: string) => `"2024-01-01T00:00:00.${digits.replaceAll("9", "0")}1Z"`],
  ])("is linear for a long number in %s: %#", (key, number) => {
    const text = (length: number): string => `{"${key}":${number("9".repeat(length))}}`;
    const read = (text: string) => () => {
      const value = Values.parse(text);
      value.validate();
      expect(value.equals(Values.parse(text))).toBe(true);
      expect(value.stringify()).toBe(text);
    };
    const short = timeOf(read(text(50_000)));
    expect(timeOf(read(text(500_000)))).toBeLessThan(60 * short + 100);
  });

  test("does not depend on the number of escapes in a string", () => {
    const text = `{"a":"${"\\n".repeat(9_000_000)}","b":1e400}`;
    expect(Title.parse(text).additionalProperties.b.toString()).toBe("1e400");
  });

  test("is not spent on rescanning identifiers, dates and digits in strings", () => {
    const item =
      '{"id":"7e57d004-2b97-0e7a-b45f-5387367791cd","hash":"12345678901234567890","at":"2024-02-29T12:30:00Z"}';
    const text = list(item, 100);
    const matches = vi.spyOn(RegExp.prototype, "exec");
    const data = models.parseJSON(text);
    const { length } = matches.mock.calls;
    matches.mockRestore();
    expect(data).toEqual(JSON.parse(text));
    expect(length).toBeLessThanOrEqual(1);
  });
});
