/** Everything a run reads: the config, the field specs, the templates. */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { Config, Target } from "../config/config.js";
import type { Checked, Diagnostic, SourceFile, Span } from "../diagnostics/diagnostic.js";
import { type TemplateFile, templateName, templatePaths } from "../render/template-files.js";
import type { LanguageFiles } from "../outside/modules.js";
import { fingerprintOf, type Fingerprints } from "../disk/fingerprint.js";
import { listFolder } from "../disk/list-folder.js";
import { readText, type TextFile } from "../disk/read-text.js";
import { shownPath } from "../disk/shown-path.js";

/** The config's name where none is given. */
export const configName = "modelwright.yaml";

/** How the names of specs end. */
export const specFile = /\.ya?ml$/;

/** A config file that was read. Every path of the project is written relative to its folder. */
export interface ConfigFile extends SourceFile {
  /** The absolute path of its folder. */
  readonly root: string;
}

/** What of a config says which files a run reads. */
export interface Layout extends Pick<Config, "spec" | "specSpan"> {
  readonly languages: readonly LanguageFiles[];
  readonly targets: readonly Pick<Target, "name" | "language" | "templates" | "span">[];
  /** All that it names, for other targets too. */
  readonly folders: readonly string[];
}

/** The files that a run reads, all by absolute path. */
export interface InputFiles {
  /** In code-unit order of their paths. */
  readonly specs: readonly string[];
  /** By target. */
  readonly templates: ReadonlyMap<string, readonly TemplatePath[]>;
  /** The code of languages from outside. */
  readonly code: readonly string[];
}

export interface TemplatePath {
  readonly path: string;
  /** Inside its folder: `docs/model`. */
  readonly name: string;
  /** Whether it is the target's own. */
  readonly own: boolean;
}

export interface Inputs {
  readonly sources: readonly TextFile[];
  readonly code: readonly TextFile[];
  /** By target. */
  readonly templates: ReadonlyMap<string, ReadonlyMap<string, TemplateFile & TextFile>>;
}

/** What could be made of the files, and what is wrong with them. */
export interface Found<T> extends Checked<T> {
  readonly value: T;
}

/** Reads the config; its path is relative to the working folder or absolute. */
export function readConfig(path: string): Checked<ConfigFile> {
  const root = dirname(resolve(path));
  const { value, diagnostics } = readText(resolve(path), shownPath(root, resolve(path)));
  if (value !== undefined) return { value: { ...value, root }, diagnostics };
  const isMissing = resolve(path) === resolve(configName) && diagnostics[0]?.code === "file-not-found";
  return { value, diagnostics: isMissing ? [problem("file-not-found", "config", { path: configName })] : diagnostics };
}

/** The specs and templates that a config names. All that is wrong with the folders is reported at once. */
export function listInputs(config: ConfigFile, layout: Omit<Layout, "folders">): Found<InputFiles> {
  const specs = listSpecs(config, layout);
  const templates = layout.targets.map((target) => [target.name, listTemplates(config.root, target, layout)] as const);
  return {
    value: {
      specs: specs.value ?? [],
      templates: new Map(templates.map(([name, { value }]) => [name, value ?? []])),
      code: layout.languages.flatMap(({ code }) => code),
    },
    diagnostics: [...specs.diagnostics, ...templates.flatMap(([, { diagnostics }]) => diagnostics)],
  };
}

/** Reads the files. All that is wrong with them is reported at once. */
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
    paths.flatMap(({ path, name, own }) => {
      const file = files.get(path);
      return file === undefined ? [] : [[name, { ...file, own }] as const];
    });
  const byTarget = new Map([...templates].map(([target, paths]) => [target, new Map(filesOf(paths))]));
  return { value: { sources, templates: byTarget, code: code.flatMap((path) => read(path) ?? []) }, diagnostics };
}

/** What was read, by absolute path. */
export function fingerprintsOf({ root }: ConfigFile, { sources, templates, code }: Inputs): Fingerprints {
  const files = [...sources, ...code, ...[...templates.values()].flatMap((each) => [...each.values()])];
  return new Map(files.map((file) => [resolve(root, file.path), fingerprintOf(file)]));
}

/** Every file that a diagnostic may speak of. */
export function sourcesOf(config: ConfigFile, inputs: Inputs): readonly SourceFile[] {
  const templates = [...inputs.templates.values()].flatMap((each) => [...each.values()]);
  return [config, ...inputs.sources, ...templates].map(({ path, text }) => ({ path, text }));
}

function listSpecs(config: ConfigFile, { spec, specSpan }: Omit<Layout, "folders">): Checked<readonly string[]> {
  const folder = resolve(config.root, spec);
  const shown = shownPath(config.root, folder) || ".";
  const listed = listFolder(folder, shown, specFile, specSpan);
  const files = (listed.value ?? []).filter((file) => file !== join(config.root, config.path));
  if (listed.value !== undefined && files.length === 0) {
    return {
      value: undefined,
      diagnostics: [diagnosticAt(problem("nothing-to-do", "folder", { path: shown }), specSpan)],
    };
  }
  return { value: files, diagnostics: listed.diagnostics };
}

/** Those that all languages share, in place of them those of the target's language, in place of both the target's own. */
function listTemplates(
  root: string,
  { templates, language, span }: Layout["targets"][number],
  { languages }: Pick<Layout, "languages">,
): Checked<readonly TemplatePath[]> {
  const outside = languages.find(({ id }) => id === language);
  const ofLanguage = outside === undefined ? join(shippedTemplates, language) : (outside.templates ?? []);
  const shipped = [join(shippedTemplates, sharedTemplates), ofLanguage].flat();
  const folders = shipped.map((folder) => listTemplateFolder(root, folder, span, false));
  if (templates !== undefined) folders.push(listTemplateFolder(root, resolve(root, templates), span, true));
  const byName = new Map(folders.flatMap(({ value }) => value ?? []).map((template) => [template.name, template]));
  return { value: [...byName.values()], diagnostics: folders.flatMap(({ diagnostics }) => diagnostics) };
}

/** The folder of the templates that all languages use unless they have their own of the same name. */
const sharedTemplates = "shared";

/** The folder of the templates that come with the package, one folder a language and one they share. */
const shippedTemplates = fileURLToPath(new URL("../../templates", import.meta.url));

function listTemplateFolder(root: string, folder: string, cause: Span, own: boolean): Checked<readonly TemplatePath[]> {
  const listed = listFolder(folder, shownPath(root, folder) || ".", templatePaths, cause);
  const nameOf = (path: string): string => templateName(shownPath(folder, path));
  return { value: listed.value?.map((path) => ({ path, name: nameOf(path), own })), diagnostics: listed.diagnostics };
}
