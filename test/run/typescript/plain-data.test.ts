/** `style: interfaces`: documents are read as plain data, which keeps everything that the classes keep. */
import { deepStrictEqual } from "node:assert";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonical } from "../../conformance/judge.js";
import { vectorFolder } from "../../conformance/languages.js";
import { readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { compile, inTemporaryFolder, load, typescriptOf, typescriptOfSpec, writeFiles } from "./tree.js";

const folder = mkdtempSync(join(tmpdir(), "modelwright-"));
let models: any;
let shared: any;

beforeAll(async () => {
  writeFiles(folder, await typescriptOf(join(projectRoot, "test/cases/pets"), { style: "interfaces" }));
  copyFileSync(join(projectRoot, "test/run/typescript/plain-usage.ts"), join(folder, "src/usage.ts"));
  expect(compile(folder)).toBe("");
  models = await load(folder);
  shared = models.shared;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cat = { kind: "cat", id: 1, name: "Tom", owner: null };

/** The issues that a function throws: `$.name type`. */
function issuesOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof models.ModelError) return shown((error as any).issues);
    throw error;
  }
  return [];
}

function shown(issues: readonly { readonly path: string; readonly keyword: string }[]): readonly string[] {
  return issues.map(({ path, keyword }) => `${path} ${keyword}`);
}

test("an enum adds only itself to a bundle", async () => {
  const sizeOf = async (code: string): Promise<number> => {
    const path = join(folder, "dist/entry.js");
    writeFileSync(path, code);
    const { output } = await build({ input: path, write: false, output: { minify: true }, logLevel: "silent" });
    return output[0].code.length;
  };
  const index = "./sdk/models/shared/index.js";
  expect(await sizeOf(`import { Status } from "${index}"; console.log(Status.Available);`)).toBeLessThan(300);
});

/** Whether there is a bigint or a date in the data: such a member of a union could not be told from another member. */
function isHeldBeyondJson(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return typeof data === "bigint";
  return data instanceof Date || Object.values(data).some(isHeldBeyondJson);
}

/** JSON.stringify writes -0 as 0. */
function withoutNegativeZero(data: unknown): unknown {
  if (Object.is(data, -0)) return 0;
  if (Array.isArray(data)) return data.map(withoutNegativeZero);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutNegativeZero(value)]));
}

test("all documents of the vectors become plain data that survives copies and JSON", async () => {
  await inTemporaryFolder(async (folder) => {
    writeFiles(folder, await typescriptOf(vectorFolder, { style: "interfaces", int64: "string" }));
    expect(compile(folder)).toBe("");
    const { shared } = await load(folder);
    const accepted = readVectors().filter(({ reject, exceptions }) => reject === undefined && exceptions === undefined);
    expect(accepted.length).toBeGreaterThan(400);
    for (const { model, json, lenient, written = json } of accepted) {
      const data = shared[`parse${model}`](json, { lenient });
      if (isHeldBeyondJson(data)) {
        // The exceptions of docs/plain-data.md.
        expect(["Forms", "SameInPrograms", "UniqueItems"]).toContain(model);
        continue;
      }
      // Plain objects have the same prototype as their copies.
      deepStrictEqual(structuredClone(data), data);
      const copy = JSON.parse(JSON.stringify(data));
      deepStrictEqual(copy, withoutNegativeZero(data));
      expect(canonical(shared[`stringify${model}`](copy))).toBe(canonical(written));
      expect(shared[`validate${model}`](copy)).toEqual(shared[`validate${model}`](data));
    }
  });
});

describe("reading", () => {
  test("returns the JSON content by property name", () => {
    const json = {
      ...cat,
      born_at: "2024-02-29T12:30:00.123456789+02:00",
      nick_names: ["T", null],
      photo: "aGk=",
      price: "1.50",
    };
    expect(shared.readCat(json)).toEqual({
      ...cat,
      id: 1n,
      bornAt: "2024-02-29T12:30:00.123456789+02:00",
      nickNames: ["T", null],
      photo: "aGk=",
      price: "1.50",
    });
    expect(shared.writeCat(shared.readCat(json))).toEqual(json);
  });

  test("keeps what it does not know", () => {
    const json = {
      animals: [
        { ...cat, status: "sold", colour: { red: [1] }, toString: 1 },
        { kind: "parrot", words: ["hi"] },
      ],
      delivery: [true],
    };
    const order = shared.readOrder(json);
    expect(order.animals[0].additionalProperties).toEqual({ colour: { red: [1] }, toString: 1 });
    expect(order.animals[1]).toEqual({ $unknown: { kind: "parrot", words: ["hi"] } });
    expect(order.delivery).toEqual({ $unknown: [true] });
    expect(shared.writeOrder(order)).toEqual(json);
    expect(shared.readDog({ kind: "dog" })).not.toHaveProperty("additionalProperties");
  });

  test("treats __proto__ as a key", () => {
    const text = '{"kind":"dog","__proto__":{"polluted":true},"litter":[{"kind":"dog","constructor":1}]}';
    const dog = shared.parseDog(text);
    expect(dog.polluted).toBe(undefined);
    expect(JSON.parse(shared.stringifyDog(structuredClone(dog)))).toEqual(JSON.parse(text));
    expect(({} as any).polluted).toBe(undefined);
  });

  test("keeps all digits, and JSON that looks like a marked number", () => {
    const text = (notes: string): string =>
      `{"id":9007199254740993,"kind":"cat","name":"Tom","notes":${notes},"owner":null}`;
    const digits = "0.1234567890123456789";
    const data = shared.parseCat(
      text(`[${digits},{"$number":"1"},{"$$number":[12345678901234567890]},{"$number":1,"a":2}]`),
    );
    expect(data.id).toBe(9007199254740993n);
    expect(data.notes).toEqual([
      { $number: digits },
      { $$number: "1" },
      { $$$number: [{ $number: "12345678901234567890" }] },
      { $number: 1, a: 2 },
    ]);
    expect(shared.stringifyCat(data)).toBe(
      text(`[${digits},{"$number":"1"},{"$$number":[12345678901234567890]},{"$number":1,"a":2}]`),
    );
  });

  test("keeps decimals as written", () => {
    const dataOf = (price: string): unknown =>
      shared.parseCat(`{"id":1,"kind":"cat","name":"Tom","owner":null,"price":${price}}`).price;
    expect(dataOf('"1.50"')).toBe("1.50");
    expect(dataOf("1.5")).toBe(1.5);
    expect(dataOf("12345678901234567890.123")).toBe("012345678901234567890.123");
    expect(Number(dataOf("12345678901234567890.123"))).toBe(12345678901234567000);
    expect(dataOf("-0.12345678901234567890")).toBe("-00.12345678901234567890");
    expect(models.compareDecimals("-00.12345678901234567890", "-0.1234567890123456789")).toBe(0);
    expect(models.compareDecimals("9", "10")).toBeLessThan(0);
    for (const price of ['"01"', '""', '"1,5"', "true"])
      expect(issuesOf(() => dataOf(price))).toEqual(["$.price type"]);
  });
});

describe("building", () => {
  test("fills in defaults and constants at every level, and in unions", () => {
    const order = shared.createOrder({
      animals: [{ kind: "cat", id: 1, name: "Tom", owner: { fullName: "Ada" } }],
      delivery: { branch: 3 },
    });
    expect(order.animals[0]).toMatchObject({
      kind: "cat",
      id: 1n,
      lives: 9,
      status: "available",
      owner: { fullName: "Ada" },
    });
    const again = shared.createOrder({ animals: [] });
    expect(again.animals).not.toBe(order.animals);
  });

  test("reports errors with their JSON path", () => {
    expect(issuesOf(() => shared.createCat({ owner: { address: {} } }))).toEqual([
      "$.id required",
      "$.name required",
      "$.owner.address.street required",
      '$.owner["full name"] required',
    ]);
    expect(issuesOf(() => shared.createDog({ additionalProperties: { tricks: [] } }))).toEqual([
      "$.tricks additionalProperties",
    ]);
    expect(issuesOf(() => shared.createOrder({ animals: [{ kind: "cow" }] }))).toEqual(["$.animals[0].kind enum"]);
  });
});

describe("changed data", () => {
  test("is checked when it is written", () => {
    const data = shared.readCat(cat);
    expect(shared.writeCat({ ...data, nick: null, selected: true })).toEqual({ ...cat, nick: null });
    const wrong = {
      ...data,
      id: "1",
      name: undefined,
      bornAt: new Date(),
      notes: [NaN, () => 1, new Map()],
      owner: { pets: [{ kind: "cow" }, { $unknown: { kind: "cow" } }], fullName: 1 },
    };
    const issues = [
      "$.born_at type",
      "$.id type",
      "$.name required",
      "$.notes[0] type",
      "$.notes[1] type",
      "$.notes[2] type",
      '$.owner["full name"] type',
      "$.owner.pets[0].kind enum",
    ];
    expect(issuesOf(() => shared.writeCat(wrong))).toEqual(issues);
    expect(issuesOf(() => shared.stringifyCat(wrong))).toEqual(issues);
    expect(shown(shared.validateCat(wrong))).toEqual(issues);
  });

  test("is validated against the constraints", () => {
    const data = shared.readCat({ ...cat, name: "", lives: 10, price: "-1", weight: 0.005 });
    expect(shown(shared.validateCat(data))).toEqual([
      "$.lives maximum",
      "$.name minLength",
      "$.price minimum",
      "$.weight multipleOf",
    ]);
    expect(shared.Cat["~standard"].validate({ ...cat, lives: 10 }).issues).toEqual([
      { message: "must be at most 9", path: ["lives"] },
    ]);
    expect(shared.Animal["~standard"].validate(cat).value).toEqual({ ...cat, id: 1n });
  });

  test("is validated against number constraints by value, for every representation", async () => {
    const spec = `
models:
  Sums:
    fields:
      long: { type: long, minimum: 2, multipleOf: 2 }
      decimal: { type: decimal, maximum: 10, multipleOf: 0.1 }
      decimals: { type: "decimal[]", uniqueItems: true }
      any: { type: "any[]", uniqueItems: true }
`;
    await inTemporaryFolder(async (folder) => {
      writeFiles(folder, (await typescriptOfSpec(spec, { style: "interfaces", int64: "string" }))!);
      expect(compile(folder)).toBe("");
      const { shared } = await load(folder);
      const found = (json: string): readonly string[] => shown(shared.validateSums(shared.parseSums(json)));
      expect(found('{"long":10,"decimal":"9.1"}')).toEqual([]);
      expect(found('{"long":1,"decimal":"10.01"}')).toEqual([
        "$.decimal maximum",
        "$.decimal multipleOf",
        "$.long minimum",
        "$.long multipleOf",
      ]);
      expect(found('{"decimal":9.10000000000000000001}')).toEqual(["$.decimal multipleOf"]);
      expect(found('{"decimals":["1","1.0",1],"any":[1,"1"]}')).toEqual(["$.decimals uniqueItems"]);
      const twice = "[1.0000000000000000001,1.00000000000000000010]";
      expect(found(`{"decimals":${twice},"any":${twice}}`)).toEqual(["$.any uniqueItems", "$.decimals uniqueItems"]);
    });
  });

  test("is rejected if it contains itself", () => {
    const order: Record<string, unknown> = { animals: [] };
    order["additionalProperties"] = { order };
    expect(issuesOf(() => shared.writeOrder(order))).toEqual(["$ format"]);
  });
});
