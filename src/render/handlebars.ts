/**
 * Renders templates with Handlebars in a strict way: unknown keys fail everywhere, nothing is escaped, there are no
 * helpers except the built-in `if`, `unless`, `each` and `with`, and nothing outside the view can be reached.
 */
import Handlebars from "handlebars";
import { hint } from "../diagnostics/asides.js";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import { printAll } from "../code/lay-out.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { Markers } from "./markers.js";
import type { Page } from "./page.js";
import compileOptions from "./compile-options.json" with { type: "json" };
import { type RenderPage, type TemplateFile, TemplateError, type TemplateFiles } from "./template-files.js";

/** Compiles templates on first use. The returned function throws a TemplateError if the template is wrong. */
export function handlebarsTemplates(files: TemplateFiles): RenderPage {
  const environment = isolatedHandlebars();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, file] of files) {
    const located = locating(file, () => environment.compile(parse(file, files), compileOptions));
    environment.registerPartial(name, located);
    compiled.set(name, located);
  }
  return (page) => {
    const render = compiled.get(page.template);
    if (render === undefined) throw new Error(`there is no template "${page.template}"`);
    try {
      if (page.dialect === undefined) return printAll([render(page.view)]);
      const markers = new Markers();
      return printAll(markers.partsOf(render(markers.mark(page.view))));
    } catch (error) {
      throw error instanceof LocatedError ? new TemplateError(diagnose(error, page)) : error;
    }
  };
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
      if (argument === undefined) throw new UnknownKey(name, options.loc);
      return builtIn.call(this, argument, options) as unknown;
    });
  }
  return environment;
}

interface LocatedOptions extends Handlebars.HelperOptions {
  readonly loc?: Location;
}

/** Lines count from 1, columns from 0, as in Handlebars. */
interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

class UnknownKey extends Error {
  constructor(
    readonly block: string,
    readonly location: Location | undefined,
  ) {
    super(block);
  }
}

/** An error, and the innermost template in which it occurred. */
class LocatedError extends Error {
  constructor(
    readonly problem: Problem,
    readonly file: TemplateFile,
    readonly location: Location | undefined,
  ) {
    super(problem.message);
  }
}

/** A template that is compiled on first use; its errors have a place. */
function locating(file: TemplateFile, compile: () => Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  let compiled: Handlebars.TemplateDelegate | undefined;
  return (context, options) => {
    try {
      compiled ??= compile();
      return compiled(context, options);
    } catch (error) {
      if (error instanceof LocatedError || !(error instanceof Error)) throw error;
      throw new LocatedError(problemOf(error), file, locationOf(error));
    }
  };
}

/**
 * @throws LocatedError for mistakes that Handlebars reports without a place or not at all: unknown partials, prototypes
 */
function parse(file: TemplateFile, files: TemplateFiles): hbs.AST.Program {
  const program = Handlebars.parse(file.text);
  const visitor = new Handlebars.Visitor();
  visitor.PartialStatement = ({ name, loc }) => {
    const partial = "original" in name ? String(name.original) : undefined;
    if (partial === undefined) throw new LocatedError(problem("template-error", "partialName"), file, loc);
    if (!files.has(partial))
      throw new LocatedError(problem("template-error", "unknownPartial", { name: partial }), file, loc);
  };
  visitor.PathExpression = ({ parts, loc }) => {
    const inherited = parts.find((part) => typeof part === "string" && part in Object.prototype);
    if (inherited !== undefined)
      throw new LocatedError(problem("template-error", "unknownKey", { key: inherited }), file, loc);
  };
  visitor.accept(program);
  return program;
}

function locationOf(error: Error): Location | undefined {
  if (error instanceof UnknownKey) return error.location;
  const parseError = /^Parse error on line (\d+):/.exec(error.message);
  if (parseError !== null) {
    const line = Number(parseError[1]);
    return { start: { line, column: 0 }, end: { line, column: 0 } };
  }
  const { lineNumber, column, endLineNumber, endColumn } = error as Partial<HandlebarsPosition>;
  if (lineNumber === undefined || column === undefined) return undefined;
  return {
    start: { line: lineNumber, column },
    end: { line: endLineNumber ?? lineNumber, column: endColumn ?? column + 1 },
  };
}

interface HandlebarsPosition {
  readonly lineNumber: number;
  readonly column: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** The message of Handlebars, without its position and its excerpt of the template. */
function problemOf(error: Error): Problem {
  if (error instanceof UnknownKey) return problem("template-error", "blockKey", { block: error.block });
  if (error.message.startsWith("Parse error")) return problem("template-error", "syntax");
  if (error instanceof TypeError) return problem("template-error", "blockPath");
  const key = /^"(?<key>.*)" not defined in /s.exec(error.message)?.groups?.["key"];
  if (key !== undefined) return problem("template-error", "unknownKey", { key });
  const reason = error.message.replace(/ - \d+:\d+$/, "").replace(/^You specified knownHelpersOnly, but used the /, "");
  return problem("template-error", "other", { reason });
}

function diagnose(error: LocatedError, { model, path, template }: Page): Diagnostic {
  return {
    ...error.problem,
    span: spanOf(error),
    hint: model === undefined ? hint("template", { template, path }) : hint("model", { model, template }),
  };
}

function spanOf({ file, location }: LocatedError): Span {
  if (location === undefined) return { file: file.path, start: 0, end: 0 };
  const start = offsetOf(file.text, location.start);
  return { file: file.path, start, end: Math.max(start, offsetOf(file.text, location.end)) };
}

function offsetOf(text: string, { line, column }: Location["start"]): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  return Math.min(start + column, text.length);
}
