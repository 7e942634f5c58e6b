/** The words of all diagnostics: plain, in one form, with the right articles. */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { catalogue, docsOf, type DiagnosticCode } from "../../src/diagnostics/catalogue.js";
import type { CatalogueEntry } from "../../src/diagnostics/codes/entry.js";
import { unsupported } from "../../src/diagnostics/codes/unsupported.js";
import { detailed, problem } from "../../src/diagnostics/problem.js";
import { withArticle, worded } from "../../src/diagnostics/wording.js";

const entries = Object.entries<CatalogueEntry>(catalogue);
const messages = entries.flatMap(([code, { messages, hint }]) =>
  Object.entries(messages).map(([key, message]) => ({ name: `${code} ${key}`, hint, ...detailed(message) })),
);

describe("a message", () => {
  it.each(messages)("of $name is one sentence without a full stop", ({ text, hint }) => {
    expect(text).toMatch(/^(?:[a-z{"]|JSON)/);
    expect(text).not.toMatch(/\.$/);
    expect(hint ?? "").not.toMatch(/^[A-Z]|\.$/);
  });

  it("is plain English", () => {
    const words = [...messages.flatMap(({ text, hint = "" }) => [text, hint]), ...Object.values(unsupported)];
    const foreign = /\b(?:a text|texts|blanks?|mend|told|stands?|beside|nobody|whoever|ours|without end|leave away)\b/;
    expect(words.filter((each) => foreign.test(each))).toEqual([]);
  });

  it("uses only parameters that the code passes", () => {
    expect(problem("unknown-key", "record", { key: "desc", record: "enum value" })).toEqual({
      code: "unknown-key",
      severity: "error",
      message: 'unknown key "desc" in an enum value',
    });
    const neverCalled = [
      // @ts-expect-error: a parameter is missing
      () => problem("unknown-key", "record", { key: "desc" }),
      // @ts-expect-error: there is no such message
      () => problem("unknown-key", "recrod", { key: "desc", record: "enum value" }),
    ];
    expect(neverCalled).toHaveLength(2);
  });

  it("keeps the value of a parameter unchanged", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(worded('unknown "{key}" in {a record}', { key, record: "field" })).toBe(`unknown "${key}" in a field`);
      }),
    );
  });
});

test("every rule is one sentence", () => {
  for (const [, { rule }] of entries) expect(rule).toMatch(/^[A-Z].*\.$/);
});

test("the link points to the page in the repository of the package", () => {
  const { homepage } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    readonly homepage: string;
  };
  for (const code of Object.keys(catalogue) as DiagnosticCode[]) {
    expect(docsOf(code)).toBe(`${homepage.replace(/#.*/, "")}/blob/main/docs/diagnostics.md#${code}`);
  }
});

describe("the article", () => {
  it.each([
    "enum value",
    "array",
    "integer",
    "object",
    "Address",
    "XML name",
    "hour",
    "8-bit number",
    "uninteresting one",
  ])("an %s", (noun) => expect(withArticle(noun)).toBe(`an ${noun}`));

  it.each([
    "field",
    "union",
    "URL",
    "UUID",
    "URI",
    "unique name",
    "one-off",
    "European",
    "user",
    "Ruby class name",
    "7",
  ])("a %s", (noun) => expect(withArticle(noun)).toBe(`a ${noun}`));

  it.each(["external documentation", "field changes"])("none for %s", (noun) => expect(withArticle(noun)).toBe(noun));

  it("goes by the first letter of any other word", () => {
    const word = fc.stringMatching(/^[a-z]{2,10}$/).filter((each) => !/^(?:u|eu|ew|on|h)/.test(each));
    const rest = fc.stringMatching(/^(?: [a-z]{1,8}){0,2}$/).filter((each) => !/(?:changes|documentation)$/.test(each));
    fc.assert(
      fc.property(word, rest, (first, more) => {
        const article = "aeiou".includes(first.charAt(0)) ? "an" : "a";
        expect(withArticle(first + more)).toBe(`${article} ${first}${more}`);
      }),
    );
  });

  it("is right in every message with a fixed noun", () => {
    const words = [...messages.flatMap(({ text, hint = "" }) => [text, hint]), ...Object.values(unsupported)];
    const pairs = words.flatMap((each) => [...each.matchAll(/\b(an?) "?([A-Za-z$]+)/g)]);
    expect(pairs.length).toBeGreaterThan(50);
    for (const [, article, noun = ""] of pairs) {
      if (!noun.startsWith("$")) expect(`${article} ${noun}`).toBe(withArticle(noun));
    }
  });
});
