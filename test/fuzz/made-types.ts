/** Types and fields of made specs: everything that a field, an item or a value can be. */
import fc from "fast-check";

/** The names that types can refer to. */
export interface Names {
  /** Models, unions, enums and aliases. */
  readonly types: readonly string[];
  /** Enums of strings, the keys of maps. */
  readonly keys: readonly string[];
}

export const fieldNames = ["a", "b", "c", "kind", "size", "$ref", "two words", "__proto__"];

const scalars = [
  ...["string", "boolean", "any", "integer", "int32", "long", "number", "float", "decimal"],
  ...["date", "date-time", "local-date-time", "time", "duration", "uuid", "uri", "email", "bytes"],
];

const shapes = [
  ...["T", "T", "T", "T", "T?", "T[]", "map<T>", "T?[]", "map<T?>", "T[]?", "map<T[]>", "T[][]", "map<T>[]"],
  ...["map<K, T>", "map<K, T?>", "map<K, T>[]", "map<K, map<K, T>>"],
];

/** A type in one word: `map<Enum0, Model3?>[]`. */
export function word({ types, keys }: Names): fc.Arbitrary<string> {
  const base = fc.oneof(
    fc.constantFrom(...scalars),
    types.length === 0 ? fc.nat(0).map(() => "any") : fc.constantFrom(...types),
  );
  return fc
    .tuple(base, fc.constantFrom(...shapes), fc.constantFrom(...keys))
    .map(([name, shape, key]) => shape.replaceAll("K", key).replace("T", name));
}

/** Scalars that JSON holds in another form, with and without constraints. */
const inForm = fc.constantFrom<object>(
  { type: "decimal", as: "number" },
  { type: "decimal", as: "number", minimum: -1, exclusiveMaximum: 100 },
  { type: "decimal", as: "string", multipleOf: 0.01 },
  { type: "long", as: "string" },
  { type: "long?", as: "string", minimum: 1 },
  { type: "date-time", as: "epoch-seconds" },
  { type: "date-time", as: "epoch-milliseconds" },
  { type: "date-time?", as: "epoch-milliseconds" },
);

const bounded = fc.constantFrom<object>(
  { type: "string", minLength: 2, maxLength: 3 },
  { type: "string", pattern: "^[a-z]+$" },
  { type: "string", pattern: "\\d|é", maxLength: 4 },
  { type: "uri", maxLength: 10 },
  { type: "integer", minimum: -2, exclusiveMaximum: 7 },
  { type: "int32", multipleOf: 3 },
  { type: "number", multipleOf: 0.5 },
  { type: "number", exclusiveMinimum: 0, maximum: 1.5 },
  { type: "float", minimum: -0.25 },
  { type: "decimal", minimum: 0, maximum: 10 },
  { type: "decimal", exclusiveMinimum: 1 },
  { type: "long", maximum: 9 },
  { type: "array", items: "integer", minItems: 1, maxItems: 2, uniqueItems: true },
  { type: "array", items: "any", uniqueItems: true },
  { type: "array", items: "decimal", uniqueItems: true },
  { type: "array", items: { type: "decimal", as: "number" }, uniqueItems: true },
  { type: "array", items: { tuple: ["decimal", "boolean"] }, uniqueItems: true },
  { type: "array", items: { type: "map<decimal>" }, uniqueItems: true },
  { type: "array", items: { oneOf: ["long", { type: "long", as: "string" }] }, uniqueItems: true },
  // Plain data holds date-times as strings, so it compares them as such.
  { type: "array", items: "date", uniqueItems: true },
  { type: "map", values: "integer", minProperties: 1, maxProperties: 2 },
  { type: "map", values: { type: "map", values: "any", maxProperties: 1 } },
);

const constants = fc.constantFrom<object>(
  ...["fixed", "", 3, 0, -7, 1.5, true, false].map((value) => ({ const: value })),
);

const inlineEnums = fc.constantFrom<object>(
  { enum: ["x", "y"] },
  { enum: ["x"], open: true },
  { enum: [1, 2], open: true },
  { enum: [0, 2_147_483_648] },
);

/** A type in full. */
export function type(names: Names, depth = 1): fc.Arbitrary<object> {
  const named = word(names).map((written) => ({ type: written }));
  const simple = [
    { weight: 10, arbitrary: named },
    { weight: 2, arbitrary: inForm },
    { weight: 4, arbitrary: bounded },
    { weight: 1, arbitrary: constants },
    { weight: 1, arbitrary: inlineEnums },
  ];
  if (depth === 0) return fc.oneof(...simple);
  const inner = type(names, depth - 1);
  const key = fc.constantFrom(...names.keys);
  return fc.oneof(
    ...simple,
    {
      weight: 1,
      arbitrary: fc.tuple(inner, rest(names)).map(([a, more]) => ({ fields: { inner: a, b: "integer" }, ...more })),
    },
    { weight: 1, arbitrary: inner.map((items) => ({ type: "array", items, maxItems: 2 })) },
    { weight: 1, arbitrary: inner.map((values) => ({ type: "map", values })) },
    { weight: 1, arbitrary: fc.tuple(key, inner).map(([keys, values]) => ({ type: "map", keys, values })) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((tuple) => ({ tuple })) },
    { weight: 1, arbitrary: oneOf(inner) },
  );
}

/** A union by shape. */
export function oneOf(member: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const members = fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: member }, fc.constant({ type: "null" })), {
    minLength: 2,
    maxLength: 4,
    selector: (each) => JSON.stringify(each),
  });
  return members.map((all) => ({ oneOf: all.map((each) => ("type" in each && each.type === "null" ? null : each)) }));
}

/** What becomes of fields that are not listed: nothing declared, kept, rejected, or of some type. */
export function rest(names: Names): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(true, false).map((additionalProperties) => ({ additionalProperties })) },
    { weight: 1, arbitrary: type(names, 0).map((additionalProperties) => ({ additionalProperties })) },
  );
}

/** Optional fields with a default, which only building applies. */
const withDefault = fc.constantFrom<object>(
  { type: "string", default: "text" },
  { type: "string?", default: null },
  { type: "integer", default: 7, required: true },
  { type: "long", default: -5 },
  { type: "long", as: "string", default: 5 },
  { type: "number", default: 1e21 },
  { type: "float", default: 0.1 },
  { type: "decimal", default: 0.5 },
  { type: "decimal", default: "0.10" },
  { type: "decimal", as: "number", default: "0.10" },
  { type: "date", default: "2024-02-29" },
  { type: "date-time", default: "2024-01-01T00:00:00.120+02:00" },
  { type: "date-time", as: "epoch-seconds", default: 1.5 },
  { type: "date-time", as: "epoch-milliseconds", default: -1 },
  { type: "local-date-time", default: "2024-02-29T12:30:00" },
  { type: "bytes", default: "aGVsbG8=" },
  { type: "any", default: { a: [1, null, "x"] } },
  { type: "map<any>", default: { a: {} } },
  { type: "decimal[]", default: ["1.0", 2] },
  { type: "map<date-time?>", default: { x: null, y: "2024-01-01T00:00:00Z" } },
  { enum: ["x", "y"], default: "y" },
  { enum: [1, 2], open: true, default: 3 },
);

/** The fields of a model. A required field is of an earlier type only, so that finite values exist. */
export function fields(earlier: Names, all: Names): fc.Arbitrary<Readonly<Record<string, object>>> {
  const required = type(earlier).map((each) => ({ ...each, required: true }));
  const nullable = type(all).map((each) => ({ ...each, nullable: true }));
  const one = fc.oneof(
    { weight: 6, arbitrary: required },
    { weight: 10, arbitrary: type(all) },
    { weight: 2, arbitrary: nullable },
    { weight: 2, arbitrary: withDefault },
  );
  const named = fc.tuple(fc.constantFrom(...fieldNames), one, fc.nat(9)).map(([name, field, choice]) => {
    return [name, { ...field, ...otherNames(name, choice) }] as const;
  });
  const entries = fc.uniqueArray(named, { maxLength: 5, selector: ([name]) => name });
  return entries.map((each) => Object.fromEntries(each));
}

/** Names that no other field has. */
function otherNames(name: string, choice: number): object {
  if (choice === 0) return { renamedFrom: `old ${name}` };
  if (choice === 1) return { renamedFrom: [`old ${name}`, `older ${name}`], aliases: [`also ${name}`] };
  return choice === 2 ? { aliases: [`also ${name}`] } : {};
}
