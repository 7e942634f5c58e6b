/** A model is a value: nothing that callers do to what they passed or received changes it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as t from "../../../templates/typescript/runtime/index.js";
import { Dog } from "./models.js";

interface Fields {
  readonly bytes: Uint8Array;
  readonly list: readonly Uint8Array[];
  readonly map: t.Dictionary<Uint8Array | null>;
  readonly either: Uint8Array | Date | readonly Uint8Array[] | Dog;
  readonly date: Date;
  readonly dates: readonly Date[];
  readonly any: unknown;
}

type Either = Fields["either"] | t.UnknownMember;

const Either = {
  members: () => t.byShape<Either>(t.dateTime, t.bytes, t.array(t.bytes), t.model(Dog)),
};

class Holder extends t.Model<Partial<Fields> & { readonly additionalProperties?: t.Dictionary<Uint8Array> }> {
  static fields(): t.Fields<Holder> {
    return {
      bytes: t.optional("bytes", t.constrained(t.bytes)),
      list: t.optional("list", t.constrained(t.array(t.bytes), t.maxItems(9))),
      map: t.optional("map", t.map(t.nullable(t.bytes))),
      either: t.optional("either", t.union(Either)),
      date: t.optional("date", t.dateTime),
      dates: t.optional("dates", t.array(t.dateTime)),
      any: t.optional("any", t.any),
    };
  }

  static override additionalProperties(): t.Type<Uint8Array> {
    return t.bytes;
  }
}

interface Holder extends Partial<Omit<Fields, "either">> {
  readonly either?: Either;
}

const bytes = fc.uint8Array({ maxLength: 4 });
const date = fc.date({ min: new Date(0), max: new Date(1e12), noInvalidDate: true });
const dog = fc.string({ minLength: 2, unit: "grapheme-ascii" }).map((name) => new Dog({ name }));

const fields = fc.record<Fields>(
  {
    bytes,
    list: fc.array(bytes, { maxLength: 3 }),
    map: fc.dictionary(fc.string({ unit: "grapheme-ascii" }), fc.option(bytes), { maxKeys: 3 }),
    either: fc.oneof(bytes, date, fc.array(bytes, { minLength: 1, maxLength: 3 }), dog),
    date,
    dates: fc.array(date, { maxLength: 3 }),
    any: fc.oneof(bytes, date, fc.array(fc.oneof(bytes, date, fc.object({ maxDepth: 2 })), { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

/** Changes everything in a value that can be changed. */
function change(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Uint8Array) value.fill(170);
  else if (value instanceof Date) attempt(() => value.setFullYear(1999));
  else {
    for (const each of Object.values(value)) change(each);
    if (Array.isArray(value)) attempt(() => value.push(1));
    else if (!(value instanceof t.Model)) attempt(() => Object.assign(value, { changed: 1 }));
  }
}

/** A copy of what callers pass, so that shrinking finds it unchanged. */
function copyOf<T>(value: T): T {
  if (value instanceof Uint8Array) return value.slice() as T;
  if (value instanceof Date) return new Date(value) as T;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== "object" || value === null || value instanceof Dog) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each as unknown)])) as T;
}

function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
}

test("a model does not change with what was passed to it or received from it", () => {
  fc.assert(
    fc.property(fields, fc.dictionary(fc.constantFrom("x", "y"), bytes), (given, additionalProperties) => {
      const init = copyOf({ ...given, additionalProperties });
      const built = new Holder(init);
      const written = built.stringify();
      for (const model of [built, Holder.prototype.with.call(built, {}) as Holder, t.parse(t.model(Holder), written)]) {
        change(init);
        change(model);
        change({ ...model });
        expect(model.stringify()).toBe(written);
        expect(t.parse(t.model(Holder), model.stringify()).stringify()).toBe(written);
      }
    }),
  );
});

test("reading bytes returns a copy each time, and tools see them", () => {
  const model = new Holder({ bytes: Uint8Array.of(1, 2), list: [Uint8Array.of(3)] });
  expect(model.bytes).not.toBe(model.bytes);
  expect({ ...model }).toEqual({ bytes: Uint8Array.of(1, 2), list: [Uint8Array.of(3)], additionalProperties: {} });
  expect(model).toEqual(new Holder({ bytes: Uint8Array.of(1, 2), list: [Uint8Array.of(3)] }));
  expect(model).not.toEqual(new Holder({ bytes: Uint8Array.of(1, 3), list: [Uint8Array.of(3)] }));
  expect(Object.isFrozen(model.list)).toBe(true);
});

test("values without bytes are not copied", () => {
  const model = new Holder({ either: new Dog({ name: "Rex" }), dates: [new Date(0)] });
  expect(model.either).toBe(model.either);
  expect(model.dates).toBe(model.dates);
});
