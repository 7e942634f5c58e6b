/** Plain data becomes the member of a union that reading would select, in arrays and maps too. */
import { describe, expect, test } from "vitest";
import * as plain from "../../../templates/typescript/runtime/data-index.js";
import * as t from "../../../templates/typescript/runtime/index.js";
import { Place } from "../../../templates/typescript/runtime/issues.js";
import { UnknownMember } from "../../../templates/typescript/runtime/public.js";

class Film extends t.Model {
  static fields(): object {
    return { id: t.optional("id", t.integer), minutes: t.optional("minutes", t.integer) };
  }
}

class Series extends t.Model {
  static fields(): object {
    return { id: t.optional("id", t.integer), seasons: t.optional("seasons", t.integer) };
  }
}

class Shelf extends t.Model {
  static fields(): object {
    return { of: t.required("of", t.union(Works)), label: t.optional("label", t.string) };
  }
}

class Box extends t.Model {
  static fields(): object {
    return { of: t.required("of", film), label: t.optional("label", t.string) };
  }
}

const film = t.model(Film as never) as t.Type<unknown>;
const series = t.model(Series as never) as t.Type<unknown>;
const Works = {
  members: (): t.Type<unknown> =>
    t.byShape<unknown>(
      t.model(Box as never),
      t.model(Shelf as never),
      t.array(film),
      t.array(series),
      t.map(film),
      t.map(series),
      film,
      series,
    ),
};
const works = t.union(Works);

class Root extends t.Model<{ readonly value: unknown }> {
  static fields(): object {
    return { value: t.required("value", works) };
  }
}

test("a string or number becomes what reading makes of it", () => {
  const texts = (...types: t.Type<unknown>[]): t.Type<unknown> =>
    t.union({ members: () => t.byShape<unknown>(...types) });
  const seconds = t.epochSeconds(t.dateTime) as t.Type<unknown>;
  const dateTime = t.dateTime as t.Type<unknown>;
  const union = texts(dateTime, t.bytes, t.quoted(t.long) as t.Type<unknown>, t.array(dateTime), t.string);
  for (const [type, given] of [
    [union, "2024-01-01T00:00:00Z"],
    [union, "aGk="],
    [union, "12"],
    [union, "x"],
    [union, ["2024-01-01T00:00:00Z"]],
    [texts(t.string, dateTime), "2024-01-01T00:00:00Z"],
    [texts(seconds, t.number), 1704067200],
    [texts(seconds, t.number), 1e300],
    [texts(t.array(dateTime), t.array(t.string)), ["2024-01-01T00:00:00Z", "x"]],
    [texts(t.map(dateTime), t.map(t.string)), { a: "2024-01-01T00:00:00Z" }],
    [texts(texts(dateTime, t.boolean), t.string), "2024-01-01T00:00:00Z"],
  ] as const) {
    const [built, read] = [type.build(given, new Place()), type.read(given, new Place())];
    expect([given, built]).toStrictEqual([given, read]);
    expect(Object.getPrototypeOf(built)).toBe(Object.getPrototypeOf(read));
  }
});

describe("long and long as string", () => {
  const ids = (long: t.Type<bigint>, text: t.Type<bigint>): t.Type<unknown> =>
    t.unionOfForms({ members: () => t.byShape<unknown>(long, text) });
  const [number, text] = [t.constrained(t.long, t.maximum(9)), t.constrained(t.quoted(t.long), t.minimum(1))];
  const written = (type: t.Type<unknown>, value: unknown): unknown => type.write!(value, new Place());

  test("a value is written as the first member that can hold it", () => {
    expect(written(ids(number, text), 42n)).toBe(42n);
    expect(written(ids(text, number), 42n)).toBe("42");
  });

  test("JSON of another member is kept as it is, and checked", () => {
    for (const [type, known, other] of [
      [ids(number, text), 42, "0"],
      [ids(text, number), "0", 42],
    ] as const) {
      expect(type.read(known, new Place())).toBe(BigInt(known));
      const kept = type.read(other, new Place());
      expect(kept).toStrictEqual(new UnknownMember(other));
      expect(written(type, kept)).toBe(kept);
      const at = new Place();
      type.check(kept, at);
      expect(at.issues.map(({ keyword }) => keyword)).toEqual([typeof other === "number" ? "maximum" : "minimum"]);
    }
  });
});

const PlainFilm = {
  fields: () => ({ id: plain.optional("id", plain.integer), minutes: plain.optional("minutes", plain.integer) }),
};
const PlainSeries = {
  fields: () => ({ id: plain.optional("id", plain.integer), seasons: plain.optional("seasons", plain.integer) }),
};
const PlainWorks = {
  members: (): plain.ObjectType<object> => {
    const [film, series] = [plain.model<object>(PlainFilm as never), plain.model<object>(PlainSeries as never)];
    const lists = [plain.array(film), plain.array(series), plain.map(film), plain.map(series)] as never[];
    return plain.byShape<object>(...lists, film, series);
  },
};

const documents: readonly unknown[] = [
  { id: 1, minutes: 2 },
  { id: 1, seasons: 2 },
  { id: 1 },
  [{ id: 1 }],
  [{ seasons: 1 }],
  [{ minutes: 1 }, { seasons: 1 }, { seasons: 2 }],
  { a: { seasons: 1 } },
  { a: { minutes: 1 }, b: { seasons: 1 } },
  [],
  { id: 1, zzz: { a: 2 } },
  [{ zzz: 1 }, { seasons: 1, zzz: 1 }],
];

test.each(documents.map((json) => [json]))("%j", (json) => {
  const read = t.fromJSON(works, json);
  const built = (new Root({ value: json }) as unknown as { value: unknown }).value;
  expect(built).toEqual(read);
  expect(classesIn(built)).toEqual(classesIn(read));
});

test.each([
  { of: [{ seasons: 1 }] },
  { of: { id: 1, seasons: 1 } },
  { of: { id: 1 } },
  { of: [{ id: 1 }], label: "a" },
])("inside a model: %j", (json) => {
  const built = (new Root({ value: json }) as unknown as { value: unknown }).value;
  expect(classesIn(built)).toEqual(classesIn(t.fromJSON(works, json)));
});

test("a default that is not given does not count", () => {
  class Other extends t.Model {
    static fields(): object {
      return { id: t.optional("id", t.integer), kind: t.optional("kind", t.string, "other") };
    }
  }
  const other = t.model(Other as never) as t.Type<unknown>;
  const union = t.union({ members: () => t.byShape<unknown>(film, other) });
  class Holder extends t.Model<{ readonly value: unknown }> {
    static fields(): object {
      return { value: t.required("value", union) };
    }
  }
  expect(new Holder({ value: { id: 1 } })).toHaveProperty("value", new Film({ id: 1 }));
  expect(new Holder({ value: { id: 1, kind: "a" } })).toHaveProperty("value", new Other({ id: 1, kind: "a" }));
});

test("a model stays what it is", () => {
  const given = [new Series({ id: 1 })];
  const { value } = new Root({ value: given }) as unknown as { value: readonly unknown[] };
  expect(value[0]).toBe(given[0]);
});

test.each(documents.map((json) => [json]))("as plain data: %j", (json) => {
  const type = plain.union(PlainWorks);
  expect(plain.write(type, plain.create(type, json))).toMatchObject(json as object);
  expect(plain.write(type, plain.fromJSON(type, json))).toEqual(json);
});

function classesIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  if (Array.isArray(value)) return value.map(classesIn);
  const inner = Object.entries(value).filter(([key]) => key !== "additionalProperties");
  return [value.constructor?.name ?? "map", inner.map(([key, each]) => [key, classesIn(each)])];
}
