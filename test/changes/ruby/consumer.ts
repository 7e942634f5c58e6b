/** Consumers in Ruby. */
import { rubyString, rubyValue } from "../../../src/languages/ruby/literals.js";
import { type RubyNames, rubyNames } from "../../../src/languages/ruby/names.js";
import { scalarOf } from "../../../src/spec/constants.js";
import { isRequired } from "../../../src/spec/fields.js";
import { foldType } from "../../../src/spec/fold.js";
import type { Definition, Enum, Field, Model, Scalar, Slot, Spec, Type, Union } from "../../../src/spec/spec.js";
import {
  additionalSlot,
  type ConsumerWriter,
  givenFields,
  holdsBranches,
  readableIn,
  type Samples,
  usesAdditional,
  usualCount,
  usualValue,
  type Variant,
  tuplesOf,
  usualTuples,
} from "../consumers.js";
import type { Side } from "../sides.js";

const known = new WeakMap<Spec, RubyNames>();

export function namesOf({ project: { spec, target } }: Side): RubyNames {
  const names = known.get(spec) ?? rubyNames(spec, target);
  known.set(spec, names);
  return names;
}

const strings = ["'text'", "''", "'7'", rubyString("long ".repeat(12))] as const;

const scalarSamples: Readonly<Partial<Record<Scalar, readonly [usual: string, ...unusual: readonly string[]]>>> = {
  boolean: ["true"],
  integer: ["42", "0", "-1", "3000000000"],
  int32: ["42", "0", "-1"],
  long: ["42", "0", "9007199254740993"],
  number: ["1.5", "0", "-1.5", "1e300"],
  float: ["1.5", "0"],
  decimal: ["BigDecimal('19.99')", "BigDecimal('0.123456789012345678')"],
  date: ["Date.new(2024, 2, 29)"],
  "date-time": ["DateTime.new(2024, 2, 29, 12, 30, 0)"],
  uuid: ["'f0bc3d88-2178-4423-8c81-b81d6c9da824'"],
  email: ["'ada@example.com'"],
  bytes: ["'hi'.b"],
  any: ["'text'", "42", "nil"],
};

const samples: Samples = {
  null: "nil",
  text: rubyString,
  usual: (type, side) =>
    foldType<readonly string[]>(type, {
      scalar: ({ scalar }) => (scalarSamples[scalar] ?? strings).slice(0, usualCount(scalar)),
      constant: ({ value }) => [rubyValue(value)],
      tuple: (items, { items: slots }) => usualTuples(items, slots, "nil").map((list) => `[${list}]`),
      array: (items, { items: { nullable } }) => [`[${items[0]}]`, ...(nullable ? [`[${items[0]}, nil]`] : [])],
      map: (values) => [`{ 'key' => ${values[0]} }`],
      reference: (to) => definitionSamples(to, side),
    }),
  unusual: (type, side) =>
    foldType<readonly string[]>(type, {
      scalar: ({ scalar }) => (scalarSamples[scalar] ?? strings).slice(usualCount(scalar)),
      constant: () => [],
      tuple: (items, { items: slots }) => {
        const usual = slots.map((slot) => samples.usual(slot.type, side)[0]!);
        return tuplesOf(items, usual).map((list) => `[${list}]`);
      },
      array: (items, { items: { type: each } }) => {
        const [usual] = samples.usual(each, side);
        return ["[]", `[${usual}, ${usual}]`, ...items.map((item) => `[${item}]`)];
      },
      map: (values) => values.map((value) => `{ 'key' => ${value} }`),
      reference: () => [],
    }),
  unlisted: (type, side) =>
    type.kind === "reference" && type.to.kind === "enum" && type.to.open
      ? `${namesOf(side).constant(type.to)}.of('unlisted')`
      : undefined,
};

function definitionSamples(definition: Definition, side: Side): readonly string[] {
  const names = namesOf(side);
  switch (definition.kind) {
    case "model":
      return [
        construction({ name: "", model: definition, values: usualValues(definition, side), extra: undefined }, side),
      ];
    case "enum":
      return names.members(definition).map(({ name }) => `${names.constant(definition)}::${name}`);
    case "union":
      return definition.members.map(({ type }) => samples.usual(type, side)[0]!);
  }
}

function usualValues(model: Model, side: Side): ReadonlyMap<string, string> {
  return new Map(givenFields(model).map((field) => [field.name, usualValue(field, model, side, samples)]));
}

export const rubyWriter: ConsumerWriter = {
  samples,
  omitsNull: true,
  path: ({ id }, part) => `${id}/${part}.rb`,
  reading: (side, isExhaustive) =>
    file([
      ...side.definitions.map((each) => readingMethod(each, side, isExhaustive)),
      `def run(json) = ${readerOf(side.root, side)}(${namesOf(side).constant(side.root)}.from_json(json))`,
      `def readers = [${readableIn(side)
        .map((each) => `${namesOf(side).constant(each)}.method(:from_json)`)
        .join(", ")}]`,
    ]),
  building(side, variants) {
    const made = variants.map((each) => `  ${rubyString(each.name)} => -> { ${construction(each, side)} },`);
    return file([`def variants = {\n${made.join("\n")}\n}`]);
  },
};

/** A file that makes an object with some methods. */
function file(methods: readonly string[]): string {
  return `# frozen_string_literal: true\n\nConsumer = Class.new do\n${methods.join("\n\n")}\nend\n`;
}

function construction({ model, values, extra }: Variant, side: Side): string {
  const names = namesOf(side);
  const given = names.fields(model).flatMap(({ name, field }) => {
    const value = values.get(field.name);
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  if (extra !== undefined) given.push(`additional_properties: { 'extra' => ${extra} }`);
  return `${names.constant(model)}.new(${given.join(", ")})`;
}

function readerOf(definition: Definition, side: Side): string {
  return `read_${namesOf(side).className(definition)}`;
}

function readingMethod(definition: Definition, side: Side, isExhaustive: boolean): string {
  const body = bodyOf(definition, side, isExhaustive).map((line) => `  ${line}`);
  return `def ${readerOf(definition, side)}(value)\n${body.join("\n")}\nend`;
}

function bodyOf(definition: Definition, side: Side, isExhaustive: boolean): readonly string[] {
  switch (definition.kind) {
    case "model":
      return modelBody(definition, side, isExhaustive);
    case "enum":
      return enumBody(definition, side, isExhaustive);
    case "union":
      return unionBody(definition, side, isExhaustive);
  }
}

function modelBody(model: Model, side: Side, isExhaustive: boolean): readonly string[] {
  const fields = namesOf(side)
    .fields(model)
    .filter(({ field }) => !isExhaustive || holdsBranches(field.type));
  const shownFields = fields.map(({ name, field }) => `'${name}' => ${shownField(field, `value.${name}`, side)}`);
  if (isExhaustive || !usesAdditional(model)) return [`{ ${shownFields.join(", ")} }`];
  const extra = "value.additional_properties['extra']";
  const shownExtra = `'extra' => ${guarded(shownSlot(additionalSlot(model), extra, side), extra)}`;
  return [`{ ${[...shownFields, shownExtra].join(", ")} }`];
}

function enumBody(definition: Enum, side: Side, isExhaustive: boolean): readonly string[] {
  const names = namesOf(side);
  const constants = names.members(definition).map(({ name }) => name);
  const prefix = names.constant(definition);
  if (isExhaustive && !definition.open) {
    return ["case value", ...constants.map((name) => `in ${prefix}::${name} then '${name}'`), "end"];
  }
  return ["case value", ...constants.map((name) => `when ${prefix}::${name} then '${name}'`), "else 'another'", "end"];
}

function unionBody(union: Union, side: Side, isExhaustive: boolean): readonly string[] {
  const word = isExhaustive ? "in" : "when";
  const cases = union.members.map(
    ({ type }) => `${word} ${memberPattern(type, side)} then ${shown(type, "value", side)}`,
  );
  const last = isExhaustive ? `in ${namesOf(side).constant(union)}::Unknown then 'unknown'` : "else 'another'";
  return ["case value", ...cases, last, "end"];
}

function memberPattern(type: Type, side: Side): string {
  return foldType(type, {
    scalar: ({ scalar }) => classes[scalar] ?? "String",
    constant: ({ value }) => rubyValue(value),
    tuple: () => "Array",
    array: () => "Array",
    map: () => "Hash",
    reference: (to) => namesOf(side).constant(to),
  });
}

const classes: Readonly<Partial<Record<Scalar, string>>> = {
  boolean: "true | false",
  integer: "Integer",
  int32: "Integer",
  long: "Integer",
  number: "Numeric",
  float: "Numeric",
  decimal: "BigDecimal",
  date: "Date",
  "date-time": "DateTime",
};

function shownField(field: Field, value: string, side: Side): string {
  const text = shown(field.type, value, side);
  return isRequired(field) && !field.nullable ? text : guarded(text, value);
}

function shownSlot({ type, nullable }: Slot, value: string, side: Side): string {
  const text = shown(type, value, side);
  return nullable ? guarded(text, value) : text;
}

function guarded(text: string, value: string): string {
  return text === value ? text : `(${value}.nil? ? nil : ${text})`;
}

/** Code that uses all of a value, with a method that only its class has. */
function shown(type: Type, value: string, side: Side): string {
  switch (type.kind) {
    case "scalar":
      return methods(type.scalar, value);
    case "constant":
      return methods(scalarOf(type), value);
    case "array":
      return `${value}.map { |each| ${shownSlot(type.items, "each", side)} }`;
    case "tuple":
      return `[${type.items.map((item, at) => shownSlot(item, `${value}[${at}]`, side)).join(", ")}]`;
    case "map":
      return `${value}.each_value.map { |each| ${shownSlot(type.values, "each", side)} }`;
    case "reference":
      return `${readerOf(type.to, side)}(${value})`;
  }
}

function methods(scalar: Scalar, value: string): string {
  switch (scalar) {
    case "boolean":
    case "any":
      return value;
    case "integer":
    case "int32":
    case "long":
      return `[${value}.bit_length, ${value}]`;
    case "number":
    case "float":
      return `[${value}.round(1), ${value}]`;
    case "decimal":
      return `[${value}.to_s('F'), ${value}]`;
    case "date":
      return `[${value}.year, ${value}]`;
    case "date-time":
      return `[${value}.hour, ${value}]`;
    case "bytes":
      return `[${value}.bytesize, ${value}]`;
    default:
      return `[${value}.upcase, ${value}]`;
  }
}
