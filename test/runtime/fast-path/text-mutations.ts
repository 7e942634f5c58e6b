/** Documents that differ a little from others, as JSON text. The same seed gives the same ones. */

/** @param count how many to make of each document */
export function mutationsOf(documents: readonly string[], count: number, seed: number): readonly string[] {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const mutate = (text: string): string => {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return oneOf(values);
    const index = below(tokens.length);
    const token = tokens[index]!;
    const replaced = (by: string): string => [...tokens.slice(0, index), by, ...tokens.slice(index + 1)].join("");
    if (token === "{") return replaced(`{${oneOf(keys)}:${oneOf(values)}${tokens[index + 1] === "}" ? "" : ","}`);
    if (token === "[" && tokens[index + 1] !== "]") return replaced(`[${oneOf(values)},`);
    if (token.startsWith('"') && tokens[index + 1] === ":") return replaced(oneOf([...keys, token]));
    return /^[{}[\]:,]$/.test(token) ? text : replaced(oneOf(values));
  };
  return documents.flatMap((text) =>
    Array.from({ length: count }, (_, at) => (at % 3 === 0 ? mutate(mutate(text)) : mutate(text))),
  );
}

function tokensOf(text: string): readonly string[] {
  return text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g) ?? [];
}

const keys = [
  '"extra"',
  '"__proto__"',
  '"toString"',
  '"constructor"',
  '"\\ud800"',
  '"#key"',
  '"additionalProperties"',
  '"é"',
];

const nested = (levels: number): readonly string[] => [
  "[".repeat(levels) + "]".repeat(levels),
  '{"a":'.repeat(levels) + "1" + "}".repeat(levels),
];

const values = [
  ...["null", "true", "false", "0", "-0", "1", "-1", "1.5", "1.0", "1e2", "1E+2", "2147483648", "3.5e38", "1e400"],
  ...["9007199254740991", "9007199254740993", "9223372036854775808", "0.12345678901234567890123", "1e-9999", "1e9999"],
  ...["123456789012345.6", "0.1000000000000000055511151231257827", "100000000000000000000", "1e0001"],
  ...[
    '""',
    '"x"',
    '"1"',
    '"-12.50"',
    '"1e3"',
    '"9007199254740993"',
    '"\\ud800"',
    '"\\ud83d\\ude00"',
    '"#n1"',
    '"#s"',
    '"1e400"',
  ],
  ...['"2024-02-29"', '"2023-02-29"', '"1900-02-29"', '"2000-02-29"', '"2024-13-01"', '"2024-04-31"', '"0000-01-01"'],
  ...['"2024-02-29T12:30:00Z"', '"2024-02-29t12:30:00z"', '"2024-02-29T12:30:00.250+02:00"', '"2024-02-29T24:00:00Z"'],
  ...[
    '"2016-12-31T23:59:60Z"',
    '"2016-12-31T23:58:60Z"',
    '"2024-02-29T12:30:00.123456789-17:59"',
    '"0000-01-01T00:00:00Z"',
  ],
  ...['"2024-02-29T12:30:00+18:00"', '"2024-02-29T12:30:00+18:01"', '"2024-02-29T12:30:00.25Z"', '"2024-02-29T12:30Z"'],
  ...['"9999-12-31T23:59:59.999Z"', '"0099-06-15T00:00:00Z"', '"2024-02-29T12:30:00"', '"P1D"', '"12:30:00Z"'],
  ...['"aGVsbG8="', '"aGVsbG9="', '"aGVs"', '"QQ=="', '"a"', '"ada@example.com"', '"cat"', '"dog"', '"red"'],
  ...[
    "[]",
    "{}",
    "[1]",
    '["x"]',
    "[null]",
    '{"a":1}',
    '{"type":"cat"}',
    '{"kind":"dog"}',
    '{"type":1}',
    '{"$number":"1"}',
  ],
  ...[95, 97, 98, 99, 100, 101].flatMap(nested),
];

/** Numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
