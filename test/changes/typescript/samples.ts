/** Names, types and values of consumers in TypeScript. */
import type { Target } from "../../../src/config/config.js";
import { literal } from "../../../src/languages/typescript/literals.js";
import { optionsOf } from "../../../src/languages/typescript/options.js";
import { type TypeScriptNames, typescriptNames } from "../../../src/languages/typescript/names.js";
import { foldType } from "../../../src/spec/fold.js";
import type { Definition, Scalar, Spec, Type } from "../../../src/spec/spec.js";
import { type Samples, tuplesOf, usualCount, usualTuples, type Variant } from "../consumers.js";
import type { Side } from "../sides.js";

const known = new WeakMap<Spec, TypeScriptNames>();

export function namesOf({ project: { spec, target } }: { project: { spec: Spec; target: Target } }): TypeScriptNames {
  const names = known.get(spec) ?? typescriptNames(spec, target);
  known.set(spec, names);
  return names;
}

const scalarSamples: Readonly<Partial<Record<Scalar, readonly [usual: string, ...unusual: readonly string[]]>>> = {
  boolean: ["true"],
  integer: ["42", "0", "-1", "3000000000"],
  int32: ["42", "0", "-1"],
  long: ["42n", "0n", "9007199254740993n"],
  number: ["1.5", "0", "-1.5", "1e300"],
  float: ["1.5", "0"],
  decimal: ['new Decimal("19.99")', 'new Decimal("0.123456789012345678")'],
  date: ['new RFCDate("2024-02-29")'],
  "date-time": ['new Date("2024-02-29T12:30:00Z")'],
  uuid: ['"f0bc3d88-2178-4423-8c81-b81d6c9da824"'],
  email: ['"ada@example.com"'],
  bytes: ["new Uint8Array([104, 105])"],
  any: ['"text"', "42", "null"],
};

const strings = ['"text"', '""', '"7"', JSON.stringify("long ".repeat(12))] as const;

export const samples: Samples = {
  null: "null",
  text: (value) => JSON.stringify(value),
  usual: (type, side) =>
    foldType<readonly string[]>(type, {
      scalar: ({ scalar }) =>
        valuesOf(scalar, side)
          .slice(0, usualCount(scalar))
          .map((value) => typed(scalar, value, side)),
      constant: ({ value }) => [literal(value).flat],
      tuple: (items, { items: slots }) => usualTuples(items, slots, "null").map((list) => `[${list}]`),
      array: (items, { items: { nullable } }) => [`[${items[0]}]`, ...(nullable ? [`[${items[0]}, null]`] : [])],
      map: (values) => [`{ key: ${values[0]} }`],
      reference: (to) => definitionSamples(to, side),
    }),
  unusual: (type, side) =>
    foldType<readonly string[]>(type, {
      scalar: ({ scalar }) =>
        valuesOf(scalar, side)
          .slice(usualCount(scalar))
          .map((value) => typed(scalar, value, side)),
      constant: () => [],
      tuple: (items, { items: slots }) => {
        const usual = slots.map((slot) => samples.usual(slot.type, side)[0]!);
        return tuplesOf(items, usual).map((list) => `[${list}]`);
      },
      array: (items, { items: { type: each } }) => {
        const [usual] = samples.usual(each, side);
        return ["[]", `[${usual}, ${usual}]`, ...items.map((item) => `[${item}]`)];
      },
      map: (values) => values.map((value) => `{ key: ${value} }`),
      reference: () => [],
    }),
  unlisted: (type) =>
    type.kind === "reference" && type.to.kind === "enum" && type.to.open ? 'unrecognized("unlisted")' : undefined,
};

/** As the options of the target hold them. */
function valuesOf(scalar: Scalar, { project: { target } }: Side): readonly string[] {
  const { int64, dates } = optionsOf(target);
  if (scalar === "long" && int64 === "number") return ["42", "0", "3000000000"];
  if (scalar === "date" && dates === "string") return ['"2024-02-29"'];
  if (scalar === "date-time" && dates === "string") return ['"2024-02-29T12:30:00Z"'];
  return scalarSamples[scalar] ?? strings;
}

/** A value as it comes from a variable of the type. */
function typed(scalar: Scalar, value: string, side: Side): string {
  return `(${value} as ${typeText({ kind: "scalar", scalar, constraints: {} }, side)})`;
}

function definitionSamples(definition: Definition, side: Side): readonly string[] {
  const name = nameIn(side, definition);
  switch (definition.kind) {
    case "model":
      return [`make${namesOf(side).className(definition)}()`];
    case "enum":
      return namesOf(side)
        .members(definition)
        .map((member) => `${name}.${member.name}`);
    case "union":
      return definition.members.map(({ type }) => samples.usual(type, side)[0]!);
  }
}

export function nameIn(side: Side, definition: Definition): string {
  return namesOf(side).qualifiedName(definition);
}

/** A call of a constructor. */
export function construction({ model, values, extra }: Variant, side: Side): string {
  const names = namesOf(side);
  const given = names.fields(model).flatMap(({ name, field }) => {
    const value = values.get(field.name);
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  if (extra !== undefined) given.push(`additionalProperties: { extra: ${extra} }`);
  return `new ${nameIn(side, model)}({ ${given.join(", ")} })`;
}

export function typeText(type: Type, side: Side): string {
  return foldType(type, {
    scalar: ({ scalar }) => namesOf(side).scalars[scalar].type.flat.replace(/^t\./, ""),
    constant: ({ value }) => literal(value).flat,
    tuple: (items, { items: slots }) =>
      `readonly [${items.map((item, at) => (slots[at]!.nullable ? `${item} | null` : item)).join(", ")}]`,
    array: (items, { items: { nullable } }) => `readonly (${items}${nullable ? " | null" : ""})[]`,
    map: (values, { values: { nullable } }) => `{ readonly [key: string]: ${values}${nullable ? " | null" : ""} }`,
    reference: (to) => nameIn(side, to),
  });
}
