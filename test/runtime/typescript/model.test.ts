import { describe, expect, test } from "vitest";
import { array, map } from "../../../templates/typescript/runtime/containers.js";
import { ModelError } from "../../../templates/typescript/runtime/issues.js";
import { stringifyJSON } from "../../../templates/typescript/runtime/json.js";
import { model } from "../../../templates/typescript/runtime/model.js";
import { string } from "../../../templates/typescript/runtime/scalars.js";
import { standardSchema } from "../../../templates/typescript/runtime/standard-schema.js";
import { UnknownMember, union } from "../../../templates/typescript/runtime/union.js";
import { Cat, Closed, Dog, Pet, Shape } from "./models.js";
import { build, messagesOf, read, violationsOf } from "./reading.js";

describe("a model", () => {
  test("gets defaults and constants when built, but not when read", () => {
    expect(new Cat({}).stringify()).toBe('{"kind":"cat","lives":9,"friend":null}');
    expect(read(model(Cat), '{"kind":"cat","lives":1}').stringify()).toBe('{"kind":"cat","lives":1}');
    expect(new Closed({}).labels).not.toBe(new Closed({}).labels);
  });

  test("keeps unknown fields if it allows them", () => {
    const text = '{"kind":"dog","zzz":[1,{"a":12345678901234567890}]}';
    expect(read(model(Dog), text).stringify()).toBe(text);
    expect(messagesOf(() => read(model(Closed), '{"zzz":1}'))).toEqual(["$.zzz is not a field of the model"]);
    expect(messagesOf(() => new Dog({ additionalProperties: { "the name": 1 } }))).toEqual([
      '$["the name"] has a property of its own',
    ]);
  });

  test("is copied with changes", () => {
    const dog = new Dog({ name: "Rex" });
    expect(dog.with({ name: undefined }).stringify()).toBe('{"kind":"dog"}');
    expect(dog.with({})).not.toBe(dog);
    expect(dog.with({}).equals(dog)).toBe(true);
    expect(dog.with({ name: "Max" }).equals(dog)).toBe(false);
  });

  test("is accepted in place of its plain fields, and named in errors", () => {
    expect(build(model(Dog), { name: "Rex" })).toBeInstanceOf(Dog);
    const dog = new Dog({});
    expect(build(model(Dog), dog)).toBe(dog);
    for (const value of [null, 1, "a", []]) expect(messagesOf(() => build(model(Dog), value))).toHaveLength(1);
    expect(messagesOf(() => build(array(model(Dog)), [{ name: null }]))).toEqual([
      '$[0]["the name"] must be a string, not null',
    ]);
  });

  test("is built from an object only, which does not contain itself", () => {
    for (const value of [undefined, null, "a", [], 1])
      expect(messagesOf(() => new Dog(value as never))[0]).toMatch(/^\$ must be an object, not /);
    const circle: Record<string, unknown> = { kind: "cat" };
    circle["friend"] = circle;
    expect(messagesOf(() => new Cat(circle))).toEqual([
      "$ must not have more than 100 arrays and objects inside each other",
    ]);
  });

  test("is not written, and not valid, if it is too deep to be read", () => {
    const chain = (length: number): Cat => {
      let cat = new Cat({});
      for (let depth = 1; depth < length; depth++) cat = new Cat({ friend: cat });
      return cat;
    };
    const message = "$ must not have more than 100 arrays and objects inside each other";
    expect(read(model(Cat), chain(100).stringify()).validate()).toEqual([]);
    expect(messagesOf(() => chain(102).stringify())).toEqual([message]);
    expect(messagesOf(() => chain(102).toJSON())).toEqual([message]);
    expect(chain(102).validate()).toMatchObject([{ path: "$", keyword: "format" }]);
  });

  test("reports its path when written", () => {
    const closed = new Closed({ at: new Date(0) });
    // The only way to change a date of a model.
    Date.prototype.setTime.call(closed.at, NaN);
    const path = (make: () => unknown): unknown => messagesOf(make).map((each) => each.split(" ")[0]);
    expect(path(() => closed.toJSON())).toEqual(["$.at"]);
    expect(path(() => stringifyJSON({ list: [closed] }))).toEqual(["$.list[0].at"]);
    expect(() => JSON.stringify({ list: [closed] })).toThrow(ModelError);
    expect(violationsOf(model(Closed), closed)).toEqual(["$.at type"]);
  });
});

describe("containers", () => {
  test("are frozen", () => {
    for (const value of [build(array(string), ["a"]), build(map(string), { a: "b" })]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
  });

  test("reject other values", () => {
    for (const value of [null, "a", {}]) expect(messagesOf(() => build(array(string), value))).toHaveLength(1);
    for (const value of [null, "a", []]) expect(messagesOf(() => build(map(string), value))).toHaveLength(1);
  });
});

describe("a union by a tag", () => {
  test("is the member with the tag, or unknown", () => {
    expect(read(union(Pet), '{"kind":"dog"}')).toBeInstanceOf(Dog);
    const text = '{"kind":"fish","fins":1e400}';
    const fish = read(union(Pet), text);
    expect(fish).toBeInstanceOf(UnknownMember);
    expect(stringifyJSON(fish)).toBe(text);
  });

  test("needs its tag", () => {
    expect(messagesOf(() => read(union(Pet), "{}"))).toEqual(["$.kind is required"]);
    expect(messagesOf(() => read(union(Pet), '{"kind":1}'))).toEqual(["$.kind must be a string, not 1"]);
    expect(messagesOf(() => read(union(Pet), "[]"))).toEqual(["$ must be an object, not an array"]);
  });

  test("checks its member", () => {
    expect(violationsOf(model(Cat), new Cat({ friend: new Dog({ name: "x" }) }))).toEqual([
      '$.friend["the name"] minLength',
    ]);
  });
});

describe("a union by shape", () => {
  test.each([
    ['"a"', "string"],
    ["1.5", "number"],
  ])("reads %s as a %s", (text, type) => expect(typeof read(union(Shape), text)).toBe(type));

  test("prefers the member that knows the most keys", () => {
    expect(read(union(Shape), '{"kind":"dog","zzz":1}')).toBeInstanceOf(Dog);
    expect(read(union(Shape), '{"labels":{}}')).toBeInstanceOf(Closed);
    expect(read(union(Shape), '["a"]')).toEqual(["a"]);
  });

  test.each(["true", "[1]", '{"zzz":1}', "1e400", "9007199254740993", "0.1234567890123456789"])(
    "keeps %s unchanged",
    (text) => {
      const value = read(union(Shape), text);
      expect(value).toBeInstanceOf(UnknownMember);
      expect(stringifyJSON(value)).toBe(text);
    },
  );

  test("rejects values that JSON cannot represent", () => {
    expect(messagesOf(() => build(union(Shape), NaN))).toHaveLength(1);
    expect(messagesOf(() => new UnknownMember([1, NaN]))).toEqual(["$[1] must be a value that JSON can hold, not NaN"]);
  });
});

test("Standard Schema returns a value or its issues", () => {
  const { validate } = standardSchema(model(Dog));
  expect(validate({ kind: "dog", "the name": "Rex" })).toEqual({ value: new Dog({ name: "Rex" }) });
  expect(validate({ kind: "dog", "the name": "x" })).toEqual({
    issues: [{ message: "must have at least 2 characters", path: ["the name"] }],
  });
  expect(validate(null)).toEqual({ issues: [{ message: "must be an object, not null", path: [] }] });
});
