/**
 * View + template → text. Templates are Handlebars; those that come with the package are compiled to plain functions when
 * the package is built, which give the same text in less time.
 */
import { layOutPrinted, Printed } from "../code/lay-out.js";
import type { Page } from "./page.js";
import { isHandlebars, type RenderPage, type TemplateFile, type TemplateFiles } from "./template-files.js";
import { type CompiledTemplate, compiledTemplates } from "./compiled.js";

export interface Rendered {
  readonly text: string;
  /** Whether the page's template or a partial it may use is the author's own. */
  readonly own: boolean;
}

/**
 * Prepares templates. The returned function renders one page, as text that a file can hold: lines end with a line feed, and
 * half of a surrogate pair becomes U+FFFD. It throws a TemplateError where a template is wrong; anything else is our mistake.
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

/** A runtime source file with its placeholders, the keys of the page's view, replaced by their values. */
function copySource({ text }: TemplateFile, { view }: Page): string {
  return Object.entries(view).reduce(
    (copy, [placeholder, value]) => copy.replaceAll(placeholder, () => String(value)),
    text,
  );
}

/** Specs and templates may hold other line ends, which version control would change. */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Undefined if not all of them are shipped. */
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
