/** Patterns: ECMAScript regular expressions with the flag `u`. */
import type { AST } from "@eslint-community/regexpp";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Report, TextPlace } from "../shape/shape.js";
import { maxDepth } from "../text/depth.js";
import type { Range } from "../text/tree.js";
import { regexpp } from "./regexpp.js";
import { slowPart } from "./slow-pattern.js";

/** A mistake in a pattern; the range is within the pattern. */
export interface PatternProblem extends Range {
  readonly problem: Problem;
}

/** Checks a pattern, or reports where it goes wrong. */
export function parsePattern(pattern: string, place: TextPlace, report: Report): string | undefined {
  const wrong = patternProblem(pattern);
  if (wrong !== undefined) {
    report(wrong.problem, place(wrong.start, wrong.end));
    return undefined;
  }
  const slow = slowPartOf(pattern);
  if (slow !== undefined) report(problem("slow-pattern", "exponential"), place(slow.start, slow.end));
  return pattern;
}

/** The part of a valid pattern that can take exponential time to match. */
export function slowPartOf(pattern: string): Range | undefined {
  return repeatedGroup.test(pattern) ? slowPart(patternTree(pattern)!) : undefined;
}

/** What every slow pattern has, and most patterns do not. */
const repeatedGroup = /\)[*+{]/;

/** The syntax tree of a pattern; undefined if it is not a regular expression of that edition of ECMAScript. */
export function patternTree(pattern: string, ecmaVersion: 2021 | 2024 = newestEdition): AST.Pattern | undefined {
  const { RegExpParser } = regexpp();
  try {
    return new RegExpParser({ ecmaVersion }).parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first mistake of a pattern. */
export function patternProblem(pattern: string): PatternProblem | undefined {
  const { RegExpValidator } = regexpp();
  const trace = new Trace();
  try {
    new RegExpValidator({ ecmaVersion: newestEdition, ...trace.handlers }).validatePattern(pattern, 0, pattern.length, {
      unicode: true,
    });
    return undefined;
  } catch (error) {
    if (error instanceof TooDeep) {
      const tooDeep = problem("invalid-value", "patternDepth", { limit: maxDepth });
      return { problem: tooDeep, start: error.at, end: error.at + 1 };
    }
    if (!isSyntaxError(error)) throw error;
    const reason = error.message.split(": ").at(-1) as string;
    const invalid = problem("invalid-value", messages[reason] ?? "pattern", { reason: uncapitalized(reason) });
    return { problem: invalid, ...rangeOf(reason, error.index, pattern, trace) };
  }
}

/**
 * The newest edition of ECMAScript whose regular expressions Node 20 supports, and so all targets of TypeScript
 * classes.
 */
const newestEdition = 2024;

/** Stops the check of a pattern that is nested too deep, before the stack overflows. */
class TooDeep extends Error {
  constructor(readonly at: number) {
    super();
  }
}

/** Records what the validator has read, for mistakes that it reports without a place. */
class Trace {
  /** The starts of the open groups and brackets. */
  readonly open: number[] = [];
  readonly #names = new Set<string>();
  readonly #references: (Range & { readonly to: number | string })[] = [];

  /** The first named reference without a group. */
  get unknownReference(): Range | undefined {
    return this.#references.find(({ to }) => typeof to === "string" && !this.#names.has(to));
  }

  get handlers() {
    const enter = (start: number): void => {
      if (this.open.push(start) > maxDepth) throw new TooDeep(start);
    };
    const leave = (): void => void this.open.pop();
    return {
      onGroupEnter: enter,
      onGroupLeave: leave,
      onLookaroundAssertionEnter: enter,
      onLookaroundAssertionLeave: leave,
      onCharacterClassEnter: enter,
      onCharacterClassLeave: leave,
      onCapturingGroupEnter: (start: number, name: string | null): void => {
        enter(start);
        if (name !== null) this.#names.add(name);
      },
      onCapturingGroupLeave: leave,
      onBackreference: (start: number, end: number, to: number | string): void =>
        void this.#references.push({ start, end, to }),
    };
  }
}

function isSyntaxError(error: unknown): error is SyntaxError & { readonly index: number } {
  return error instanceof SyntaxError && "index" in error;
}

/** The range of a mistake; the validator gives the index at which it stopped. */
function rangeOf(reason: string, index: number, pattern: string, { open, unknownReference }: Trace): Range {
  if (reason === "Invalid named capture referenced" && unknownReference !== undefined) return unknownReference;
  const last = pattern.length - 1;
  const start = reason.startsWith("Unterminated") ? open.at(-1) : beginningOf(reason, index, pattern);
  if (start === undefined || start < 0) return { start: Math.min(index, last), end: Math.min(index, last) + 1 };
  const end = beginnings[reason] === undefined ? start + 1 : Math.max(start + 2, index);
  return { start, end: Math.min(end, last + 1) };
}

function beginningOf(reason: string, index: number, pattern: string): number | undefined {
  if (reason === "Nothing to repeat") return index - 1;
  const first = beginnings[reason];
  return first === undefined ? undefined : pattern.lastIndexOf(first, index - 1);
}

/**
 * The character that the wrong part begins with, by the validator's reason; the validator's index is after that part.
 */
const beginnings: Readonly<Record<string, string>> = {
  "Invalid escape": "\\",
  "Invalid unicode escape": "\\",
  "Invalid property name": "\\",
  "Invalid named reference": "\\",
  "Incomplete quantifier": "{",
  "numbers out of order in {} quantifier": "{",
  "Invalid group": "(",
  "Invalid capture group name": "<",
  "Duplicate capture group name": "<",
  "Range out of order in character class": "-",
  "Invalid character class": "-",
};

/** The messages with hints for the validator's reasons. */
const messages: Readonly<Record<string, "patternEscape" | "escapedPattern">> = {
  "Invalid escape": "patternEscape",
  "Incomplete quantifier": "escapedPattern",
  "Lone quantifier brackets": "escapedPattern",
  "Nothing to repeat": "escapedPattern",
  "Unmatched ')'": "escapedPattern",
  "Unterminated group": "escapedPattern",
  "Unterminated character class": "escapedPattern",
};

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
