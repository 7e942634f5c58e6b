/** What the rest of the pipeline has to say about imported specs. */
import { checkConfig } from "../../src/config/check.js";
import { type Diagnostic, hasErrors, type SourceFile } from "../../src/diagnostics/diagnostic.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { languages } from "../../src/languages/index.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";

const targets = languages.map(({ id }) => `  ${id}: { language: ${id}, output: ${id} }\n`).join("");
const config = checkConfig({ path: "modelwright.yaml", text: `targets:\n${targets}` }, languages).value;

/** Every error of the spec files, and of naming them in each language, as text. */
export function errorsOf(files: readonly SourceFile[]): readonly string[] {
  if (config === undefined) throw new Error("the config of the tests is wrong");
  const { value: specOf, diagnostics } = checkSpec(
    files.map(parseSpecFile),
    config,
    languages.map(({ id }) => id),
  );
  const all: Diagnostic[] = [...diagnostics];
  if (specOf !== undefined && !hasErrors(diagnostics)) {
    for (const target of config.targets) {
      const language = languages.find(({ id }) => id === target.language);
      all.push(...(language?.pages(specOf(target), target).diagnostics ?? []));
    }
  }
  const sources = new Map(files.map((file) => [file.path, file]));
  return all.filter(({ severity }) => severity === "error").map((each) => diagnosticText(each, sources));
}
