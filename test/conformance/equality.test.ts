/** Every language finds the same documents equal, and gives equal ones the same hash code (spec.md, "Fields"). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { conformingLanguages } from "./languages.js";
import type { Request } from "./vectors.js";

const spec = `
models:
  Show:
    fields:
      rating: number
      share: float
      count: integer
      ratings: number[]
      rating_map: map<number?>
      id: long
      quoted: { type: long, as: string }
      price: decimal
      number: { type: decimal, as: number }
      prices: { type: array, items: { type: decimal, as: number } }
      starts: date-time
      ends: date-time?
      times: date-time[]
      time_map: map<date-time>
      seconds: { type: date-time, as: epoch-seconds }
      milliseconds: { type: date-time, as: epoch-milliseconds }
      any: any
      list: any[]
      map: map<any>
      kind: { oneOf: [boolean, number, date-time] }
      exact: { oneOf: [boolean, decimal] }
      kinds: { type: array, items: { oneOf: [boolean, { type: "number[]" }, map<any>] } }
      part: Show
      pet: Pet
  Dog: { fields: { kind: { const: dog, required: true }, size: number, born: date-time } }
  Cat: { fields: { kind: { const: cat, required: true } } }
  Pet: { oneOf: [Dog, Cat], discriminator: { field: kind } }
`;

const config = `
spec: spec.yaml
targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  java: { language: java, output: java, package: com.acme }
`;

type Pair = readonly [string, string];

const numbers: readonly Pair[] = [
  ["1", "1.0"],
  ["0.0", "-0.0"],
  ["0", "-0"],
  ["0", "0e5"],
  ["1e2", "100"],
  ["0.1", "0.10"],
  ["-1.5", "-15e-1"],
];
const longNumbers: readonly Pair[] = [
  ["9007199254740993", "9007199254740993.0"],
  ["12345678901234567890", "1.2345678901234567890e19"],
  ["0.1000000000000000000001", "0.10000000000000000000010"],
  ["1e400", "10e399"],
  ["1e-400", "0.1e-399"],
];
const otherNumbers: readonly Pair[] = [
  ["1", "2"],
  ["1", "-1"],
  ["0.1", "0.2"],
];
const otherLongNumbers: readonly Pair[] = [
  ["9007199254740993", "9007199254740992"],
  ["9007199254740993", "9007199254740992.0"],
  ["12345678901234567890", "12345678901234567891"],
  ["1e400", "1e401"],
  ["1e400", "-1e400"],
  ["0.1", "0.1000000000000000000001"],
];
const otherValues: readonly Pair[] = [
  ["1", '"1"'],
  ["1", "true"],
  ["0", "false"],
  ["0", "null"],
  ["1", "[1]"],
  ["[1]", "[1,1]"],
  ["[1,2]", "[2,1]"],
  ["{}", "[]"],
  ['{"a":1}', '{"b":1}'],
  ['{"a":1}', '{"a":1,"b":null}'],
  ['"2024-01-01T00:00:00Z"', '"2024-01-01T01:00:00+01:00"'],
];
const moments: readonly Pair[] = [
  ['"2024-01-01T01:00:00+01:00"', '"2024-01-01T00:00:00Z"'],
  ['"2024-01-01T00:00:00.10Z"', '"2024-01-01T00:00:00.1Z"'],
  ['"2024-01-01t00:00:00z"', '"2024-01-01T00:00:00.000-00:00"'],
  ['"2023-12-31T20:30:00-03:30"', '"2024-01-01T18:00:00+18:00"'],
  ['"1990-12-31T23:59:60Z"', '"1991-01-01T00:00:00Z"'],
  ['"1582-10-10T00:00:00Z"', '"1582-10-10T01:00:00+01:00"'],
  ['"2024-01-01T00:00:00.12345678910Z"', '"2024-01-01T01:00:00.1234567891+01:00"'],
];
const otherMoments: readonly Pair[] = [
  ['"2024-01-01T00:00:00+01:00"', '"2024-01-01T00:00:00Z"'],
  ['"2024-01-01T00:00:00.1Z"', '"2024-01-01T00:00:00.2Z"'],
  ['"2024-01-01T00:00:00.1234567891Z"', '"2024-01-01T00:00:00.1234567892Z"'],
];
const decimals: readonly Pair[] = [
  ["1", '"1"'],
  ['"1"', '"1.00"'],
  ['"1e2"', "100"],
  ["0", '"-0.0"'],
  ['"12345678901234567890.10"', "12345678901234567890.1"],
];
const otherDecimals: readonly Pair[] = [["1", '"1.01"'], ...otherLongNumbers.filter(([one]) => !/400/.test(one))];

/** The places of a value in a document: any JSON fits into it. */
const anyPlaces = [
  '{"any":@}',
  '{"any":[[@]]}',
  '{"any":{"a":[{"b":@}]}}',
  '{"list":[@]}',
  '{"map":{"a":@}}',
  '{"unknown":@}',
  '{"unknown":{"a":[@]}}',
  '{"kinds":[{"a":[@]}]}',
  '{"part":{"any":{"a":@}}}',
  '{"pet":{"kind":"dog","unknown":[@]}}',
  '{"pet":{"kind":"fish","a":[@]}}',
];
const numberPlaces = [
  '{"rating":@}',
  '{"share":@}',
  '{"ratings":[@]}',
  '{"rating_map":{"a":@}}',
  '{"kind":@}',
  '{"kinds":[[@]]}',
  '{"part":{"rating":@}}',
  '{"pet":{"kind":"dog","size":@}}',
];
const momentPlaces = [
  '{"starts":@}',
  '{"ends":@}',
  '{"times":[@]}',
  '{"time_map":{"a":@}}',
  '{"kind":@}',
  '{"part":{"starts":@}}',
  '{"pet":{"kind":"dog","born":@}}',
];
const decimalPlaces = ['{"price":@}', '{"number":@}', '{"prices":[@]}', '{"exact":@}', '{"part":{"price":@}}'];
const epochPlaces = ['{"seconds":@}', '{"milliseconds":@}', '{"part":{"seconds":@}}'];

const equal = [
  ...placed(anyPlaces, [...numbers, ...longNumbers]),
  ...placed(numberPlaces, numbers),
  ...placed(epochPlaces, numbers),
  ...placed(decimalPlaces, [...numbers, ...decimals]),
  ...placed(momentPlaces, moments),
  ...placed(
    ['{"count":@}', '{"id":@}'],
    [
      ["1", "1.0"],
      ["0", "-0.0"],
      ["1e2", "100"],
    ],
  ),
  ...placed(['{"any":{@}}', "{@}", '{"map":{@}}', '{"part":{@}}'], [['"a":1,"b":[2]', '"b":[2.0],"a":1.0']]),
];
const different = [
  ...placed(anyPlaces, [...otherNumbers, ...otherLongNumbers, ...otherValues]),
  ...placed(numberPlaces, otherNumbers),
  ...placed(epochPlaces, [...otherNumbers, ["0.1234567891", "0.1234567892"]]),
  ...placed(decimalPlaces, otherDecimals),
  ...placed(momentPlaces, otherMoments),
  ...placed(['{"quoted":@}'], [['"9007199254740993"', '"9007199254740992"']]),
  ...placed(['{"id":@}'], [["9007199254740993", "9007199254740992"]]),
  ...placed(
    ["@"],
    [
      ["{}", '{"ends":null}'],
      ["{}", '{"unknown":null}'],
      ['{"any":1}', '{"unknown":1}'],
    ],
  ),
];

function placed(places: readonly string[], pairs: readonly Pair[]): readonly Pair[] {
  return places.flatMap((place) =>
    pairs.map(([one, other]): Pair => [place.replace("@", () => one), place.replace("@", () => other)]),
  );
}

const requests = [...equal, ...different].map(([json, other], index): Request => ({
  id: String(index),
  model: "Show",
  json,
  other,
}));

describe.each(conformingLanguages.filter(({ title }) => title !== "TypeScript: interfaces"))(
  "$title ($toolchain)",
  (language) => {
    test.skipIf(language.missing !== undefined)("compares by value", async () => {
      await inTemporaryFolder(async (folder) => {
        writeFileSync(join(folder, "spec.yaml"), spec);
        writeFileSync(join(folder, "modelwright.yaml"), config);
        const answers = new Map((await language.answer(folder, requests)).map((answer) => [answer.id, answer]));
        const wrong = requests.flatMap(({ id, json, other }, index) => {
          const answer = answers.get(id);
          if (!answer?.ok) return `${json}: not read: ${JSON.stringify(answer)}`;
          return answer.equal === index < equal.length ? [] : `${json} and ${other}: ${answer.equal}`;
        });
        expect(wrong).toEqual([]);
      });
    });
  },
);
