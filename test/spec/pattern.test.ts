/** Patterns are what JavaScript compiles; a mistake has a place inside the pattern. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { patternProblem } from "../../src/spec/pattern.js";

const seed = Number(process.env["SEED"] ?? 1);

const pieces = [
  ..."aé😀-[]()*+?|^$./,".match(/./gu)!,
  ...["[^", "(?:", "(?=", "(?<=", "(?<!", "(?<n>", "(?<m>", "{", "{2}", "{2,", "{3,2}", "}", "a-z", "z-a"],
  ...["\\", "\\d", "\\b", "\\0", "\\1", "\\c", "\\cJ", "\\x4", "\\u00e9", "\\u{1F600}", "\\u{110000}", "\\ud83d"],
  ...["\\p{Lu}", "\\p{Foo}", "\\p{sc=Greek}", "\\k<n>", "\\k<", "\\-", "\\_"],
];

test("it finds a mistake exactly where JavaScript throws one", () => {
  const pattern = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((parts) => parts.join(""));
  const patterns = fc.sample(pattern, { seed, numRuns: 5000 });
  expect(patterns.filter((each) => (patternProblem(each) === undefined) !== compiles(each))).toEqual([]);
  expect(patterns.filter(compiles).length).toBeGreaterThan(500);
  const outside = patterns.filter((each) => {
    const problem = patternProblem(each);
    return problem !== undefined && !(0 <= problem.start && problem.start < problem.end && problem.end <= each.length);
  });
  expect(outside).toEqual([]);
});

test.each([
  ["modifiers, which Node 20 does not know", "(?i:a)"],
  ["nesting that would overflow the stack", "(".repeat(100_000)],
])("it reports %s", (_title, pattern) => {
  expect(patternProblem(pattern)).toBeDefined();
});

test("100 levels are allowed", () => {
  expect(patternProblem("(".repeat(100) + ")".repeat(100))).toBeUndefined();
});

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
