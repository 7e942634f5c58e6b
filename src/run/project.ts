/** Reads the input of a run: the config, the field specs, the templates. */
import { dirname, join, resolve } from "node:path";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { Config, Target } from "../config/config.js";
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { TemplateFile } from "../render/template-files.js";
import type { LanguageFiles } from "../outside/modules.js";
import { configName, findConfig, secondConfig } from "../disk/find-config.js";
import { fingerprintOf, type Fingerprints } from "../disk/fingerprint.js";
import { listFolder } from "../disk/list-folder.js";
import { listTemplates, type TemplatePath } from "../disk/list-templates.js";
import { readText, type TextFile } from "../disk/read-text.js";
import { shownPath } from "../disk/shown-path.js";

/** Matches the file names of specs. */
export const specFile = /\.ya?ml$/;

/** A config file that was read. All paths of the project are relative to its folder. */
export interface ConfigFile extends SourceFile {
  /** The absolute path of its folder. */
  readonly root: string;
}

/** The part of a config that decides which files a run reads. */
export interface Layout extends Pick<Config, "spec" | "specSpan"> {
  readonly languages: readonly LanguageFiles[];
  readonly targets: readonly Pick<Target, "name" | "language" | "templates" | "span">[];
  /** All folders that the config names, also for other targets. */
  readonly folders: readonly string[];
}

/** The absolute paths of the files that a run reads. */
export interface InputFiles {
  /** Sorted in code-unit order. */
  readonly specs: readonly string[];
  /** By target. */
  readonly templates: ReadonlyMap<string, readonly TemplatePath[]>;
  /** The code of languages from outside. */
  readonly code: readonly string[];
}

export interface Inputs {
  readonly sources: readonly TextFile[];
  readonly code: readonly TextFile[];
  /** By target. */
  readonly templates: ReadonlyMap<string, ReadonlyMap<string, TemplateFile & TextFile>>;
}

/** What could be read, and what is wrong with the rest. */
export interface Found<T> extends Checked<T> {
  readonly value: T;
}

/**
 * Reads the config. Without a path, searches for it in the working folder and the folders above it.
 *
 * @param given relative to the working folder or absolute
 */
export function readConfig(given?: string): Checked<ConfigFile> {
  const path = given ?? findConfig();
  const second = given === undefined ? secondConfig(path) : undefined;
  if (second !== undefined) return { value: undefined, diagnostics: [second] };
  const root = dirname(resolve(path));
  const { value, diagnostics } = readText(resolve(path), shownPath(root, resolve(path)));
  if (value !== undefined) return { value: { ...value, root }, diagnostics };
  const isMissing = resolve(path) === resolve(configName) && diagnostics[0]?.code === "file-not-found";
  return { value, diagnostics: isMissing ? [problem("file-not-found", "config", { path: configName })] : diagnostics };
}

/** Lists the specs and templates that a config names. Reports the problems of all folders in one run. */
export function listInputs(config: ConfigFile, layout: Omit<Layout, "folders">): Found<InputFiles> {
  const specs = listSpecs(config, layout);
  const templates = layout.targets.map((target) => {
    const outside = layout.languages.find(({ id }) => id === target.language);
    return [target.name, listTemplates(config, target, outside && (outside.templates ?? []))] as const;
  });
  return {
    value: {
      specs: specs.value ?? [],
      templates: new Map(templates.map(([name, { value }]) => [name, value ?? []])),
      code: layout.languages.flatMap(({ code }) => code),
    },
    diagnostics: [...specs.diagnostics, ...templates.flatMap(([, { diagnostics }]) => diagnostics)],
  };
}

/** Reads the files. Reports the problems of all files in one run. */
export function readInputs({ root }: ConfigFile, { specs, templates, code }: InputFiles): Found<Inputs> {
  const diagnostics: Diagnostic[] = [];
  const read = (path: string): TextFile | undefined => {
    const { value, diagnostics: found } = readText(path, shownPath(root, path));
    diagnostics.push(...found);
    return value;
  };
  const sources = specs.flatMap((path) => read(path) ?? []);
  const paths = new Set([...templates.values()].flat().map(({ path }) => path));
  const files = new Map(Array.from(paths, (path) => [path, read(path)] as const));
  const filesOf = (paths: readonly TemplatePath[]): (readonly [string, TemplateFile & TextFile])[] =>
    paths.flatMap(({ path, name, own, isNew }) => {
      const file = files.get(path);
      return file === undefined ? [] : [[name, { ...file, own, isNew }] as const];
    });
  const byTarget = new Map([...templates].map(([target, paths]) => [target, new Map(filesOf(paths))]));
  return { value: { sources, templates: byTarget, code: code.flatMap((path) => read(path) ?? []) }, diagnostics };
}

/** The fingerprints of the files that were read, by absolute path. */
export function fingerprintsOf({ root }: ConfigFile, { sources, templates, code }: Inputs): Fingerprints {
  const files = [...sources, ...code, ...[...templates.values()].flatMap((each) => [...each.values()])];
  return new Map(files.map((file) => [resolve(root, file.path), fingerprintOf(file)]));
}

/** All files that a diagnostic can refer to. */
export function sourcesOf(config: ConfigFile, inputs: Inputs): readonly SourceFile[] {
  const templates = [...inputs.templates.values()].flatMap((each) => [...each.values()]);
  return [config, ...inputs.sources, ...templates].map(({ path, text }) => ({ path, text }));
}

function listSpecs(config: ConfigFile, { spec, specSpan }: Omit<Layout, "folders">): Checked<readonly string[]> {
  const folder = resolve(config.root, spec);
  const shown = shownPath(config.root, folder) || ".";
  const listed = listFolder(folder, shown, specFile, specSpan, config);
  const files = (listed.value ?? []).filter((file) => file !== join(config.root, config.path));
  if (listed.value !== undefined && files.length === 0) {
    return {
      value: undefined,
      diagnostics: [diagnosticAt(problem("nothing-to-do", "folder", { path: shown }), specSpan)],
    };
  }
  return { value: files, diagnostics: listed.diagnostics };
}
