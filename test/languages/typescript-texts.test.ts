/** Spec strings in generated TypeScript: literals evaluate to the same value, and comments cannot be escaped. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comment, oneLine } from "../../src/languages/typescript/comments.js";
import { literal, quoted } from "../../src/languages/typescript/literals.js";
import { documentedFacts } from "../../src/languages/facts.js";
import { writer } from "../../src/languages/typescript/writer.js";
import type { Documented } from "../../src/spec/spec.js";
import type { Json } from "../../src/text/json.js";
import { hostileStrings } from "../fuzz/hostile.js";

const text = fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: "binary" }), fc.string());

function evaluate(code: string): unknown {
  return new Function(`"use strict"; return ${code};`)() as unknown;
}

describe("literals", () => {
  test("of strings evaluate to the same strings", () => {
    fc.assert(
      fc.property(text, (value) => {
        const code = quoted(value);
        expect(evaluate(code)).toBe(value);
        expect(code).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
      }),
    );
  });

  test("of JSON evaluate to the same JSON, even with a __proto__ key", () => {
    const json = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
        fc.bigInt().filter((value) => !Number.isSafeInteger(Number(value))),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value")),
        fc
          .array(fc.tuple(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "1")), tie("value")))
          .map((entries) => new Map(entries)),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(evaluate(`(${literal(value).flat})`)).toEqual(plain(value));
      }),
    );
  });
});

/** The lines of a comment at a given indentation. */
function linesOf(documented: Partial<Documented>, indentation: number, initial?: Json): readonly string[] {
  const facts = documentedFacts({ description: undefined, deprecated: undefined, ...documented }, writer);
  return comment(facts, { default: initial }).linesAt(indentation);
}

describe("comments", () => {
  /** The content of the lines, without comment delimiters. */
  const lines = (description: string): readonly string[] => {
    const all = linesOf({ description }, 2);
    if (all.length === 1) return all.map((line) => line.slice("/** ".length, -" */".length));
    return all.slice(1, -1).map((line) => line.slice(" * ".length));
  };

  test("contain nothing that ends them, starts a tag or changes text direction", () => {
    fc.assert(
      fc.property(text, (description) => {
        const all = [...lines(description), oneLine(description)];
        for (const line of all) expect(line).not.toMatch(/\*\/|^\s*@|[\n\r\u2028\u2029\u0085\u202e\u0000]|\p{Cs}|\s$/u);
      }),
    );
  });

  test("keep the words", () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9.,*`()-]{1,30}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, (all) => {
        const said = lines(all.join(" ")).join(" ").replace(/\s+/g, " ").trim();
        expect(said).toBe(all.join(" "));
      }),
    );
  });

  test("wrap prose, and keep lines where whitespace is significant", () => {
    const long = "word ".repeat(30).trim();
    expect(lines(long).every((line) => line.length <= 75)).toBe(true);
    expect(lines(`| ${long} |`)).toHaveLength(1);
    expect(lines("```\n" + long + "\n```")).toHaveLength(3);
    expect(lines(`- ${long}`)[1]).toMatch(/^  word/);
  });

  test("state the deprecation, the replacement and the default", () => {
    const deprecated = { message: "It is old", use: "other" };
    expect(linesOf({ description: "A thing", deprecated }, 0, ["a*/"])).toEqual([
      "/**",
      " * A thing",
      " *",
      ' * @defaultValue `["a*\\/"]`',
      " * @deprecated It is old. Use `other` instead.",
      " */",
    ]);
    expect(linesOf({ deprecated: undefined }, 0)).toEqual([]);
  });
});

function plain(value: Json): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
