import type { Part } from "../code/lay-out.js";

/**
 * Prints a view.
 *
 * @param root the view of the page, whatever the context is
 * @param parts gets what is printed up to the last piece of code
 * @param text what was printed before, after the last of the parts
 * @returns the same with what is printed after the last piece of code
 */
export type CompiledTemplate = (
  context: unknown,
  root: unknown,
  templates: ReadonlyMap<string, CompiledTemplate>,
  parts: Part[],
  text: string,
) => string;

/** The shipped templates by their texts; filled in when the package is built (see build/bundle.js). */
export const compiledTemplates: ReadonlyMap<string, CompiledTemplate> = new Map();
