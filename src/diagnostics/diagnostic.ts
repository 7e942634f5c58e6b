/**
 * What an author is told about a spec, config or template: data with a position, never an exception.
 */

/** A piece of a source file: offsets in UTF-16 code units, end exclusive. */
export interface Span {
  /** The file's path as the author would type it, with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A file as it was read. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One thing an author should know, with the place that caused it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  /** One sentence without a full stop. */
  readonly message: string;
  /** Where it is; absent only when no file is to blame. */
  readonly span?: Span;
  /** How to mend it, when that can be known: `did you mean "string"?` */
  readonly hint?: string;
  /** Other places that belong to it: the first of two equal names. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** A value, and what there is to say about the text it was made from. */
export interface Checked<T> {
  /** Absent when the mistakes leave nothing to go on with. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every code there is, with the rule it stands for. The codes are stable: people search for them and filter by them. */
export const diagnosticCodes = {
  "file-not-found": "A file or folder that the config names must exist.",
  "unreadable-file": "A spec, config or template must be a readable file of sensible size.",
  "not-utf-8": "A spec, config or template must be UTF-8 text.",
  "not-yaml": "A spec or config file must be valid YAML.",
  "too-deep": "Files, aliases, unions and inheritance must not be nested beyond all measure.",
  "too-many-aliases": "YAML aliases must not make a file much larger than it is written.",
  "inexact-number": "A number must be one that is kept exactly, or stand in quotes.",
  "duplicate-key": "A mapping must not hold the same key twice.",
  "unknown-key": "Only the documented keys may be used.",
  "missing-key": "A key that is needed must be there.",
  "wrong-kind": "A value must be of the kind its key asks for.",
  "invalid-value": "A value must be one that its key allows.",
  "conflicting-keys": "Keys that exclude each other must not stand together.",
  "unknown-type": "A type must be a built-in one or a model of the spec.",
  "ambiguous-type": "A type name that several namespaces have must say which one is meant.",
  "invalid-type": "A type must be written in the type syntax.",
  "circular-extends": "A model must not extend itself, directly or through others.",
  "circular-alias": "A name for another type must not lead back to itself.",
  "unknown-version": "A version must be one of those that the config lists.",
  "inconsistent-version": "The spec must hold together in every version.",
  "name-clash": "Two things must not get the same name in one language.",
  "unusable-name": "A name must have something in it that a language can use.",
  "too-large": "A model or union must not be larger than a class of a language can be.",
  "infinite-model": "A model must not require itself without end.",
  "default-mismatch": "A default must fit the type it is given for.",
  "example-mismatch": "An example should fit the type it is given for.",
  "unchecked-pattern": "A pattern should be one that the classes of every language can check.",
  "template-error": "A template must be valid Handlebars and use only what its view has.",
  "invalid-language":
    "A module under `languages` must be in the project, load, and export a language with an id of its own.",
  "path-escape": "An output path must stay inside the output folder.",
  "nothing-to-do": "A run must have something to generate.",
  "missing-file": "Every page must have been generated.",
  "stale-file": "A generated file must be what the spec and templates say now.",
  "left-over-file": "A generated file that nothing asks for any more must be removed.",
  "edited-file": "A generated file must not be changed by hand.",
  "foreign-file": "A file that was not generated must not stand where a page belongs.",
  "blocked-file": "Nothing but a file may stand where a page belongs, and no link on the way there.",
  "not-json": "A JSON document must be valid JSON.",
  "not-openapi": "A document to import must be OpenAPI 3 or Swagger 2.",
  "unresolved-ref": "A $ref must lead to something that is there.",
  "forbidden-ref": "A $ref must lead to a regular file in the folder of the documents or in one that is allowed.",
  "circular-ref": "A schema must not consist of itself.",
  "not-imported": "What a spec cannot say is left out of an import.",
} as const satisfies Record<string, string>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

/** Whether there is a diagnostic that keeps anything from being written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** The paths of the files that a diagnostic names. */
export function filesIn({ span, related = [] }: Diagnostic): readonly string[] {
  return [span, ...related.map((each) => each.span)].flatMap((each) => each?.file ?? []);
}
