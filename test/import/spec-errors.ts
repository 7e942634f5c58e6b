/** What the rest of the pipeline has to say about imported specs. */
import { checkConfig } from "../../src/config/check.js";
import type { Target } from "../../src/config/config.js";
import { type Diagnostic, hasErrors, type SourceFile } from "../../src/diagnostics/diagnostic.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { languages } from "../../src/languages/index.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";
import type { Definition } from "../../src/spec/spec.js";

const written = languages.map(({ id }) => `  ${id}: { language: ${id}, output: ${id} }\n`).join("");
const config = checkConfig({ path: "modelwright.yaml", text: `targets:\n${written}` }, languages).value;

function checked(files: readonly SourceFile[]): ReturnType<typeof checkSpec> & { readonly targets: readonly Target[] } {
  if (config === undefined) throw new Error("the config of the tests is wrong");
  const ids = languages.map(({ id }) => id);
  return { ...checkSpec(files.map(parseSpecFile), config, ids), targets: config.targets };
}

/** The definitions of the spec files, by name. */
export function definitionsOf(files: readonly SourceFile[]): ReadonlyMap<string, Definition> {
  const { value: specOf, targets } = checked(files);
  const definitions = targets[0] && specOf?.(targets[0]).definitions;
  return new Map((definitions ?? []).map((each) => [each.name, each]));
}

/** Whatever `generate` reports of the spec files, warnings too, as text. */
export function reportsOf(files: readonly SourceFile[]): readonly string[] {
  const { value: specOf, diagnostics, targets } = checked(files);
  const all: Diagnostic[] = [...diagnostics];
  if (specOf !== undefined && !hasErrors(diagnostics)) {
    for (const target of targets) {
      const language = languages.find(({ id }) => id === target.language);
      all.push(...(language?.pages(specOf(target), target).diagnostics ?? []));
    }
  }
  const sources = new Map(files.map((file) => [file.path, file]));
  return all.map((each) => diagnosticText(each, sources));
}
