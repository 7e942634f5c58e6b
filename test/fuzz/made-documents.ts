/** Random documents of a model: mostly as the spec declares, with something else here and there. */
import fc from "fast-check";
import type { Definition, Model, Scalar, Slot, Type } from "../../src/spec/spec.js";

/** JSON. Below this depth, there is only what must be. */
const deepest = 3;

export function madeDocument(model: Model): fc.Arbitrary<string> {
  return ofModel(model, 0);
}

function ofModel(model: Model, depth: number): fc.Arbitrary<string> {
  const fields = model.fields
    .filter(({ required }) => required || depth < deepest)
    .map((field) => {
      const entry = ofSlot(field, depth + 1).map((value) => [field.name, value] as const);
      return fc.option(entry, { nil: undefined, freq: field.required ? 30 : 2 });
    });
  const rest = typeof model.additionalFields === "object" ? ofSlot(model.additionalFields, depth + 1) : anyJson;
  const unknown = fc.tuple(fc.constantFrom("new", "New", "a", "b", "kind", "__proto__", "toString"), rest);
  return fc
    .tuple(fc.tuple(...fields), fc.option(unknown, { nil: undefined, freq: 2 }))
    .map(([known, more]) => object([...known, more].flatMap((entry) => (entry === undefined ? [] : [entry]))));
}

/** Twice the same key is possible. */
function object(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
}

function ofSlot({ type, nullable }: Slot, depth: number): fc.Arbitrary<string> {
  const value = ofType(type, depth);
  return fc.oneof(
    { weight: 40, arbitrary: value },
    { weight: nullable ? 12 : 1, arbitrary: fc.constant("null") },
    { weight: 1, arbitrary: anyJson },
  );
}

function ofType(type: Type, depth: number): fc.Arbitrary<string> {
  switch (type.kind) {
    case "scalar":
      return type.scalar === "any" ? anyJson : fc.constantFrom(...scalarTexts[type.scalar]);
    case "constant":
      return mostly(JSON.stringify(type.value), '"other"', "4");
    case "array":
      return fc
        .array(ofSlot(type.items, depth + 1), { maxLength: depth < deepest ? 3 : 0 })
        .map((all) => `[${all.join(",")}]`);
    case "tuple":
      return fc
        .tuple(fc.tuple(...type.items.map((item) => ofSlot(item, depth + 1))), fc.nat({ max: 60 }), anyJson)
        .map(([items, cut, more]) => `[${(cut === 1 ? [...items, more] : items.slice(cut === 0 ? 1 : 0)).join(",")}]`);
    case "map":
      return fc
        .array(fc.tuple(fc.constantFrom("x", "y", "a", ""), ofSlot(type.values, depth + 1)), {
          maxLength: depth < deepest ? 3 : 0,
        })
        .map(object);
    case "reference":
      return ofDefinition(type.to, depth);
  }
}

function ofDefinition(definition: Definition, depth: number): fc.Arbitrary<string> {
  switch (definition.kind) {
    case "model":
      return ofModel(definition, depth);
    case "enum": {
      const known = definition.values.map(({ value }) =>
        typeof value === "string" ? JSON.stringify(value) : String(value),
      );
      return fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: fc.constantFrom('"new"', "99") },
      );
    }
    case "union":
      return depth > 2 * deepest ? anyJson : fc.oneof(...definition.members.map(({ type }) => ofType(type, depth + 1)));
  }
}

function mostly(text: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(text) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/** Numbers that every language holds alike as a double; others are exceptions of their own in the vectors. */
const smallNumbers = ["0", "1", "-1", "7", "1.5", "-0.25", "1e2", "1.0", "0.0", "-0", "100e-2", "3000000000"];

const strings = ['""', '"text"', '"ab"', '"\\u00e9\\ud83d\\ude00"', '"1"', '"x"', '"a\\nb"', '"2024-02-29"'];

const leaf = fc.constantFrom("null", "true", "false", ...smallNumbers, ...strings);

const anyJson: fc.Arbitrary<string> = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(tie("json"), { maxLength: 3 }).map((all) => `[${all.join(",")}]`) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom("a", "b", "kind", "__proto__"), tie("json")), { maxLength: 3 })
        .map(object),
    },
  ),
})).json;

/** Valid texts, and ones that are nearly valid. */
const scalarTexts: Readonly<Record<Exclude<Scalar, "any">, readonly string[]>> = {
  string: strings,
  boolean: ["true", "false", '"true"', "1"],
  integer: ["0", "7", "-3", "1.0", "1e2", "1.5", '"1"', "9007199254740991", "-0"],
  int32: ["0", "-7", "2147483647", "2147483648", "-2147483648", "1.0"],
  long: ["0", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e3", '"5"'],
  number: [...smallNumbers, '"1.5"'],
  float: ["0", "1.5", "-0.25", "1e2", "1e39", '"1"'],
  decimal: [
    "0",
    "1.50",
    "-0.10",
    '"1.50"',
    '"-0"',
    '"1e2"',
    "1e-7",
    '"+1"',
    '".5"',
    '"1."',
    '"01"',
    "12345678901234567890.12",
  ],
  "decimal as number": ["0", "1.50", '"1.50"', "1e30", '"1e30"', "1e10000", '"1."', "true"],
  "long as string": ['"0"', '"-7"', '"9223372036854775807"', '"9223372036854775808"', '"01"', '"-0"', '"1.0"', "5"],
  "date-time as epoch-seconds": [
    "0",
    "-1.5",
    "1700000000.123456789",
    "253402300800",
    "1e3",
    '"0"',
    '"2024-01-01T00:00:00Z"',
  ],
  "date-time as epoch-milliseconds": ["0", "-0.5", "1700000000123", "253402300800000", "1e12", '"0"'],
  "local-date-time": [
    '"2024-02-29T12:30:00"',
    '"2024-02-29t12:30:00.5"',
    '"2024-02-30T12:30:00"',
    '"2024-02-29T12:30:00Z"',
    '"2024-02-29T23:59:60"',
    '"2024-02-29"',
    "5",
  ],
  date: ['"2024-02-29"', '"2023-02-29"', '"2024-2-9"', '"0000-01-01"', '"9999-12-31"', '"2024-02-29T00:00:00Z"'],
  "date-time": [
    '"2024-01-01T00:00:00Z"',
    '"2024-01-01T00:00:00.123456789+02:00"',
    '"2024-01-01t00:00:00z"',
    '"2024-01-01T24:00:00Z"',
    '"2024-01-01T00:00:00"',
    '"2024-01-01T00:00:00+18:00"',
    '"2024-01-01T00:00:00+18:01"',
    '"1990-12-31T23:59:60Z"',
    '"1990-12-31T22:59:60Z"',
    '"2024-01-01 00:00:00Z"',
    "1704067200",
  ],
  time: ['"12:30:00"', '"12:30"', '"12:30:00Z"', '"25:00:00"', '"12:30:00.5+01:00"', '"12:30:60"'],
  duration: ['"P1D"', '"PT1.5S"', '"P"', '"P1Y2M3DT4H5M6S"', '"P1W"', '"-P1D"', '"1D"'],
  uuid: ['"f0bc3d88-2178-5423-8c81-b81d6c9da824"', '"F0BC3D88-2178-5423-8C81-B81D6C9DA824"', '"f0bc3d88"'],
  uri: ['"https://example.com/a?b=c"', '"urn:a:b"', '"no uri"', '"/path"', '""'],
  email: ['"ada@example.com"', '"ada"', '"a b@c"', '"@"'],
  bytes: ['"aGVsbG8="', '"aGVsbG8"', '""', '"aGl="', '"****"', '"_-8="'],
};
