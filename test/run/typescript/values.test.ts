/** Models are values: changing their arguments or results never changes a model, and they contain only valid JSON. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, load, typescriptOfSpec, writeFiles } from "./tree.js";

const spec = `
models:
  Setting: { fields: { cfg: { type: map<any>, default: { theme: { dark: true } } } } }
  Guest: { fields: { nick: { type: string?, default: null }, name: { type: string?, required: true, default: null } } }
  Free: { fields: { value: any, list: "any[]", map: map<any>, names: "string[]" } }
  Show:
    fields:
      name: string
      starts: date-time
      ends: date-time?
      rating: number
      share: float
      price: decimal
      photo: bytes
      seats: integer
      times: { type: array, items: date-time }
      part: Show
      parts: Show[]
      kind: { oneOf: [string, number, date-time] }
  Dog: { fields: { kind: { const: dog, required: true } } }
  Cat: { fields: { kind: { const: cat, required: true } } }
  Pet: { oneOf: [Dog, Cat], discriminator: { field: kind } }
  Home: { fields: { pet: Pet } }
  Cast:
    fields:
      names: { type: array, items: { type: string, minLength: 2 }, uniqueItems: true, maxItems: 1 }
      lists: { type: array, minItems: 2, items: { type: array, minItems: 1, items: { type: string, minLength: 2 } } }
      parts: { type: array, minItems: 2, items: Cast }
`;

const folder = mkdtempSync(join(tmpdir(), "modelwright-"));
let models: any;
let shared: any;

beforeAll(async () => {
  const files = await typescriptOfSpec(spec);
  writeFiles(
    folder,
    files!.filter(({ path }) => path.endsWith(".ts")),
  );
  expect(compile(folder)).toBe("");
  models = await load(folder);
  ({ shared } = models);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pathsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof models.ModelError) return (error as any).issues.map(({ path }: any) => path);
    throw error;
  }
  return [];
}

/** Runs an attempt to change a value, and ignores its error. */
function attempt(change: () => unknown): void {
  try {
    change();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
}

describe("a default", () => {
  test("may be null", () => {
    expect(new shared.Guest({}).stringify()).toBe('{"name":null,"nick":null}');
    expect(new shared.Guest({ nick: "x" }).nick).toBe("x");
    expect(shared.Guest.parse('{"name":"a"}').stringify()).toBe('{"name":"a"}');
  });

  test("is not shared between models", () => {
    attempt(() => (new shared.Setting({}).cfg.theme.dark = false));
    attempt(() => (new shared.Setting({}).cfg.other = 1));
    expect(new shared.Setting({}).stringify()).toBe('{"cfg":{"theme":{"dark":true}}}');
  });
});

describe("an argument", () => {
  test("is copied, at any depth", () => {
    const inner = { k: 1, list: [1, { a: 1 }] };
    const given = { value: inner, list: [inner], map: { inner }, names: ["a"], additionalProperties: { zzz: inner } };
    const model = new shared.Free(given);
    const before = model.stringify();
    inner.k = 99;
    (inner.list[1] as any).a = 99;
    inner.list.push(99);
    given.names.push("b");
    given.list.push(inner);
    expect(model.stringify()).toBe(before);
  });

  test("with JSON data is copied", () => {
    const inner = { k: [1] };
    const json = { value: inner, list: [inner], map: { inner }, zzz: inner };
    const model = shared.Free.fromJSON(json);
    const home = shared.Home.fromJSON({ pet: { kind: "fish", inner } });
    const before = [model.stringify(), home.stringify()];
    inner.k.push(99);
    expect([model.stringify(), home.stringify()]).toEqual(before);
    expect(Object.isFrozen(json)).toBe(false);
    expect(Object.isFrozen(inner)).toBe(false);
  });

  test("with the JSON of an unknown member is copied", () => {
    const json = { kind: "fish", a: [1] };
    const member = new models.UnknownMember(json);
    json.a.push(2);
    expect(models.stringifyJSON(member)).toBe('{"kind":"fish","a":[1]}');
    expect(pathsOf(() => new models.UnknownMember({ a: NaN }))).toEqual(["$.a"]);
  });

  test("with a date or bytes is copied", () => {
    const starts = new Date(0);
    const exact = new models.DateTime("2024-02-29T12:30:00.123456789+02:00");
    const photo = new Uint8Array([1]);
    const show = new shared.Show({ starts, ends: exact, photo, times: [starts], kind: starts });
    starts.setFullYear(1999);
    photo[0] = 9;
    expect(show.stringify()).toBe(
      '{"ends":"2024-02-29T12:30:00.123456789+02:00","kind":"1970-01-01T00:00:00.000Z","photo":"AQ==",' +
        '"starts":"1970-01-01T00:00:00.000Z","times":["1970-01-01T00:00:00.000Z"]}',
    );
  });

  test("with additional fields keeps keys like __proto__", () => {
    const json = JSON.parse('{"value":{"__proto__":{"a":1}},"zzz":{"__proto__":2}}');
    expect(shared.Free.fromJSON(json).stringify()).toBe('{"value":{"__proto__":{"a":1}},"zzz":{"__proto__":2}}');
  });

  test("with a cycle is rejected", () => {
    const value: unknown[] = [];
    value.push(value);
    expect(pathsOf(() => new shared.Free({ value }))[0]).toMatch(/^\$\.value\[0\]/);
  });

  test("of the wrong type is rejected with its type name", () => {
    const given = {
      name: null,
      starts: "2024-01-01T00:00:00Z",
      rating: "1",
      photo: "AQ==",
      times: null,
      part: null,
      parts: [null],
    };
    expect(pathsOf(() => new shared.Show(given)).toSorted()).toEqual(
      ["name", "part", "parts[0]", "photo", "rating", "starts", "times"].map((each) => `$.${each}`),
    );
    expect(pathsOf(() => new shared.Free({ value: () => 1, map: null, list: [Symbol("a")] })).toSorted()).toEqual([
      "$.list[0]",
      "$.map",
      "$.value",
    ]);
  });
});

describe("a result", () => {
  test("cannot change the model", () => {
    const json = { value: { k: [1] }, list: [1], map: { a: {} }, names: ["a"], zzz: { a: [1] } };
    for (const model of [shared.Free.fromJSON(json), shared.Free.parse(JSON.stringify(json))]) {
      const before = model.stringify();
      attempt(() => model.value.k.push(2));
      attempt(() => (model.value.k = 2));
      attempt(() => model.list.push(2));
      attempt(() => (model.list[0] = 2));
      attempt(() => (model.map.b = 2));
      attempt(() => (model.map.a.b = 2));
      attempt(() => model.names.push("b"));
      attempt(() => (model.additionalProperties.y = 1));
      attempt(() => model.additionalProperties.zzz.a.push(1));
      expect(model.stringify()).toBe(before);
    }
  });

  test("with JSON data belongs to the caller", () => {
    const model = shared.Free.fromJSON({ value: { k: [1] }, names: ["a"], zzz: [1] });
    const data = model.toJSON();
    data.names.push("b");
    data.value.k.push(2);
    data.zzz.push(2);
    expect(model.stringify()).toBe('{"names":["a"],"value":{"k":[1]},"zzz":[1]}');
  });
});

describe("a value that JSON cannot represent", () => {
  test.each([NaN, Infinity, -Infinity])("%s is rejected with its path when the model is built", (value) => {
    const given = {
      rating: value,
      share: value,
      price: value,
      seats: value,
      kind: value,
      parts: [{ rating: value }],
      additionalProperties: { zzz: [{ a: value }] },
    };
    expect(pathsOf(() => new shared.Show(given)).toSorted()).toEqual(
      ["kind", "parts[0].rating", "price", "rating", "seats", "share", "zzz[0].a"].map((each) => `$.${each}`),
    );
    expect(pathsOf(() => new shared.Free({ value, list: [[value]], map: { a: value } })).toSorted()).toEqual([
      "$.list[0][0]",
      "$.map.a",
      "$.value",
    ]);
    expect(pathsOf(() => new shared.Show({}).with({ rating: value }))).toEqual(["$.rating"]);
    expect(pathsOf(() => shared.Show.fromJSON({ rating: value, zzz: { a: value } })).toSorted()).toEqual([
      "$.rating",
      "$.zzz.a",
    ]);
    expect(pathsOf(() => shared.Home.fromJSON({ pet: { kind: "fish", a: value } }))).toEqual(["$.pet.a"]);
    expect(pathsOf(() => models.stringifyJSON({ a: [1, value] }))).toEqual(["$.a[1]"]);
  });

  test("dates that RFC 3339 cannot express are rejected in the same way", () => {
    for (const date of [new Date(NaN), new Date("+010000-01-01T00:00:00Z"), new Date("-000001-12-31T23:59:59Z")]) {
      const given = { starts: date, ends: date, times: [date], kind: date, part: { starts: date } };
      expect(pathsOf(() => new shared.Show(given)).toSorted()).toEqual(
        ["ends", "kind", "part.starts", "starts", "times[0]"].map((each) => `$.${each}`),
      );
      expect(pathsOf(() => new shared.Free({ value: { a: date } }))).toEqual(["$.value.a"]);
      expect(pathsOf(() => models.stringifyJSON([date]))).toEqual(["$[0]"]);
    }
    for (const text of ["0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]) {
      expect(new shared.Show({ starts: new Date(text) }).toJSON()).toEqual({ starts: text });
    }
    expect(() => new shared.Show({ starts: new Date(NaN) })).toThrow(
      "$.starts must be a date and time of the years 0 to 9999, not an invalid date",
    );
  });

  test("is rejected on writing, if a setter of Date was forced on a date", () => {
    const show = new shared.Show({ parts: [{ part: { starts: new Date(0), times: [new Date(0)] } }] });
    const { part } = show.parts[0];
    for (const date of [part.starts, part.times[0]]) Date.prototype.setTime.call(date, NaN);
    const paths = ["$.parts[0].part.starts", "$.parts[0].part.times[0]"];
    expect(pathsOf(() => show.stringify())).toEqual(paths);
    expect(pathsOf(() => show.toJSON())).toEqual(paths);
    expect(pathsOf(() => JSON.stringify({ show }))).toEqual(paths);
    expect(show.validate().map(({ path }: any) => path)).toEqual(paths);
  });
});

describe("validate", () => {
  const rules = (model: any): readonly string[] =>
    model
      .validate()
      .map(({ path, keyword }: any) => `${path} ${keyword}`)
      .toSorted();

  test("checks an array even if its items are invalid", () => {
    expect(rules(shared.Cast.parse('{"names":["a","a"]}'))).toEqual([
      "$.names maxItems",
      "$.names uniqueItems",
      "$.names[0] minLength",
      "$.names[1] minLength",
    ]);
    expect(rules(shared.Cast.parse('{"lists":[["a"]],"parts":[{"lists":[[]]}]}'))).toEqual([
      "$.lists minItems",
      "$.lists[0][0] minLength",
      "$.parts minItems",
      "$.parts[0].lists minItems",
      "$.parts[0].lists[0] minItems",
    ]);
  });
});
