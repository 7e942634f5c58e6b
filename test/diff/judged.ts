/** The report on two states of a spec, for one target of each language. */
import { compareStates, type Comparison } from "../../src/compare/compare.js";
import type { Report } from "../../src/compare/report.js";
import { checkConfig } from "../../src/config/check.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { hashOf } from "../../src/disk/hash.js";
import { languages } from "../../src/languages/index.js";
import type { Language } from "../../src/languages/language.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";

export const usualConfig = `targets:
  typescript: { language: typescript, output: ts }
  ruby: { language: ruby, output: rb }
  java: { language: java, output: java }
`;

interface Configs {
  readonly before?: string;
  readonly after?: string;
}

export function judged(
  before: string,
  after: string,
  configs: Configs = {},
  outside: readonly Language[] = [],
): Report {
  return compareStates(comparisonOf(before, after, configs, outside));
}

export function comparisonOf(
  before: string,
  after: string,
  configs: Configs = {},
  outside: readonly Language[] = [],
): Comparison {
  const old = stateOf(before, configs.before ?? usualConfig, outside);
  const current = stateOf(after, configs.after ?? configs.before ?? usualConfig, outside);
  return { before: old, after: current, targets: current.config.targets, languages: outside, hash: hashOf };
}

function stateOf(text: string, configText: string, outside: readonly Language[]) {
  const places = { cache: undefined, realPath: (path: string) => `/project/${path}` };
  const { value: config, diagnostics } = checkConfig(
    { path: "modelwright.yaml", text: configText },
    [...languages, ...outside],
    places,
  );
  if (config === undefined || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
  const checked = checkSpec([parseSpecFile({ path: "spec.yaml", text })], config, ["typescript", "ruby", "java"]);
  if (checked.value === undefined || hasErrors(checked.diagnostics))
    throw new Error(JSON.stringify(checked.diagnostics));
  return { config, specOf: checked.value, templates: new Map() };
}
