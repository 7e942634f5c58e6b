/**
 * Renders templates with Handlebars in a strict way: unknown keys fail everywhere, nothing is escaped, there are no
 * helpers except the built-in `if`, `unless`, `each` and `with`, and nothing outside the view can be reached.
 */
import Handlebars from "handlebars";
import { printAll } from "../code/lay-out.js";
import { hint } from "../diagnostics/asides.js";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import { Markers } from "./markers.js";
import type { Page, View } from "./page.js";
import compileOptions from "./compile-options.json" with { type: "json" };
import { type RenderPage, type TemplateFile, TemplateError, type TemplateFiles } from "./template-files.js";
import {
  keyHint,
  located,
  LocatedError,
  type Location,
  type Miss,
  unknownKey,
  UnknownKey,
  watched,
} from "./template-mistakes.js";
import { argumentAt, mistakesIn, removeAt } from "./template-tree.js";

/**
 * Compiles templates on first use. The returned function throws a TemplateError with all mistakes of the templates that the
 * page uses: it removes what is wrong from the template and renders the rest to find more. A mistake is thrown once.
 */
export function handlebarsTemplates(files: TemplateFiles): RenderPage {
  const environment = isolatedHandlebars();
  const templates = new Map<string, Template>();
  for (const [name, file] of files) {
    const template = new Template(file, files, environment);
    templates.set(file.path, template);
    environment.registerPartial(name, template.render);
  }
  return (page) => {
    const file = files.get(page.template);
    const template = file && templates.get(file.path);
    if (template === undefined) throw new Error(`there is no template "${page.template}"`);
    const mistakes: Diagnostic[] = [];
    for (;;) {
      const markers = new Markers();
      const view = page.dialect === undefined ? page.view : markers.mark(page.view);
      try {
        const text = template.render(view);
        if (mistakes.length > 0) throw new TemplateError(mistakes);
        return printAll(page.dialect === undefined ? [text] : markers.partsOf(text));
      } catch (error) {
        if (!(error instanceof LocatedError)) throw error;
        const owner = templates.get(error.file.path);
        mistakes.push(diagnose(error, page, owner, () => missOf(template, page.view)));
        if (owner?.leaveOut(error) !== true) throw new TemplateError(mistakes);
      }
    }
  };
}

/** What a lookup that failed looked for. */
function missOf(template: Template, view: View): Miss | undefined {
  let last: Miss | undefined;
  try {
    template.render(watched(new Markers().mark(view), (miss) => (last = miss)));
  } catch {
    return last;
  }
  return undefined;
}

/** A template or partial, compiled when it is first used; what it throws says where. */
class Template {
  readonly #file: TemplateFile;
  readonly #files: TemplateFiles;
  readonly #environment: typeof Handlebars;
  #program: hbs.AST.Program | undefined;
  #compiled: Handlebars.TemplateDelegate | undefined;

  constructor(file: TemplateFile, files: TemplateFiles, environment: typeof Handlebars) {
    this.#file = file;
    this.#files = files;
    this.#environment = environment;
  }

  readonly render: Handlebars.TemplateDelegate = (context, options) => {
    try {
      this.#compiled ??= this.#compile();
      return this.#compiled(context, options);
    } catch (error) {
      throw error instanceof LocatedError || !(error instanceof Error) ? error : located(error, this.#file);
    }
  };

  /** The argument of the block that failed. */
  argumentAt(at: Location): hbs.AST.Expression | undefined {
    return this.#program && argumentAt(this.#program, at);
  }

  /** Goes on without the statement that failed, or without anything where it is not known. @returns whether it can */
  leaveOut({ location }: LocatedError): boolean {
    this.#compiled = undefined;
    if (this.#program !== undefined && this.#program.body.length === 0) return false;
    if (this.#program === undefined || location === undefined || !removeAt(this.#program, location))
      this.#program = Handlebars.parse("");
    return true;
  }

  #compile(): Handlebars.TemplateDelegate {
    this.#program ??= Handlebars.parse(this.#file.text);
    const [mistake] = mistakesIn(this.#program, this.#file, this.#files);
    if (mistake !== undefined) throw mistake;
    return this.#environment.compile(this.#program, compileOptions);
  }
}

/**
 * A Handlebars instance whose block helpers fail on a key that the view does not have. The option `strict` does not
 * check the arguments of helpers; but views have no undefined values, so an undefined argument is an unknown key.
 */
function isolatedHandlebars(): typeof Handlebars {
  const environment = Handlebars.create();
  for (const name of ["log", "lookup"]) environment.unregisterHelper(name);
  for (const name of ["if", "unless", "each", "with"]) {
    const builtIn = environment.helpers[name] as Handlebars.HelperDelegate;
    environment.registerHelper(name, function (this: unknown, argument: unknown, options: LocatedOptions) {
      if (argument === undefined) throw new UnknownKey(options.loc);
      return builtIn.call(this, argument, options) as unknown;
    });
  }
  return environment;
}

interface LocatedOptions extends Handlebars.HelperOptions {
  readonly loc?: Location;
}

function diagnose(
  error: LocatedError,
  { model, path, template, view }: Page,
  owner: Template | undefined,
  findMiss: () => Miss | undefined,
): Diagnostic {
  const miss = error.isKey ? findMiss() : undefined;
  const argument = error.location && owner?.argumentAt(error.location);
  const found = miss === undefined ? error.problem : unknownKey(miss.key);
  const seen = model === undefined ? hint("template", { template, path }) : hint("model", { model, template });
  return {
    ...found,
    span: spanOf(error.file, argument?.loc ?? error.location),
    hint: (miss && keyHint(miss, view)) ?? seen,
  };
}

function spanOf(file: TemplateFile, location: Location | undefined): Span {
  if (location === undefined) return { file: file.path, start: 0, end: 0 };
  const start = offsetOf(file.text, location.start);
  return { file: file.path, start, end: Math.max(start, offsetOf(file.text, location.end)) };
}

function offsetOf(text: string, { line, column }: Location["start"]): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  return Math.min(start + column, text.length);
}
