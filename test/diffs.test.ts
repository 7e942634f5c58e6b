/**
 * Small changes of a spec and the diffs they give. Each `diffs/<change>.diff` is the whole difference, reviewed once:
 * `npm run golden` writes them anew.
 */
import { createTwoFilesPatch } from "diff";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateTexts, threeLanguages } from "./generate-texts.js";

const folder = join(import.meta.dirname, "diffs");
const base = readFileSync(join(folder, "base.yaml"), "utf8");
const compact = threeLanguages.replaceAll(" }\n", ", tables: compact }\n");

const changes: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "add-a-field": ["      city:", "      country: string\n      city:"],
  "add-an-enum-value": ["[active, suspended]", "[active, suspended, deleted]"],
  "add-a-model": ["  Address:", "  State: { enum: [new, old] }\n  Address:"],
  "change-a-description": ["Where the person lives", "Where the person lives now"],
  "rename-a-field": ["      street:", "      street_name:"],
  "make-a-field-required": ["      street: string", "      street: { type: string, required: true }"],
  "deprecate-a-field": ["      street: string", "      street: { type: string, deprecated: Use lines }"],
};

describe.each(Object.entries(changes))("%s", (name, [before, after]) => {
  test("changes just these lines", async () => {
    expect(base.split(before)).toHaveLength(2);
    expectGolden(`${name}.diff`, await difference(base, base.replace(before, after), compact));
  });
});

test("the order of models in a spec shows in indexes only", async () => {
  const [head, ...models] = base.split(/^(?= {2}[A-Z])/m);
  expectGolden("reorder-models.diff", await difference(base, [head, ...models.toReversed()].join(""), compact));
});

test("the file a model stands in shows in its header only", async () => {
  const one = await generateTexts({ "spec/a.yaml": base }, compact);
  const other = await generateTexts({ "spec/b.yaml": base }, compact);
  const withoutHeader = (text: string): string => text.replaceAll("spec/b.yaml", "spec/a.yaml");
  expect(new Map([...other.files].map(([path, text]) => [path, withoutHeader(text)]))).toEqual(one.files);
});

test("padded tables, as documented, change as a whole; compact ones by a line (tables: compact)", async () => {
  const changed = base.replace(
    "Where the person lives",
    "$& at the moment as far as anybody who should know it has ever told any of us",
  );
  const page = "ruby/docs/models/shared/person.md";
  const linesOf = async (config: string): Promise<number> => {
    const [old, now] = await Promise.all([base, changed].map((text) => generateTexts({ "spec/a.yaml": text }, config)));
    const lines = new Set(old!.files.get(page)!.split("\n"));
    return now!.files
      .get(page)!
      .split("\n")
      .filter((line) => !lines.has(line)).length;
  };
  expect(await linesOf(compact)).toBe(1);
  expect(await linesOf(threeLanguages)).toBeGreaterThan(1);
});

/** One patch of all files, without context. */
async function difference(before: string, after: string, config: string): Promise<string> {
  const [old, now] = await Promise.all([before, after].map((text) => generateTexts({ "spec/a.yaml": text }, config)));
  expect([...old!.diagnostics, ...now!.diagnostics]).toEqual([]);
  const paths = [...new Set([...old!.files.keys(), ...now!.files.keys()])].sort();
  const patches = paths.flatMap((path) => {
    const [left, right] = [old!.files.get(path), now!.files.get(path)];
    if (left === right) return [];
    const [from, to] = [left === undefined ? "/dev/null" : path, right === undefined ? "/dev/null" : path];
    return createTwoFilesPatch(from, to, left ?? "", right ?? "", "", "", { context: 0 }).replace(
      /^(Index: .*\n)?=+\n/,
      "",
    );
  });
  return patches.join("\n");
}

function expectGolden(name: string, text: string): void {
  const path = join(folder, name);
  if (process.env["UPDATE_GOLDEN"] !== undefined) writeFileSync(path, text);
  expect(text).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
}
