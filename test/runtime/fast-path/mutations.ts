/** Small changes of JSON documents, most of which leave them valid or wrong in one place. */
import fc from "fast-check";

/** What stands in the place of a string, a number or a literal. */
const others = [
  ...["null", "true", "0", "-0", "1.0", "1e3", "1e-9999", "1e400", "2147483648", "9223372036854775808"],
  ...["9007199254740993", "0.12345678901234567890123", "0.1234567890123456", "1.50", '"NaN"', "NaN", "-Infinity"],
  ...[
    '""',
    '"text"',
    '"1"',
    '"-0"',
    '"12.50"',
    '"1e3"',
    '"0.00"',
    '"1.5000"',
    '"\\ud800"',
    '"\\ud83d\\ude00"',
    '"aGk"',
  ],
  ...['"2024-02-29"', '"2023-02-29"', '"0000-01-01"', '"2024-02-29T23:59:60Z"', '"2024-01-01T00:00:00.250Z"'],
  ...['"2024-01-01T00:00:00.123456789+05:30"', '"2024-01-01T00:00:00+00:00"', '"2024-01-01t00:00:00z"'],
  ...['"2024-01-01T00:00:00.0Z"', '"2024-01-01T24:00:00Z"', '"2024-01-01T00:00:00-00:00"', '"https://a/b"', '"/*"'],
  ...["[]", "{}", "[[]]", '{"a":1}', `${"[".repeat(98)}${"]".repeat(98)}`],
];

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g;

/** The document with a key, or a value that holds no others, replaced, removed or repeated. */
export function mutated(json: string): fc.Arbitrary<string> {
  const tokens = [...json.matchAll(token)];
  const found = fc.nat({ max: Math.max(0, tokens.length - 1) }).map((at) => tokens[at]);
  return fc.tuple(found, fc.constantFrom(...others), fc.nat({ max: 9 })).map(([at, other, change]) => {
    if (at === undefined) return json;
    const [before, after] = [json.slice(0, at.index), json.slice(at.index + at[0].length)];
    if (!after.startsWith(":")) return change === 0 ? `${before}[${at[0]}]${after}` : `${before}${other}${after}`;
    if (change < 3) return `${before}"unknown"${after}`;
    return `${before}"unknown":${other},${at[0]}${after}`;
  });
}
