/** The built-in types in TypeScript: one row each, and alternatives for some options of the target. */
import { code, symbol } from "../../code/code.js";
import type { Scalar } from "../../spec/spec.js";
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import { runtime } from "./dialect.js";
import { array, atom, call, type Expression } from "./expressions.js";
import { literal, quoted } from "./literals.js";
import type { TypeScriptOptions } from "./options.js";
import { keyword, reference, type TypeExpression, union } from "./type-expressions.js";

export interface ScalarRow {
  /** The type that a model stores. */
  readonly type: TypeExpression;
  /** The type that callers may pass. */
  readonly input: TypeExpression;
  /** The runtime value that reads, builds and checks the type. */
  readonly reader: Expression;
  /** The runtime function that gives a reader, with its constraints, another form in JSON. */
  readonly wrapper: Expression | undefined;
  /** The type in docs. */
  readonly docsType: string;
  /** The link to the documentation of the type; undefined for types of the language. */
  readonly docsLink: string | undefined;
  /** The generated page that documents the type, without `.md`; undefined if the link is external. */
  readonly docsPage: string | undefined;
  /** A sample value, in JSON. */
  readonly sample: Json;
  /** Whether the type can represent a value that the spec's type allows. */
  holds(json: Json): boolean;
  /** Converts a JSON value to code: for the value that callers pass, and for the value that a model stores. */
  toCode(json: Json): Expression;
  toHeldCode(json: Json): Expression;
}

const text = keyword("string");
const number = keyword("number");
const decimal = reference(runtime("Decimal"));
const date = reference(runtime("RFCDate"));

export type Scalars = Readonly<Record<Scalar, ScalarRow>>;

export function scalarsOf({ style, int64, dates }: TypeScriptOptions): Scalars {
  return {
    ...usual,
    ...(style === "interfaces" ? plainData : {}),
    ...(dates === "string" ? dateStrings : {}),
    ...longRows(int64),
  };
}

/** The rows for members of a union: a string that holds a number could not be distinguished from another string. */
export function scalarsOfMembers(scalars: Scalars): Scalars {
  const { long, "date-time": dateTime } = scalars;
  return {
    ...scalars,
    ...(long === longs.string ? longRows("bigint") : {}),
    ...(dateTime === dateStrings["date-time"] ? epochRows(usual["date-time"]) : {}),
  };
}

function longRows(int64: TypeScriptOptions["int64"]): Pick<Scalars, "long" | "long as string"> {
  const long = longs[int64];
  return {
    long,
    "long as string": {
      ...long,
      ...wrapped("quoted"),
      sample: "1",
      holds: (json) => long.holds(BigInt(String(json))),
      toCode: (json) => long.toCode(wholeNumber(json)),
      toHeldCode: (json) => long.toHeldCode(wholeNumber(json)),
    },
  };
}

/** A date-time that JSON holds as a number, in a program like any other. */
function epochRows(
  dateTime: ScalarRow,
): Pick<Scalars, "date-time as epoch-seconds" | "date-time as epoch-milliseconds"> {
  const row = (wrapper: string, unit: number): ScalarRow => ({
    ...dateTime,
    ...wrapped(wrapper),
    sample: 1709209800 * unit,
    toCode: (json) => dateTime.toCode(new Date((Number(json) / unit) * 1000).toISOString().replace(".000Z", "Z")),
  });
  return {
    "date-time as epoch-seconds": row("epochSeconds", 1),
    "date-time as epoch-milliseconds": row("epochMilliseconds", 1000),
  };
}

function wrapped(wrapper: string): Pick<ScalarRow, "wrapper"> {
  return { wrapper: atom(runtime(wrapper)) };
}

function wholeNumber(json: Json): number | bigint {
  const value = Number(json);
  return Number.isSafeInteger(value) ? value : BigInt(String(json));
}

/** Rows by the value of the option `int64`. */
const longs = {
  bigint: row({
    reader: "long",
    type: keyword("bigint"),
    input: union([keyword("bigint"), number]),
    sample: 1,
    toHeldCode: (json) => atom(`${String(json)}n`),
  }),
  number: row({ reader: "integer", type: number, sample: 1, holds: (json) => Number.isSafeInteger(Number(json)) }),
  string: row({
    reader: "longString",
    type: text,
    input: union([text, keyword("bigint"), number]),
    sample: 1,
    toCode: (json) => atom(quoted(String(json)), "string"),
  }),
};

const usualDateTime = row({
  reader: "dateTime",
  type: reference("Date"),
  docsLink: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date",
  sample: "2024-02-29T12:30:00Z",
  toCode: (json) => call("new Date", literal(json)),
});

const usualDecimal = row({
  reader: "decimal",
  type: decimal,
  input: union([decimal, text, number]),
  docsType: "Decimal",
  docsPage: "decimal",
  sample: "19.99",
  toCode: decimalCode,
  toHeldCode: (json) => instance("Decimal", decimalCode(json)),
});

const usual: Scalars = {
  string: row({ reader: "string", type: text, sample: "<value>" }),
  boolean: row({ reader: "boolean", type: keyword("boolean"), sample: true }),
  any: row({ reader: "any", type: keyword("unknown"), docsType: "any", sample: "<value>" }),
  integer: row({ reader: "integer", type: number, sample: 1, toCode: numberCode }),
  int32: row({ reader: "int32", type: number, sample: 1 }),
  ...longRows("bigint"),
  number: row({ reader: "number", type: number, sample: 1, toCode: numberCode }),
  float: row({ reader: "float", type: number, sample: 0.5, toCode: numberCode }),
  decimal: usualDecimal,
  "decimal as number": { ...usualDecimal, reader: atom(runtime("decimalNumber")) },
  date: row({
    reader: "date",
    type: date,
    input: union([date, text]),
    docsType: "RFCDate",
    docsPage: "rfcdate",
    sample: "2024-02-29",
    toHeldCode: (json) => instance("RFCDate", literal(json)),
  }),
  "date-time": usualDateTime,
  ...epochRows(usualDateTime),
  "local-date-time": row({ reader: "localDateTime", type: text, sample: "2024-02-29T12:30:00" }),
  time: row({ reader: "time", type: text, sample: "12:30:00" }),
  duration: row({ reader: "duration", type: text, sample: "PT1H" }),
  uuid: row({ reader: "uuid", type: text, sample: "f0bc3d88-2178-5423-8c81-b81d6c9da824" }),
  uri: row({ reader: "uri", type: text, sample: "https://example.com" }),
  email: row({ reader: "email", type: text, sample: "ada@example.com" }),
  bytes: row({
    reader: "bytes",
    type: reference("Uint8Array"),
    sample: "aGVsbG8=",
    toCode: (json) => call("new Uint8Array", array(bytesOf(String(json)).map(literal))),
  }),
};

const dateTimeString = row({ reader: "dateTimeString", type: text, sample: "2024-02-29T12:30:00Z" });

const dateStrings = {
  date: row({ reader: "dateString", type: text, sample: "2024-02-29" }),
  "date-time": dateTimeString,
  ...epochRows(dateTimeString),
};

const plainDecimal = row({
  reader: "decimal",
  type: decimal,
  docsType: "Decimal",
  docsPage: "decimal",
  sample: "19.99",
  toCode: decimalCode,
});

/** Types that are not instances of a class. */
const plainData = {
  any: row({
    reader: "any",
    type: keyword("unknown"),
    docsType: "any",
    sample: "<value>",
    toCode: (json) => literal(plainJson(json)),
  }),
  decimal: plainDecimal,
  "decimal as number": { ...plainDecimal, reader: atom(runtime("decimalNumber")) },
  date: dateStrings.date,
  bytes: row({ reader: "bytes", type: text, sample: "aGVsbG8=" }),
};

/** A row; omitted properties are derived from the type. */
function row({
  reader,
  type,
  input = type,
  docsType = type.flat,
  docsPage,
  docsLink = docsPage === undefined ? undefined : `../../../types/${docsPage}.md`,
  sample,
  holds = () => true,
  toCode = literal,
  toHeldCode = toCode,
}: Pick<ScalarRow, "type" | "sample"> &
  Partial<Omit<ScalarRow, "reader" | "wrapper">> & { readonly reader: string }): ScalarRow {
  return {
    reader: atom(runtime(reader)),
    wrapper: undefined,
    type,
    input,
    docsType,
    docsLink,
    docsPage,
    sample,
    holds,
    toCode,
    toHeldCode,
  };
}

/** A number that JavaScript rounds, whatever the notation of the example. */
function numberCode(json: Json): Expression {
  return literal(Number(json));
}

/** A decimal of more than 15 digits is a string: a number may have been rounded. */
function decimalCode(json: Json): Expression {
  const isLong = typeof json !== "string" && String(json).replace(/[-.]|e.*/g, "").length > 15;
  return literal(isLong ? String(json) : json);
}

/** A JSON value as plain data stores it: `{ $number: "9007199254740993" }` (see the runtime's `ExactNumber`). */
function plainJson(json: Json): Json {
  if (typeof json === "bigint" && !Number.isSafeInteger(Number(json))) return new Map([["$number", String(json)]]);
  if (isJsonArray(json)) return json.map(plainJson);
  if (!isJsonObject(json)) return json;
  const prefixOf = (key: string): string => (json.size === 1 && /^\$+number$/.test(key) ? "$" : "");
  return new Map([...json].map(([key, each]) => [prefixOf(key) + key, plainJson(each)]));
}

/** An instance of a class that the index exports. Printing it imports the class. */
function instance(name: string, argument: Expression): Expression {
  return call(code`new ${symbol(name, name)}`, argument);
}

function bytesOf(base64: string): readonly number[] {
  return Array.from(atob(base64), (character) => character.charCodeAt(0));
}
