/**
 * View + template → text. Templates are Handlebars; the shipped ones are compiled to plain functions when the package
 * is built, which are faster and give the same text.
 */
import { layOutPrinted, Printed } from "../code/lay-out.js";
import type { Page } from "./page.js";
import { isHandlebars, type RenderPage, type TemplateFile, type TemplateFiles } from "./template-files.js";
import { type CompiledTemplate, compiledTemplates } from "./compiled.js";

export interface Rendered {
  readonly text: string;
  /** Whether the page's template or one of its partials is the author's own. */
  readonly own: boolean;
}

/**
 * Prepares templates. The returned function renders one page as text for a file: lines end with a line feed, and a lone
 * surrogate becomes U+FFFD. It throws a TemplateError if a template is wrong; any other error is internal.
 */
export async function compileTemplates(files: TemplateFiles): Promise<(page: Page) => Rendered> {
  const ofKind = (kind: boolean): TemplateFiles =>
    new Map([...files].filter(([, { path }]) => isHandlebars(path) === kind));
  const [handlebars, sources] = [ofKind(true), ofKind(false)];
  const renderPage = shippedTemplates(handlebars) ?? (await import("./handlebars.js")).handlebarsTemplates(handlebars);
  const own = [...files.values()].some((file) => file.own);
  return (page) => {
    const source = sources.get(page.template);
    const text = source === undefined ? layOutPrinted(renderPage(page), page.dialect) : copySource(source, page);
    return { text: withoutFinalNewline(page, withLineFeeds(text)).toWellFormed(), own };
  };
}

/** A runtime source file with its placeholders, the keys of the page's view, replaced. */
function copySource({ text }: TemplateFile, { view }: Page): string {
  return Object.entries(view).reduce(
    (copy, [placeholder, value]) => copy.replaceAll(placeholder, () => String(value)),
    text,
  );
}

/** Specs and templates may have other line ends, which git would convert. */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Undefined unless all of them are shipped. */
function shippedTemplates(files: TemplateFiles): RenderPage | undefined {
  const templates = new Map<string, CompiledTemplate>();
  for (const [name, { text, own }] of files) {
    const compiled = own ? undefined : compiledTemplates.get(text);
    if (compiled === undefined) return undefined;
    templates.set(name, compiled);
  }
  return ({ template, view }) => {
    const render = templates.get(template);
    if (render === undefined) throw new Error(`there is no template "${template}"`);
    const printed = new Printed();
    printed.parts.push(render(view, view, templates, printed, ""));
    return printed;
  };
}

/** A template file ends with a newline, as files do; a Markdown page does not (format §1). */
function withoutFinalNewline(page: Page, text: string): string {
  return /\.mdx?$/.test(page.path) && text.endsWith("\n") ? text.slice(0, -1) : text;
}
