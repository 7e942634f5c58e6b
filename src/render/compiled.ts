import type { Printed } from "../code/lay-out.js";

/**
 * Prints a view.
 *
 * @param root the view of the page, whatever the context is
 * @param printed gets what is printed up to the last of its parts
 * @param text what was printed before, after the last of the parts
 * @returns the same with what is printed after the last of the parts
 */
export type CompiledTemplate = (
  context: unknown,
  root: unknown,
  templates: ReadonlyMap<string, CompiledTemplate>,
  printed: Printed,
  text: string,
) => string;

/** The shipped templates by their texts; filled in when the package is built (see build/bundle.js). */
export const compiledTemplates: ReadonlyMap<string, CompiledTemplate> = new Map();
