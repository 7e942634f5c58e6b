/** Loads the languages that a config names or a program passes, in addition to the shipped ones. */
import { readFileSync, realpathSync } from "node:fs";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { type Named, namedPaths } from "../config/named-paths.js";
import { hint } from "../diagnostics/asides.js";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { hashOfAll } from "../disk/hash.js";
import { languages as shipped } from "../languages/index.js";
import type { Language } from "../languages/language.js";
import { guarded, whyNoLanguage } from "../languages/outside.js";
import {
  defaultExport,
  filesOfModule,
  isPath,
  type LanguageFiles,
  placeThrown,
  type ResolvedModule,
  resolveModule,
} from "./modules.js";

interface LoadedLanguage {
  readonly language: Language;
  readonly files: LanguageFiles;
}

export interface LoadedLanguages {
  readonly languages: readonly Language[];
  /** The files and folders of each language. */
  readonly files: readonly LanguageFiles[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads the modules under `languages:`.
 *
 * @param config the config, with the absolute path of its folder
 * @param given languages from a program, which have no files to watch
 * @throws TypeError for a given value that is not a language
 */
export async function loadLanguages(
  config: SourceFile & { readonly root: string },
  given: readonly Language[] = [],
): Promise<LoadedLanguages> {
  const loaded = given.map((language, at) => loadedGiven(language, given.slice(0, at)));
  const diagnostics: Diagnostic[] = [];
  for (const named of namedPaths(config)?.modules ?? []) {
    const result = await load(named, config.root);
    const problem = "files" in result ? whyTaken(result.language, loaded, named) : result;
    if (problem !== undefined) diagnostics.push(problem);
    else if ("files" in result) loaded.push(result);
  }
  const languages = loaded.map(({ language }) => language);
  return { languages, files: loaded.map(({ files }) => files), diagnostics };
}

/** The diagnostics of a config. If a language could not be loaded, an unknown language of a target may be that one. */
export function mistakesOf(
  config: SourceFile,
  mistakes: readonly Diagnostic[],
  { diagnostics }: LoadedLanguages,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return mistakes;
  const starts = namedPaths(config)?.targetLanguages.map(({ span }) => span.start) ?? [];
  const others = mistakes.filter(({ code, span }) => code !== "invalid-value" || !starts.includes(span?.start ?? -1));
  return [...diagnostics, ...others];
}

function loadedGiven(language: Language, before: readonly Language[]): LoadedLanguage {
  const why = whyNoLanguage(language);
  if (why !== undefined) throw new TypeError(`one of "languages" is not a language: ${why}`);
  const isTaken = [...shipped, ...before].some(({ id }) => id === language.id);
  if (isTaken) throw new TypeError(`two languages have the id "${language.id}"`);
  return {
    language: guarded(language),
    files: { id: language.id, place: "", code: [], templates: folderOf(language) },
  };
}

async function load(named: Named, folder: string): Promise<LoadedLanguage | Diagnostic> {
  const { name } = named;
  const module = await resolveModule(name, folder);
  if (!("path" in module)) return unresolved(named, module);
  const { path } = module;
  const root = realpathSync(folder);
  const code = filesOfModule(path);
  const placeOf = (error: unknown): string | undefined => placeThrown(error, code, root);
  let exported: unknown;
  try {
    exported = await defaultExport(path);
  } catch (error) {
    const [message] = String(error).replaceAll(`${root}/`, "").split("\n");
    const place = placeOf(error);
    const where = place === undefined ? `run "node ${path.replace(`${root}/`, "")}" to see where` : thrownAt(place);
    return invalid(problem("invalid-language", "load", { name, reason: message ?? "" }), named, where);
  }
  const why = whyNoLanguage(exported);
  if (why === undefined && hasChanged(exported as Language, code))
    return invalid(problem("invalid-language", "changed", { name }), named);
  if (why !== undefined) return invalid(problem("invalid-language", "export", { name, reason: why }), named);
  const language = guarded(exported as Language, placeOf);
  const place = isPath(name) ? name : `node_modules/${name}`;
  return { language, files: { id: language.id, place, code, templates: folderOf(language) } };
}

/** Whether the code of a module has changed since its language was first loaded: a process loads a module once. */
function hasChanged(language: Language, code: readonly string[]): boolean {
  const hash = hashOfAll(code.flatMap((path) => [path, readFileSync(path, "latin1")]));
  const known = loadedCode.get(language) ?? hash;
  loadedCode.set(language, known);
  return known !== hash;
}

/**
 * The hash of the code from which each language was loaded. It is kept for the life of the process, as Node keeps the modules.
 */
const loadedCode = new WeakMap<Language, string>();

function thrownAt(place: string): string {
  return `it was thrown at ${place}`;
}

function folderOf({ templates }: Language): string | undefined {
  if (templates === undefined || (typeof templates === "string" && isAbsolute(templates))) return templates as string;
  return fileURLToPath(templates);
}

function unresolved(named: Named, module: Exclude<ResolvedModule, { readonly path: string }>): Diagnostic {
  const { name, span } = named;
  switch (module.problem) {
    case "absolute":
      return invalid(problem("invalid-language", "absolute"), named);
    case "outside":
      return invalid(problem("invalid-language", "outside", { name }), named);
    case "not-a-name":
      return invalid(problem("invalid-language", "name", { name }), named);
    case "missing": {
      const missing = isPath(name)
        ? problem("file-not-found", "file", { path: name })
        : problem("file-not-found", "package", { name });
      return diagnosticAt(missing, span, { hint: module.meant && hint("didYouMean", { name: module.meant }) });
    }
  }
}

function whyTaken({ id }: Language, others: readonly LoadedLanguage[], named: Named): Diagnostic | undefined {
  const isTaken = shipped.some((each) => each.id === id) || others.some(({ language }) => language.id === id);
  if (!isTaken) return undefined;
  return invalid(problem("invalid-language", "id", { name: named.name, id }), named);
}

function invalid(found: Problem, { span }: Named, instruction = found.hint): Diagnostic {
  return diagnosticAt(found, span, { hint: instruction });
}
