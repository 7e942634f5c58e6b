/** The cases of `test/errors/`: files with mistakes, and what is reported about them. */
import { readdirSync, readFileSync } from "node:fs";
import { checkConfig } from "../src/config/check.js";
import type { TargetLanguage } from "../src/config/option.js";
import { type Diagnostic, hasErrors, type SourceFile } from "../src/diagnostics/diagnostic.js";
import { diagnosticText } from "../src/diagnostics/text.js";
import { generate } from "../src/generate.js";
import { importOpenApi } from "../src/import/import.js";
import { languages } from "../src/languages/index.js";
import { type TemplateFile, templateName } from "../src/render/template-files.js";
import { checkSpec } from "../src/spec/check.js";
import { parseSpecFile } from "../src/spec/parse.js";
import { shippedTemplates } from "./docs/render-docs.js";

const folder = new URL("errors/", import.meta.url);

export const caseNames = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""));

/** The files of a case; without a path of its own, a case is `spec/case.yaml`. */
export function sourcesOf(name: string): readonly SourceFile[] {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  const [first = "", ...rest] = text.split(/^#### (.+)\n/m);
  if (rest.length === 0) return [{ path: "spec/case.yaml", text: first }];
  return rest.flatMap((path, index) => (index % 2 === 0 ? { path, text: rest[index + 1] ?? "" } : []));
}

/** The diagnostics of a case as they are printed. */
export async function printed(name: string): Promise<string> {
  const sources = sourcesOf(name);
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return (await diagnosticsOf(sources)).map((each) => `${diagnosticText(each, byPath)}\n`).join("\n");
}

async function diagnosticsOf(sources: readonly SourceFile[]): Promise<readonly Diagnostic[]> {
  const documents = sources.filter(({ path }) => path.startsWith("api."));
  if (documents.length > 0) return importOpenApi(documents).diagnostics;
  const configFile = sources.find(({ path }) => path === "modelwright.yaml");
  const config = configFile && checkConfig(configFile, steadyLanguages);
  if (config !== undefined && config.value === undefined) return config.diagnostics;
  const specs = sources.filter(({ path }) => path.startsWith("spec/"));
  const labels = [...steadyLanguages.map(({ id }) => id), ...(config?.value?.targets ?? []).map(({ name }) => name)];
  const checked = checkSpec(specs.map(parseSpecFile), config?.value ?? { versions: [] }, labels);
  if (configFile === undefined || hasErrors(checked.diagnostics)) return checked.diagnostics;
  return generated(configFile, specs, sources);
}

/** What is reported when the files of a case without errors so far are generated. */
async function generated(configFile: SourceFile, specs: readonly SourceFile[], all: readonly SourceFile[]) {
  const { value: config } = checkConfig(configFile, languages);
  if (config === undefined) throw new Error(`"${configFile.path}" is wrong for the languages there are`);
  const own = all
    .filter(({ path }) => path.startsWith("templates/"))
    .map((file) => [templateName(file.path.replace("templates/", "")), { ...file, own: true }] as const);
  const templates = new Map(
    config.targets.map(({ name, language }) => [
      name,
      new Map<string, TemplateFile>([...shippedTemplates(language), ...own]),
    ]),
  );
  return (await generate({ config, sources: specs, templates })).diagnostics;
}

/** Not the real ones, whose options may grow. */
const steadyLanguages: readonly TargetLanguage[] = [
  steadyLanguage("typescript", {
    int64: { description: "The type of a long.", default: "bigint", values: ["bigint", "number"] },
  }),
  steadyLanguage("ruby", { module: { description: "The module.", default: "Api" } }),
  steadyLanguage("java", {
    package: { description: "The package.", default: "com.example", pattern: "[a-z]+(?:\\.[a-z]+)*" },
  }),
];

function steadyLanguage(id: string, options: TargetLanguage["options"]): TargetLanguage {
  return { id, title: id, defaultNamespace: "shared", defaultFieldOrder: "spec", options };
}
