import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Target } from "../../src/config/config.js";
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
    ["unmapped_value", { typescript: "UnmappedValue", ruby: "UNMAPPED_VALUE", java: "UNMAPPED_VALUE" }],
    ["hris-legacy", { typescript: "HrisLegacy", ruby: "HRIS_LEGACY", java: "HRIS_LEGACY" }],
    ["hrisLegacy", { typescript: "HrisLegacy", ruby: "HRIS_LEGACY", java: "HRIS_LEGACY" }],
    ["AF", { typescript: "Af", ruby: "AF", java: "AF" }],
    ["aa_ER", { typescript: "AaER", ruby: "AA_ER", java: "AA_ER" }],
    ["ar_AR", { typescript: "ARAR", ruby: "AR_AR", java: "ARAR" }],
    ["*3gpp", { typescript: "Wildcard3gpp", ruby: "WILDCARD_3GPP", java: "WILDCARD3GPP" }],
    ["1", { typescript: "One", ruby: "ONE", java: "ONE" }],
    ["1km", { typescript: "Onekm", ruby: "ONEKM", java: "ONEKM" }],
    ["3dml", { typescript: "Threedml", ruby: "THREEDML", java: "THREEDML" }],
    ["true", { typescript: "True", ruby: "TRUE", java: "TRUE" }],
    ["null", { typescript: "Null", ruby: "NULL", java: "NULL" }],
    ["", { typescript: "Unknown", ruby: "UNKNOWN", java: "UNKNOWN" }],
    [" ", { typescript: "Unknown", ruby: "UNKNOWN", java: "UNKNOWN" }],
    ["24h", { typescript: "TwentyFourh", ruby: "TWENTY_FOURH", java: "TWENTY_FOURH" }],
    ["+", { typescript: "Plus", ruby: "PLUS", java: "PLUS" }],
    ["_1", { typescript: "One", ruby: "ONE", java: "ONE" }],
    [12n, { typescript: "Twelve", ruby: "TWELVE", java: "TWELVE" }],
    ["END", { typescript: "End", ruby: "END_", java: "END" }],
  ])("%s", (value, expected) => {
    const values = enumOf("Values", [value]);
    const member = (language: LanguageId) => names(language, specOf(values)).members(values)[0]?.name;
    expect(inEach(member)).toEqual(expected);
  });

  test.each(languageIds)("%s reports values with the same name, at the second one", (language) => {
    const values = enumOf("Values", ["on_hold", "on-hold", "b", { value: "ON HOLD", name: "held" }]);
    const [problem, ...others] = names(language, specOf(values)).diagnostics;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: "name-clash",
      span: values.values[1]?.span,
      hint: "give one of them another name: { value: on-hold, name: … }",
      related: [{ span: values.values[0]?.span }],
    });
  });

  test("names for languages apart clash only in theirs", () => {
    const values = enumOf("Values", ["a", { value: "A", names: { ruby: "UPPER_A" } }]);
    const clashes = (language: LanguageId) => names(language, specOf(values)).diagnostics.length;
    expect(inEach(clashes)).toEqual({ java: 1, ruby: 0, typescript: 1 });
  });

  test.each(languageIds)("%s: a new value never renames another", (language) => {
    const text = fc.oneof(fc.stringMatching(/^[aB1_ -]{0,4}$/), fc.string({ maxLength: 6 }));
    const membersOf = (raw: readonly string[]) => {
      const values = enumOf("Values", raw);
      const { diagnostics, members } = names(language, specOf(values));
      return { diagnostics, names: new Map(members(values).map(({ name, value }) => [value.value, name])) };
    };
    let added = 0;
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), text, fc.nat(), (old, value, at) => {
        if (old.includes(value)) return;
        const place = at % (old.length + 1);
        const [before, after] = [membersOf(old), membersOf(old.toSpliced(place, 0, value))];
        if (before.diagnostics.length > 0) return;
        const isTaken = [...before.names.values()].includes(after.names.get(value) ?? "");
        if (isTaken) expect(after.diagnostics.map(({ code }) => code)).toEqual(["name-clash"]);
        else for (const [each, name] of before.names) expect(after.names.get(each)).toBe(name);
        added += 1;
      }),
      { numRuns: 1000 },
    );
    expect(added).toBeGreaterThan(50);
  });
});

describe("fields (format §3.4)", () => {
  test.each([
    ["street_1", { typescript: "street1", ruby: "street_1", java: "street1" }],
    ["content-type", { typescript: "contentType", ruby: "content_type", java: "contentType" }],
    ["statusCode", { typescript: "statusCode", ruby: "status_code", java: "statusCode" }],
    ["package", { typescript: "package", ruby: "package", java: "package_" }],
    ["class", { typescript: "class", ruby: "class_", java: "class_" }],
    ["private", { typescript: "private", ruby: "private", java: "private_" }],
    ["next", { typescript: "next", ruby: "next_", java: "next" }],
    ["fields", { typescript: "fields", ruby: "fields_", java: "fields" }],
    ["hashCode", { typescript: "hashCode", ruby: "hash_code", java: "hashCode_" }],
    ["toJSON", { typescript: "toJSON_", ruby: "to_json_", java: "toJSON" }],
    ["constructor", { typescript: "constructor_", ruby: "constructor", java: "constructor" }],
    ["__proto__", { typescript: "proto", ruby: "proto", java: "proto" }],
    ["2fa", { typescript: "twofa", ruby: "twofa", java: "twofa" }],
    ["_1", { typescript: "one", ruby: "one", java: "one" }],
  ])("%s", (name, expected) => {
    const one = field(name);
    const spec = specOf(model("Model", [one]));
    expect(inEach((language) => names(language, spec).fieldName(one))).toEqual(expected);
  });

  test("are in spec order, or sorted by JSON name", () => {
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
    [
      "ConnectSession_categories",
      { typescript: "ConnectSessionCategories", ruby: "ConnectSessionCategories", java: "ConnectSessionCategories" },
    ],
    ["HRISBenefit", { typescript: "HRISBenefit", ruby: "HRISBenefit", java: "HRISBenefit" }],
    ["file", { typescript: "FileT", ruby: "File", java: "File" }],
    ["Date", { typescript: "DateT", ruby: "Date", java: "Date" }],
    ["con", { typescript: "Con", ruby: "Con", java: "Con_" }],
  ])("the class of %s", (name, expected) => {
    const one = model(name, []);
    expect(inEach((language) => names(language, specOf(one)).className(one))).toEqual(expected);
  });

  test.each([
    [
      "ConnectSession",
      {
        typescript: "shared/connectsession",
        rubyPage: "connectsession",
        rubyFile: "connect_session",
        java: "components/ConnectSession",
      },
    ],
    [
      "HRISModel",
      {
        typescript: "shared/hrismodel",
        rubyPage: "hrismodel",
        rubyFile: "h_r_i_s_model",
        java: "components/HRISModel",
      },
    ],
    ["Next", { typescript: "shared/next", rubyPage: "next_", rubyFile: "next", java: "components/Next" }],
    ["Aux", { typescript: "shared/aux_", rubyPage: "aux_", rubyFile: "aux_", java: "components/Aux_" }],
    ["File", { typescript: "shared/filet", rubyPage: "file", rubyFile: "file", java: "components/File" }],
  ])("the files of %s", (name, { typescript, rubyPage, rubyFile, java }) => {
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

  test("namespaces follow the casing of their language", () => {
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

  test("an explicit name wins, by target before language", () => {
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
  test("two namespaces that become one Ruby module", () => {
    const spec = specOf(model("Thing", [], { namespace: "a_2" }), model("Thing", [], { namespace: "a2" }));
    expect(names("ruby", spec).diagnostics.map(({ code }) => code)).toEqual(["name-clash"]);
    expect(names("java", spec).diagnostics).toEqual([]);
  });

  test("two definitions that become one class, with both locations", () => {
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

  test("two fields that get the same name, reported once if models share them", () => {
    const shared = [field("foo-bar"), field("foo_bar")];
    const spec = specOf(model("A", shared), model("B", shared));
    for (const language of languageIds) {
      expect(names(language, spec).diagnostics.map(({ code }) => code)).toContain("name-clash");
    }
  });

  test("two enum members with the same explicit name", () => {
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

  test("are reported once, and not also as clashes", () => {
    const spec = specOf(model("名", [field("名"), field("前")]), model("前", []));
    for (const language of languageIds) {
      expect(names(language, spec).diagnostics.map(({ code }) => code)).toEqual(Array(4).fill("unusable-name"));
    }
  });

  test("too long", () => {
    const spec = specOf(model("a".repeat(10_000), [field("b".repeat(10_000))]));
    for (const language of languageIds) {
      const found = names(language, spec).diagnostics;
      expect(found.map(({ code }) => code)).toEqual(["unusable-name", "unusable-name"]);
      expect(found[0]?.message).toMatch(/^"a{60}…" makes a \w+ class name of 10000 characters; expected at most 200$/);
    }
  });

  test.each(["foo bar", "1a", "a;b", "a\nb", "../x", "class", "名"])("an explicit name such as %j", (chosen) => {
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

describe("arbitrary names", () => {
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

  test.each(languageIds)("%s names and files are valid and distinct, or reported", (language) => {
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
