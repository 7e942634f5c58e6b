/**
 * The exact words for every mistake. A case is a spec file, or several files after lines like `#### spec/a.yaml`, one of
 * which may be the config; what is said of it stands in the text file of its name (`npx vitest run test/errors.test.ts -u`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/check.js";
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnosticCodes,
  type SourceFile,
} from "../src/diagnostics/diagnostic.js";
import { diagnosticText } from "../src/diagnostics/text.js";
import type { TargetLanguage } from "../src/config/option.js";
import { checkSpec } from "../src/spec/check.js";
import { parseSpecFile } from "../src/spec/parse.js";

const folder = new URL("errors/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""));

/** Not the real ones, whose options may grow. */
const languages: readonly TargetLanguage[] = [
  language("typescript", {}),
  language("ruby", { module: { description: "The module.", default: "Api" } }),
  language("java", {
    package: { description: "The package.", default: "com.example", pattern: "[a-z]+(?:\\.[a-z]+)*" },
  }),
];

function language(id: string, options: TargetLanguage["options"]): TargetLanguage {
  return { id, title: id, defaultNamespace: "shared", defaultFieldOrder: "spec", options };
}

describe("every mistake has its exact diagnostic", () => {
  it.each(names)("%s", async (name) => {
    const sources = sourcesOf(name);
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const text = diagnosticsOf(sources).map((each) => `${diagnosticText(each, byPath)}\n`);
    expect(text, "a case without a mistake").not.toEqual([]);
    await expect(text.join("\n")).toMatchFileSnapshot(`errors/${name}.txt`);
  });
});

/** Codes of other steps than reading and checking specs and configs, with the tests that show them. */
const shownElsewhere: Partial<Record<DiagnosticCode, string>> = {
  "file-not-found": "test/files",
  "unreadable-file": "test/files",
  "not-utf-8": "test/files",
  "unusable-name": "test/docs",
  "too-large": "test/languages",
  "unchecked-pattern": "test/languages",
  "invalid-language": "test/outside",
  "template-error": "test/render",
  "nothing-to-do": "test/files",
  "missing-file": "test/files",
  "stale-file": "test/files",
  "left-over-file": "test/files",
  "edited-file": "test/files",
  "foreign-file": "test/files",
  "blocked-file": "test/files",
  "not-json": "test/import",
  "not-openapi": "test/import",
  "unresolved-ref": "test/import",
  "forbidden-ref": "test/import",
  "circular-ref": "test/import",
  "not-imported": "test/import",
};

it("every code has a case, here or elsewhere", () => {
  const cases = names.flatMap((name) => diagnosticsOf(sourcesOf(name)));
  const shown = new Set(cases.map(({ code }) => code));
  const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
  expect(codes.filter((code) => !shown.has(code) && shownElsewhere[code] === undefined)).toEqual([]);
  expect(Object.keys(shownElsewhere).filter((code) => !codes.includes(code as DiagnosticCode))).toEqual([]);
});

function diagnosticsOf(sources: readonly SourceFile[]): readonly Diagnostic[] {
  const configFile = sources.find(({ path }) => path === "modelwright.yaml");
  const config = configFile && checkConfig(configFile, languages);
  if (config !== undefined && config.value === undefined) return config.diagnostics;
  const labels = [...languages.map(({ id }) => id), ...(config?.value?.targets ?? []).map(({ name }) => name)];
  const specs = sources.filter((source) => source !== configFile).map(parseSpecFile);
  return [...(config?.diagnostics ?? []), ...checkSpec(specs, config?.value ?? { versions: [] }, labels).diagnostics];
}

function sourcesOf(name: string): readonly SourceFile[] {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  const [first = "", ...rest] = text.split(/^#### (.+)\n/m);
  if (rest.length === 0) return [{ path: "spec/case.yaml", text: first }];
  return rest.flatMap((path, index) => (index % 2 === 0 ? { path, text: rest[index + 1] ?? "" } : []));
}
