/** The built-in types in Ruby, one row each. */
import { type Piece, symbol } from "../../code/code.js";
import { plainDigits } from "../../spec/default-forms.js";
import type { Scalar } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import { rubyString, rubyValue } from "./literals.js";

/** Spellings refer to Ruby's classes by absolute name: `::String`. */
export interface ScalarRow {
  /** The name in `templates/ruby/runtime/model_support/types.rb`, and the form in JSON if it is not the default. */
  readonly word: string;
  readonly form: string | undefined;
  readonly yard: string;
  readonly rbs: string;
  readonly rbi: string;
  /** The JSON types that a caller may also pass: `["::String"]`. */
  readonly given: readonly string[];
  /** In the cells of docs pages (format §5.2). */
  readonly docs: string;
  /** The whole cell of a field, if it is the same whether or not the field can be nil. */
  readonly docsCell: string | undefined;
  /** The library that its code requires in addition to those that the runtime loads. */
  readonly library: string | undefined;
  /** Converts a JSON value to code that creates the value. */
  toCode(value: Json): string;
  /** The same for the default of a parameter of `new`, which also accepts other forms; by default `toCode`. */
  parameterCode?(value: Json): string;
}

const dateLibrary = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc";

const decimal: ScalarRow = row("decimal", "::BigDecimal", {
  library: "bigdecimal",
  given: ["::String", "::Integer", "::Float"],
  toCode: (value) => `BigDecimal(${rubyString(String(value))})`,
  // A BigDecimal has no zeros at its end.
  parameterCode: (value) => (typeof value === "string" ? rubyString(value) : decimal.toCode(value)),
});

// The documented pages have the cells of date and date-time swapped, so the generated pages do too.
const dateTime: ScalarRow = row("date_time", "::DateTime", {
  docsCell: `[Date](${dateLibrary}/Date.html)`,
  given: ["::Time", "::String"],
  toCode: (value) => `::DateTime.iso8601(${rubyString(String(value))})`,
  // A DateTime has no zeros at the end of its fraction, and no leap second.
  parameterCode: (value) => (plainDateTime.test(String(value)) ? dateTime.toCode(value) : rubyString(String(value))),
});

/** A date-time that a DateTime is written as. */
const plainDateTime = /^[-\d]{10}T\d\d:\d\d:[0-5]\d(?:\.\d{0,8}[1-9])?(?:Z|(?!.00:00)[-+]\d\d:\d\d)$/;

export const scalars: Readonly<Record<Scalar, ScalarRow>> = {
  string: row("string", "::String"),
  boolean: row("boolean", "T::Boolean", { yard: "Boolean", rbs: "bool" }),
  any: row("any", "::Object", { rbs: "untyped", rbi: "T.untyped" }),
  integer: row("integer", "::Integer"),
  int32: row("int32", "::Integer"),
  long: row("long", "::Integer"),
  "long as string": row("long", "::Integer", { form: "string", given: ["::String"], toCode: String }),
  number: numberRow("number"),
  float: numberRow("float"),
  decimal,
  "decimal as number": { ...decimal, form: "number" },
  date: row("date", "::Date", {
    docsCell: `[DateTime](${dateLibrary}/DateTime.html)`,
    given: ["::String"],
    toCode: (value) => `::Date.new(${String(value).split("-").map(Number).join(", ")})`,
  }),
  "date-time": dateTime,
  "date-time as epoch-seconds": epoch("epoch_seconds", 0),
  "date-time as epoch-milliseconds": epoch("epoch_milliseconds", 3),
  "local-date-time": row("local_date_time", "::String"),
  time: row("time", "::String"),
  duration: row("duration", "::String"),
  uuid: row("uuid", "::String"),
  uri: row("uri", "::String"),
  email: row("email", "::String"),
  bytes: row("bytes", "::String", { toCode: (value) => `${rubyString(String(value))}.unpack1("m0")` }),
};

/** Code that spells a type or a value of it; printing it adds the `require` of its library. */
export function spelled({ library }: ScalarRow, code: string): Piece {
  return library === undefined ? code : symbol(code, library);
}

/** A row with one spelling for all uses, except for those given. */
function row(word: string, spelling: string, others: Partial<ScalarRow> = {}): ScalarRow {
  const everywhere = { yard: spelling, rbs: spelling, rbi: spelling, docs: spelling };
  return {
    word,
    form: undefined,
    ...everywhere,
    given: [],
    docsCell: undefined,
    library: undefined,
    toCode: rubyValue,
    ...others,
  };
}

/**
 * A date-time that JSON holds as a number.
 *
 * @param shift how many digits of the fraction of a second are before the point
 */
function epoch(form: string, shift: number): ScalarRow {
  const toCode = (value: Json): string => dateTime.toCode(instantOf(String(value), shift));
  return { ...dateTime, form, given: ["::Time", "::Integer", "::Float"], toCode, parameterCode: toCode };
}

/** A number of seconds or milliseconds since 1970 as a date-time with all its digits, of which a `Date` has milliseconds. */
function instantOf(number: string, shift: number): string {
  const [whole = "", digits = ""] = plainDigits(number).split(".");
  const places = digits.length + shift;
  const second = 10n ** BigInt(places);
  const total = BigInt(whole + digits);
  const fraction = ((total % second) + second) % second;
  const start = new Date(Number((total - fraction) / second) * 1000).toISOString().slice(0, 19);
  const rest = fraction === 0n ? "" : `.${String(fraction).padStart(places, "0").replace(/0+$/, "")}`;
  return `${start}${rest}Z`;
}

function numberRow(word: string): ScalarRow {
  const either = { yard: "::Integer, ::Float", rbs: "(::Integer | ::Float)", rbi: "T.any(::Integer, ::Float)" };
  return row(word, "::Float", either);
}
