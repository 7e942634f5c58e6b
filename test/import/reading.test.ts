/**
 * What imported documents mean: for each document of `reading/` the JSON of the file beside it, read by the TypeScript classes
 * that come of the import. A line says which class is where (`is`, by JSON path), that the model is `refused`, or what a
 * model that is built (`build`) writes; `validate` finds `invalid` values, and nothing wrong with `valid` ones. What the import says is `reported`, in order.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { upgradeFromTwoToThree } from "@scalar/openapi-upgrader/2.0-to-3.0";
import { beforeAll, describe, expect, test } from "vitest";
import { diagnosticText } from "../../src/diagnostics/text.js";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { importOpenApi } from "../../src/import/import.js";
import { generateTexts } from "../generate-texts.js";
import { temporaryFolderForAll } from "../folders.js";
import { compile, load, writeFiles } from "../run/typescript/tree.js";

interface Line {
  readonly model: string;
  readonly json?: unknown;
  readonly is?: Readonly<Record<string, string>>;
  readonly refused?: true;
  readonly build?: object;
  readonly invalid?: true;
  readonly valid?: true;
}

/** The line of what the import reports. */
interface Reported {
  readonly reported: readonly string[];
}

const folder = join(import.meta.dirname, "reading");
const names = readdirSync(folder).flatMap((name) => (name.endsWith(".jsonl") ? name.replace(".jsonl", "") : []));
const config = "spec: spec\ntargets: { typescript: { language: typescript, output: out } }\n";
const output = temporaryFolderForAll();

function sourceOf(path: string): SourceFile {
  return { path, text: readFileSync(join(folder, path), "utf8") };
}

function linesOf(name: string): readonly Line[] {
  return allLinesOf(name).filter((line) => !("reported" in line)) as Line[];
}

function allLinesOf(name: string): readonly (Line | Reported)[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Line | Reported);
}

function reportedOf(name: string): readonly string[] {
  return allLinesOf(name).flatMap((line) => ("reported" in line ? line.reported : []));
}

async function write(name: string): Promise<void> {
  const source = sourceOf(`${name}.yaml`);
  const { value, diagnostics } = importOpenApi([source], {
    readFile: (path) => ({ value: sourceOf(path), diagnostics: [] }),
    upgrade: upgradeFromTwoToThree as (document: unknown) => unknown,
  });
  const sources = new Map([[source.path, source]]);
  const reports = diagnostics.map((each) =>
    reportedOf(name).length > 0 ? each.message : diagnosticText(each, sources),
  );
  expect(reports, name).toEqual(reportedOf(name));
  const specs = Object.fromEntries((value ?? []).map(({ path, text }) => [`spec/${path}`, text]));
  const generated = await generateTexts(specs, config);
  expect(generated.diagnostics, name).toEqual([]);
  const files = [...generated.files].filter(([path]) => path.endsWith(".ts"));
  writeFiles(
    output,
    files.map(([path, text]) => ({ path: path.replace("out/src", `src/${name}`), text })),
  );
}

beforeAll(async () => {
  for (const name of names) await write(name);
  expect(compile(output)).toBe("");
}, 120_000);

describe.each(names)("%s", (name) => {
  test.each(linesOf(name).map((line) => [JSON.stringify(line), line] as const))("%s", async (_, line) => {
    const { shared, operations, ModelError } = await load(output, `dist/${name}/sdk/models/index.js`);
    const model = shared[line.model] ?? operations?.[line.model];
    expect(model, "the model").toBeDefined();
    if (line.build !== undefined) {
      expect(new model(line.build).toJSON()).toEqual(line.json);
    } else if (line.refused) {
      expect(() => model.fromJSON(line.json)).toThrow(ModelError);
    } else if (line.invalid) {
      expect(model.fromJSON(line.json).validate()).not.toEqual([]);
    } else {
      const read = model.fromJSON(line.json);
      const written = model.parse(JSON.stringify(line.json));
      expect(JSON.parse(JSON.stringify(written))).toEqual(line.json);
      if (line.valid) expect(read.validate()).toEqual([]);
      const classes = Object.keys(line.is ?? {}).map((path) => [path, valueAt(read, path)?.constructor?.name]);
      expect(Object.fromEntries(classes)).toEqual(line.is ?? {});
    }
  });
});

/** `$.a.0`: the value of `a`'s first item. */
function valueAt(value: any, path: string): any {
  return path
    .split(".")
    .slice(1)
    .reduce((at, key) => at?.[key], value);
}
