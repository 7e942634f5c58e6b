import { checkConfig } from "../config/check.js";
import type { Config, Target } from "../config/config.js";
import { type Checked, hasErrors } from "../diagnostics/diagnostic.js";
import { languages } from "../languages/index.js";
import { type ConfigFile, type Found, type InputFiles, type Inputs, listInputs, readInputs } from "./project.js";
import type { Looked } from "./run.js";
import { UnknownTarget } from "./unknown-target.js";

export interface Project {
  readonly config: Config;
  /** Those of the config's targets that are asked for. */
  readonly targets: readonly Target[];
  /** What was read. */
  readonly files: InputFiles;
  readonly inputs: Inputs;
}

/**
 * Checks a config and reads what it names.
 *
 * @param names the targets that are asked for; none means all
 * @param looked what was found in this run, if the last one had the same config and targets
 * @throws UnknownTarget
 */
export function loadProject(file: ConfigFile, names: readonly string[], looked?: Looked): Checked<Project> {
  const { value: config, diagnostics } = checkConfig(file, languages);
  if (config === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const targets = select(config, names);
  const files = looked === undefined ? listInputs(file, { ...config, targets }) : fine(looked.inputs);
  const inputs = readInputs(file, files.value, looked?.files ?? new Map());
  return {
    value: { config, targets, files: files.value, inputs: inputs.value },
    diagnostics: [...diagnostics, ...files.diagnostics, ...inputs.diagnostics],
  };
}

function fine<T>(value: T): Found<T> {
  return { value, diagnostics: [] };
}

function select({ targets }: Config, names: readonly string[]): readonly Target[] {
  const known = targets.map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw new UnknownTarget(name, known);
  return names.length === 0 ? targets : targets.filter(({ name }) => names.includes(name));
}
