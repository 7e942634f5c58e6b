/** Templates of a target that nothing uses, most likely because their names are wrong. */
import { didYouMean } from "../shape/suggest.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { isHandlebars, type TemplateFiles } from "./template-files.js";

/**
 * The target's own files that replace no other, and that none of its templates includes.
 *
 * @param files all templates of a target
 */
export function unusedTemplates(files: TemplateFiles): readonly Diagnostic[] {
  const added = [...files].filter(([, { isNew }]) => isNew);
  if (added.length === 0) return [];
  const own = [...files.values()].filter((file) => file.own && isHandlebars(file.path));
  const included = new Set(own.flatMap(({ text }) => partialsIn(text)));
  const known = [...files].flatMap(([name, { isNew }]) => (isNew ? [] : name));
  return added.flatMap(([name, file]) => {
    if (included.has(name)) return [];
    const span = { file: file.path, start: 0, end: 0 };
    return [diagnosticAt(problem("unused-template", "name", { name }), span, { hint: didYouMean(name, known) })];
  });
}

/** The partials that a template includes: `{{> docs/header}}`, `{{#> "layout"}}`. */
function partialsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{\{~?#?>\s*(["']?)([^\s"'}]+)\1/g), ([, , name = ""]) => name);
}
