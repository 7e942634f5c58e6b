/** Template files and their mistakes. */
import type { Printed } from "../code/lay-out.js";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { Page } from "./page.js";

/**
 * Templates, partials and runtime source files of one target, by name (`docs/model`, `runtime/Copies.java`). The
 * target's own files replace the shipped ones.
 */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

export interface TemplateFile extends SourceFile {
  /** Whether it is the target's own. */
  readonly own: boolean;
  /** Whether it is the target's own and replaces no shipped file. */
  readonly isNew?: boolean;
}

/** Matches the files of a template folder: Handlebars templates, and all source files of `runtime/`. */
export const templatePaths = /\.hbs$|^runtime\//;

/** The name by which pages and partials refer to a file: `docs/model` for `docs/model.hbs`. */
export function templateName(path: string): string {
  return isHandlebars(path) ? path.slice(0, -".hbs".length) : path;
}

export function isHandlebars(path: string): boolean {
  return path.endsWith(".hbs");
}

/** An author's mistakes in templates, with their diagnostics. */
export class TemplateError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("; "));
    this.name = "TemplateError";
  }
}

/** Renders a page: returns text, and code that is not laid out yet. */
export type RenderPage = (page: Page) => Printed;
