/** Everything a run reads: the config, the field specs, the templates. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config, Target } from "../config/config.js";
import type { Checked, Diagnostic, SourceFile, Span } from "../diagnostics.js";
import type { TemplateFile, TemplateFiles } from "../render/templates.js";
import { codeOf, reasonOf } from "./disk-error.js";
import { listFiles } from "./list-files.js";
import { readText } from "./read-text.js";

/** The config's name where none is given. */
export const configName = "modelwright.yaml";

/** A config file that was read. Every path of the project is written relative to its folder. */
export interface ConfigFile extends SourceFile {
  /** The absolute path of its folder. */
  readonly root: string;
}

/** What of a config says which files a run reads. */
export interface Layout {
  readonly spec: Config["spec"];
  readonly specSpan: Config["specSpan"];
  readonly targets: readonly Pick<Target, "name" | "language" | "templates" | "span">[];
}

export interface Inputs {
  /** The field specs, in code-unit order of their paths. */
  readonly sources: readonly SourceFile[];
  /** By target. */
  readonly templates: ReadonlyMap<string, TemplateFiles>;
}

/** Reads the config; its path is relative to the working folder or absolute. */
export function readConfig(path: string): Checked<ConfigFile> {
  const root = dirname(resolve(path));
  const { value, diagnostics } = readText(resolve(path), shownPath(root, resolve(path)));
  return { value: value && { ...value, root }, diagnostics };
}

/** Reads the specs and templates that a config names. All that is wrong with the files is reported at once. */
export function readInputs(config: ConfigFile, layout: Layout): Checked<Inputs> {
  const sources = readSpec(config, layout);
  const templates = layout.targets.map((target) => [target.name, readTemplates(config.root, target)] as const);
  return {
    value: {
      sources: sources.value ?? [],
      templates: new Map(templates.map(([name, { value }]) => [name, value ?? new Map<string, TemplateFile>()])),
    },
    diagnostics: [...sources.diagnostics, ...templates.flatMap(([, { diagnostics }]) => diagnostics)],
  };
}

/** Every file that a diagnostic may speak of. */
export function sourcesOf(config: ConfigFile, inputs: Inputs): readonly SourceFile[] {
  return [config, ...inputs.sources, ...[...inputs.templates.values()].flatMap((files) => [...files.values()])];
}

/** The path of a file as a person at the project's root would type it, with forward slashes. */
export function shownPath(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

function readSpec(config: ConfigFile, { spec, specSpan }: Layout): Checked<readonly SourceFile[]> {
  const folder = resolve(config.root, spec);
  const shown = shownPath(config.root, folder) || ".";
  const listed = list(folder, shown, [".yaml", ".yml"], specSpan);
  const files = (listed.value ?? []).filter((file) => shownPath(config.root, file) !== config.path);
  if (listed.value !== undefined && files.length === 0) {
    return failed("nothing-to-do", `There are no .yaml or .yml files in "${shown}"`, specSpan);
  }
  const read = files.map((file) => readText(file, shownPath(config.root, file)));
  return {
    value: read.flatMap(({ value }) => value ?? []),
    diagnostics: [...listed.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/**
 * The shipped templates of a target, those of its language in place of those all languages share, and the target's own in
 * place of both.
 */
function readTemplates(root: string, target: Layout["targets"][number]): Checked<TemplateFiles> {
  const { templates, language, span } = target;
  const folders = [sharedTemplates, language].map((name) => join(shippedTemplates, name));
  const read = folders.map((folder) => readTemplateFolder(root, folder, span, false));
  if (templates !== undefined) read.push(readTemplateFolder(root, resolve(root, templates), span, true));
  return {
    value: new Map(read.flatMap(({ value }) => [...(value ?? [])])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The folder of the templates that all languages use unless they have their own of the same name. */
const sharedTemplates = "shared";

/** The folder of the templates that come with the package, one folder a language and one they share. */
export const shippedTemplates = fileURLToPath(new URL("../../templates", import.meta.url));

function readTemplateFolder(root: string, folder: string, cause: Span, own: boolean): Checked<TemplateFiles> {
  const listed = list(folder, shownPath(root, folder) || ".", [".hbs"], cause);
  const read = (listed.value ?? []).map((file) => [file, readText(file, shownPath(root, file))] as const);
  const files = read.flatMap(([file, { value }]) =>
    value ? [[templateName(folder, file), { ...value, own }] as const] : [],
  );
  return {
    value: new Map(files),
    diagnostics: [...listed.diagnostics, ...read.flatMap(([, { diagnostics }]) => diagnostics)],
  };
}

/** `docs/model` for `templates/ruby/docs/model.hbs`. */
function templateName(folder: string, file: string): string {
  return shownPath(folder, file).slice(0, -".hbs".length);
}

/** The absolute paths of a folder's files; a path that is a file stands for itself. */
function list(path: string, shown: string, ends: readonly string[], span: Span): Checked<readonly string[]> {
  try {
    if (!existsSync(path)) return failed("file-not-found", `There is no folder "${shown}"`, span);
    if (!statSync(path).isDirectory()) return { value: [path], diagnostics: [] };
    return { value: listFiles(path, ends).map((file) => join(path, file)), diagnostics: [] };
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return failed("unreadable-file", `"${shown}" cannot be read: ${reasonOf(error)}`, span);
  }
}

function failed(code: Diagnostic["code"], message: string, span: Span): Checked<never> {
  return { value: undefined, diagnostics: [{ code, severity: "error", message, span }] };
}
