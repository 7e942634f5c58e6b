import { describe, expect, it } from "vitest";
import { scalars } from "../../src/spec/spec.js";
import { definition, field, resolve, show, showSlot } from "./show.js";

/** What a type is that is written in a field. */
function typeOf(text: string, more = ""): string {
  return showSlot(field(resolve(`models:\n  M:\n    fields:\n      f: ${text}\n${more}`), "M", "f"));
}

describe("type expressions", () => {
  it.each(scalars)("%s", (scalar) => {
    expect(typeOf(scalar)).toBe(scalar);
  });

  it.each([
    ["string?", "string?"],
    ["string[]", "[string]"],
    ["string?[]", "[string?]"],
    ["string[]?", "[string]?"],
    ["string[][]", "[[string]]"],
    ["map<string>", "map<string>"],
    ["map<map<integer?>[]>?", "map<[map<integer?>]>?"],
    [" map < string > [ ] ", "[map<string>]"],
    ["M", "M"],
    ["M?[]", "[M?]"],
    ["object", "M_f"],
    ["object[]", "[M_f]"],
    ["{ type: array, items: { type: string, nullable: true } }", "[string?]"],
    ["{ items: string }", "[string]"],
    ["{ type: map, values: string? }", "map<string?>"],
    ["{ values: { items: M } }", "map<[M]>"],
    ["{ const: 5 }", "5"],
    ['{ const: "x", type: string }', '"x"'],
    ["{ const: 12345678901234567890 }", "12345678901234567890n"],
    ["{ type: array?, items: string }", "[string]?"],
    ["{ type: string, nullable: true }", "string?"],
  ])("%s is %s", (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  it.each([
    ["map<Color, string>[]", "[map<Color, string>]"],
    ["map< Color ,map<string,M?> >?", "map<Color, map<M?>>?"],
    ["{ type: map, keys: Alias, values: integer }", "map<Color, integer>"],
    ["{ values: integer, keys: string }", "map<integer>"],
  ])("%s is %s", (text, type) => {
    expect(typeOf(text, "  Color: { enum: [red] }\n  Alias: Color\n")).toBe(type);
  });

  it("may contain a name with spaces and dots", () => {
    expect(typeOf("My Model[]", "  My Model: { fields: {} }\n")).toBe("[My Model]");
    expect(typeOf("a.b", "  a.b: { fields: {} }\n")).toBe("a.b");
  });
});

describe("constraints", () => {
  it("belong to the type", () => {
    expect(typeOf("{ type: string, minLength: 1, maxLength: 3, pattern: ^a }")).toBe(
      "string(minLength 1, maxLength 3, pattern ^a)",
    );
    expect(typeOf("{ type: decimal, exclusiveMinimum: 0.5, multipleOf: 0.01 }")).toBe(
      "decimal(exclusiveMinimum 0.5, multipleOf 0.01)",
    );
    expect(typeOf("{ type: long, maximum: 9223372036854775807 }")).toBe("long(maximum 9223372036854775807)");
    expect(typeOf("{ items: { type: string, maxLength: 2 }, uniqueItems: true }")).toBe(
      "[string(maxLength 2)](uniqueItems true)",
    );
  });

  it("of an alias can be narrowed", () => {
    expect(typeOf("{ type: Code, maxLength: 2 }", "  Code: { type: string, maxLength: 9, minLength: 1 }\n")).toBe(
      "string(minLength 1, maxLength 2)",
    );
  });
});

describe("aliases", () => {
  it("are replaced by their types, with their nullability", () => {
    const text = `models:
  M: { fields: { a: Tags, b: "Tags[]", c: Maybe, d: Maybe? } }
  Tags: string[]
  Maybe: M?`;
    expect(show(text)).toEqual(["model M { a: [string], b: [[string]], c: M?, d: M? }"]);
  });

  it("give inline types their name and place", () => {
    const spec = resolve(
      "models: { A: { fields: {} }, Kinds: { items: { enum: [x, y] }, names: { java: JavaKind } }, Z: { fields: { k: Kinds } } }",
    );
    expect(spec.definitions.map((each) => each.name)).toEqual(["A", "Kinds", "Z"]);
    expect(Object.fromEntries(definition(spec, "Kinds").names)).toEqual({ java: "JavaKind" });
    expect(definition(spec, "Kinds").owner).toBeUndefined();
  });

  it("may refer to themselves through a model", () => {
    expect(show("models: { Tree: { items: { fields: { children: Tree } } } }")).toEqual([
      "model Tree { children: [Tree] }",
    ]);
  });
});

describe("nullability of named things", () => {
  it("becomes that of the references to them", () => {
    const text = `models:
  M: { fields: { a: E, b: 'E[]', c: U, d: N, e: V } }
  E: { enum: [x, null] }
  U: { oneOf: [string, integer, null] }
  N: { nullable: true, fields: {} }
  V: { oneOf: [boolean, N] }`;
    expect(show(text)[0]).toBe("model M { a: E?, b: [E?], c: U?, d: N?, e: V? }");
  });
});

describe("inline types", () => {
  const text = `models:
  Pet:
    fields:
      kind: { enum: [cat, dog], open: true }
      owner: { fields: { name: string, address: { fields: { city: string } } } }
      tags: { items: { enum: [1, 2] } }
      extra: { values: { type: object } }
      either: { oneOf: [string, { fields: { a: string } }, { items: { enum: [q] } }] }
      named: { items: { name: Label, names: { java: JLabel }, enum: [l] } }
      outer: { name: Outer, items: { enum: [o] } }
    additionalProperties: { fields: { z: any } }`;

  it("are named after owner and field", () => {
    const names = resolve(text).definitions.map((each) => each.name);
    expect(names).toEqual([
      "Pet",
      "Pet_kind",
      "Pet_owner",
      "Pet_owner_address",
      "Pet_tags",
      "Pet_extra",
      "Pet_either",
      "Pet_either_2",
      "Pet_either_3",
      "Label",
      "Outer",
      "Pet_additionalProperties",
    ]);
  });

  it("are named after the field only if names are short", () => {
    const names = resolve(text, { inlineNames: "short" }).definitions.map((each) => each.name);
    expect(names.slice(1, 8)).toEqual(["kind", "owner", "address", "tags", "extra", "either", "2"]);
  });

  it("have an owner and a place", () => {
    const spec = resolve(text);
    const address = definition(spec, "Pet_owner_address");
    expect(address.owner?.name).toBe("Pet_owner");
    expect(text.slice(address.span.start, address.span.end)).toBe("address");
    expect(Object.fromEntries(definition(spec, "Label").names)).toEqual({ java: "JLabel" });
  });

  it("get the documentation of their field", () => {
    const spec = resolve(
      "models: { M: { fields: { a: { fields: {}, description: A, deprecated: soon, example: {} } } } }",
    );
    expect(definition(spec, "M_a")).toMatchObject({ description: "A", deprecated: { message: "soon" } });
    expect(field(spec, "M", "a")).toMatchObject({ description: "A", deprecated: { message: "soon" } });
  });
});

describe("unions", () => {
  it("with one member are that member", () => {
    expect(
      show("models: { M: { fields: { a: { oneOf: [string] }, b: { oneOf: [U, null] } } }, U: { oneOf: [M] } }"),
    ).toEqual(["model M { a: string, b: M? }"]);
  });

  const pets = `
  Cat: { fields: { type: { const: cat, required: true } } }
  Dog: { fields: { type: { const: dog, required: true } } }
  Fox: { fields: { type: { enum: [fox, vixen] } } }
  Ant: { fields: { type: string } }
  One: { fields: { version: { const: 1 }, latest: boolean } }
  Two: { fields: { version: { enum: [2, 3] }, latest: boolean } }`;

  it.each([
    ["{ oneOf: [Cat, Dog], discriminator: { field: type } }", "by type (cat → Cat, dog → Dog)"],
    [
      "{ oneOf: [Cat, Fox, Ant], discriminator: { field: type } }",
      "by type (cat → Cat, fox → Fox, vixen → Fox, Ant → Ant)",
    ],
    [
      "{ oneOf: [Ant, Cat], discriminator: { field: type, mapping: { a: Ant, b: Ant, cat: Cat } } }",
      "by type (a → Ant, b → Ant, cat → Cat)",
    ],
    ["{ oneOf: [One, Two], discriminator: { field: version } }", "by version (1 → One, 2 → Two, 3 → Two)"],
    [
      "{ oneOf: [One, Two], discriminator: { field: latest, mapping: { false: One, true: Two } } }",
      "by latest (false → One, true → Two)",
    ],
    ["{ oneOf: [Dog, Cat] }", "by type (dog → Dog, cat → Cat)"],
    ["{ oneOf: [Cat, Fox] }", ""],
    ["{ oneOf: [Cat, string] }", ""],
  ])("%s are distinguished %s", (text, by) => {
    const union = show(`models:\n  U: ${text}${pets}`)[0];
    expect(union?.slice(union.indexOf("=")).split(" by ")[1] ?? "").toBe(by.replace(/^by /, ""));
  });
});
