/** The classes of `test/cases/pets` in use. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { compile, load, typescriptOf, writeFiles } from "./tree.js";

const folder = mkdtempSync(join(tmpdir(), "modelwright-"));
let models: any;
let shared: any;

beforeAll(async () => {
  writeFiles(folder, await typescriptOf(join(projectRoot, "test/cases/pets")));
  for (const name of ["usage.ts", "extensions.ts"]) {
    copyFileSync(join(projectRoot, "test/run/typescript", name), join(folder, "src", name));
  }
  expect(compile(folder)).toBe("");
  models = await load(folder);
  shared = models.shared;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cat = { kind: "cat", id: 1, name: "Tom", owner: null };

/** The paths of the issues that a function throws. */
function pathsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof models.ModelError) return (error as any).issues.map(({ path }: any) => path);
    throw error;
  }
  return [];
}

describe("reading JSON", () => {
  test("returns instances at every level", () => {
    const read = shared.Order.fromJSON({ animals: [cat, { kind: "dog", friend: cat }], size: 2 });
    expect(read).toBeInstanceOf(shared.Order);
    expect(read.animals[0]).toBeInstanceOf(shared.Cat);
    expect(read.animals[1].friend).toBeInstanceOf(shared.Cat);
    expect(read.animals[0].id).toBe(1n);
    expect(read.size).toBe(2);
  });

  test("reports every error with its path", () => {
    const document = {
      kind: "cat",
      id: "1",
      name: null,
      nick_names: ["a", 1, null],
      lives: 1.5,
      born_at: "2024-02-30T00:00:00Z",
      born_on: "2023-02-29",
      price: "1,50",
      photo: "***",
      owner: { "full name": 1, pets: [{ kind: "dog", tricks: [1] }, {}], address: { city: "Rome" }, shoes: "42" },
      toys: { ball: "red" },
    };
    expect(pathsOf(() => shared.Cat.fromJSON(document))).toEqual([
      "$.born_at",
      "$.born_on",
      "$.id",
      "$.lives",
      "$.name",
      "$.nick_names[1]",
      "$.owner.address.street",
      "$.owner.address.city",
      '$.owner["full name"]',
      "$.owner.pets[0].tricks[0]",
      "$.owner.pets[1].kind",
      "$.owner.shoes",
      "$.photo",
      "$.price",
      "$.toys.ball",
    ]);
    expect(() => shared.Cat.fromJSON(document)).toThrow('$.price must be a decimal number, not "1,50"');
  });

  test("from text reports the position of invalid JSON", () => {
    expect(pathsOf(() => shared.Cat.parse("{"))).toEqual(["$"]);
  });

  test("keeps absent, null and a value apart", () => {
    const absent = shared.Cat.fromJSON(cat);
    expect(Object.hasOwn(absent, "nick")).toBe(false);
    expect(absent.toJSON()).toEqual(cat);
    const isNull = shared.Cat.fromJSON({ ...cat, nick: null });
    expect(isNull.nick).toBe(null);
    expect(isNull.toJSON()).toEqual({ ...cat, nick: null });
    expect(absent.equals(isNull)).toBe(false);
  });

  test("keeps what it does not know", () => {
    const document = { ...cat, status: "sold", toys: { __proto__x: [] }, colour: { red: [1] } };
    const read = shared.Cat.fromJSON(document);
    expect(read.status).toBe("sold");
    expect(read.additionalProperties["colour"]).toEqual({ red: [1] });
    expect(read.toJSON()).toEqual(document);
  });

  test("keeps unknown members of unions", () => {
    const document = { kind: "parrot", words: ["hi"] };
    const read = shared.Animal.fromJSON(document);
    expect(read).toBeInstanceOf(models.UnknownMember);
    expect(read.toJSON()).toEqual(document);
    const order = shared.Order.fromJSON({ animals: [document], delivery: [true] });
    expect(order.toJSON()).toEqual({ animals: [document], delivery: [true] });
  });

  test("finds the best matching member of a union", () => {
    const delivery = (json: unknown): unknown => shared.Order.fromJSON({ animals: [], delivery: json }).delivery;
    expect(delivery("by hand")).toBe("by hand");
    expect(delivery(7)).toBe(7);
    expect(delivery({ company: "Us", phone: "1" })).toBeInstanceOf(shared.Courier);
    expect(delivery({ branch: 3 })).toBeInstanceOf(shared.Pickup);
    expect(delivery({ branch: "3" })).toBeInstanceOf(models.UnknownMember);
  });

  test("treats __proto__ like any other key", () => {
    const text = '{"kind":"dog","__proto__":{"polluted":true},"constructor":null,"toString":"x"}';
    const read = shared.Dog.parse(text);
    expect(read.polluted).toBe(undefined);
    expect(({} as any).polluted).toBe(undefined);
    expect(read.stringify()).toBe(text);
    expect(JSON.stringify(read)).toBe(text);
  });

  test("ignores inherited object properties", () => {
    const owner = shared.Owner.fromJSON({ "full name": "Ada" });
    expect(owner.additionalProperties["constructor"]).toBe(undefined);
  });
});

describe("numbers", () => {
  test("beyond 2^53 are read and written exactly", () => {
    const text =
      '{"id":9007199254740993,"kind":"cat","name":"Tom","owner":null,"notes":[12345678901234567890,0.1234567890123456789]}';
    const read = shared.Cat.parse(text);
    expect(read.id).toBe(9007199254740993n);
    expect(JSON.parse(read.stringify())).toEqual(JSON.parse(text));
    expect(read.stringify()).toContain("12345678901234567890");
    expect(read.stringify()).toContain("0.1234567890123456789");
  });

  test("that JSON.parse may have rounded are rejected", () => {
    expect(pathsOf(() => shared.Cat.fromJSON({ ...cat, id: 2 ** 53 }))).toEqual(["$.id"]);
    expect(shared.Cat.fromJSON({ ...cat, id: 2n ** 53n }).id).toBe(2n ** 53n);
  });

  test("are integers only if every digit says so", () => {
    const text = (lives: string): string => `{"id":1,"kind":"cat","lives":${lives},"name":"Tom","owner":null}`;
    expect(shared.Cat.parse(text("1.0")).lives).toBe(1);
    expect(shared.Cat.parse(text("1e0")).lives).toBe(1);
    for (const lives of ["1.00000000000000000001", "9007199254740993", "1e400"]) {
      expect(pathsOf(() => shared.Cat.parse(text(lives)))).toEqual(["$.lives"]);
    }
  });

  test("strings that look like markers of long numbers stay strings", () => {
    const notes = ["#n12345678901234567890", "#s", "#", "\u0023x", { "#n1": "#n1" }, 12345678901234567890n];
    const text = JSON.stringify({ ...cat, notes: notes.slice(0, -1) }).replace(/\]\}$/, ",12345678901234567890]}");
    expect(shared.Cat.parse(text).notes).toEqual(notes);
  });

  test("decimals are exact and written as they were read", () => {
    for (const price of ["0.1", '"0.10"', "12345678901234567890.123", '"1e-7"', "7"]) {
      const text = `{"id":1,"kind":"cat","name":"Tom","owner":null,"price":${price}}`;
      expect(shared.Cat.parse(text).stringify()).toBe(text);
    }
    expect(new models.Decimal("1.10").equals(new models.Decimal("1.1"))).toBe(true);
    expect(new models.Decimal("0.3").isMultipleOf(0.1)).toBe(true);
  });
});

describe("dates and bytes", () => {
  test("a date-time is a Date that is written back as it was read", () => {
    for (const bornAt of ["2024-02-29T12:30:00.123456789+02:00", "2024-02-29T12:30:00Z", "2024-02-29t12:30:00z"]) {
      const read = shared.Cat.fromJSON({ ...cat, born_at: bornAt });
      expect(read.bornAt).toBeInstanceOf(Date);
      expect(read.bornAt.getTime()).toBe(Date.parse(bornAt.toUpperCase()));
      expect(read.toJSON().born_at).toBe(bornAt);
    }
    const read = shared.Cat.fromJSON({ ...cat, born_at: "2024-02-29T12:30:00+02:00" });
    expect(() => read.bornAt.setUTCFullYear(2023)).toThrow(TypeError);
    expect(read.toJSON().born_at).toBe("2024-02-29T12:30:00+02:00");
  });

  test("equal instants are equal in any notation", () => {
    const at = (text: string): unknown => shared.Cat.fromJSON({ ...cat, born_at: text });
    const [one, same, finer] = ["2024-01-01T12:00:00Z", "2024-01-01T13:00:00.000+01:00", "2024-01-01T12:00:00.0001Z"];
    expect((at(one!) as any).equals(at(same!))).toBe(true);
    expect((at(one!) as any).equals(at(finer!))).toBe(false);
  });

  test("bytes are base64 in JSON", () => {
    for (let length = 0; length < 9; length++) {
      const photo = Buffer.from(Array.from({ length }, (_, index) => 250 - index * 29)).toString("base64");
      const read = shared.Cat.fromJSON({ ...cat, photo });
      expect([...read.photo]).toEqual([...Buffer.from(photo, "base64")]);
      expect(read.toJSON().photo).toBe(photo);
    }
    for (const photo of ["YQ", "YR==", "YQ==\n", "Y-_=", "YWI"]) {
      expect(pathsOf(() => shared.Cat.fromJSON({ ...cat, photo }))).toEqual(["$.photo"]);
    }
  });
});

describe("building", () => {
  test("fills in defaults and constants, and accepts plain values", () => {
    const built = new shared.Cat({
      id: 1,
      name: "Tom",
      owner: { fullName: "Ada", address: { street: "Main St" } },
      price: "1.50",
    });
    expect(built.kind).toBe("cat");
    expect(built.lives).toBe(9);
    expect(built.status).toBe("available");
    expect(built.toys).toEqual({ ball: ["red", "blue"] });
    expect(built.id).toBe(1n);
    expect(built.owner).toBeInstanceOf(shared.Owner);
    expect(built.owner.address).toBeInstanceOf(shared.OwnerAddress);
    expect(built.price).toBeInstanceOf(models.Decimal);
    expect(built.stringify()).toBe(
      '{"id":1,"kind":"cat","lives":9,"name":"Tom","owner":{"address":{"street":"Main St"},"full name":"Ada"},' +
        '"price":"1.50","status":"available","toys":{"ball":["red","blue"]}}',
    );
  });

  test("accepts plain fields of union members", () => {
    const tom = new shared.Cat({ id: 1, name: "Tom", owner: null });
    const order = new shared.Order({
      animals: [tom, { kind: "cat", id: 2, name: "Tim", owner: null }, { kind: "dog", tricks: ["roll"] }],
      delivery: { branch: 3 },
    });
    expect(order.animals[0]).toBe(tom);
    expect(order.animals[1]).toBeInstanceOf(shared.Cat);
    expect(order.animals[2]).toBeInstanceOf(shared.Dog);
    expect(order.delivery).toBeInstanceOf(shared.Pickup);
    expect(shared.Order.parse(order.stringify()).equals(order)).toBe(true);
    expect(new shared.Order(order).equals(order)).toBe(true);
    const withoutTag = order.with({ animals: [{ id: 2, name: "Tim", owner: null }, { tricks: [] }] });
    expect(withoutTag.animals.map(({ kind }: any) => kind)).toEqual(["cat", "dog"]);
    const unknown = new models.UnknownMember({ kind: "parrot" });
    expect(order.with({ animals: [unknown] }).animals).toEqual([unknown]);
  });

  test("reports why plain fields match no union member", () => {
    expect(pathsOf(() => new shared.Order({ animals: [{ kind: "cat", id: 1, owner: null }] }))).toEqual([
      "$.animals[0].name",
    ]);
    expect(pathsOf(() => new shared.Order({ animals: [], delivery: new Date(0) }))).not.toEqual([]);
  });

  test("does not share mutable values with the caller", () => {
    const tricks = ["roll"];
    const dog = new shared.Dog({ tricks });
    tricks.push("bark");
    expect(dog.tricks).toEqual(["roll"]);
    expect(new shared.Dog({}).tricks).not.toBe(new shared.Dog({}).tricks);
  });

  test("reports missing fields, and additional fields with a property of their own", () => {
    expect(pathsOf(() => new shared.Cat({ owner: { address: {} } }))).toEqual([
      "$.id",
      "$.name",
      "$.owner.address.street",
      '$.owner["full name"]',
    ]);
    expect(pathsOf(() => new shared.Dog({ additionalProperties: { tricks: [] } }))).toEqual(["$.tricks"]);
  });
});

describe("values", () => {
  test("are equal if their fields are", () => {
    const read = (): any =>
      shared.Order.fromJSON({ animals: [cat, { kind: "parrot", words: [1] }], extra: { a: [1] } });
    expect(read().equals(read())).toBe(true);
    expect(read().equals(read().with({ size: 1 }))).toBe(false);
    expect(read().equals(read().toJSON())).toBe(false);
    const other = shared.Order.fromJSON({ animals: [cat, { kind: "parrot", words: [2] }], extra: { a: [1] } });
    expect(read().equals(other)).toBe(false);
  });

  test("are copied with changes, and stay unchanged", () => {
    const tom = shared.Cat.fromJSON({ ...cat, nick: "T", colour: "red" });
    const copy = tom.with({ nick: undefined, name: "Tim", owner: { fullName: "Ada" } });
    expect(copy).toBeInstanceOf(shared.Cat);
    expect(copy.toJSON()).toEqual({ kind: "cat", id: 1, name: "Tim", owner: { "full name": "Ada" }, colour: "red" });
    expect(tom.toJSON()).toEqual({ ...cat, nick: "T", colour: "red" });
    expect(tom.with({ additionalProperties: {} }).toJSON()).toEqual({ ...cat, nick: "T" });
    expect(tom.with({}).equals(tom)).toBe(true);
  });
});

describe("subclasses and additions", () => {
  test("a subclass reads, builds and copies itself", async () => {
    const { Tiger, stripes, cats } = await load(folder, "dist/extensions.js");
    expect(stripes).toEqual([90, 90, 10, 90]);
    expect(Tiger.fromJSON(cat)).toBeInstanceOf(Tiger);
    expect(Tiger["~standard"].validate(cat).value).toBeInstanceOf(Tiger);
    expect(cats).toHaveLength(1);
    expect(cats[0].constructor).toBe(shared.Cat);
  });

  test("a method added by declaration merging is not a field", async () => {
    await load(folder, "dist/extensions.js");
    const dog = shared.Dog.fromJSON({ kind: "dog", tricks: ["roll"] });
    expect(dog.bark(2)).toBe("roll woofroll woof");
    expect(dog.toJSON()).toEqual({ kind: "dog", tricks: ["roll"] });
  });
});

describe("validate", () => {
  test("lists every violated constraint with its path", () => {
    const order = shared.Order.fromJSON({
      animals: [
        { ...cat, name: "", lives: 10, weight: 0.005, price: -1, nick_names: ["a", "b", "c", "d"] },
        { kind: "dog", tricks: ["a", "a"], litter: [{ kind: "dog", friend: { ...cat, name: "x".repeat(21) } }] },
      ],
    });
    expect(order.validate().map(({ path, keyword }: any) => `${path} ${keyword}`)).toEqual([
      "$.animals[0].lives maximum",
      "$.animals[0].name minLength",
      "$.animals[0].nick_names maxItems",
      "$.animals[0].price minimum",
      "$.animals[0].weight multipleOf",
      "$.animals[1].litter[0].friend.name maxLength",
      "$.animals[1].tricks uniqueItems",
    ]);
    expect(shared.Order.fromJSON({ animals: [] }).validate()).toHaveLength(1);
    expect(shared.Cat.fromJSON({ ...cat, name: "😀".repeat(20), weight: 0.07 }).validate()).toEqual([]);
  });

  test("also finds numbers that types cannot rule out", () => {
    const built = new shared.Cat({ id: 1, name: "Tom", owner: null, lives: 1.5 });
    expect(built.validate().map(({ path, keyword }: any) => `${path} ${keyword}`)).toEqual(["$.lives type"]);
  });
});

test("Standard Schema", () => {
  const { validate, version, vendor } = shared.Cat["~standard"];
  expect([version, vendor]).toEqual([1, "modelwright"]);
  expect(validate(cat).value.equals(shared.Cat.fromJSON(cat))).toBe(true);
  expect(validate({ ...cat, owner: {} }).issues).toEqual([{ message: "is required", path: ["owner", "full name"] }]);
  expect(validate({ ...cat, lives: 10 }).issues).toEqual([{ message: "must be at most 9", path: ["lives"] }]);
  expect(shared.Animal["~standard"].validate({ kind: 1 }).issues).toHaveLength(1);
});

const dog = { kind: "dog", friend: { kind: "dog" } };

test.each([
  ["animal", dog],
  ["cat", { ...cat, owner: { "full name": "Ada", pets: [dog] } }],
  ["dog", dog],
  ["owner", { "full name": "Ada", pets: [cat] }],
])("of modules with circular imports, %s can be loaded first", (name, document) => {
  const script = `
    const module = await import("./dist/sdk/models/shared/${name}.js");
    const [model] = Object.values(module);
    console.log(JSON.stringify(model.fromJSON(${JSON.stringify(document)})));
  `;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder });
  expect(JSON.parse(String(stdout))).toEqual(document);
});
