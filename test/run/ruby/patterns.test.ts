/** Regular expressions match the same strings in Ruby as in JavaScript. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { rubyPattern } from "../../../src/languages/ruby/pattern.js";
import { inTemporaryFolder, ruby, run } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);

const terms = fc.constantFrom(
  ..."abAZ09_-.é😀 \n".split(""),
  ...[
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\b",
    "\\B",
    "\\.",
    "\\n",
    "\\t",
    "\\u00e9",
    "\\u{1F600}",
    "\\p{L}",
    "\\P{Lu}",
    "\\p{Letter}",
    "\\p{punct}",
  ],
  ...[
    "[a-z]",
    "[^a-z]",
    "[\\w.-]",
    "[^\\s]",
    "[\\d\\D]",
    "[ab\\]\\\\^-]",
    "[^]",
    "[]",
    ".",
    "^",
    "$",
    "(?=a)",
    "(?!b)",
    "(?<=a)",
    "(?<!b)",
  ],
);

const pattern = fc.letrec<{ pattern: string; term: string }>((tie) => ({
  pattern: fc.array(tie("term"), { maxLength: 4 }).map((parts) => parts.join("")),
  term: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    terms,
    fc
      .tuple(terms, fc.constantFrom("*", "+", "?", "*?", "{2}", "{2}?", "{1,3}", "{0,}"))
      .map((parts) => parts.join("")),
    tie("pattern").map((inner) => `(${inner})`),
    fc.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{0,1}")).map(([inner, times]) => `(?:${inner})${times}`),
    fc.tuple(tie("pattern"), tie("pattern")).map((parts) => parts.join("|")),
  ),
})).pattern;

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."abAZ09_-.é😀 \n\r\t]\\^\u2028\u00a0".match(/./gsu)!), maxLength: 6 }),
  fc.constantFrom("", "ab", "a\nb", "a\n", "é", "a.b-c", "09"),
);

test(`${ruby.title} matches what JavaScript matches`, async () => {
  const texts = [...new Set(fc.sample(text, { seed, numRuns: 150 }))];
  const cases = fc
    .sample(pattern, { seed, numRuns: 800 })
    .filter(isRegularExpression)
    .flatMap((source) => {
      const translated = rubyPattern(source);
      return translated === undefined ? [] : { source, translated };
    });
  expect(cases.length).toBeGreaterThan(400);
  const input = JSON.stringify({ patterns: cases.map(({ translated }) => translated), texts });
  const output = await inTemporaryFolder((folder) => run(folder, "patterns.rb", [], input));
  expect(output.slice(0, 500)).toMatch(/^\[\[/);
  const matches = JSON.parse(output) as boolean[][];
  const different = cases.flatMap(({ source, translated }, index) => {
    const expression = new RegExp(source, "u");
    const wrong = texts.filter((each, at) => expression.test(each) !== matches[index]?.[at]);
    return wrong.length === 0 ? [] : { source, translated, wrong };
  });
  expect(different).toEqual([]);
});

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
