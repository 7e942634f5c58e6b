import type Handlebars from "handlebars";

/** The shipped templates by their texts, compiled; filled in when the package is built (see bundle.js). */
export const compiledTemplates: ReadonlyMap<string, Parameters<typeof Handlebars.template>[0]> = new Map();
