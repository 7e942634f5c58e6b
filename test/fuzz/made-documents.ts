/** Random documents of a model: mostly as the spec declares, with something else here and there. */
import fc from "fast-check";
import { otherKeys } from "../../src/spec/fields.js";
import type { Definition, Model, Slot, Type } from "../../src/spec/spec.js";
import { anyJson, deepJson, hugeJson, mangled, object, unknownKeys } from "./made-json.js";
import { scalarTexts } from "./scalar-texts.js";

/** Below this depth, there is only what must be. */
const deepest = 3;

/** A document, which is JSON in most cases. */
export function madeDocument(model: Model): fc.Arbitrary<string> {
  const json = ofModel(model, 0);
  return fc.oneof(
    { weight: 40, arbitrary: json },
    { weight: 2, arbitrary: json.chain(mangled) },
    { weight: 1, arbitrary: fc.oneof(anyJson, deepJson) },
  );
}

function ofModel(model: Model, depth: number): fc.Arbitrary<string> {
  const fields = model.fields
    .filter(({ required }) => required || depth < deepest)
    .map((field) => {
      const own = { weight: 5, arbitrary: fc.constant(field.name) };
      const others = otherKeys(field).map((name) => ({ weight: 2, arbitrary: fc.constant(name) }));
      const entry = fc.tuple(fc.oneof(own, ...others), ofSlot(field, depth + 1));
      return fc.option(entry, { nil: undefined, freq: field.required ? 30 : 2 });
    });
  const declared = typeof model.additionalFields === "object" ? ofSlot(model.additionalFields, depth + 1) : anyJson;
  // An integer field cannot hold every `long`, which is documented.
  const others = unknownKeys.filter((key) => !model.fields.some(({ name }) => name === key));
  const unknown = fc.tuple(fc.constantFrom(...others), declared);
  const undeclared = fc.tuple(
    fc.constant("huge"),
    fc.oneof({ weight: 4, arbitrary: hugeJson }, { weight: 1, arbitrary: deepJson }),
  );
  const more = [
    sometimes(unknown, model.additionalFields === "reject" ? 1 : 20, 20),
    sometimes(undeclared, model.additionalFields === "keep" ? 1 : 0, 20),
  ];
  const entries = fc
    .tuple(...fields, ...more)
    .map((all) => all.flatMap((entry) => (entry === undefined ? [] : [entry])));
  return entries
    .chain((all) => fc.oneof({ weight: 4, arbitrary: fc.constant(all) }, { weight: 1, arbitrary: shuffled(all) }))
    .map(object);
}

/** In another order, with a key that comes twice. */
function shuffled(
  entries: readonly (readonly [string, string])[],
): fc.Arbitrary<readonly (readonly [string, string])[]> {
  const keys = entries.map(([key]) => key);
  const all = fc.shuffledSubarray([...entries], { minLength: entries.length });
  if (keys.length === 0) return all;
  const repeated = fc.tuple(
    fc.constantFrom(...keys),
    fc.oneof(anyJson, fc.constantFrom(...entries.map(([, value]) => value))),
  );
  return fc.tuple(all, fc.option(repeated, { nil: undefined, freq: 1 }), fc.boolean()).map(([some, one, first]) => {
    if (one === undefined) return some;
    return first ? [one, ...some] : [...some, one];
  });
}

function ofSlot({ type, nullable }: Slot, depth: number): fc.Arbitrary<string> {
  const value = ofType(type, depth);
  return fc.oneof(
    { weight: 60, arbitrary: value },
    { weight: nullable ? 15 : 1, arbitrary: fc.constant("null") },
    { weight: 1, arbitrary: anyJson },
  );
}

function ofType(type: Type, depth: number): fc.Arbitrary<string> {
  switch (type.kind) {
    case "scalar":
      return type.scalar === "any" ? anyJson : fc.constantFrom(...scalarTexts[type.scalar]);
    case "constant":
      return mostly(JSON.stringify(type.value), '"other"', "4", '""', "true", `"${String(type.value)}"`);
    case "array":
      // What is in it is not made, as it may be what holds it.
      if (depth >= deepest) return fc.constant("[]");
      return fc.array(ofSlot(type.items, depth + 1), { maxLength: 3 }).map((all) => `[${all.join(",")}]`);
    case "tuple": {
      const items = fc.tuple(...type.items.map((item) => ofSlot(item, depth + 1)));
      const all = fc.tuple(items, fc.nat({ max: 60 }), anyJson);
      return all.map(([some, cut, more]) => {
        return `[${(cut === 1 ? [...some, more] : some.slice(cut === 0 ? 1 : 0)).join(",")}]`;
      });
    }
    case "map": {
      if (depth >= deepest) return fc.constant("{}");
      const known = type.keys?.values.map(({ value }) => String(value)) ?? ["x", "y", "a", "", "__proto__"];
      const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, fc.constantFrom("x", "Red", "new"));
      const values = ofSlot(type.values, depth + 1);
      return fc.array(fc.tuple(key, values), { maxLength: 3 }).map(object);
    }
    case "reference":
      return ofDefinition(type.to, depth);
  }
}

function ofDefinition(definition: Definition, depth: number): fc.Arbitrary<string> {
  switch (definition.kind) {
    case "model":
      return ofModel(definition, depth);
    case "enum": {
      const values = definition.values.flatMap(({ value, renamedFrom = [] }) => [value, ...renamedFrom]);
      const known = values.map((value) => (typeof value === "string" ? JSON.stringify(value) : String(value)));
      return fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: fc.constantFrom('"new"', "99", '"1"', "1.0", "null", "9007199254740991") },
      );
    }
    case "union":
      return depth > 2 * deepest ? anyJson : fc.oneof(...definition.members.map(({ type }) => ofType(type, depth + 1)));
  }
}

/** With these chances to these of none. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>, chances: number, none: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: chances, arbitrary }, { weight: none, arbitrary: fc.constant(undefined) });
}

function mostly(text: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(text) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}
