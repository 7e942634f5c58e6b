/** The building blocks of generated Java classes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatOf, type Piece } from "../../src/code/code.js";
import { type Comment, javadocBlock } from "../../src/languages/java/comments.js";
import { Libraries } from "../../src/languages/java/library.js";
import { doubleLiteral, isLong, longLiteral, textLiteral } from "../../src/languages/java/literals.js";
import { memberPath } from "../../src/languages/java/paths.js";
import { javaPattern } from "../../src/languages/java/pattern.js";
import { Scope } from "../../src/languages/java/scope.js";

describe("literals", () => {
  test.each([
    ["plain", '"plain"'],
    ['"\\', '"\\"\\\\"'],
    ["\\u000a", '"\\\\u000a"'],
    ["a\nb\r\t\b\f", '"a\\nb\\r\\t\\b\\f"'],
    ["\0" + "1", '"\\0001"'],
    ["\u001b", '"\\033"'],
    ["é名😀", '"é名😀"'],
    ["\u2028\u202e\ufeff\u00a0", '"\\u2028\\u202e\\ufeff\\u00a0"'],
    ["\ud800", '"\\ud800"'],
    ["a\udc00b", '"a\\udc00b"'],
  ])("the string %j", (text, literal) => {
    expect(textLiteral(text)).toBe(literal);
  });

  test("a long string is split into constants that fit in a class file", () => {
    const literal = textLiteral("é".repeat(50_000));
    const constants = [...literal.matchAll(/"([^"]*)"/g)].map(([, each = ""]) => each);
    expect(constants.join("")).toBe("é".repeat(50_000));
    for (const each of constants) expect(Buffer.byteLength(each)).toBeLessThan(65_536);
  });

  test("numbers", () => {
    expect([longLiteral(1e18), longLiteral(-5n)]).toEqual(["1000000000000000000L", "-5L"]);
    expect([1.5, 3, 1e21, 1e-7, 5n].map(doubleLiteral)).toEqual(["1.5", "3.0", "1e+21", "1e-7", "5.0"]);
    expect([2 ** 63, 2n ** 63n - 1n, -(2n ** 63n), 1.5].map(isLong)).toEqual([false, true, true, false]);
  });
});

describe("comments", () => {
  const linesAt = (column: number, comment: Comment): readonly string[] => javadocBlock(comment).linesAt(column);
  const lines = (description: string): readonly string[] => linesAt(0, { description });

  test.each([
    ["One line", ["/** One line */"]],
    ["", []],
    ["\n\n", []],
    ["a\n\nb\nc", ["/**", " * a", " *", " * <p>b", " * c", " */"]],
    ["*/ \\u002a/ \\\\u", ["/** *&#47; &#92;u002a/ \\&#92;u */"]],
    ["<b> & {@code x} @param a@b", ["/** &lt;b&gt; &amp; {&#64;code x} &#64;param a@b */"]],
    ["\0\u202e\ud800\u200d", ["/** \u2400&#x202e;\ufffd\u200d */"]],
    ["a\u2028b\rc\u0085d", ["/**", " * a", " * b", " * c", " * d", " */"]],
  ])("%j", (description, expected) => {
    expect(lines(description)).toEqual(expected);
  });

  test("long lines are broken at spaces", () => {
    const broken = lines("word ".repeat(60).trim());
    expect(broken.slice(1, -1).join(" ").replaceAll(" * ", "")).toBe("word ".repeat(60).trim());
    for (const line of broken) expect(line.length).toBeLessThanOrEqual(120);
  });

  test("tags", () => {
    const deprecated = { message: "Too old.", use: "b" };
    expect(linesAt(4, { deprecated, replacement: "#b()" })).toEqual([
      "/**",
      " * @deprecated Too old. Use {@link #b()} instead.",
      " */",
    ]);
    const url = 'javascript:alert("x")';
    expect(linesAt(4, { description: "A", externalDocs: { url, description: "more" } })).toEqual([
      "/**",
      " * A",
      " *",
      ' * @see "more, javascript:alert(&quot;x&quot;)"',
      " */",
    ]);
  });

  test("no string ends a comment or becomes a tag, an entity or an escape", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("*", "/", "\\", "u", "002a", "@", "{", "<", "&", " ", "\n", "x") }),
        (text) => {
          const inside = lines(text)
            .map((line) => line.replace(/^\/\*\* | \*\/$|^ \*\/$|^\/\*\*$/g, ""))
            .join("\n");
          expect(inside).not.toMatch(/\*\/|\\u|(?:^|\n)[ *]*@|\{@|<(?!p>)|&(?!amp;|lt;|gt;|#)/);
        },
      ),
    );
  });
});

describe("scope", () => {
  const libraries = new Libraries("com.acme", "2");
  const siblings = new Set(["List", "String", "Pet"]);
  const scope = (): Scope => new Scope("com.acme.models.List", new Set(["Builder"]), siblings, libraries);

  test("a name is imported, or fully qualified where the short name is taken", () => {
    const { shown, imports } = reading(scope());
    expect(shown("java.util.Map")).toBe("Map");
    expect(shown("java.util.List")).toBe("java.util.List");
    expect(shown("com.acme.models.List")).toBe("List");
    expect(shown("com.acme.models.Pet")).toBe("Pet");
    expect(shown("com.acme.models.Map")).toBe("com.acme.models.Map");
    expect(shown("com.acme.models.Builder")).toBe("com.acme.models.Builder");
    expect(shown("java.lang.Object")).toBe("Object");
    expect(shown("java.lang.String")).toBe("String");
    expect(shown("byte[]")).toBe("byte[]");
    expect(imports).toEqual(["java.util.Map", "java.lang.String"]);
  });

  test("library types use the names that are still free", () => {
    const clashing = scope();
    clashing.type("com.acme.other.Optional");
    const view = clashing.allLibraries();
    expect(flatOf(view["Optional"]!)).toBe("java.util.Optional");
    expect(flatOf(view["List"]!)).toBe("java.util.List");
    expect(view["String"]).toMatchObject({ flat: "String", imports: ["java.lang.String"] });
    expect(view["Map"]).toMatchObject({ flat: "Map", imports: ["java.util.Map"] });
    expect(view["Exact"]).toMatchObject({ flat: "Exact", imports: ["com.acme.support.Exact"] });
    expect(view["Object"]).toBe("Object");
  });

  test("files without clashes share the library names", () => {
    const of = (name: string): object => new Scope(name, new Set(), new Set(), libraries).allLibraries();
    expect(of("com.acme.models.Cat")).toBe(of("com.acme.models.Dog"));
    expect(of("com.acme.models.Cat")).not.toBe(of("com.acme.models.Map"));
  });
});

/** Prints types, and collects their imports. */
function reading(scope: Scope): { shown(qualified: string): string; readonly imports: string[] } {
  const imports: string[] = [];
  const shown = (qualified: string): string => {
    const piece: Piece = scope.type(qualified);
    if (typeof piece !== "string") imports.push(...piece.imports);
    return flatOf(piece);
  };
  return { shown, imports };
}

test("paths of members", () => {
  expect(["a_1", "1a", "odd key", 'q"\\\n', "", "__proto__"].map(memberPath)).toEqual([
    "$.a_1",
    '$["1a"]',
    '$["odd key"]',
    '$["q\\"\\\\\\n"]',
    '$[""]',
    "$.__proto__",
  ]);
});

test.each([
  ["(?<=a+)b", "lookbehind of unbounded length"],
  ["(?<!a{2,})b", "negative lookbehind of unbounded length"],
  ["(?<=(?:a|b*))c", "lookbehind of unbounded length in a group"],
  ["(a)(?<=\\1)b", "backreference in a lookbehind"],
  ["^(?:(a)|b)\\1$", "backreference to a group that did not match"],
  ["^(a)?\\1$", "backreference to an optional group"],
  ["^(a*)+\\1$", "backreference to a repeated group"],
  ["(?<=(a{1,2})(a{1,2}))\\1", "captures in a lookbehind, which JavaScript matches backwards"],
  ["\\p{Emoji}", "property that Java does not support"],
  ["\\p{scx=Greek}", "script extensions"],
  ["\\p{sc=Toto}", "script newer than Java 17"],
  ["a{2147483648}", "repetition count above the int range"],
])("%s cannot be expressed in Java: %s", (pattern) => {
  expect(javaPattern(pattern)).toBeUndefined();
});

test("bounded lookbehind and the largest repetition count are supported", () => {
  expect(javaPattern("(?<=a{1,3})b+")).toBe("(?<=a{1,3})b+");
  expect(javaPattern("a{2147483647}")).toBe("a{2147483647}");
});
