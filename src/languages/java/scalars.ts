/** The built-in types in Java, a row for each. */
import { piece, type Piece } from "../../code/code.js";
import type { Scalar } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import type { LibraryName } from "./library.js";
import { doubleLiteral, isLong, longLiteral, textLiteral } from "./literals.js";
import type { FileNames } from "./scope.js";

export interface ScalarRow {
  /** The type that users give and get, with its package. */
  readonly type: string;
  /** The same without a class, where Java has that. */
  readonly primitive?: string;
  /** The class of the runtime that a field holds a value in; the type itself if left out. */
  readonly stored?: LibraryName;
  /** The method of the runtime's `Copies` that copies a value; left out where no value can be changed. */
  readonly copy?: string;
  /** The page of the type, which docs pages link. Such types are never wrapped there (format §5.1). */
  readonly page?: string;
  /**
   * A value of JSON as an expression for what is stored, or undefined where the type has no such value. Left out where the
   * value must be read from JSON when it is needed.
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

const string: ScalarRow = { type: "java.lang.String", literal: ofString((text) => text) };

const long: ScalarRow = {
  type: "java.lang.Long",
  primitive: "long",
  literal: ofNumber((value) => (isLong(value) ? longLiteral(value) : undefined)),
};

const javaTime = "https://docs.oracle.com/javase/8/docs/api/java/time";

export const scalarRows: Readonly<Record<Scalar, ScalarRow>> = {
  string,
  boolean: {
    type: "java.lang.Boolean",
    primitive: "boolean",
    literal: (value) => (typeof value === "boolean" ? String(value) : undefined),
  },
  any: { type: "java.lang.Object", copy: "any" },
  integer: long,
  int32: { type: "java.lang.Integer", primitive: "int", literal: ofNumber(String) },
  long,
  number: { type: "java.lang.Double", primitive: "double", literal: ofNumber(doubleLiteral) },
  float: {
    type: "java.lang.Float",
    primitive: "float",
    stored: "JsonFloat",
    literal: ofNumber((value, { library }) => piece`${library("JsonFloat")}.ofExact(${doubleLiteral(value)})`),
  },
  decimal: {
    type: "java.math.BigDecimal",
    stored: "JsonDecimal",
    literal: (value, { library }) =>
      typeof value === "string"
        ? piece`${library("JsonDecimal")}.parse(${textLiteral(value)})`
        : piece`${library("JsonDecimal")}.ofNumber(new ${library("BigDecimal")}("${String(value)}"))`,
  },
  date: {
    type: "java.time.LocalDate",
    page: `${javaTime}/LocalDate.html`,
    literal: ofString((text, { type }) => piece`${type("java.time.LocalDate")}.parse(${text})`),
  },
  "date-time": {
    type: "java.time.OffsetDateTime",
    stored: "JsonDateTime",
    page: `${javaTime}/OffsetDateTime.html`,
    literal: ofString((text, { library }) => piece`${library("JsonDateTime")}.parse(${text})`),
  },
  time: string,
  duration: string,
  uuid: string,
  uri: string,
  email: string,
  bytes: {
    type: "byte[]",
    stored: "JsonBytes",
    literal: ofString((text, { library }) => piece`${library("JsonBytes")}.parse(${text})`),
  },
};
