/** Hostile documents: for any JSON text, a model either reads it or raises the documented error. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { vectorFolder } from "../../conformance/languages.js";
import { classesOf, inProject, ruby, rubyOf, run } from "./tree.js";

const seed = Number(process.env["SEED"] ?? 1);
const documents = Number(process.env["DOCUMENTS"] ?? 6000);

const digits = fc.oneof(
  fc.constantFrom("0", "1", "7", "9999", "10000", "9007199254740993", "340282350000000000000000000000000000000"),
  fc.tuple(fc.constantFrom("0", "9", "5"), fc.constantFrom(1, 17, 309, 999, 2500, 10_001)).map(repeated),
);

/** Mostly JSON numbers, with many digits and any exponent, and strings that look like them. */
const number = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "", "-", "+"),
      fc.oneof(digits, fc.constant("")),
      fc.oneof(
        fc.constant(""),
        digits.map((fraction) => `.${fraction}`),
        fc.constant("."),
      ),
      fc.oneof(fc.constant(""), fc.tuple(fc.constantFrom("e", "E+", "e-"), digits).map(joined), fc.constant("e")),
    )
    .map(joined),
  fc.constantFrom("NaN", "Infinity", "-Infinity", "1_000", "0x10", "１", "٣", "1d", "- 1", "1 "),
);

const characters = fc.constantFrom(
  ...["a", "é", "😀", " ", "\\n", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\ud83d\\ude00", "\\/", "\\x", '\\"', "\\"],
  ...[
    "\n",
    "\u0000",
    "\u2028",
    "\ufeff",
    "//",
    "/*",
    "*/",
    "NaN",
    "2024-01-01",
    "T00:00:00Z",
    "+25:00",
    "aGk=",
    "/wA=",
    "=",
  ],
);

const string = fc.oneof(
  fc.array(characters, { maxLength: 4 }).map((parts) => `"${parts.join("")}"`),
  number.map((text) => `"${text}"`),
  fc.constantFrom('"9999-12-31"', '"0000-00-00"', '"10000-01-01"', '"2024-01-01T23:59:60Z"', '"-1-01-01T00:00:00Z"'),
  fc.constantFrom('"red"', '"small"', '"cat"', '"created"', '"link"'),
);

const key = fc.oneof(
  string,
  ...["required", "optional", "required_nullable", "kind", "value", "name", "x", "y", "list", "text", "exact", "lives"]
    .concat(["version", "ok", "corners", "type", "next", "operator", "json_class", "__proto__", "all", "children"])
    .map((name) => fc.constant(`"${name}"`)),
);

const json = fc.letrec<{ value: string; array: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    number,
    string,
    fc.constantFrom("null", "true", "false", "nil", "/* */ 1", "", "[,]", "[1,]", "undefined"),
    tie("array"),
    tie("object"),
  ),
  array: fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  object: fc
    .array(fc.tuple(key, tie("value")), { maxLength: 6 })
    .map((entries) => `{${entries.map(([name, value]) => `${name}:${value}`).join(",")}}`),
}));

const deep = fc
  .tuple(fc.constantFrom("[", '{"a":', '{"next":', '{"children":[{"value":1,'), fc.constantFrom(90, 101, 3000))
  .map(repeated);

/** Text unchanged, or with a part removed, inserted or duplicated. */
const document = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: json.object }, { weight: 1, arbitrary: json.value }, deep),
    fc.nat(),
    fc.nat(9),
  )
  .map(([text, place, change]) => {
    const bytes = Buffer.from(text);
    const at = place % (bytes.length + 1);
    if (change === 0) return bytes.subarray(0, at);
    if (change === 1) return Buffer.concat([bytes.subarray(0, at), Buffer.from([255]), bytes.subarray(at)]);
    if (change === 2) return Buffer.concat([bytes, bytes]);
    return bytes;
  });

/** Objects with the fields of the vectors' models. */
const slots = fc
  .tuple(json.value, json.value, fc.option(json.value), json.value)
  .map(([required, nullable, optional, other]) => {
    const rest = optional === null ? "" : `,"optional":${optional}`;
    return Buffer.from(`{"required":${required},"required_nullable":${nullable}${rest},"other":${other}}`);
  });

test(`${ruby.title} reads hostile documents, or raises a ReadError`, async () => {
  const files = await rubyOf(vectorFolder);
  const abstract = abstractModels();
  const models = [...classesOf(files)].flatMap(([name, path]) => (abstract.has(name) ? [] : [path]));
  expect(models.length).toBeGreaterThan(50);
  const texts = fc.sample(fc.oneof(document, slots), { seed, numRuns: documents });
  const requests = texts
    .map((text, index) => ({ model: models[index % models.length], document: text.toString("base64") }))
    .map((request) => `${JSON.stringify(request)}\n`)
    .join("");
  const output = await inProject([...files, { path: "documents.jsonl", text: requests }], (folder) =>
    run(folder, "documents.rb", ["lib/acme/models.rb", "documents.jsonl"]),
  );
  expect(output, `SEED=${seed}`).toBe(`${documents} documents\n`);
});

/** The models that cannot be read themselves. */
function abstractModels(): ReadonlySet<string> {
  const { models } = parse(readFileSync(join(vectorFolder, "spec.yaml"), "utf8")) as Spec;
  return new Set(Object.keys(models).filter((name) => models[name]?.abstract));
}

interface Spec {
  readonly models: Readonly<Record<string, { readonly abstract?: boolean }>>;
}

function joined(parts: readonly string[]): string {
  return parts.join("");
}

function repeated([text, times]: readonly [string, number]): string {
  return text.repeat(times);
}
