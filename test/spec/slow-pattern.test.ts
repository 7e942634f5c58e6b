/** Patterns that take exponential time are found, compared with the steps of a backtracking matcher. */
import type { AST } from "@eslint-community/regexpp";
import fc from "fast-check";
import { expect, test } from "vitest";
import { patternTree, slowPartOf } from "../../src/spec/pattern.js";

test.each([
  ["^(a+)+$", "(a+)+"],
  ["(a|a)*$", "(a|a)*"],
  ["(a|aa)+$", "(a|aa)+"],
  [String.raw`^(\w+\s?)*$`, String.raw`(\w+\s?)*`],
  ["(.*a){20}", "(.*a){20}"],
  ["^(.*a){20,40}$", "(.*a){20,40}"],
  ["^([a-zA-Z0-9]|[a-z])*$", "([a-zA-Z0-9]|[a-z])*"],
  ["^x(?:(?:a|b)*(?:b|c)*)*y", "(?:(?:a|b)*(?:b|c)*)*"],
  ["(a*)*$", "(a*)*"],
  ["(?:(a?|b?)c)+$", "(?:(a?|b?)c)+"],
  ["(?=(a+)+$)b", "(a+)+"],
  ["(?<=^(a+)+)b", "(a+)+"],
  ["(?:(?:a|a)*b)*", "(?:(?:a|a)*b)*"],
  ["(?:x(?:a+)+){2}$", "(?:a+)+"],
  [String.raw`^(\p{L}+\s?)+$`, String.raw`(\p{L}+\s?)+`],
  [String.raw`^([\p{Lu}]|\p{L})+$`, String.raw`([\p{Lu}]|\p{L})+`],
  [String.raw`^(.|\s){1,500}$`, String.raw`(.|\s){1,500}`],
  [
    String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$`,
    String.raw`(([\-.]|[_]+)?([a-zA-Z0-9]+))*`,
  ],
])("%s is slow", (pattern, part) => {
  const { start, end } = slowPartOf(pattern)!;
  expect(pattern.slice(start, end)).toBe(part);
});

test.each([
  "^(a|b)*$",
  "^([a-z]+,)*[a-z]+$",
  "(a+)+",
  String.raw`^(.|\s)*$`,
  String.raw`^(?:\w+\b\s*)*$`,
  "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
  "^(?:[0-9a-f]{32})+$",
  String.raw`^[\w.+-]+@[\w-]+(\.[\w-]+)+$`,
  String.raw`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$`,
  String.raw`^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$`,
  String.raw`^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]))*$`,
  String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$`,
  String.raw`^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`,
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
  String.raw`^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$`,
  String.raw`^\p{L}+(?:[ '-]\p{L}+)*$`,
  "^(?:[a-z]{1,200}[0-9]{1,200}){50}$",
])("%s is not", (pattern) => {
  expect(slowPartOf(pattern)).toBeUndefined();
});

test("checking takes little time, whatever the pattern", () => {
  const words = Array.from({ length: 200 }, (_, number) => `w${number.toString(36)}`).join("|");
  const patterns = [
    `^(?:${words})(?:,(?:${words}))*$`,
    `^(?:(?:${words})+x)*$`,
    "^(?:[a-z]{0,499}){0,499}$",
    "^(?:(?:(?:a{99}){99}){99})*$",
    `^(?:${"a?".repeat(400)})*$`,
    `^(?:${"(?:a|b)?".repeat(80)})*$`,
  ];
  for (const pattern of patterns) {
    const start = performance.now();
    slowPartOf(pattern);
    expect(performance.now() - start, pattern).toBeLessThan(1000);
  }
});

test("it agrees with the steps that a matcher takes", () => {
  const patterns = fc
    .sample(made, { seed: Number(process.env["SEED"] ?? 1), numRuns: 150 })
    .map((each) => `^(?:${each})$`);
  const [slow, fast] = [0, 1].map((wanted) =>
    patterns.filter((each) => Number(slowPartOf(each) === undefined) === wanted),
  );
  expect(slow!.length).toBeGreaterThan(8);
  expect(slow!.filter((each) => !doubles(each, stringsOf(0, 4), stringsOf(1, 5)))).toEqual([]);
  expect(fast!.filter((each) => doubles(each, stringsOf(0, 1), stringsOf(1, 3)))).toEqual([]);
});

const atom = fc.constantFrom("a", "b", "[ab]", "c");
const made = fc.letrec<{ any: string; group: string }>((tie) => ({
  group: fc
    .tuple(tie("any"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "*", "+", ""))
    .map(([inside, how]) => `(?:${inside})${how}`),
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 2, arbitrary: fc.tuple(atom, fc.constantFrom("", "", "*", "+", "?")).map((parts) => parts.join("")) },
    { weight: 2, arbitrary: tie("group") },
    { weight: 2, arbitrary: fc.tuple(tie("any"), tie("any")).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: fc.tuple(tie("any"), tie("any")).map((parts) => `(?:${parts.join("|")})`) },
  ),
})).any;

/** Whether the steps for some string grow exponentially with the number of its repetitions. */
function doubles(pattern: string, prefixes: readonly string[], words: readonly string[]): boolean {
  const tree = patternTree(pattern)!;
  return words.some((word) =>
    prefixes.some((prefix) => {
      const steps = (count: number): number => stepsOf(tree, `${prefix}${word.repeat(count)}!`);
      if (steps(8) < 256) return false;
      const [some, more, many] =
        steps(12) < most / 50 ? [steps(8), steps(12), steps(16)] : [steps(4), steps(6), steps(8)];
      // A polynomial grows less and less.
      return many >= most || (more > 4 * some && many / more > (0.8 * more) / some);
    }),
  );
}

/** All strings of some letters, from the shortest. */
function stringsOf(least: number, greatest: number): readonly string[] {
  if (greatest === 0) return [""];
  const shorter = stringsOf(Math.max(least - 1, 0), greatest - 1);
  return [...(least === 0 ? [""] : []), ...shorter.flatMap((each) => ["a", "b", "c"].map((letter) => each + letter))];
}

const most = 300_000;

class Enough extends Error {}

/** The steps of a backtracking matcher, as ECMA-262 describes it, from the start of the string. */
function stepsOf({ alternatives }: AST.Pattern, string: string): number {
  let steps = 0;
  type Then = (at: number) => boolean;
  const choice = (all: readonly AST.Alternative[], at: number, then: Then): boolean =>
    all.some(({ elements }) => sequence(elements, 0, at, then));
  const sequence = (elements: readonly AST.Element[], index: number, at: number, then: Then): boolean =>
    index === elements.length
      ? then(at)
      : one(elements[index]!, at, (next) => sequence(elements, index + 1, next, then));
  const one = (element: AST.Element, at: number, then: Then): boolean => {
    if (++steps > most) throw new Enough();
    switch (element.type) {
      case "Group":
        return choice(element.alternatives, at, then);
      case "Quantifier":
        return repeated(element, element.min, element.max, at, then);
      case "Assertion":
        return (element.kind === "start" ? at === 0 : at === string.length) && then(at);
      default:
        return element.raw.includes(string[at] ?? "?") && then(at + 1);
    }
  };
  const repeated = (quantifier: AST.Quantifier, min: number, max: number, at: number, then: Then): boolean => {
    if (max === 0) return then(at);
    const again = (next: number): boolean =>
      !(min === 0 && next === at) && repeated(quantifier, Math.max(min - 1, 0), max - 1, next, then);
    return one(quantifier.element, at, again) || (min === 0 && then(at));
  };
  try {
    choice(alternatives, 0, () => true);
  } catch (error) {
    if (error instanceof Enough) return most;
    throw error;
  }
  return steps;
}
