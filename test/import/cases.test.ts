/**
 * What each document in `cases/` becomes, file by file, and what is said of it: `expected/` and `diagnostics.txt`.
 * `npm run golden` writes them anew; read the diff before you commit it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { upgradeFromTwoToThree } from "@scalar/openapi-upgrader/2.0-to-3.0";
import { check as isFormatted } from "prettier";
import { describe, expect, test } from "vitest";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { type Import, importOpenApi } from "../../src/import/import.js";
import type { FamilyName } from "../../src/import/documented/families.js";
import { importSummary } from "../../src/import/command.js";
import { importReport, importReportSchema } from "../../src/import/report.js";
import { reportsOf } from "./spec-errors.js";

const root = join(import.meta.dirname, "cases");
const update = process.env["UPDATE_GOLDEN"] !== undefined;
const hint = "run npm run golden if that is meant";

const validateReport = new Ajv({ strict: true }).compile(importReportSchema);

interface Case {
  readonly documents?: readonly string[];
  readonly families?: readonly FamilyName[];
  readonly modelsOnly?: boolean;
}

describe.each(readdirSync(root).toSorted())("%s", (name) => {
  const folder = join(root, name);
  const { imported, reported } = run(folder);
  const files = new Map((imported.value ?? []).map(({ path, text }) => [path, text]));
  if (update) write(folder, files, reported);

  test("gives its files", () => {
    const expected = filesIn(join(folder, "expected"));
    expect([...files.keys()].toSorted(), hint).toEqual([...expected.keys()]);
    for (const [path, text] of files) expect(text, `${name}/${path}: ${hint}`).toBe(expected.get(path));
  });

  test("has a report that its schema allows", () => {
    validateReport(JSON.parse(JSON.stringify(importReport([folder], imported))));
    expect(validateReport.errors).toBeNull();
  });

  test("reports what it dropped", () => {
    const path = join(folder, "diagnostics.txt");
    expect(reported, hint).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
  });

  test("gives a spec that is valid in every language", () => {
    expect(reportsOf(imported.value ?? [])).toEqual([]);
  });

  test("gives the same files again", () => {
    expect(run(folder).imported.value).toEqual(imported.value);
  });

  test("gives files that prettier does not change", async () => {
    for (const [path, text] of files) expect(await isFormatted(text, { parser: "yaml" }), path).toBe(true);
  });
});

function run(folder: string): { imported: Import; reported: string } {
  const optionsPath = join(folder, "options.json");
  const options = existsSync(optionsPath) ? (JSON.parse(readFileSync(optionsPath, "utf8")) as Case) : {};
  const read = new Map<string, SourceFile>();
  const readFile = (path: string) => {
    if (!existsSync(join(folder, path))) return { value: undefined, diagnostics: [] };
    const file = { path, text: readFileSync(join(folder, path), "utf8") };
    read.set(path, file);
    return { value: file, diagnostics: [] };
  };
  const names = options.documents ?? readdirSync(folder).filter((name) => /^(?:openapi|swagger)\./.test(name));
  const documents = names.map((name) => readFile(name).value as SourceFile);
  const imported = importOpenApi(documents, {
    ...options,
    readFile,
    upgrade: upgradeFromTwoToThree as (document: unknown) => unknown,
  });
  const texts = imported.diagnostics.map((each) => `${diagnosticText(each, read)}\n`);
  return { imported, reported: [importSummary(imported.counts), "", ...texts].join("\n") };
}

function write(folder: string, files: ReadonlyMap<string, string>, reported: string): void {
  rmSync(join(folder, "expected"), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, "expected", path)), { recursive: true });
    writeFileSync(join(folder, "expected", path), text);
  }
  writeFileSync(join(folder, "diagnostics.txt"), reported);
}

/** The files of a golden tree, in the order of their paths. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/"),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
