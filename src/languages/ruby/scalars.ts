/** The built-in types in Ruby: one row for each. */
import { type Piece, symbol } from "../../code/code.js";
import type { Scalar } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import { rubyString, rubyValue } from "./literals.js";

/** Spellings name classes of Ruby from the top: `::String`. */
export interface ScalarRow {
  /** What `templates/ruby/runtime/model_support/types.rb` calls it. */
  readonly word: string;
  readonly yard: string;
  readonly rbs: string;
  readonly rbi: string;
  /** What a caller may give beside it, since JSON has that: `["::String"]`. */
  readonly given: readonly string[];
  /** In the cells of docs pages (format §5.2). */
  readonly docs: string;
  /** All of a field's cell, where it is the same whether or not the field can be nil. */
  readonly docsCell: string | undefined;
  /** The library that its code needs beyond those that the runtime loads. */
  readonly library: string | undefined;
  /** A value in JSON as code that makes the value. */
  toCode(value: Json): string;
}

const dateLibrary = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc";

export const scalars: Readonly<Record<Scalar, ScalarRow>> = {
  string: row("string", "::String"),
  boolean: row("boolean", "T::Boolean", { yard: "Boolean", rbs: "bool" }),
  any: row("any", "::Object", { rbs: "untyped", rbi: "T.untyped" }),
  integer: row("integer", "::Integer"),
  int32: row("int32", "::Integer"),
  long: row("long", "::Integer"),
  number: numberRow("number"),
  float: numberRow("float"),
  decimal: row("decimal", "::BigDecimal", {
    library: "bigdecimal",
    given: ["::String", "::Integer", "::Float"],
    toCode: (value) => `BigDecimal(${rubyString(String(value))})`,
  }),
  // The documented pages have the two cells the wrong way round, and so have these.
  date: row("date", "::Date", {
    docsCell: `[DateTime](${dateLibrary}/DateTime.html)`,
    given: ["::String"],
    toCode: (value) => `::Date.new(${String(value).split("-").map(Number).join(", ")})`,
  }),
  "date-time": row("date_time", "::DateTime", {
    docsCell: `[Date](${dateLibrary}/Date.html)`,
    given: ["::Time", "::String"],
    toCode: (value) => `::DateTime.iso8601(${rubyString(String(value))})`,
  }),
  time: row("time", "::String"),
  duration: row("duration", "::String"),
  uuid: row("uuid", "::String"),
  uri: row("uri", "::String"),
  email: row("email", "::String"),
  bytes: row("bytes", "::String", { toCode: (value) => `${rubyString(String(value))}.unpack1("m0")` }),
};

/** A piece of code that spells a type or a value of it: printing it loads its library. */
export function spelled({ library }: ScalarRow, code: string): Piece {
  return library === undefined ? code : symbol(code, library);
}

/** A row, with the same spelling everywhere but where another is given. */
function row(word: string, spelling: string, others: Partial<ScalarRow> = {}): ScalarRow {
  const everywhere = { yard: spelling, rbs: spelling, rbi: spelling, docs: spelling };
  return { word, ...everywhere, given: [], docsCell: undefined, library: undefined, toCode: rubyValue, ...others };
}

function numberRow(word: string): ScalarRow {
  const either = { yard: "::Integer, ::Float", rbs: "(::Integer | ::Float)", rbi: "T.any(::Integer, ::Float)" };
  return row(word, "::Float", either);
}
