/** Values that code gives to models, as a request names them, and the JSON that every language writes of them. */

/**
 * A value: `{ double: "NaN" }`; `{ decimal: 0.1 }`, from a double, or `{ decimal: "0.10" }`, from a string; `{ long: "42" }`;
 * `{ "date-time": [year, month, day, hour, minute, second, millisecond, hours of the offset] }`; `{ member: [class, value] }`,
 * a member of a union, by the name of its class in Java; arrays, objects and JSON's other values as they are.
 */
export type BuiltValue = unknown;

export interface Built {
  readonly values: Readonly<Record<string, BuiltValue>>;
  /** What is written, without the defaults; absent if the model cannot be built or written. */
  readonly json?: string;
  /** The paths of what is refused. */
  readonly refused?: readonly string[];
  /** The languages that can be given such a value; absent means all. */
  readonly only?: readonly string[];
}

export const builtSpec = `
models:
  Wire:
    fields:
      price: decimal
      nullable: decimal?
      number: { type: decimal, as: number }
      prices: decimal[]
      numbers: { type: map, values: { type: decimal, as: number } }
      either: { oneOf: [boolean, decimal] }
      choice: { oneOf: [boolean, { type: decimal, as: number }] }
      moment: { oneOf: [date-time, string] }
      text: { oneOf: [string, date-time] }
      token: { oneOf: [{ type: long, as: string }, string] }
      time: { oneOf: [{ type: date-time, as: epoch-seconds }, number] }
      several: { oneOf: [{ type: "date-time[]" }, { type: "string[]" }] }
      mixed: { type: map, values: { oneOf: [date-time, string] } }
      id: long
      quoted: { type: long, as: string }
      ids: { type: array, items: { type: long, as: string } }
      seconds: { type: date-time, as: epoch-seconds }
      milliseconds: { type: date-time, as: epoch-milliseconds }
      moments: { type: array, items: { type: date-time, as: epoch-seconds } }
      at: date-time
      rating: number
      ratings: number[]
      any: any
  Defaults:
    fields:
      short: { type: decimal, default: 0.5 }
      text: { type: decimal, default: "0.10" }
      large: { type: decimal, default: 1e30 }
      zero: { type: decimal, default: "0.00" }
      short_number: { type: decimal, as: number, default: 0.5 }
      text_number: { type: decimal, as: number, default: "0.10" }
      large_number: { type: decimal, as: number, default: 1e30 }
      exact: { type: decimal, default: "0.1234567890123456789" }
      exact_number: { type: decimal, as: number, default: "0.1234567890123456789" }
      list: { type: "decimal[]", default: [0.5, "0.10"] }
      inner: { type: Inner, default: { price: "0.10", number: "1.5", quoted: "9007199254740993", seconds: 1.5 } }
      zeros: { type: Inner, default: { number: "0.10", more: { number: "0.1234567890123456789" } } }
      inners: { type: "Inner[]", default: [{ number: "2.00" }, { price: "1e3", number: "1.50E+2" }] }
      by_name: { type: map<Inner>, default: { a: { numbers: ["0.50", 1e30, 2.5] } } }
      quoted: { type: long, as: string, default: "9007199254740993" }
      seconds: { type: date-time, as: epoch-seconds, default: 1.5 }
      milliseconds: { type: date-time, as: epoch-milliseconds, default: 1500 }
      microseconds: { type: date-time, as: epoch-seconds, default: 1700000000.123456 }
      nanosecond: { type: date-time, as: epoch-milliseconds, default: 1e-6 }
      before: { type: date-time, as: epoch-seconds, default: -0.0000015 }
      instants: { type: array, items: { type: date-time, as: epoch-milliseconds }, default: [1700000000123.25, -1] }
      at: { type: date-time, default: "2024-01-01t00:00:00.120+02:00" }
      times: { type: "date-time?[]", default: ["1990-12-31T23:59:60Z", null] }
  Inner:
    fields:
      price: decimal
      number: { type: decimal, as: number }
      numbers: { type: array, items: { type: decimal, as: number } }
      more: Inner
      quoted: { type: long, as: string }
      seconds: { type: date-time, as: epoch-seconds }
`;

const nonillion = "1000000000000000000000000000000";
const digits = "12345678901234567890.12345678901234567890";

/** Decimals, and the digits that are written. */
const decimals: readonly (readonly [BuiltValue, string])[] = [
  [{ decimal: 0.1 }, "0.1"],
  [{ decimal: "0.10" }, "0.10"],
  [{ decimal: 1e30 }, nonillion],
  [{ decimal: "1e30" }, nonillion],
  [{ decimal: "1.50e3" }, "1500"],
  [{ decimal: "1e-7" }, "0.0000001"],
  [{ decimal: "-1.0e-7" }, "-0.00000010"],
  [{ decimal: "0.00" }, "0.00"],
  [{ decimal: "-5" }, "-5"],
  [{ decimal: digits }, digits],
];

const decimalFields: readonly Built[] = decimals.flatMap(([value, text]) => [
  { values: { price: value }, json: `{"price":"${text}"}` },
  { values: { nullable: value }, json: `{"nullable":"${text}"}` },
  { values: { number: value }, json: `{"number":${text}}` },
]);

/** In Ruby only fields keep zeros at the end of decimals, which BigDecimal has not. */
const nested: readonly Built[] = [
  { values: { prices: [{ decimal: 0.1 }, { decimal: 1e30 }] }, json: `{"prices":["0.1","${nonillion}"]}` },
  {
    values: { numbers: { a: { decimal: 0.1 }, b: { decimal: 1e30 } } },
    json: `{"numbers":{"a":0.1,"b":${nonillion}}}`,
  },
  { values: { either: { member: ["Decimal", { decimal: 1e30 }] } }, json: `{"either":"${nonillion}"}` },
  {
    values: { choice: { member: ["DecimalAsNumber", { decimal: 0.1 }] } },
    json: `{"choice":0.1}`,
  },
];

/** Java makes more digits of such a double. */
const small: readonly Built[] = [
  { values: { price: { decimal: 1e-7 } }, json: `{"price":"0.0000001"}`, only: ["typescript", "ruby"] },
  { values: { number: { decimal: 1e-7 } }, json: `{"number":0.0000001}`, only: ["typescript", "ruby"] },
];

const first = [1970, 1, 1, 0, 0, 0, 0, 0];
const others: readonly Built[] = [
  { values: { id: { long: "9007199254740993" } }, json: `{"id":9007199254740993}` },
  { values: { quoted: { long: "9007199254740993" } }, json: `{"quoted":"9007199254740993"}` },
  { values: { quoted: { long: "-1" } }, json: `{"quoted":"-1"}` },
  { values: { ids: [{ long: "0" }, { long: "9223372036854775807" }] }, json: `{"ids":["0","9223372036854775807"]}` },
  { values: { seconds: { "date-time": first } }, json: `{"seconds":0}` },
  { values: { seconds: { "date-time": [1970, 1, 1, 1, 0, 1, 500, 1] } }, json: `{"seconds":1.5}` },
  { values: { milliseconds: { "date-time": [1970, 1, 1, 1, 0, 1, 500, 1] } }, json: `{"milliseconds":1500}` },
  { values: { milliseconds: { "date-time": [1969, 12, 31, 23, 59, 59, 999, 0] } }, json: `{"milliseconds":-1}` },
  { values: { moments: [{ "date-time": [1969, 12, 31, 23, 59, 59, 999, 0] }] }, json: `{"moments":[-0.001]}` },
  { values: { seconds: { "date-time": [0, 1, 1, 0, 0, 0, 0, 0] } }, json: `{"seconds":-62167219200}` },
  { values: { seconds: { "date-time": [9999, 12, 31, 23, 59, 59, 0, 0] } }, json: `{"seconds":253402300799}` },
];

/** What JSON holds is of the member of a union that reading selects. */
const raw: readonly Built[] = [
  { moment: "2024-01-01T00:00:00Z" },
  { moment: "tomorrow" },
  { text: "2024-01-01T00:00:00Z" },
  { token: "12" },
  { token: "x" },
  { time: 1704067200 },
  { time: 999999999999.5 },
  { several: ["2024-01-01T00:00:00Z"] },
  { several: ["2024-01-01T00:00:00Z", "x"] },
  { mixed: { a: "2024-01-01T00:00:00+01:00", b: "x" } },
].map((values) => ({ values, json: JSON.stringify(values), only: ["typescript", "ruby"] }));

const refused: readonly Built[] = [
  ...["NaN", "Infinity", "-Infinity"].flatMap((double) => [
    { values: { rating: { double } }, refused: ["$.rating"] },
    { values: { ratings: [1.5, { double }] }, refused: ["$.ratings[1]"] },
    { values: { any: { a: [{ double }] } }, refused: ["$.any.a[0]"] },
  ]),
  ...["at", "seconds", "milliseconds"].flatMap((field) => [
    { values: { [field]: { "date-time": [10_000, 1, 1, 0, 0, 0, 0, 0] } }, refused: [`$.${field}`] },
    { values: { [field]: { "date-time": [-1, 12, 31, 0, 0, 0, 0, 0] } }, refused: [`$.${field}`] },
  ]),
  // A number has no offset: it is the year in UTC that counts.
  ...["seconds", "milliseconds"].flatMap((field) => [
    { values: { [field]: { "date-time": [9999, 12, 31, 23, 59, 59, 0, -1] } }, refused: [`$.${field}`] },
    { values: { [field]: { "date-time": [0, 1, 1, 0, 0, 0, 0, 1] } }, refused: [`$.${field}`] },
  ]),
  // Doubles that may have been rounded.
  ...["price", "number"].map((field) => ({
    values: { [field]: { decimal: 1234567.8901234567 } },
    refused: [`$.${field}`],
    only: ["typescript", "ruby"],
  })),
];

export const builtValues: readonly Built[] = [...decimalFields, ...nested, ...small, ...others, ...raw, ...refused];

/** What is written of defaults, except for their zeros where the language has a number type without them. */
export const builtDefaults: Readonly<Record<string, string>> = {
  short: `"0.5"`,
  text: `"0.10"`,
  large: `"${nonillion}"`,
  zero: `"0.00"`,
  short_number: "0.5",
  text_number: "0.10",
  large_number: nonillion,
  exact: `"0.1234567890123456789"`,
  exact_number: "0.1234567890123456789",
  list: `["0.5","0.10"]`,
  inner: `{"price":"0.10","number":1.5,"quoted":"9007199254740993","seconds":1.5}`,
  zeros: `{"number":0.10,"more":{"number":0.1234567890123456789}}`,
  inners: `[{"number":2.00},{"price":"1000","number":150}]`,
  by_name: `{"a":{"numbers":[0.50,${nonillion},2.5]}}`,
  quoted: `"9007199254740993"`,
  seconds: "1.5",
  milliseconds: "1500",
  microseconds: "1700000000.123456",
  nanosecond: "0.000001",
  before: "-0.0000015",
  instants: "[1700000000123.25,-1]",
  at: `"2024-01-01t00:00:00.120+02:00"`,
  times: `["1990-12-31T23:59:60Z",null]`,
};
