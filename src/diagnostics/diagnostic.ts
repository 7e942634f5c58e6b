/**
 * A mistake in a spec, config or template: data with a position, never an exception.
 */
import type { DiagnosticCode } from "./catalogue.js";
import type { Severity } from "./codes/entry.js";

export type { DiagnosticCode } from "./catalogue.js";

/** A range of a source file: offsets in UTF-16 code units, end exclusive. */
export interface Span {
  /** The file's path relative to the project, with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A file as it was read. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A problem in an author's file, with its place. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence without a full stop, in the words of the catalogue. */
  readonly message: string;
  /** Its place; absent only if it is not in a file. */
  readonly span?: Span;
  /** How to fix it, if known: `did you mean "string"?` */
  readonly hint?: string;
  /** Related places, such as the first of two equal names. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** A value and the diagnostics of its source. */
export interface Checked<T> {
  /** Absent if the mistakes leave nothing usable. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether there is an error; then nothing is written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** The paths of the files that a diagnostic names. */
export function filesIn({ span, related = [] }: Diagnostic): readonly string[] {
  return [span, ...related.map((each) => each.span)].flatMap((each) => each?.file ?? []);
}
