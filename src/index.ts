/**
 * modelwright from a program. `generate` and `check` do what the command does; `loadProject` and `generateFiles` are for
 * those who want the files without a disk. What a language from outside is written with is in `languages/public.ts`.
 *
 * @example
 * const { outcome, diagnostics } = await generate({ config: "api/modelwright.yaml" });
 */
import { loadLanguages } from "./outside/load-languages.js";
import { loadProject as load } from "./run/load-project.js";
import { readConfig } from "./run/project.js";
import { run } from "./run/run.js";
import type { RunOptions, RunResult } from "./run/run-options.js";
import type { Checked } from "./diagnostics/diagnostic.js";
import type { Input } from "./generate.js";
import type { Language } from "./languages/language.js";

export type { Config, Target } from "./config/config.js";

export type { Checked, Diagnostic, DiagnosticCode, RelatedPlace, SourceFile, Span } from "./diagnostics/diagnostic.js";

export { diagnosticCodes } from "./diagnostics/catalogue.js";

export { hasErrors } from "./diagnostics/diagnostic.js";

export type { Colours, Position } from "./diagnostics/text.js";

export { diagnosticText, position } from "./diagnostics/text.js";

export type { Cause } from "./causes/cause.js";
export type { Difference } from "./output/differences.js";

export { DiskError } from "./disk/disk-error.js";

export type { RunResult } from "./run/run-options.js";
export type { TargetResult } from "./output/target-result.js";

export type { Shard } from "./output/shard.js";

export { UnknownTarget } from "./config/unknown-target.js";

export type { GeneratedTarget, Generation, Input } from "./generate.js";
export type { GeneratedFile } from "./render/page.js";

export { generate as generateFiles } from "./generate.js";

export type { TemplateFile, TemplateFiles } from "./render/template-files.js";

export * from "./languages/public.js";

export interface ProjectOptions {
  /** The path of the config; `modelwright.yaml` of the working folder or the nearest folder above it if left out. */
  readonly config?: string;
  /** The names of the targets; all if left out or empty. */
  readonly targets?: readonly string[];
  /** Languages beside those that come with modelwright and those of the config; with any, there is no cache. */
  readonly languages?: readonly Language[];
}

export interface CheckOptions extends ProjectOptions, Pick<RunOptions, "cache" | "onPhase" | "shard"> {}

export interface GenerateOptions extends CheckOptions, Pick<RunOptions, "force" | "signal"> {
  /** Write nothing, but say what would be written. */
  readonly dryRun?: boolean;
}

/**
 * Writes the files of a project, as `modelwright generate` does. Mistakes of the author are not thrown: the result's
 * `outcome` is `mistakes` then, and nothing was written.
 *
 * @throws DiskError where the system refuses to read or write
 * @throws UnknownTarget for a target that the config does not have
 * @throws TypeError for a language that is none, or has the id of another
 */
export function generate({ dryRun, ...options }: GenerateOptions = {}): Promise<RunResult> {
  return run({ ...options, mode: dryRun === true ? "dry-run" : "write" });
}

/**
 * Compares the files of a project with what they should be, as `modelwright generate --check` does. Nothing is written; the
 * result's `outcome` is `differs` where a file is missing, stale, left over or edited by hand.
 *
 * @throws DiskError where the system refuses to read
 * @throws UnknownTarget for a target that the config does not have
 * @throws TypeError for a language that is none, or has the id of another
 */
export function check(options: CheckOptions = {}): Promise<RunResult> {
  return run({ ...options, mode: "check" });
}

/**
 * Reads what `generateFiles` needs of a project: its config, specs and templates. The value is absent where the config has
 * an error; with any other error it holds what could be read.
 *
 * @throws UnknownTarget for a target that the config does not have
 * @throws TypeError for a language that is none, or has the id of another
 */
export async function loadProject(options: ProjectOptions = {}): Promise<Checked<Input>> {
  const { config, targets = [] } = options;
  const file = readConfig(config);
  if (file.value === undefined) return { value: undefined, diagnostics: file.diagnostics };
  const outside = await loadLanguages(file.value, options.languages);
  const { value, diagnostics } = load(file.value, targets, undefined, outside);
  const input = value && {
    ...{ config: value.config, languages: value.outside.languages, targets: value.targets },
    ...{ sources: value.inputs.sources, templates: value.inputs.templates },
  };
  return { value: input, diagnostics: [...file.diagnostics, ...diagnostics] };
}
