/** Reads and checks a config file. */
import { hint } from "../diagnostics/asides.js";
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { check } from "../shape/check.js";
import type { Entry } from "../shape/shape.js";
import { didYouMean } from "../shape/suggest.js";
import { parseYaml } from "../text/parse.js";
import type { Range } from "../text/tree.js";
import type { Config, Target } from "./config.js";
import { standardDepth } from "./depth.js";
import { asWritten, checkFolders, type Places } from "./folders.js";
import { targetPlaces } from "./target-places.js";
import { documentedTogether, withOthers } from "./together.js";
import { configShape, ownDocs } from "./shapes.js";
import type { TargetLanguage } from "./option.js";
import type { ConfigSource, TargetSource } from "./shapes.js";

/**
 * The config with all defaults filled in. The value is absent if there is an error.
 *
 * @param places the real paths of its folders
 */
export function checkConfig(
  source: SourceFile,
  languages: readonly TargetLanguage[],
  places: Places = asWritten,
): Checked<Config> {
  const tree = parseYaml(source);
  const diagnostics: Diagnostic[] = [...tree.diagnostics];
  const node = tree.value ?? { kind: "mapping", entries: [], start: 0, end: 0 };
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const read = check(configShape(languages), node, source.path, diagnostics);
  if (read === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const config = configOf(read, source.path, languages, places, diagnostics);
  diagnostics.push(...checkFolders(config, read, source.path, places));
  return { value: diagnostics.length > 0 ? undefined : config, diagnostics };
}

function configOf(
  source: ConfigSource,
  file: string,
  languages: readonly TargetLanguage[],
  places: Places,
  diagnostics: Diagnostic[],
): Config {
  const versions = source.versions?.value.map((each) => each.value) ?? [];
  const found = (source.targets?.value ?? []).flatMap((entry) => {
    const language = languages.find((each) => each.id === entry.value.language?.value);
    if (entry.value.version !== undefined) diagnostics.push(...unknownVersion(entry.value.version, versions, file));
    if (language === undefined) return [];
    diagnostics.push(...missingOutput(entry, file), ...documentedTogether(entry.value, file));
    return { source: entry.value, target: targetOf(entry, language, versions, file, places) };
  });
  const all = found.map(({ target }) => target);
  const targets = found.map((each) => withOthers(each.target, each.source, all));
  const specSpan = { file, start: source.spec?.start ?? 0, end: source.spec?.end ?? 0 };
  return { spec: source.spec?.value ?? "spec", specSpan, versions, targets };
}

function targetOf(
  entry: Entry<TargetSource>,
  language: TargetLanguage,
  versions: readonly string[],
  file: string,
  places: Places,
): Target {
  const { key: name, keyStart: start, keyEnd: end, value: source } = entry;
  const chosen = source as Readonly<Record<string, Entry<string | boolean> | undefined>>;
  const options = Object.entries(language.options).flatMap(([key, option]) => {
    const value = chosen[key]?.value ?? option.default;
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    name,
    language: language.id,
    version: source.version?.value ?? versions.at(-1),
    ...targetPlaces(source, language, places),
    templates: source.templates?.value,
    format: source.format?.value ?? false,
    namespace: source.namespace?.value ?? language.defaultNamespace,
    fieldOrder: source.fieldOrder?.value ?? language.defaultFieldOrder,
    inlineNames: source.inlineNames?.value ?? "qualified",
    tables: source.tables?.value ?? "padded",
    maxDepth: source.maxDepth?.value ?? standardDepth,
    options: Object.fromEntries(options),
    span: { file, start, end },
  };
}

/** `output` can be omitted only if no file goes there. */
function missingOutput(
  { value: { output, code, docs }, keyStart, keyEnd }: Entry<TargetSource>,
  file: string,
): readonly Diagnostic[] {
  const hasDocs = docs?.value === false || ownDocs(docs?.value)?.output !== undefined;
  if (output !== undefined || (code?.value.output !== undefined && hasDocs)) return [];
  return [diagnosticAt(problem("missing-key", "output"), { file, start: keyStart, end: keyEnd })];
}

function unknownVersion(version: Entry<string>, versions: readonly string[], file: string): readonly Diagnostic[] {
  if (versions.includes(version.value)) return [];
  const { start, end }: Range = version;
  const nearest = didYouMean(version.value, versions);
  const names = versions.map((each) => `"${each}"`).join(", ");
  return [
    diagnosticAt(
      problem("unknown-version", "version", { version: version.value }),
      { file, start, end },
      { hint: versions.length === 0 ? hint("listVersions") : (nearest ?? hint("oneOf", { names })) },
    ),
  ];
}
