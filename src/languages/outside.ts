/** Languages that do not ship with modelwright: checks that a value is a language, and reports failures in its code. */
import { Block, Imports } from "../code/blocks.js";
import { Code } from "../code/code.js";
import type { Target } from "../config/config.js";
import { targetRecord } from "../config/shapes.js";
import { catalogue } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { DocsContext } from "../docs/context.js";
import type { Page } from "../render/page.js";
import { isSafePath } from "../render/page-paths.js";
import type { Language, Pages } from "./language.js";

/** An error in an external language's code while it creates its pages. */
export class LanguageFailure extends Error {
  readonly #language: string;
  readonly #problem: Problem;

  constructor(
    { id, title }: Language,
    what: string,
    readonly hint: string | undefined,
  ) {
    const failure = problem("invalid-language", "failure", { title, reason: what });
    super(failure.message);
    this.#problem = failure;
    this.#language = id;
    this.name = "LanguageFailure";
  }

  /** The failure as a diagnostic for the one of the targets that was being generated. */
  at(targets: readonly Target[]): Diagnostic {
    const span = targets.find(({ language }) => language === this.#language)?.span;
    return diagnosticAt(this.#problem, span, { hint: this.hint });
  }
}

/** Why a value is not a language, as the end of a sentence: `"id" must be …`; undefined if it is one. */
export function whyNoLanguage(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return `it is ${described(value)}, not an object`;
  const { id, title, defaultNamespace, defaultFieldOrder, sourceRoot, options, templates, ...others } =
    asLanguage(value);
  if (typeof id !== "string" || !/^[a-z][a-z0-9-]*$/.test(id)) return '"id" must be a word like "graphql"';
  if (typeof title !== "string" || title.trim() === "") return '"title" must be a string';
  if (typeof defaultNamespace !== "string" || defaultNamespace === "") return '"defaultNamespace" must be a string';
  if (defaultFieldOrder !== "spec" && defaultFieldOrder !== "alphabetical")
    return '"defaultFieldOrder" must be "spec" or "alphabetical"';
  if (sourceRoot !== undefined && (typeof sourceRoot !== "string" || !isSafePath(sourceRoot)))
    return '"sourceRoot" must be a relative path like "src/main/java"';
  if (templates !== undefined && !isFolder(templates))
    return '"templates" must be the URL of a folder, or its absolute path';
  const missing = functions.find((name) => typeof others[name] !== "function");
  if (missing !== undefined) return `"${missing}" must be a function`;
  if (others.docs !== undefined && typeof others.docs !== "function") return '"docs" must be a function';
  if (typeof options !== "object" || options === null) return '"options" must be an object';
  return Object.entries(options as Record<string, unknown>)
    .map(([name, option]) => whyNoOption(name, option))
    .find((why) => why !== undefined);
}

function isFolder(value: unknown): boolean {
  if (typeof value === "string") return /^(?:[/\\]|[a-z]:[/\\])/i.test(value);
  return value instanceof URL && value.protocol === "file:";
}

const functions = ["canMatch", "pages"] as const;

/** The properties of an object that may be a language, including instances of a class. */
function asLanguage(value: object): { readonly [Key in keyof Language]: unknown } {
  const { id, title, defaultNamespace, defaultFieldOrder, sourceRoot, options, templates } = value as Language;
  const { canMatch, pages, docs } = value as Language;
  return { id, title, defaultNamespace, defaultFieldOrder, sourceRoot, options, templates, canMatch, pages, docs };
}

function whyNoOption(name: string, option: unknown): string | undefined {
  if (Object.hasOwn(targetRecord.keys, name)) return `the option "${name}" is a key of every target`;
  if (typeof option !== "object" || option === null) return `the option "${name}" must be an object`;
  const { description, default: standard, pattern, values } = option as Readonly<Record<string, unknown>>;
  if (typeof description !== "string") return `"description" of the option "${name}" must be a string`;
  if (typeof standard !== "string" && typeof standard !== "boolean")
    return `"default" of the option "${name}" must be a string, true or false`;
  if (values !== undefined && !(Array.isArray(values) && values.every((each) => typeof each === "string")))
    return `"values" of the option "${name}" must be a list of strings`;
  if (pattern !== undefined && (typeof pattern !== "string" || !isRegularExpression(pattern)))
    return `"pattern" of the option "${name}" must be a regular expression as a string`;
  return undefined;
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * Wraps the language: each of its failures becomes a LanguageFailure, and its pages are checked before they are rendered.
 *
 * @param placeOf the location in the language's own code at which something was thrown
 */
export function guarded(
  language: Language,
  placeOf: (error: unknown) => string | undefined = () => undefined,
): Language {
  const { id, title, defaultNamespace, defaultFieldOrder, sourceRoot, options, templates } = language;
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const place = placeOf(error);
      throw new LanguageFailure(language, message.split("\n", 1)[0]!, place && `it was thrown at ${place}`);
    }
  };
  const checked = (what: string, why: string | undefined): void => {
    if (why !== undefined) throw new LanguageFailure(language, `${what}: ${why}`, undefined);
  };
  const pagesOf = (make: () => Iterable<Page>): readonly Page[] => {
    const pages = attempt(() => [...make()]);
    for (const page of pages) checked(nameOf(page), whyNoPage(page));
    return pages;
  };
  return {
    ...{ id, title, defaultNamespace, defaultFieldOrder, options },
    ...(sourceRoot !== undefined && { sourceRoot }),
    ...(templates !== undefined && { templates }),
    ...(language.docs && {
      docs: (spec, target, read) =>
        guardedContext(
          attempt(() => language.docs!(spec, target, read)),
          attempt,
        ),
    }),
    canMatch: (pattern) => attempt(() => language.canMatch(pattern)),
    pages(spec, target, read) {
      const pages = attempt(() => language.pages(spec, target, read));
      checked("pages()", whyNoPages(pages));
      return {
        of: (definition) => pagesOf(() => pages.of(definition)),
        others: () => pagesOf(() => pages.others()),
        diagnostics: pages.diagnostics,
      };
    },
  };
}

/** A context whose own functions report their failures. */
function guardedContext(context: DocsContext, attempt: <T>(action: () => T) => T): DocsContext {
  const guard = (value: unknown): unknown =>
    typeof value === "function"
      ? (...given: readonly unknown[]) => attempt(() => Reflect.apply(value, context, given) as unknown)
      : value;
  const entries = Object.entries(context).map(([key, value]) => [key, guard(value)] as const);
  return Object.fromEntries(entries) as unknown as DocsContext;
}

function whyNoPages(pages: Partial<Pages & { diagnostics: readonly Diagnostic[] }> | undefined): string | undefined {
  if (typeof pages?.of !== "function" || typeof pages.others !== "function")
    return 'it must return "of" and "others", both functions';
  if (!Array.isArray(pages.diagnostics)) return 'it must return "diagnostics", a list';
  const unknown = pages.diagnostics.find(({ code }) => !Object.hasOwn(catalogue, code));
  return unknown && `there is no diagnostic code "${String(unknown.code)}"`;
}

function nameOf(page: Partial<Page> | undefined): string {
  return typeof page?.path === "string" ? `the page "${page.path}"` : "a page";
}

function whyNoPage(page: Partial<Page> | undefined): string | undefined {
  if (typeof page?.path !== "string") return '"path" must be a string';
  if (typeof page.template !== "string") return '"template" must be a string';
  if (typeof page.view !== "object" || page.view === null) return '"view" must be an object';
  return whyNoView(page.view, "", page.dialect !== undefined);
}

function whyNoView(value: unknown, at: string, hasDialect: boolean): string | undefined {
  if (typeof value === "string" || typeof value === "boolean") return undefined;
  if (value instanceof Code || value instanceof Block || value instanceof Imports)
    return hasDialect ? undefined : `"${at}" in its view is code, so the page needs a "dialect"`;
  const prototype = typeof value === "object" && value !== null ? (Object.getPrototypeOf(value) as unknown) : undefined;
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
    return `"${at}" in its view is ${described(value)}; it must be a string, true, false, code, a list or a plain object`;
  for (const [key, each] of Object.entries(value as object)) {
    const why = whyNoView(each, at === "" ? key : `${at}.${key}`, hasDialect);
    if (why !== undefined) return why;
  }
  return undefined;
}

function described(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  const { name } = value.constructor;
  const isCopy = [Code, Block, Imports].some((each) => each.name === name);
  return isCopy ? `a ${name} of another copy of modelwright` : `an object of the class ${name}`;
}
