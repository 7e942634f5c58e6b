/** The built-in types in Java, one row each. */
import { piece, type Piece } from "../../code/code.js";
import type { Scalar } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import type { LibraryName } from "./library.js";
import { doubleLiteral, isLong, longLiteral, textLiteral } from "./literals.js";
import type { FileNames } from "./scope.js";

export interface ScalarRow {
  /** The qualified type that users pass and get. */
  readonly type: string;
  /** The primitive type, if there is one. */
  readonly primitive?: string;
  /** The runtime class in which a field stores a value; the type itself if omitted. */
  readonly stored?: LibraryName;
  /** The method of that class that takes a caller's value; `of` if omitted. */
  readonly store?: string;
  /** The method of the runtime's `Copies` that copies a value; omitted for immutable values. */
  readonly copy?: string;
  /** The method of the runtime's `JsonInput` that reads a value. */
  readonly read: string;
  /** The documentation URL of the type, which docs pages link. Such types are never wrapped there (format §5.1). */
  readonly page?: string;
  /**
   * A JSON value as an expression for the stored value, or undefined if the type has no such value. Omitted if the value must
   * be read from JSON on first use.
   */
  literal?(value: Json, names: FileNames): Piece | undefined;
}

type Literal = NonNullable<ScalarRow["literal"]>;

function ofString(literal: (text: string, names: FileNames) => Piece): Literal {
  return (value, names) => (typeof value === "string" ? literal(textLiteral(value), names) : undefined);
}

function ofNumber(literal: (value: number | bigint, names: FileNames) => Piece | undefined): Literal {
  return (value, names) => (typeof value === "number" || typeof value === "bigint" ? literal(value, names) : undefined);
}

const string: ScalarRow = { type: "java.lang.String", read: "string", literal: ofString((text) => text) };

const long: ScalarRow = {
  type: "java.lang.Long",
  primitive: "long",
  read: "int64",
  literal: ofNumber((value) => (isLong(value) ? longLiteral(value) : undefined)),
};

const javaTime = "https://docs.oracle.com/javase/8/docs/api/java/time";

const decimal = {
  type: "java.math.BigDecimal",
  stored: "JsonDecimal",
  read: "decimal",
} as const;

const dateTime = { type: "java.time.OffsetDateTime", page: `${javaTime}/OffsetDateTime.html` } as const;

/** A date-time that JSON holds as a number. */
function epoch(stored: LibraryName, read: string): ScalarRow {
  const literal = ofNumber(
    (value, { library }) => piece`${library(stored)}.parse(new ${library("BigDecimal")}("${String(value)}"))`,
  );
  return { ...dateTime, stored, read, literal };
}

/** The number that a default is, given as a string or a number, without rounding. */
function exactNumber(value: Json, { library }: FileNames): Piece {
  return piece`new ${library("BigDecimal")}("${String(value)}")`;
}

export const scalarRows: Readonly<Record<Scalar, ScalarRow>> = {
  string,
  boolean: {
    type: "java.lang.Boolean",
    primitive: "boolean",
    read: "bool",
    literal: (value) => (typeof value === "boolean" ? String(value) : undefined),
  },
  any: { type: "java.lang.Object", copy: "any", read: "any" },
  integer: long,
  int32: { type: "java.lang.Integer", primitive: "int", read: "int32", literal: ofNumber(String) },
  long,
  "long as string": {
    type: "java.lang.Long",
    primitive: "long",
    stored: "JsonQuotedLong",
    read: "quotedLong",
    literal: ofString((text, { library }) => piece`${library("JsonQuotedLong")}.parse(${text})`),
  },
  number: { type: "java.lang.Double", primitive: "double", read: "float64", literal: ofNumber(doubleLiteral) },
  float: {
    type: "java.lang.Float",
    primitive: "float",
    stored: "JsonFloat",
    read: "float32",
    literal: ofNumber((value, { library }) => piece`${library("JsonFloat")}.ofExact(${doubleLiteral(value)})`),
  },
  decimal: {
    ...decimal,
    literal: (value, names) =>
      typeof value === "string" && !/e/i.test(value)
        ? piece`${names.library("JsonDecimal")}.parse(${textLiteral(value)})`
        : piece`${names.library("JsonDecimal")}.of(${exactNumber(value, names)})`,
  },
  "decimal as number": {
    ...decimal,
    store: "ofNumber",
    literal: (value, names) => piece`${names.library("JsonDecimal")}.ofNumber(${exactNumber(value, names)})`,
  },
  date: {
    type: "java.time.LocalDate",
    read: "date",
    page: `${javaTime}/LocalDate.html`,
    literal: ofString((text, { type }) => piece`${type("java.time.LocalDate")}.parse(${text})`),
  },
  "date-time": {
    ...dateTime,
    stored: "JsonDateTime",
    read: "dateTime",
    literal: ofString((text, { library }) => piece`${library("JsonDateTime")}.parse(${text})`),
  },
  "date-time as epoch-seconds": epoch("JsonEpochSeconds", "epochSeconds"),
  "date-time as epoch-milliseconds": epoch("JsonEpochMilliseconds", "epochMilliseconds"),
  "local-date-time": {
    type: "java.time.LocalDateTime",
    stored: "JsonLocalDateTime",
    read: "localDateTime",
    page: `${javaTime}/LocalDateTime.html`,
    literal: ofString((text, { library }) => piece`${library("JsonLocalDateTime")}.parse(${text})`),
  },
  time: string,
  duration: string,
  uuid: string,
  uri: string,
  email: string,
  bytes: {
    type: "byte[]",
    stored: "JsonBytes",
    read: "bytes",
    literal: ofString((text, { library }) => piece`${library("JsonBytes")}.parse(${text})`),
  },
};
