/** A JSON document for any model, with every possible field and a value for its type. Deterministic. */
import type { Definition, Model, Scalar, Slot, Type } from "../../src/spec/spec.js";

/** Beyond this depth, optional fields are omitted, and arrays and maps are empty. */
const deepest = 4;

/** Undefined if a model requires itself, so that every document of it would be infinite. */
export function madeJson(model: Model): string | undefined {
  try {
    return JSON.stringify(ofModel(model, 0));
  } catch (error) {
    if (error instanceof Endless) return undefined;
    throw error;
  }
}

class Endless extends Error {}

const tooDeep = 50;

function ofModel(model: Model, depth: number): unknown {
  if (depth > tooDeep) throw new Endless();
  const fields = model.fields.filter(({ required }) => required || depth < deepest);
  const known = fields.map((field) => [field.name, ofSlot(field, depth + 1)] as const);
  const unknown = model.additionalFields === "keep" ? [["not in the spec", { kept: [true, null] }] as const] : [];
  return Object.fromEntries([...known, ...unknown]);
}

function ofSlot({ type, nullable }: Slot, depth: number): unknown {
  return nullable && depth >= deepest ? null : ofType(type, depth);
}

function ofType(type: Type, depth: number): unknown {
  switch (type.kind) {
    case "scalar":
      return scalarValues[type.scalar];
    case "constant":
      return type.value;
    case "array":
      return depth >= deepest ? [] : [ofSlot(type.items, depth + 1), ofSlot(type.items, depth + 1)];
    case "tuple":
      return type.items.map((item) => ofSlot(item, depth + 1));
    case "map":
      return depth >= deepest
        ? {}
        : { [(type.keys?.values[0]?.value as string) ?? "a key"]: ofSlot(type.values, depth + 1) };
    case "reference":
      return ofDefinition(type.to, depth);
  }
}

function ofDefinition(definition: Definition, depth: number): unknown {
  switch (definition.kind) {
    case "model":
      return ofModel(definition, depth);
    case "enum":
      return definition.open && definition.base === "string" ? "not in the spec" : definition.values.at(-1)?.value;
    case "union": {
      const [tag, member] = definition.discriminator?.mapping.entries().next().value ?? [];
      if (member === undefined) return ofType(definition.members[0]!.type, depth);
      return { ...(ofDefinition(member, depth) as object), [definition.discriminator!.field]: tag };
    }
  }
}

const scalarValues: Readonly<Record<Scalar, unknown>> = {
  string: "text",
  boolean: true,
  any: { anything: [1, "two", null] },
  integer: 7,
  int32: -7,
  long: 9007199254740991,
  number: 0.5,
  float: 1.25,
  decimal: "12.340",
  date: "2025-03-31",
  "date-time": "2025-03-31T12:30:00.250+02:00",
  "decimal as number": 12.25,
  "long as string": "9007199254740993",
  "date-time as epoch-seconds": 1700000000.25,
  "date-time as epoch-milliseconds": 1700000000123,
  "local-date-time": "2025-03-31T12:30:00.250",
  time: "12:30:00",
  duration: "P1DT2H",
  uuid: "f0bc3d88-2178-5423-8c81-b81d6c9da824",
  uri: "https://example.com/a?b=c",
  email: "ada@example.com",
  bytes: "aGVsbG8=",
};
