/** Values of the built-in types as a person writes them in TypeScript. */
import type { Json } from "../../text/json.js";
import type { Scalar } from "../../spec/spec.js";
import { array, call, type Expression } from "./expressions.js";
import { literal } from "./literals.js";

/** A JSON value that fits a type, as code. */
export function scalarExpression(scalar: Scalar, json: Json): Expression {
  switch (scalar) {
    case "date-time":
      return call("new Date", literal(json));
    case "bytes":
      return call("new Uint8Array", array(bytesOf(String(json)).map(literal)));
    case "integer":
    case "number":
    case "float":
      return literal(Number(json));
    default:
      return literal(json);
  }
}

/** Some value of a type, as code. */
export function scalarSample(scalar: Scalar): Expression {
  return scalarExpression(scalar, samples[scalar]);
}

function bytesOf(base64: string): readonly number[] {
  return Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const samples: Readonly<Record<Scalar, Json>> = {
  string: "<value>",
  boolean: true,
  any: "<value>",
  integer: 1,
  int32: 1,
  long: 1,
  number: 1,
  float: 0.5,
  decimal: "19.99",
  date: "2024-02-29",
  "date-time": "2024-02-29T12:30:00Z",
  time: "12:30:00",
  duration: "PT1H",
  uuid: "f0bc3d88-2178-5423-8c81-b81d6c9da824",
  uri: "https://example.com",
  email: "ada@example.com",
  bytes: "aGVsbG8=",
};
