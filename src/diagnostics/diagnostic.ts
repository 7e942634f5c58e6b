/**
 * What is wrong with a spec, config or template: data with a position, never an exception.
 */
import type { DiagnosticCode } from "./catalogue.js";
import type { Severity } from "./codes/entry.js";

export type { DiagnosticCode } from "./catalogue.js";

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

/** One problem of an author's file, with the place that causes it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence without a full stop, in the words of the catalogue. */
  readonly message: string;
  /** Where it is; absent only when no file is to blame. */
  readonly span?: Span;
  /** How to fix it, if that is known: `did you mean "string"?` */
  readonly hint?: string;
  /** Other places that belong to it: the first of two equal names. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** A value, and the problems of the text it was made from. */
export interface Checked<T> {
  /** Absent where the mistakes leave nothing usable. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether there is an error, so that nothing is written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** The paths of the files that a diagnostic names. */
export function filesIn({ span, related = [] }: Diagnostic): readonly string[] {
  return [span, ...related.map((each) => each.span)].flatMap((each) => each?.file ?? []);
}
