/** Random JSON of no type, documents that only some parsers take, and what is no JSON at all. */
import fc from "fast-check";

/** Numbers that every language holds alike as a double. */
export const smallNumbers = ["0", "1", "-1", "7", "1.5", "-0.25", "1e2", "1.0", "0.0", "-0", "100e-2", "3000000000"];

export const strings = [
  ...['""', '"text"', '"ab"', '"\\u00e9\\ud83d\\ude00"', '"1"', '"x"', '"a\\nb"', '"2024-02-29"', '"red"', '"cat"'],
  ...['"\\u0000"', '"\\u2028\\/"', '"é😀"', '"null"'],
];

const halves = ['"\\ud800"', '"a\\udfff"', '"\\udc00\\ud800"'];

const hugeNumbers = [
  ...["1e10000", "-1E+99999", "1e-1000000000", "0e10001", "-0.0e-10001", "1e400"],
  ...["9007199254740993", "12345678901234567890", "0.12345678901234567890123", "-123456789012345678901234567890.5e7"],
  ...["1".repeat(400), `0.${"9".repeat(900)}`, `1${"0".repeat(900)}`, `0.${"0".repeat(800)}1`],
];

const leaf = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom("null", "true", "false", ...smallNumbers, ...strings) },
  { weight: 1, arbitrary: fc.constantFrom(...halves) },
);

/** The names of unknown fields; some are those of fields of other models. */
export const unknownKeys = ["new", "New", "a", "b", "kind", "red", "__proto__", "toString", "", "é"];

export const anyJson: fc.Arbitrary<string> = jsonOf(leaf);

/** JSON with any number, in a field that no model declares. A double cannot hold all of them. */
export const hugeJson: fc.Arbitrary<string> = jsonOf(
  fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: fc.constantFrom(...hugeNumbers) }),
);

function jsonOf(leaves: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.letrec<{ json: string }>((tie) => ({
    json: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { weight: 12, arbitrary: leaves },
      { weight: 2, arbitrary: fc.array(tie("json"), { maxLength: 3 }).map((all) => `[${all.join(",")}]`) },
      {
        weight: 2,
        arbitrary: fc.array(fc.tuple(fc.constantFrom(...unknownKeys), tie("json")), { maxLength: 3 }).map(object),
      },
    ),
  })).json;
}

/** Twice the same key is possible. */
export function object(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
}

/** Arrays and objects in each other, about as many as a document may have. */
export const deepJson: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 95, max: 103 }), fc.constantFrom("[", '{"a":', '{"kind":'))
  .map(([levels, open]) => {
    const [close, inner] = open === "[" ? ["]", ""] : ["}", "1"];
    return `${open.repeat(levels)}${inner}${close.repeat(levels)}`;
  });

/**
 * Whether a value whose key the object has again has too many levels, which only TypeScript does not count, or a name with
 * half a surrogate pair, which Jackson refuses as it parses.
 */
export function isWrongInDropped(json: string): boolean {
  if (!isJson(json)) return false;
  const data: unknown = JSON.parse(json);
  let [depth, deepest] = [0, 0];
  for (const [token] of tokensOf(json)) {
    depth += "[{".includes(token) ? 1 : "]}".includes(token) ? -1 : 0;
    deepest = Math.max(deepest, depth);
  }
  return (deepest > 100 && depthOf(data) <= 100) || (hasHalfInName(json) && !hasHalfInName(JSON.stringify(data)));
}

/** Whether a name has half a surrogate pair. */
export function hasHalfInName(json: string): boolean {
  return tokensOf(json).some(([token], index, all) => {
    const isName = token.startsWith('"') && all[index + 1]?.[0] === ":";
    return isName && isJson(token) && !(JSON.parse(token) as string).isWellFormed();
  });
}

/** Whether there is a number that may be an integer and that a JavaScript number cannot hold safely. */
export function hasLargeInteger(json: string): boolean {
  return tokensOf(json).some(([token]) => {
    const value = /^[-\d]/.test(token) ? Number(token) : 0;
    return Number.isInteger(value) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  });
}

function tokensOf(json: string): readonly RegExpExecArray[] {
  return [...json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:]|-?\d[-+.\w]*/g)];
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function depthOf(data: unknown): number {
  if (typeof data !== "object" || data === null) return 0;
  return 1 + Math.max(0, ...Object.values(data).map(depthOf));
}

/** What makes a document no JSON in most places. */
const junk = [
  ...[" ", "\n", "\t", "\r", "\u00a0", "\f", "\v", "\ufeff", "\u0000", "\u2028", "\u001f", "\u007f"],
  ...[",", ",,", ":", "[", "]", "{", "}", '"', "'", "\\", "\\x41", "\\u12", "\\ud83d", "//c\n", "/*c*/", "#c\n"],
  ...["NaN", "Infinity", "-", "+", ".", "e", "0", "00", "0x1", "True", "nil", "None", "undefined", "1_0", "=>", ";"],
];

/** A document with one thing too many or too few. */
export function mangled(json: string): fc.Arbitrary<string> {
  const place = fc.integer({ min: 0, max: json.length });
  const inserted = fc
    .tuple(place, fc.constantFrom(...junk))
    .map(([at, text]) => json.slice(0, at) + text + json.slice(at));
  const cut = place.map((at) => json.slice(0, at));
  const omitted = place.map((at) => json.slice(0, at) + json.slice(at + 1));
  const followed = fc.constantFrom(...junk, " x", "{}", "[]", "null", " 1", '""').map((text) => `${json}${text}`);
  return fc.oneof(inserted, inserted, cut, omitted, followed).map(wellFormed);
}

/** Requests are UTF-8, which has no halves of characters. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "?");
}
