/** What accompanies a message: hints that depend on what was found, and related places. */
import type { RelatedPlace, Span } from "./diagnostic.js";
import { type Parameters, type ParametersIn, worded } from "./wording.js";

/** Hints: instructions. Fixed hints are next to their messages in the catalogue. */
const hints = {
  didYouMean: 'did you mean "{name}"?',
  oneOf: "use one of {names}",
  quote: 'put it in quotes: "{value}"',
  unquote: "remove the quotes: {value}",
  write: "write {value}",
  space: 'write a space after the colon: "{text}"',
  indent: 'indent "{key}" below "{parent}"',
  below: 'write "{key}" below "{parent}"',
  writeText: 'write "{text}"',
  optional: 'remove it: a field without "required: true" is optional',
  requiredFields: 'write "required: true" in each of these fields: {names}',
  inFields: 'write "{key}" in the fields of this type',
  format: 'remove it: no built-in type has this format; "pattern" can describe the string',
  title: 'write "description" instead',
  extension: "remove it: specs have no extensions",
  unsupported: "remove it: a spec cannot express it",
  listVersions: 'list the API\'s versions under "versions" in the config',
  outputs: 'run "npx modelwright outputs" to list the generated files',
  laidOut: "see its template: {template}",
  model: 'run "npx modelwright context {model}" to see the view of "{template}"',
  template: 'correct the template or a partial of "{template}", rendered for {path}',
} as const;

const related = {
  first: "the first one",
  other: "the other one",
  candidate: '"{name}"',
  definition: '"{name}" is defined here',
  version: '"{key}" is here',
  mapping: "the mapping begins here",
  folder: "{folder}",
  pointer: "at {pointer}",
} as const;

/** What an import does about a spot of a document that it cannot understand. */
const remedies = {
  any: "the spec accepts any value here",
  ignored: "it is ignored",
} as const;

/** A message about a spot, and what is done about it. */
export function remedied(message: string, remedy: keyof typeof remedies): string {
  return `${message}; ${remedies[remedy]}`;
}

/** The parameters of a template, if it has any. */
export type Named<T, K extends keyof T> = [ParametersIn<T[K] & string>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParametersIn<T[K] & string>, Parameters[string]>>];

/** A hint that depends on what was found. */
export function hint<K extends keyof typeof hints>(key: K, ...[parameters]: Named<typeof hints, K>): string {
  return worded(hints[key], parameters);
}

/** Another place that belongs to a diagnostic. */
export function relatedPlace<K extends keyof typeof related>(
  key: K,
  span: Span,
  ...[parameters]: Named<typeof related, K>
): RelatedPlace {
  return { message: worded(related[key], parameters), span };
}
