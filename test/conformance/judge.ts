/** Checks whether a language handles a document as its vector specifies. */
import type { Response, Vector, Violation } from "./vectors.js";

/** The error in an answer, or undefined. */
export function judge(vector: Vector, response: Response | undefined): string | undefined {
  if (response === undefined) return "no answer";
  if (vector.reject !== undefined) return judgeRejection(vector.reject, response);
  if (!response.ok) return `rejected at ${response.errors.map(({ path }) => path).join(", ")}`;
  if (canonical(response.json) !== canonical(vector.written ?? vector.json)) return `wrote back ${response.json}`;
  const listed = vector.lenient === true ? pathList : violationList;
  const expected = listed(vector.violations ?? []);
  const actual = listed(response.violations);
  return expected === actual ? undefined : `validate gave [${actual}], not [${expected}]`;
}

function judgeRejection(expected: readonly string[], response: Response): string | undefined {
  if (response.ok) return `accepted, wrote back ${response.json}`;
  const actual = response.errors.map(({ path }) => path);
  const right = [...actual].sort().join() === [...expected].sort().join();
  return right ? undefined : `named ${actual.join(", ")}, not ${expected.join(", ")}`;
}

function pathList(violations: readonly Violation[]): string {
  return [...new Set(violations.map(({ path }) => path))].sort().join("; ");
}

function violationList(violations: readonly Violation[]): string {
  return violations
    .map(({ path, keyword }) => `${path} ${keyword}`)
    .sort()
    .join("; ");
}

/** Canonical JSON: equal values have equal text, with sorted keys and one exact notation for each number. */
export function canonical(json: string): string {
  return withSortedKeys(json, normalized);
}

/** JSON with sorted keys, and its numbers as they are spelled or as a function spells them. */
export function withSortedKeys(json: string, spell = (number: string): string => number): string {
  const exact = json.replace(token, (text) => (text.startsWith('"') ? text : `{"number":"${spell(text)}"}`));
  return JSON.stringify(sorted(JSON.parse(exact)));
}

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** `-1.50e3` → `-15e2`: digits without leading and trailing zeros, and a power of ten. */
function normalized(number: string): string {
  const {
    sign,
    whole,
    fraction = "",
    power = "0",
  } = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:[eE](?<power>[+-]?\d+))?$/.exec(number)!.groups!;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign}${significant}e${Number(power) - fraction.length + (digits.length - significant.length)}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
