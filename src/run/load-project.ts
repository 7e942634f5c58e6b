import { checkConfig } from "../config/check.js";
import type { Config, Target } from "../config/config.js";
import type { Places } from "../config/folders.js";
import { type Checked, hasErrors } from "../diagnostics/diagnostic.js";
import { languages } from "../languages/index.js";
import { type LoadedLanguages, mistakesOf } from "../outside/load-languages.js";
import { type ConfigFile, type InputFiles, type Inputs, listInputs, readInputs } from "./project.js";
import { placesIn } from "../disk/real-path.js";
import { unusedTemplates } from "../render/unused-templates.js";
import { UnknownTarget } from "../config/unknown-target.js";

export interface Project {
  readonly config: Config;
  /** The selected targets of the config. */
  readonly targets: readonly Target[];
  /** The languages that do not come with modelwright. */
  readonly outside: LoadedLanguages;
  /** The files that were read. */
  readonly files: InputFiles;
  readonly inputs: Inputs;
  /** The real paths of the config's folders when it was checked. */
  readonly places: Places;
}

/**
 * Checks a config and reads the files that it names.
 *
 * @param names the selected targets; none means all
 * @param cache the path of the cache folder
 * @param outside the languages that do not come with modelwright
 * @throws UnknownTarget
 */
export function loadProject(
  file: ConfigFile,
  names: readonly string[],
  cache?: string,
  outside: LoadedLanguages = { languages: [], files: [], diagnostics: [] },
): Checked<Project> {
  const places = placesIn(file.root, cache);
  const { value: config, diagnostics: mistakes } = checkConfig(file, [...languages, ...outside.languages], places);
  const diagnostics = mistakesOf(file, mistakes, outside);
  if (config === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const targets = select(config, names);
  const files = listInputs(file, { ...config, targets, languages: outside.files });
  const inputs = readInputs(file, files.value);
  const unused = [...inputs.value.templates.values()].flatMap(unusedTemplates);
  return {
    value: { config, targets, outside, files: files.value, inputs: inputs.value, places },
    diagnostics: [...diagnostics, ...files.diagnostics, ...inputs.diagnostics, ...unused],
  };
}

function select({ targets }: Config, names: readonly string[]): readonly Target[] {
  const known = targets.map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw new UnknownTarget(name, known);
  return names.length === 0 ? targets : targets.filter(({ name }) => names.includes(name));
}
