/** Hostile specs: any construct of the format, with any name and any string. */
import fc from "fast-check";
import { languages } from "../../src/languages/index.js";
import { memberText } from "../../src/names/namer.js";
import { hostileNames, hostileStrings } from "./hostile.js";

/** A spec file as JSON, which is YAML. Invalid specs must be reported, and all others must compile. */
export function madeSpecFile(hostility: Hostility): fc.Arbitrary<string> {
  return specFiles[hostility];
}

/** What is hostile: most names, or only strings and values. */
export type Hostility = "names" | "strings";

/** A reference to a definition that has no name yet, by its number counted from the containing definition. */
const references = ["\ue000", "\ue001", "\ue002"];

function toYaml(named: readonly (readonly [name: string, definition: object])[]): string {
  const names = named.map(([name]) => name);
  const entries = named.map(([name, definition], index) => {
    const nameOf = (reference: string): string => {
      const referred = names[(index + references.indexOf(reference)) % names.length]!;
      return isTypeName(referred) ? JSON.stringify(referred).slice(1, -1) : "string";
    };
    return `${JSON.stringify(name)}: ${JSON.stringify(definition).replace(/[\ue000-\ue002]/g, nameOf)}`;
  });
  return `{"models": {${[...entries, mapKeys].join(",\n")}}}\n`;
}

/** The enum that maps may have as keys. */
const mapKeys = `"MapKeys": {"enum": ["red", "dark blue", "class"]}`;

const plainNames = ["Account", "Order", "LineItem", "status", "created_at", "street_1", "x", "isActive", "URLValue"];

function nameOf(hostility: Hostility): fc.Arbitrary<string> {
  const plain = fc.constantFrom(...plainNames);
  if (hostility === "strings") return plain;
  const hostile = fc.constantFrom(...hostileNames);
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 4, arbitrary: hostile },
    { weight: 1, arbitrary: fc.string() },
  );
}

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

const nonEmpty = text.filter((each) => each.trim() !== "");

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
  "local-date-time",
  "time",
  "duration",
  "uuid",
  "uri",
  "email",
  "bytes",
);

const type = typeOf(references);

/** Built-in types in a form other than the default. */
const inForm = fc.constantFrom(
  { type: "decimal", as: "number" },
  { type: "long", as: "string", minimum: 1 },
  { type: "date-time?", as: "epoch-seconds" },
  { type: "date-time", as: "epoch-milliseconds" },
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

/** Keys that anything can have; each is omitted more often than not. */
const documentation = fc.record(
  {
    description: text,
    deprecated: fc.oneof(
      fc.constant(true),
      nonEmpty,
      fc.record({ message: nonEmpty, use: nonEmpty }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: [] },
);

function definition(hostility: Hostility): fc.Arbitrary<object> {
  const extra = fc.record(
    { extends: fc.constant([references[1]]), additionalProperties: fc.oneof(fc.boolean(), type) },
    { requiredKeys: [] },
  );
  const derived = fc
    .tuple(documentation, fc.boolean(), fc.dictionary(nameOf(hostility), field(hostility, 1), { maxKeys: 2 }))
    .map(([docs, partial, fields]) => ({ ...docs, from: references[1], partial, fields }));
  const model = fc
    .tuple(documentation, fc.dictionary(nameOf(hostility), field(hostility, 2), { maxKeys: 6 }), rarely(extra))
    .map(([docs, fields, more]) => ({ ...docs, fields, ...more }));
  return fc.oneof(
    { weight: 6, arbitrary: model },
    { weight: 1, arbitrary: derived },
    {
      weight: 2,
      arbitrary: fc.tuple(documentation, enumeration(hostility)).map(([docs, type]) => ({ ...docs, ...type })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(documentation, union(hostility, typeOf([references[1]!]), 2))
        .map(([docs, type]) => ({ ...docs, ...type })),
    },
    { weight: 1, arbitrary: typeOf([]).map((alias) => ({ type: alias })) },
    { weight: 1, arbitrary: collectionOf(references).map((alias) => ({ type: alias })) },
  );
}

function field(hostility: Hostility, depth: number): fc.Arbitrary<object> {
  const keys = fc.record(
    {
      required: fc.boolean(),
      nullable: fc.boolean(),
      example: json,
      rename: fc.oneof(fc.record({ java: fc.stringMatching(/^[a-z]{8}$/) }), nameOf(hostility).filter(hasText)),
    },
    { requiredKeys: [] },
  );
  const fallback = rarely(fc.record({ default: json }));
  return fc
    .tuple(documentation, sometimes(keys), fallback, inline(hostility, depth))
    .map(([docs, more, value, type]) => ({ ...docs, ...more, ...value, ...type }));
}

function inline(hostility: Hostility, depth: number): fc.Arbitrary<object> {
  const named = type.map((written) => ({ type: written }));
  if (depth === 0) return named;
  const fields = fc.dictionary(nameOf(hostility), field(hostility, depth - 1), { maxKeys: 3 });
  return fc.oneof(
    { weight: 8, arbitrary: named },
    { weight: 1, arbitrary: inForm },
    { weight: 2, arbitrary: enumeration(hostility) },
    { weight: 1, arbitrary: fc.oneof(text, fc.integer(), fc.boolean()).map((value) => ({ const: value })) },
    { weight: 2, arbitrary: fields.map((each) => ({ fields: each })) },
    { weight: 1, arbitrary: union(hostility, type, depth - 1) },
    { weight: 1, arbitrary: fields.map((each) => nestedUnion(each)) },
    { weight: 1, arbitrary: inline(hostility, depth - 1).map((items) => ({ type: "array", items })) },
    { weight: 1, arbitrary: tuple(hostility, depth - 1) },
    { weight: 1, arbitrary: pattern.map((each) => ({ type: "string", pattern: each, maxLength: 9 })) },
  );
}

function tuple(hostility: Hostility, depth: number): fc.Arbitrary<object> {
  const item = fc.oneof(type, inForm, inline(hostility, depth));
  return fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => ({ tuple: items }));
}

function enumeration(hostility: Hostility): fc.Arbitrary<object> {
  const value = hostility === "names" ? fc.oneof(nameOf(hostility), text) : text;
  const values = fc.oneof(
    { weight: 4, arbitrary: fc.uniqueArray(value, { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }) },
  );
  return fc.tuple(values, fc.boolean()).map(([listed, open]) => ({ enum: named(listed), open }));
}

/** The values, with a name for those that yield none, or one that another value has in a language. */
function named(listed: readonly (string | number)[]): readonly unknown[] {
  const taken = new Set<string>();
  return listed.map((value, index) => {
    const names = languages.map(({ id, memberName }) => `${id} ${memberName(memberText(value))}`);
    const isNameable = typeof value === "number" || (/[a-z0-9]/i.test(value) && value.length < 100);
    const isDistinct = names.every((name) => !taken.has(name));
    for (const name of names) taken.add(name);
    return isNameable && isDistinct ? value : { value, name: `value_${"abcde"[index]}` };
  });
}

function union(hostility: Hostility, named: fc.Arbitrary<string>, depth: number): fc.Arbitrary<object> {
  const member = fc.oneof({ weight: 4, arbitrary: named }, { weight: 1, arbitrary: inline(hostility, depth) });
  return fc
    .uniqueArray(member, { minLength: 2, maxLength: 4, selector: (each) => JSON.stringify(each) })
    .map((oneOf) => ({ oneOf }));
}

/** A union that a field distinguishes, in another one. */
function nestedUnion(fields: object): object {
  const member = (kind: string): object => ({ fields: { ...fields, kind: { const: kind, required: true } } });
  const discriminator = { field: "kind" };
  return { oneOf: [{ oneOf: [member("a"), member("b")], discriminator }, member("c")], discriminator };
}

/** Built-in types and these, with and without something around them. */
function typeOf(names: readonly string[]): fc.Arbitrary<string> {
  const base = names.length === 0 ? scalar : fc.oneof(scalar, fc.constantFrom(...names));
  const wrapped = fc.tuple(
    base,
    fc.constantFrom("T", "T", "T", "T?", "T[]", "map<T>", "T?[]", "map<T?>[]", "map<MapKeys, T>"),
  );
  return wrapped.map(([name, shape]) => shape.replace("T", () => name));
}

/** Arrays and maps that may contain themselves. */
function collectionOf(names: readonly string[]): fc.Arbitrary<string> {
  const shape = fc.constantFrom("T[]", "map<T>", "T?[]", "map<T?>[]");
  return fc.tuple(fc.constantFrom(...names), shape).map(([name, written]) => written.replace("T", () => name));
}

function isTypeName(name: string): boolean {
  return /^[^<>[\]?]*[^<>[\]?\s]$/.test(name);
}

function hasText(name: string): boolean {
  return name.trim() !== "";
}

function sometimes<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof(fc.constant({}), arbitrary);
}

function rarely<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof({ weight: 19, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}

function specFile(hostility: Hostility): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(nameOf(hostility), definition(hostility)), {
      minLength: 1,
      maxLength: 5,
      selector: ([name]) => name,
    })
    .map(toYaml);
}

const specFiles: Readonly<Record<Hostility, fc.Arbitrary<string>>> = {
  names: specFile("names"),
  strings: specFile("strings"),
};
