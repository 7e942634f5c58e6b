import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Target } from "../../src/config/config.js";
import { pascal } from "../../src/names/casing.js";
import { javaNames } from "../../src/languages/java/names.js";
import { rubyNames } from "../../src/languages/ruby/names.js";
import { typescriptNames } from "../../src/languages/typescript/names.js";
import type { Spec } from "../../src/spec/spec.js";
import { enumOf, field, model, specOf, targetOf } from "../docs/spec-values.js";

const naming = { java: javaNames, ruby: rubyNames, typescript: typescriptNames };
type LanguageId = keyof typeof naming;
const languageIds = Object.keys(naming) as LanguageId[];

function names(language: LanguageId, spec: Spec, settings: Partial<Target> = {}) {
  return naming[language](spec, targetOf(language, settings));
}

function inEach<T>(of: (language: LanguageId) => T): Record<LanguageId, T> {
  return { java: of("java"), ruby: of("ruby"), typescript: of("typescript") };
}

describe("enum members (format §9)", () => {
  test.each([
    ["unmapped_value", "UNMAPPED_VALUE", "UNMAPPED_VALUE", "UnmappedValue"],
    ["hris-legacy", "HRIS_LEGACY", "HRIS_LEGACY", "HrisLegacy"],
    ["hrisLegacy", "HRIS_LEGACY", "HRIS_LEGACY", "HrisLegacy"],
    ["AF", "AF", "AF", "Af"],
    ["aa_ER", "AA_ER", "AA_ER", "AaER"],
    ["ar_AR", "ARAR", "AR_AR", "ARAR"],
    ["*3gpp", "WILDCARD3GPP", "WILDCARD_3GPP", "Wildcard3gpp"],
    ["1", "ONE", "ONE", "One"],
    ["1km", "ONEKM", "ONEKM", "Onekm"],
    ["3dml", "THREEDML", "THREEDML", "Threedml"],
    ["true", "TRUE", "TRUE", "True"],
    ["null", "NULL", "NULL", "Null"],
    ["", "UNKNOWN", "UNKNOWN", "Unknown"],
    [" ", "UNKNOWN", "UNKNOWN", "Unknown"],
    ["24h", "TWENTY_FOURH", "TWENTY_FOURH", "TwentyFourh"],
    ["+", "PLUS", "PLUS", "Plus"],
    ["_1", "ONE", "ONE", "One"],
    [12n, "TWELVE", "TWELVE", "Twelve"],
    ["END", "END", "END_", "End"],
  ])("%s", (value, java, ruby, typescript) => {
    const values = enumOf("Values", [value]);
    const member = (language: LanguageId) => names(language, specOf(values)).members(values)[0]?.name;
    expect(inEach(member)).toEqual({ java, ruby, typescript });
  });

  test.each([
    { raw: ["name", "NAME", "Name"], snake: ["NAME_LOWER", "NAME_UPPER", "NAME_MIXED"] },
    { raw: ["a-b", "a_b", "c"], snake: ["A_B_LOWER", "A_B_LOWER_2", "C"], java: ["AB_LOWER", "AB_LOWER2", "C"] },
    {
      raw: ["a", "A", "a_lower"],
      snake: ["A_LOWER_2", "A_UPPER", "A_LOWER"],
      java: ["A_LOWER2", "A_UPPER", "A_LOWER"],
    },
    { raw: ["a", "a", "b"], snake: ["A", "B"] },
  ])("$raw get distinct names", ({ raw, snake, java = snake }) => {
    const values = enumOf("Values", raw);
    const memberNames = (language: LanguageId) =>
      names(language, specOf(values))
        .members(values)
        .map(({ name }) => name);
    expect(memberNames("ruby")).toEqual(snake);
    expect(memberNames("java")).toEqual(java);
    expect(memberNames("typescript")).toEqual(snake.map((name) => pascal(name.toLowerCase())));
  });

  test("a chosen name stays", () => {
    const values = enumOf("Values", ["a", { value: "A", names: { ruby: "A" } }]);
    const spec = specOf(values);
    expect(
      names("ruby", spec)
        .members(values)
        .map(({ name }) => name),
    ).toEqual(["A_LOWER", "A"]);
    expect(names("ruby", spec).diagnostics).toEqual([]);
  });
});

describe("fields (format §3.4)", () => {
  test.each([
    ["street_1", "street1", "street_1", "street1"],
    ["content-type", "contentType", "content_type", "contentType"],
    ["statusCode", "statusCode", "status_code", "statusCode"],
    ["package", "package_", "package", "package"],
    ["class", "class_", "class_", "class"],
    ["private", "private_", "private", "private"],
    ["next", "next", "next_", "next"],
    ["fields", "fields", "fields_", "fields"],
    ["hashCode", "hashCode_", "hash_code", "hashCode"],
    ["toJSON", "toJSON", "to_json_", "toJSON_"],
    ["constructor", "constructor", "constructor", "constructor_"],
    ["__proto__", "proto", "proto", "proto"],
    ["2fa", "twofa", "twofa", "twofa"],
    ["_1", "one", "one", "one"],
  ])("%s", (name, java, ruby, typescript) => {
    const one = field(name);
    const spec = specOf(model("Model", [one]));
    expect(inEach((language) => names(language, spec).fieldName(one))).toEqual({ java, ruby, typescript });
  });

  test("are in the order of the spec, or of their names in JSON", () => {
    const thing = model("Thing", [field("c"), field("a"), field("B")]);
    const order = (fieldOrder: Target["fieldOrder"]) =>
      names("java", specOf(thing), { fieldOrder })
        .fields(thing)
        .map(({ field }) => field.name);
    expect(order("spec")).toEqual(["c", "a", "B"]);
    expect(order("alphabetical")).toEqual(["B", "a", "c"]);
  });
});

describe("classes, files and namespaces", () => {
  test.each([
    ["ConnectSession_categories", "ConnectSessionCategories", "ConnectSessionCategories", "ConnectSessionCategories"],
    ["HRISBenefit", "HRISBenefit", "HRISBenefit", "HRISBenefit"],
    ["file", "File", "File", "FileT"],
    ["Date", "Date", "Date", "DateT"],
    ["con", "Con_", "Con", "Con"],
  ])("the class of %s", (name, java, ruby, typescript) => {
    const one = model(name, []);
    expect(inEach((language) => names(language, specOf(one)).className(one))).toEqual({ java, ruby, typescript });
  });

  test.each([
    ["ConnectSession", "components/ConnectSession", "connectsession", "connect_session", "shared/connectsession"],
    ["HRISModel", "components/HRISModel", "hrismodel", "h_r_i_s_model", "shared/hrismodel"],
    ["Next", "components/Next", "next_", "next", "shared/next"],
    ["Aux", "components/Aux_", "aux_", "aux_", "shared/aux_"],
    ["File", "components/File", "file", "file", "shared/filet"],
  ])("the files of %s", (name, java, rubyPage, rubyFile, typescript) => {
    const one = model(name, []);
    expect(inEach((language) => names(language, specOf(one)).docsPath(one))).toEqual({
      java: `docs/models/${java}.md`,
      ruby: `docs/models/shared/${rubyPage}.md`,
      typescript: `docs/sdk/models/${typescript}.md`,
    });
    expect(inEach((language) => names(language, specOf(one)).codePath(one))).toEqual({
      java: `src/main/java/com/acme/models/${java}`,
      ruby: `lib/acme_a_p_i/shared/${rubyFile}`,
      typescript: `src/sdk/models/${typescript}`,
    });
  });

  test("namespaces have the casing of their language", () => {
    const one = model("Thing", [], { namespace: "HRIS core" });
    const spec = specOf(one);
    expect(inEach((language) => names(language, spec).namespace(one))).toEqual({
      java: "hris_core",
      ruby: "hris_core",
      typescript: "hris_core",
    });
    expect(rubyNames(spec, targetOf("ruby")).constant(one)).toBe("::AcmeAPI::HrisCore::Thing");
    const relative = rubyNames(spec, targetOf("ruby", { options: { module: "A::B", typePrefix: "relative" } }));
    expect(relative.docsConstant(one)).toBe("Models::HrisCore::Thing");
    expect(relative.constant(one)).toBe("::A::B::Models::HrisCore::Thing");
    expect(javaNames(spec, targetOf("java")).qualifiedName(one)).toBe("com.acme.models.hris_core.Thing");
    expect(typescriptNames(spec, targetOf("typescript")).qualifiedName(one)).toBe("hrisCore.Thing");
  });

  test("a chosen name wins, by target before language", () => {
    const one = model("Thing", [], { names: { java: "JThing", mine: "MyThing", typescript: "Tee" } });
    expect(inEach((language) => names(language, specOf(one)).className(one))).toEqual({
      java: "JThing",
      ruby: "Thing",
      typescript: "Tee",
    });
    expect(names("java", specOf(one), { name: "mine" }).className(one)).toBe("MyThing");
  });
});

describe("clashes", () => {
  test("two namespaces that are one module in Ruby", () => {
    const spec = specOf(model("Thing", [], { namespace: "a_2" }), model("Thing", [], { namespace: "a2" }));
    expect(names("ruby", spec).diagnostics.map(({ code }) => code)).toEqual(["name-clash"]);
    expect(names("java", spec).diagnostics).toEqual([]);
  });

  test("two definitions of one class, with both places", () => {
    const spec = specOf(model("foo_bar", []), model("FooBar", []));
    for (const language of languageIds) {
      expect(names(language, spec).diagnostics).toEqual([
        {
          code: "name-clash",
          severity: "error",
          message: expect.stringMatching(
            /^"foo_bar" and "FooBar" become the \w+ class "FooBar" of the namespace "\w+"$/,
          ),
          span: spec.definitions[1]?.span,
          hint: `rename one of them: names: { ${language}: … }`,
          related: [{ message: "the other one", span: spec.definitions[0]?.span }],
        },
      ]);
    }
  });

  test("two classes whose files differ only in case", () => {
    const spec = specOf(model("Foobar", []), model("FooBar", []));
    for (const language of languageIds) {
      expect(names(language, spec).diagnostics.map(({ message }) => message)).toEqual([
        expect.stringContaining('classes "Foobar" and "FooBar", whose file names differ only in case'),
      ]);
    }
  });

  test("classes of different namespaces do not clash", () => {
    const spec = specOf(model("Foo", [], { namespace: "a" }), model("Foo", [], { namespace: "b" }));
    for (const language of languageIds) expect(names(language, spec).diagnostics).toEqual([]);
  });

  test("two fields of the same name, reported once if models share them", () => {
    const shared = [field("foo-bar"), field("foo_bar")];
    const spec = specOf(model("A", shared), model("B", shared));
    for (const language of languageIds) {
      expect(names(language, spec).diagnostics.map(({ code }) => code)).toContain("name-clash");
    }
  });

  test("two members that were given one name", () => {
    const values = enumOf("E", [
      { value: "a", names: { java: "X" } },
      { value: "b", names: { java: "X" } },
    ]);
    expect(names("java", specOf(values)).diagnostics).toMatchObject([
      { code: "name-clash", message: '"a" and "b" of "E" become the Java member "X"' },
    ]);
  });
});

describe("unusable names", () => {
  test.each(["", "名前", "😀", "()", "\u0000", "\ud800"])("%j", (name) => {
    const values = enumOf("E", [{ value: name || "()" }]);
    const spec = specOf(model(name, []), model("Model", [field(name)]), values);
    for (const language of languageIds) {
      const codes = names(language, spec).diagnostics.map(({ code, span }) => [code, span]);
      expect(codes).toEqual([
        ["unusable-name", spec.definitions[0]?.span],
        ["unusable-name", (spec.definitions[1] as ReturnType<typeof model>).fields[0]?.span],
        ["unusable-name", values.values[0]?.span],
      ]);
    }
  });

  test("are reported once, not as clashes too", () => {
    const spec = specOf(model("名", [field("名"), field("前")]), model("前", []));
    for (const language of languageIds) {
      expect(names(language, spec).diagnostics.map(({ code }) => code)).toEqual(Array(4).fill("unusable-name"));
    }
  });

  test("names that are too long", () => {
    const spec = specOf(model("a".repeat(10_000), [field("b".repeat(10_000))]));
    for (const language of languageIds) {
      const found = names(language, spec).diagnostics;
      expect(found.map(({ code }) => code)).toEqual(["unusable-name", "unusable-name"]);
      expect(found[0]?.message).toMatch(/^"a{60}…" makes a \w+ class name of 10000 characters; expected at most 200$/);
    }
  });

  test.each(["foo bar", "1a", "a;b", "a\nb", "../x", "class", "名"])("a chosen name like %j", (chosen) => {
    const spec = specOf(model("A", [field("a", { renames: { java: chosen, ruby: chosen, typescript: chosen } })]));
    for (const language of languageIds) {
      const allowed = language === "typescript" && chosen === "class";
      expect(names(language, spec).diagnostics.map(({ code }) => code)).toEqual(allowed ? [] : ["unusable-name"]);
    }
  });

  test("a namespace that cannot be a folder", () => {
    const spec = specOf(model("A", [], { namespace: "../.." }));
    for (const language of languageIds) {
      const [path] = [names(language, spec).docsPath(spec.definitions[0] as ReturnType<typeof model>)];
      expect(path).not.toContain("..");
    }
    expect(names("java", specOf(model("A", [], { namespace: "名" }))).diagnostics).toMatchObject([
      { code: "unusable-name" },
    ]);
  });
});

describe("whatever the names are", () => {
  const unit = fc.oneof(
    fc.constantFrom("_", "-", " ", ".", "/", "\\", "a", "B", "1", "é", "名", "$", "\u0000", "\ud800", "|", "'"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const word = fc.constantFrom(
    "class",
    "con",
    "NUL",
    "constructor",
    "__proto__",
    "toString",
    "hash",
    "Date",
    "com1",
    "..",
  );
  const anyName = fc.oneof(fc.string({ unit, maxLength: 8 }), word);
  const identifier = /^[A-Za-z]\w*$/;

  test.each(languageIds)("%s has names and files that are usable and differ, or a diagnostic", (language) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyName, fc.array(anyName, { maxLength: 4 })), { maxLength: 4 }),
        anyName,
        (made, namespace) => {
          const models = made.map(([name, fields]) =>
            model(
              name,
              fields.map((each) => field(each)),
              { namespace },
            ),
          );
          const naming = names(language, specOf(...models));
          if (naming.diagnostics.length > 0) return;
          const paths = models.flatMap((each) => [naming.docsPath(each), naming.codePath(each)]);
          expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
          for (const path of paths) expect(path).toMatch(/^[A-Za-z][\w/]*\w(\.md)?$/);
          for (const path of paths) expect(path).not.toMatch(/\/(con|nul|com1)(\.md)?(\/|$)/i);
          for (const each of models) {
            const own = [...new Set(naming.fields(each).map(({ name }) => name))];
            expect(own).toHaveLength(each.fields.length);
            for (const name of [naming.className(each), ...own]) expect(name).toMatch(identifier);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
