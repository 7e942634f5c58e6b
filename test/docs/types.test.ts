/** The Type and Required columns (format §5, §6), and unions in each language (§10). */
import { describe, expect, test } from "vitest";
import type { Definition, Field, Type } from "../../src/spec/spec.js";
import { docsOf, renderDocs } from "./render-docs.js";
import { enumOf, field, model, scalar, targetOf, unionOf } from "./spec-values.js";

type LanguageId = "java" | "ruby" | "typescript";

const other = model("Other", []);
const category = enumOf("Category", ["a"]);
const pet = unionOf("Pet", [
  reference(other),
  scalar("string"),
  array(scalar("any")),
  map(scalar("any")),
  scalar("uuid"),
]);
const only = unionOf("Only", [scalar("string"), scalar("uri")]);

function reference(to: Definition): Type {
  return { kind: "reference", to };
}

function array(type: Type): Type {
  return { kind: "array", items: { type, nullable: true }, constraints: {} };
}

function map(type: Type): Type {
  return { kind: "map", values: { type, nullable: true }, constraints: {} };
}

function constant(value: string | number | bigint | boolean): Type {
  return { kind: "constant", value };
}

/** The Type cell of a field, without padding. */
function typeOf(language: LanguageId, made: Field, options: Record<string, string> = {}): string {
  const settings = { tables: "compact", options: { ...targetOf(language).options, ...options } } as const;
  const pages = docsOf(language, [other, category, pet, only, model("Holder", [made])], settings);
  const page = pages.find(({ model }) => model === "Holder");
  const fields = page?.view["fields"] as readonly { readonly cells: { readonly type: string } }[];
  return fields[0]?.cells.type ?? "";
}

const ways = [
  { required: true, nullable: false },
  { required: true, nullable: true },
  { required: false, nullable: false },
  { required: false, nullable: true },
];

describe("Java", () => {
  const cell = (type: Type, way = {}) => typeOf("java", field("it", { type, required: true, ...way }));

  test.each<[string, Type, readonly string[]]>([
    [
      "string",
      scalar("string"),
      ["*String*", "*Optional\\<String>*", "*Optional\\<String>*", "*JsonNullable\\<String>*"],
    ],
    ["integer", scalar("integer"), ["*long*", "*Optional\\<Long>*", "*Optional\\<Long>*", "*JsonNullable\\<Long>*"]],
    [
      "int32",
      scalar("int32"),
      ["*int*", "*Optional\\<Integer>*", "*Optional\\<Integer>*", "*JsonNullable\\<Integer>*"],
    ],
    [
      "model",
      reference(other),
      [
        "[Other](../../models/components/Other.md)",
        "[Optional\\<Other>](../../models/components/Other.md)",
        "[Optional\\<Other>](../../models/components/Other.md)",
        "[JsonNullable\\<Other>](../../models/components/Other.md)",
      ],
    ],
    ["array", array(scalar("string")), Array(4).fill("List\\<*String*>")],
    ["map", map(scalar("any")), Array(4).fill("Map\\<String, *Object*>")],
    [
      "date-time",
      scalar("date-time"),
      Array(4).fill("[OffsetDateTime](https://docs.oracle.com/javase/8/docs/api/java/time/OffsetDateTime.html)"),
    ],
  ])("%s, required or not, nullable or not", (_, type, expected) => {
    expect(ways.map((way) => cell(type, way))).toEqual(expected);
  });

  test.each<[string, Type, string]>([
    ["boolean", scalar("boolean"), "*boolean*"],
    ["any", scalar("any"), "*Object*"],
    ["long", scalar("long"), "*long*"],
    ["number", scalar("number"), "*double*"],
    ["float", scalar("float"), "*float*"],
    ["decimal", scalar("decimal"), "*BigDecimal*"],
    ["uuid", scalar("uuid"), "*String*"],
    ["uri", scalar("uri"), "*String*"],
    ["email", scalar("email"), "*String*"],
    ["time", scalar("time"), "*String*"],
    ["duration", scalar("duration"), "*String*"],
    ["bytes", scalar("bytes"), "*byte[]*"],
    ["date", scalar("date"), "[LocalDate](https://docs.oracle.com/javase/8/docs/api/java/time/LocalDate.html)"],
    ["enum", reference(category), "[Category](../../models/components/Category.md)"],
    ["union", reference(pet), "[Pet](../../models/components/Pet.md)"],
    ["array of arrays", array(array(scalar("string"))), "List\\<List\\\\<*String*>>"],
    ["array of models", array(reference(other)), "List\\<[Other](../../models/components/Other.md)>"],
    ["map of arrays", map(array(scalar("int32"))), "Map\\<String, List\\\\<*int*>>"],
    ["string constant", constant("a"), "*String*"],
    ["integer constant", constant(1), "*long*"],
    ["decimal constant", constant(1.5), "*double*"],
    ["boolean constant", constant(true), "*boolean*"],
  ])("%s", (_, type, expected) => {
    expect(cell(type)).toBe(expected);
  });

  test("a default makes a required field optional", () => {
    expect(cell(scalar("boolean"), { default: false })).toBe("*Optional\\<Boolean>*");
  });
});

describe("Ruby", () => {
  const cell = (type: Type, way = {}, options = {}) =>
    typeOf("ruby", field("it", { type, required: true, ...way }), options);
  const relative = { typePrefix: "relative" };

  test.each<[string, Type, readonly string[]]>([
    [
      "string",
      scalar("string"),
      ["*::String*", "*T.nilable(::String)*", "*T.nilable(::String)*", "*T.nilable(::String)*"],
    ],
    ["array", array(scalar("string")), Array(4).fill("T::Array<*::String*>")],
    ["map", map(scalar("any")), Array(4).fill("T::Hash[Symbol, *::Object*]")],
    [
      "date-time",
      scalar("date-time"),
      Array(4).fill("[Date](https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/Date.html)"),
    ],
    [
      "date",
      scalar("date"),
      Array(4).fill("[DateTime](https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/DateTime.html)"),
    ],
  ])("%s, required or not, nullable or not", (_, type, expected) => {
    expect(ways.map((way) => cell(type, way))).toEqual(expected);
  });

  test.each<[string, Type, string]>([
    ["boolean", scalar("boolean"), "*T::Boolean*"],
    ["integer", scalar("integer"), "*::Integer*"],
    ["int32", scalar("int32"), "*::Integer*"],
    ["number", scalar("number"), "*::Float*"],
    ["decimal", scalar("decimal"), "*::BigDecimal*"],
    ["bytes", scalar("bytes"), "*::String*"],
    ["duration", scalar("duration"), "*::String*"],
    ["constant", constant(1n), "*::Integer*"],
    ["model", reference(other), "[::AcmeAPI::Shared::Other](../../models/shared/other.md)"],
    [
      "array of enums",
      array(reference(category)),
      "T::Array<[::AcmeAPI::Shared::Category](../../models/shared/category.md)>",
    ],
  ])("%s", (_, type, expected) => {
    expect(cell(type)).toBe(expected);
  });

  test("the newer vintage: a relative prefix, and unions written as their members", () => {
    expect(cell(reference(other), { nullable: true }, relative)).toBe(
      "[T.nilable(Models::Shared::Other)](../../models/shared/other.md)",
    );
    expect(cell(reference(pet), {}, relative)).toBe(
      "[T.any(Models::Shared::Other, ::String, T::Array[::Object], T::Hash[Symbol, ::Object])](../../models/shared/pet.md)",
    );
    expect(cell(reference(only), { required: false }, relative)).toBe(
      "[T.nilable(::String)](../../models/shared/only.md)",
    );
  });

  test("the older vintage: a union is any object, and neither it nor its inline members have a page", () => {
    const inline = model("Pet_2", [], { owner: pet });
    const inner = model("Pet_2_owner", [], { owner: inline });
    const definitions = [other, pet, inline, inner, model("Holder", [field("pet", { type: reference(pet) })])];
    const pages = (unions: string) =>
      [...renderDocs("ruby", definitions, { options: { ...targetOf("ruby").options, unions } }).keys()].map((path) =>
        path.split("/").at(-1),
      );
    expect(cell(reference(pet), { required: false }, { unions: "any" })).toBe("*T.nilable(::Object)*");
    expect(pages("any")).toEqual(["README.md", "other.md", "holder.md"]);
    expect(pages("typed")).toEqual(["README.md", "other.md", "pet.md", "pet2.md", "pet2owner.md", "holder.md"]);
  });
});

describe("TypeScript", () => {
  const cell = (type: Type, way = {}) => typeOf("typescript", field("it", { type, ...way }));

  test.each<[string, Type, string]>([
    ["string", scalar("string"), "*string*"],
    ["integer", scalar("integer"), "*number*"],
    ["number", scalar("number"), "*number*"],
    ["boolean", scalar("boolean"), "*boolean*"],
    ["any", scalar("any"), "*any*"],
    ["bytes", scalar("bytes"), "*Uint8Array*"],
    [
      "date-time",
      scalar("date-time"),
      "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)",
    ],
    ["date", scalar("date"), "[RFCDate](../../../types/rfcdate.md)"],
    ["decimal", scalar("decimal"), "[Decimal](../../../types/decimal.md)"],
    ["long", scalar("long"), "*bigint*"],
    ["model", reference(other), "[shared.Other](../../../sdk/models/shared/other.md)"],
    ["union", reference(pet), "*shared.Pet*"],
    ["array", array(array(scalar("string"))), "*string*[][]"],
    ["array of models", array(reference(other)), "[shared.Other](../../../sdk/models/shared/other.md)[]"],
    ["map", map(reference(other)), "Record<string, [shared.Other](../../../sdk/models/shared/other.md)>"],
    ["string constant", constant('a"b'), '*"a\\\\"b"*'],
    ["constant", constant(true), "*true*"],
  ])("%s, whether optional or nullable", (_, type, expected) => {
    expect(ways.map((way) => cell(type, way))).toEqual(Array(4).fill(expected));
  });
});
