import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { loadLanguages } from "../outside/load-languages.js";
import { loadProject, type Project } from "../run/load-project.js";
import { type ConfigFile, readConfig, sourcesOf } from "../run/project.js";
import { type Plan, plan, readerFor } from "../generate.js";
import type { ProjectFlags } from "./flags.js";
import { reportDiagnostics } from "./report-findings.js";
import type { Terminal } from "./terminal.js";

export interface OpenProject extends Project {
  readonly file: ConfigFile;
  /** Those that were reported. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The project that the flags select; undefined if it has an error. Diagnostics are reported. @throws UnknownTarget */
export async function openProject(
  { config, target = [] }: ProjectFlags,
  terminal: Terminal,
): Promise<OpenProject | undefined> {
  const { value: file, diagnostics } = readConfig(config);
  if (file === undefined || hasErrors(diagnostics)) {
    reportDiagnostics({ root: file?.root ?? process.cwd(), sources: file ? [file] : [], diagnostics }, terminal);
    return undefined;
  }
  const loaded = loadProject(file, target, undefined, await loadLanguages(file));
  const sources = loaded.value ? sourcesOf(file, loaded.value.inputs) : [file];
  reportDiagnostics({ root: file.root, sources, diagnostics: loaded.diagnostics }, terminal);
  return loaded.value === undefined || hasErrors(loaded.diagnostics)
    ? undefined
    : { ...loaded.value, file, diagnostics: loaded.diagnostics };
}

/** The files that a project would generate; undefined if it has an error. Diagnostics are reported. */
export async function planProject(
  { file, config, outside, targets, inputs }: OpenProject,
  terminal: Terminal,
): Promise<readonly Plan[] | undefined> {
  const input = { config, languages: outside.languages, targets, sources: inputs.sources };
  const { value, diagnostics } = plan(input, await readerFor(targets));
  reportDiagnostics({ root: file.root, sources: sourcesOf(file, inputs), diagnostics }, terminal);
  return value;
}
