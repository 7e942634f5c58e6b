/** Templates as files, and what can be wrong with them. */
import type { Printed } from "../code/lay-out.js";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { Page } from "./page.js";

/**
 * Templates, partials and runtime source files of one target, by name (`docs/model`, `runtime/Copies.java`), the target's
 * own in place of the shipped ones.
 */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

export interface TemplateFile extends SourceFile {
  /** Whether the author of the target wrote it. */
  readonly own: boolean;
}

/** Matches the files of a template folder that are used: Handlebars templates, and all source files of `runtime/`. */
export const templatePaths = /\.hbs$|^runtime\//;

/** The name by which pages and partials refer to a file: `docs/model` for `docs/model.hbs`. */
export function templateName(path: string): string {
  return isHandlebars(path) ? path.slice(0, -".hbs".length) : path;
}

export function isHandlebars(path: string): boolean {
  return path.endsWith(".hbs");
}

/** An author's mistakes in templates. */
export class TemplateError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("; "));
    this.name = "TemplateError";
  }
}

/** Gives what the template prints: text, and code that is not laid out yet. */
export type RenderPage = (page: Page) => Printed;
