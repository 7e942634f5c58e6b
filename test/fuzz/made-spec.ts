/** Specs from hell: any construct of the language, under any name, with any text. */
import fc from "fast-check";
import { hostileNames, hostileTexts } from "./hostile.js";

/** A spec file as JSON, which is YAML. Most are wrong somewhere; what is wrong must be told, the rest must compile. */
export function madeSpecFile(hostility: Hostility): fc.Arbitrary<string> {
  return fc
    .uniqueArray(nameOf(hostility), { minLength: 1, maxLength: 5 })
    .chain((names) =>
      fc.tuple(...names.map(() => definition(hostility, names))).map((definitions) => toYaml(names, definitions)),
    );
}

/** How likely a name is a hostile one: many of them in one spec mostly give a spec that is rejected. */
export type Hostility = "names" | "texts";

function toYaml(names: readonly string[], definitions: readonly object[]): string {
  const entries = names.map((name, index) => `${JSON.stringify(name)}: ${JSON.stringify(definitions[index])}`);
  return `{"models": {${entries.join(",\n")}}}\n`;
}

const plainNames = ["Account", "Order", "LineItem", "status", "created_at", "street_1", "x", "isActive", "URLValue"];

function nameOf(hostility: Hostility): fc.Arbitrary<string> {
  const plain = fc.constantFrom(...plainNames);
  if (hostility === "texts") return plain;
  const hostile = fc.constantFrom(...hostileNames);
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 4, arbitrary: hostile },
    { weight: 1, arbitrary: fc.string() },
  );
}

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

const nonEmpty = text.filter((each) => each !== "");

const scalar = fc.constantFrom(
  "string",
  "boolean",
  "any",
  "integer",
  "int32",
  "long",
  "number",
  "float",
  "decimal",
  "date",
  "date-time",
  "time",
  "duration",
  "uuid",
  "uri",
  "email",
  "bytes",
);

const json = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(text, text, { maxKeys: 2 }),
  fc.array(text, { maxLength: 2 }),
);

const pattern = fc.oneof(fc.constantFrom("^[a-z]+$", "\\d{3}", '["`$#]', "/*PWNED*/", "\\u002a\\/"), text);

/** Keys that may stand on anything; each is left out more often than not. */
const documentation = fc.record(
  {
    description: text,
    deprecated: fc.oneof(
      fc.constant(true),
      text,
      fc.record({ message: nonEmpty, use: nonEmpty }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: [] },
);

function definition(hostility: Hostility, names: readonly string[]): fc.Arbitrary<object> {
  const extra = fc.record(
    {
      extends: fc.subarray([...names], { maxLength: 1 }),
      abstract: fc.boolean(),
      additionalProperties: fc.oneof(fc.boolean(), type(names)),
    },
    { requiredKeys: [] },
  );
  const model = fc
    .tuple(
      documentation,
      fc.dictionary(nameOf(hostility), field(hostility, names, 2), { maxKeys: 6 }),
      sometimes(extra),
    )
    .map(([docs, fields, more]) => ({ ...docs, fields, ...more }));
  return fc.oneof(
    { weight: 6, arbitrary: model },
    {
      weight: 2,
      arbitrary: fc.tuple(documentation, enumeration(hostility)).map(([docs, type]) => ({ ...docs, ...type })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(documentation, union(hostility, names, 2)).map(([docs, type]) => ({ ...docs, ...type })),
    },
    { weight: 1, arbitrary: type([]).map((alias) => ({ type: alias })) },
  );
}

function field(hostility: Hostility, names: readonly string[], depth: number): fc.Arbitrary<object> {
  const keys = fc.record(
    {
      required: fc.boolean(),
      nullable: fc.boolean(),
      example: json,
      rename: fc.record({ java: nameOf(hostility) }),
    },
    { requiredKeys: [] },
  );
  const fallback = rarely(fc.record({ default: json }));
  return fc
    .tuple(documentation, sometimes(keys), fallback, inline(hostility, names, depth))
    .map(([docs, more, value, type]) => ({ ...docs, ...more, ...value, ...type }));
}

function inline(hostility: Hostility, names: readonly string[], depth: number): fc.Arbitrary<object> {
  const named = type(names).map((written) => ({ type: written }));
  if (depth === 0) return named;
  const fields = fc.dictionary(nameOf(hostility), field(hostility, names, depth - 1), { maxKeys: 3 });
  return fc.oneof(
    { weight: 8, arbitrary: named },
    { weight: 2, arbitrary: enumeration(hostility) },
    { weight: 1, arbitrary: fc.oneof(text, fc.integer(), fc.boolean()).map((value) => ({ const: value })) },
    { weight: 2, arbitrary: fields.map((each) => ({ fields: each })) },
    { weight: 1, arbitrary: union(hostility, names, depth - 1) },
    { weight: 1, arbitrary: inline(hostility, names, depth - 1).map((items) => ({ type: "array", items })) },
    { weight: 1, arbitrary: pattern.map((each) => ({ type: "string", pattern: each, maxLength: 9 })) },
  );
}

function enumeration(hostility: Hostility): fc.Arbitrary<object> {
  const value = hostility === "names" ? fc.oneof(nameOf(hostility), text) : text;
  const values = fc.oneof(
    { weight: 4, arbitrary: fc.uniqueArray(value, { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }) },
  );
  return fc.tuple(values, fc.boolean()).map(([listed, open]) => ({ enum: listed, open }));
}

function union(hostility: Hostility, names: readonly string[], depth: number): fc.Arbitrary<object> {
  const member = fc.oneof(
    { weight: 4, arbitrary: type(names) },
    { weight: 1, arbitrary: inline(hostility, names, depth) },
  );
  return fc
    .uniqueArray(member, { minLength: 2, maxLength: 4, selector: (each) => JSON.stringify(each) })
    .map((oneOf) => ({ oneOf }));
}

function type(all: readonly string[]): fc.Arbitrary<string> {
  const names = all.filter((name) => /^[^<>[\]?]*[^<>[\]?\s]$/.test(name));
  const base = names.length === 0 ? scalar : fc.oneof(scalar, fc.constantFrom(...names));
  const wrapped = fc.tuple(base, fc.constantFrom("T", "T", "T", "T?", "T[]", "map<T>", "T?[]", "map<T?>[]"));
  return wrapped.map(([name, shape]) => shape.replace("T", () => name));
}

function sometimes<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof(fc.constant({}), arbitrary);
}

function rarely<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof({ weight: 19, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}
