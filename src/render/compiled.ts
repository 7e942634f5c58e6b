/** @param root the view of the page, whatever the context is */
export type CompiledTemplate = (
  context: unknown,
  root: unknown,
  templates: ReadonlyMap<string, CompiledTemplate>,
) => string;

/** The shipped templates by their texts; filled in when the package is built (see build/bundle.js). */
export const compiledTemplates: ReadonlyMap<string, CompiledTemplate> = new Map();
