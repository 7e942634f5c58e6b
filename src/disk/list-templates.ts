/** The templates of a target. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Target } from "../config/config.js";
import type { Checked, Diagnostic, Span } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { templateName, templatePaths } from "../render/template-files.js";
import { type ConfigPath, listFolder } from "./list-folder.js";
import { shownPath } from "./shown-path.js";

export interface TemplatePath {
  readonly path: string;
  /** Inside its folder: `docs/model`. */
  readonly name: string;
  /** Whether it is the target's own. */
  readonly own: boolean;
  /** Whether the target's own file has the name of none that it could replace. */
  readonly isNew: boolean;
}

/**
 * Those that all languages share, in place of them those of the target's language, in place of both the target's own.
 *
 * @param config where the config is
 * @param outside the template folder of a language that does not come with modelwright; an empty list if it has none
 */
export function listTemplates(
  config: ConfigPath,
  { templates, language, span }: Pick<Target, "templates" | "language" | "span">,
  outside: string | readonly string[] | undefined,
): Checked<readonly TemplatePath[]> {
  const { root } = config;
  const ofLanguage = outside ?? join(shippedTemplates, language);
  const shipped = [join(shippedTemplates, sharedTemplates), ofLanguage].flat();
  const listed = shipped.map((folder) => listedFolder(root, folder, span));
  const known = new Map(
    listed.flatMap(({ value = [] }) => value).map((file) => [file.name, { ...file, own: false, isNew: false }]),
  );
  const own = templates === undefined ? nothing : listedFolder(root, resolve(root, templates), span, config);
  // A language from outside may leave it to its targets to have a template.
  const isNew = (name: string): boolean => outside === undefined && !known.has(name);
  const byName = new Map<string, TemplatePath>(known);
  for (const file of own.value ?? []) byName.set(file.name, { ...file, own: true, isNew: isNew(file.name) });
  const misnamed = own.others.flatMap(({ name, path }) =>
    misnamedTemplate(root, name, path, (each) => known.has(each)),
  );
  const diagnostics = [...listed, own].flatMap((each) => each.diagnostics);
  return { value: [...byName.values()], diagnostics: [...diagnostics, ...misnamed] };
}

/** The folder of the templates that all languages use unless they have their own of the same name. */
const sharedTemplates = "shared";

/** The folder of the templates that come with the package, one folder a language and one they share. */
const shippedTemplates = fileURLToPath(new URL("../../templates", import.meta.url));

interface ListedFile {
  readonly path: string;
  readonly name: string;
}

interface ListedFolder extends Checked<readonly ListedFile[]> {
  /** The files that are no templates. */
  readonly others: readonly ListedFile[];
}

const nothing: ListedFolder = { value: [], others: [], diagnostics: [] };

function listedFolder(root: string, folder: string, cause: Span, config?: ConfigPath): ListedFolder {
  const { value, diagnostics } = listFolder(folder, shownPath(root, folder) || ".", /(?:)/, cause, config);
  const files = (value ?? []).map((path) => ({ path, inside: shownPath(folder, path) }));
  const isTemplate = ({ inside }: { readonly inside: string }): boolean => templatePaths.test(inside);
  return {
    value: value && files.filter(isTemplate).map(({ path, inside }) => ({ path, name: templateName(inside) })),
    others: files.filter((file) => !isTemplate(file)).map(({ path, inside }) => ({ path, name: inside })),
    diagnostics,
  };
}

/** A file with the name of a template and another ending, such as that of the page. */
function misnamedTemplate(
  root: string,
  name: string,
  path: string,
  isTemplate: (name: string) => boolean,
): readonly Diagnostic[] {
  const template = name.replace(/\.(?:hbs\.(?!orig$|bak$|swp$)\w+|handlebars|mustache|md|html?|txt)$/, "");
  if (template === name || !isTemplate(template)) return [];
  const found = problem("unused-template", "ending", { name, template: `${template}.hbs` });
  return [diagnosticAt(found, { file: shownPath(root, path), start: 0, end: 0 })];
}
