/** Names and values of consumers in Java. */
import { textOption } from "../../../src/config/option.js";
import { supportPackage } from "../../../src/languages/java/library.js";
import { tupleName } from "../../../src/languages/java/tuples.js";
import { type JavaNames, javaNames } from "../../../src/languages/java/names.js";
import { recordNames } from "../../../src/languages/java/union-members.js";
import { type World, worldOf } from "../../../src/languages/java/world.js";
import { foldType } from "../../../src/spec/fold.js";
import type { Definition, Scalar, Spec } from "../../../src/spec/spec.js";
import {
  givenFields,
  type Samples,
  tuplesOf,
  usualCount,
  usualTuples,
  usualValue,
  type Variant,
} from "../consumers.js";
import type { Side } from "../sides.js";

const known = new WeakMap<Spec, World>();

export function worldIn({ project: { spec, target } }: Side): World {
  const world = known.get(spec) ?? worldOf(spec, target, javaNames(spec, target));
  known.set(spec, world);
  return world;
}

export function namesOf(side: Side): JavaNames {
  return worldIn(side).names;
}

const strings = ['"text"', '""', '"7"', JSON.stringify("long ".repeat(12))] as const;

const scalarSamples: Readonly<Partial<Record<Scalar, readonly [usual: string, ...unusual: readonly string[]]>>> = {
  boolean: ["true"],
  integer: ["42L", "0L", "-1L", "3000000000L"],
  int32: ["42", "0", "-1"],
  long: ["42L", "0L", "9007199254740993L"],
  number: ["1.5", "0.0", "-1.5", "1e300"],
  float: ["1.5f", "0f"],
  decimal: ['new java.math.BigDecimal("19.99")', 'new java.math.BigDecimal("0.123456789012345678")'],
  date: ["java.time.LocalDate.of(2024, 2, 29)"],
  "date-time": ['java.time.OffsetDateTime.parse("2024-02-29T12:30:00Z")'],
  uuid: ['"f0bc3d88-2178-4423-8c81-b81d6c9da824"'],
  email: ['"ada@example.com"'],
  bytes: ["new byte[] {104, 105}"],
  any: ['(Object) "text"', "(Object) 42", "null"],
};

export const samples: Samples = {
  null: "null",
  text: (value) => JSON.stringify(value),
  usual: (type, side) =>
    foldType<readonly string[]>(type, {
      scalar: ({ scalar }) => (scalarSamples[scalar] ?? strings).slice(0, usualCount(scalar)),
      constant: ({ value }) => [JSON.stringify(value)],
      tuple: (items, { items: slots }) =>
        usualTuples(items, slots, "null").map((list) => `new ${tupleClass(slots.length, side)}<>(${list})`),
      array: (items, { items: { nullable } }) => [
        `java.util.List.of(${items[0]})`,
        ...(nullable ? [`java.util.Arrays.asList(${items[0]}, null)`] : []),
      ],
      map: (values) => [`java.util.Map.of("key", ${values[0]})`],
      reference: (to) => definitionSamples(to, side),
    }),
  unusual: (type, side) =>
    foldType<readonly string[]>(type, {
      scalar: ({ scalar }) => (scalarSamples[scalar] ?? strings).slice(usualCount(scalar)),
      constant: () => [],
      tuple: (items, { items: slots }) => {
        const usual = slots.map((slot) => samples.usual(slot.type, side)[0]!);
        return tuplesOf(items, usual).map((list) => `new ${tupleClass(slots.length, side)}<>(${list})`);
      },
      array: (items, { items: { type: each } }) => {
        const [usual] = samples.usual(each, side);
        const lists = ["", `${usual}, ${usual}`, ...items];
        return lists.map((list) => `java.util.List.of(${list})`);
      },
      map: (values) => values.map((value) => `java.util.Map.of("key", ${value})`),
      reference: () => [],
    }),
  unlisted: (type, side) =>
    type.kind === "reference" && type.to.kind === "enum" && type.to.open
      ? `${namesOf(side).qualifiedName(type.to)}.of("unlisted")`
      : undefined,
};

/** With its package. */
export function tupleClass(length: number, { project: { target } }: Side): string {
  return `${supportPackage(textOption(target, "package"))}.${tupleName(length)}`;
}

function definitionSamples(definition: Definition, side: Side): readonly string[] {
  const names = namesOf(side);
  switch (definition.kind) {
    case "model": {
      const values = new Map(
        givenFields(definition).map((field) => [field.name, usualValue(field, definition, side, samples)]),
      );
      return [construction({ name: "", model: definition, values, extra: undefined }, side)];
    }
    case "enum":
      return names.members(definition).map(({ name }) => `${names.qualifiedName(definition)}.${name}`);
    case "union": {
      const records = recordNames(definition, worldIn(side));
      return definition.members.map(({ type }, index) => {
        const [value] = samples.usual(type, side);
        const record = records.get(index);
        if (record === undefined) return value!;
        return `${names.qualifiedName(definition)}.${record.replace("Of", "of")}(${value})`;
      });
    }
  }
}

/** A call of a builder. */
export function construction({ model, values, extra }: Variant, side: Side): string {
  const names = namesOf(side);
  const given = names.fields(model).flatMap(({ name, field }) => {
    const value = values.get(field.name);
    return value === undefined ? [] : [`.${name}(${value})`];
  });
  if (extra !== undefined) given.push(`.additionalProperty("extra", ${extra})`);
  return `${names.qualifiedName(model)}.builder()${given.join("")}.build()`;
}
