/** Every snippet of the generated docs compiles and runs in the folder of its page, and its value is read as it is written. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Target } from "../../../src/config/config.js";
import { projectRoot } from "../../generated.js";
import {
  compile,
  inTemporaryFolder,
  nodeTypes,
  type SourceText,
  typescriptOf,
  typescriptOfSpec,
  writeFiles,
} from "./tree.js";

const cases = join(projectRoot, "test/cases");
const folders = [
  projectRoot,
  ...readdirSync(cases)
    .map((name) => join(cases, name))
    // Cases with their own config test other languages or several versions.
    .filter((path) => !existsSync(join(path, "modelwright.yaml"))),
];

test.each<{ readonly options: Target["options"] }>([
  { options: {} },
  { options: { int64: "string", dates: "string" } },
  { options: { style: "interfaces" } },
  { options: { style: "interfaces", int64: "string", dates: "Date" } },
])("snippets of the cases compile and run with $options", async ({ options }) => {
  const trees = await Promise.all(folders.map((project) => typescriptOf(project, options)));
  expect(await failureOf(trees)).toBe("");
});

/** Every combination of option values. */
const everyOption = ["classes", "interfaces"].flatMap((style) =>
  ["bigint", "number", "string"].flatMap((int64) => ["Date", "string"].map((dates) => ({ style, int64, dates }))),
);

test("samples of all types in all positions compile and run with every option", async () => {
  const trees = await Promise.all(everyOption.map((options) => typescriptOfSpec(everyPlace, options)));
  expect(await failureOf(trees.map((tree) => tree!))).toBe("");
});

test("a sample of a union's member has its tag", async () => {
  const files = await typescriptOfSpec(everyPlace, { style: "interfaces" });
  const page = files?.find(({ path }) => path.endsWith("/tree.md"))?.text;
  expect(page).toContain("ranked: {\n    level: shared.Level.Low,\n  }");
});

/** Types whose values are objects or bigints under some options: alone, in lists and maps, in models and unions. */
const everyPlace = `models:
  Scalars: { oneOf: [decimal, date, date-time, long, bytes, any] }
  Lists:
    oneOf: ["decimal[]", "date[]", "date-time[]", "long[]", "bytes[]", "Leaf[]", "Choice[]", "Level[]", "long?[]"]
  Maps:
    oneOf: [map<decimal>, map<date>, map<date-time>, map<long>, map<bytes>, map<Leaf>, map<Choice>, "map<map<date[]>>"]
  Chain: { fields: { next: { tuple: [Chain, string], nullable: true, required: true } } }
  Choice: { oneOf: [Leaf, decimal] }
  Amount: { oneOf: [decimal, string] }
  Day: { oneOf: [date, Leaf] }
  Outer: { oneOf: [Tree, Choice, Level, "Tree[]"] }
  Fixed: { oneOf: [{ const: 9007199254740993 }, { const: one }, { const: 1 }, { const: true }] }
  Level: { enum: [{ value: 9007199254740993, name: High }, { value: 1, name: Low }] }
  Numbered: { oneOf: [Second, First] }
  First: { fields: { number: { const: 1, required: true } } }
  Second: { fields: { number: { const: 9007199254740993, required: true } } }
  Ranked: { oneOf: [Low, High], discriminator: { field: level, mapping: { 1: Low, 9007199254740993: High } } }
  Low: { fields: { level: { type: Level, required: true } } }
  High: { fields: { level: { type: Level, required: true } } }
  Leaf:
    fields:
      kind: { const: leaf, required: true }
      large: { const: 9007199254740993, required: true }
      id: { type: long, required: true, example: 9007199254740993 }
      ids: { type: "long[]", required: true, example: [1, 9007199254740993] }
      price: { type: decimal, required: true, example: 123456789012345678901 }
      prices: { type: map<decimal>, required: true, example: { high: 123456789012345678901, low: 0.5 } }
      cost: { type: decimal, required: true }
      fee: { type: decimal, default: 123456789012345678901 }
      bag: { type: any, default: { $number: 9007199254740993 } }
      level: { type: Level, required: true, example: 9007199254740993 }
      day: { type: date, required: true }
      at: { type: date-time, required: true }
      data: { type: bytes, required: true }
      any: { type: any, required: true, example: [9007199254740993, { $number: 1 }, { a: { $$number: 9007199254740993 } }] }
  Tree:
    fields:
      kind: { const: tree, required: true }
      amount: { type: Amount, required: true }
      numbered: { type: Numbered, required: true }
      ranked: { type: Ranked, required: true }
      day: { type: Day, required: true }
      choice: { type: Choice, required: true }
      scalars: { type: Scalars, required: true }
      lists: { type: Lists, required: true }
      maps: { type: Maps, required: true }
      choices: { type: "Choice[]", required: true }
      leaves: { type: map<Leaf>, required: true }
      children: { type: "Tree[]", required: true }
`;

/** The errors of the compiler or of the running snippets. */
async function failureOf(trees: readonly (readonly SourceText[])[]): Promise<string> {
  return inTemporaryFolder((folder) => {
    const snippets: string[] = [];
    writeFiles(folder, [{ path: "src/node.d.ts", text: nodeTypes }]);
    for (const [index, files] of trees.entries()) {
      const made = files.flatMap(snippetsOf);
      writeFiles(join(folder, `src/project${index}`), [...files.filter(({ path }) => path.endsWith(".ts")), ...made]);
      snippets.push(...made.map(({ path }) => `./dist/project${index}/${path.replace(/\.ts$/, ".js")}`));
    }
    expect(snippets.length).toBeGreaterThan(50);
    const script = snippets.map((path) => `await import(${JSON.stringify(path)});`).join("\n");
    const run = ["--input-type=module", "--eval", script];
    return Promise.resolve(
      compile(folder) || spawnSync(process.execPath, run, { cwd: folder, encoding: "utf8" }).stderr,
    );
  });
}

/** The code blocks of a page, each as a module next to the page. Blocks of unions have no imports, to keep the page short. */
function snippetsOf({ path, text }: SourceText): readonly SourceText[] {
  if (!path.endsWith(".md")) return [];
  const blocks = [...text.matchAll(/^```typescript\n(.*?)\n```$/gms)].map(([, code = ""]) => code);
  return blocks.map((code, index) => {
    const imports = code.startsWith("import ") ? "" : importsOf(code);
    const uses = [...`${imports}${code}`.matchAll(/^(?:const|import \{) (\w+)/gm)]
      .map(([, name]) => `void ${name};\n`)
      .join("");
    const roundTrip = text.includes("\n## Values\n") || !/^const value\b/m.test(code) ? "" : roundTripOf(text, code);
    return { path: path.replace(/\.md$/, `.example${index}.ts`), text: `${imports}${code}\n${uses}${roundTrip}` };
  });
}

/**
 * Writes a value of a page's model or union, and reads it: the result is of the same class, and equal. What several members of
 * a union can hold is only compared as JSON.
 */
function roundTripOf(page: string, code: string): string {
  const name = /^# (?:~~)?(\w+)/.exec(page)?.[1];
  return `import * as all from "../../../../src/sdk/models/index.js";
import assert from "node:assert/strict";
{
  const { shared: models, stringifyJSON, Model, UnknownMember } = all as any;
  // A value of a union is written in its wire form where a field has the union as its type, but not alone.
  const hasForms = Model !== undefined && models.${name}?.members?.().write !== undefined;
  const { stringify${name}: stringify = stringifyJSON, parse${name}: parse = (text: string) => models.${name}.parse(text) } = models;
  const written: unknown = stringify(value);
  const read: unknown = parse(written);
  const code = ${JSON.stringify(code)};
  if (!hasForms) assert.deepEqual(stringify(read), written, code);
  if (Model === undefined) {
    // A clone has no subclass of Date.
    const { structuredClone: clone } = globalThis as any;
    if (Boolean(${Number(page.includes("\n## Fields\n"))})) assert.deepEqual(clone(read), clone(value), code);
  } else if ((value as unknown) instanceof Model) assert.deepEqual(read, value, code);
  else if (!hasForms) assert.deepEqual(read instanceof UnknownMember, false, code);
}
`;
}

/** The imports from the index that code needs. Types cannot be imported or used as values. */
function importsOf(code: string): string {
  return ["shared", "Decimal", "RFCDate"]
    .filter((name) => new RegExp(`\\b${name}\\b`).test(code))
    .map((name) => {
      const isType = name !== "shared" && !code.includes(`new ${name}(`);
      return `import ${isType ? "type " : ""}{ ${name} } from "../../../../src/sdk/models/index.js";\n`;
    })
    .join("");
}
