import { docsOf } from "../diagnostics/catalogue.js";
import type { Diagnostic, SourceFile, Span } from "../diagnostics/diagnostic.js";
import { position } from "../diagnostics/text.js";
import type { Difference } from "../output/differences.js";
import type { RunResult } from "../run/run-options.js";
import { type Finding, findingsOf } from "./findings.js";
import { jsonText } from "./json-text.js";
import type { Report } from "./report.js";
import type { Terminal } from "./terminal.js";
import { unifiedDiff } from "./unified-diff.js";

/** The output of `--format json`: one object, documented in docs/command-line.md. */
export interface JsonReport {
  readonly outcome: RunResult["outcome"];
  /** The subject of the run and remarks: `12 models`. */
  readonly summary: readonly string[];
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly targets: readonly JsonTarget[];
  readonly milliseconds: number;
  /** Milliseconds by phase, with `--timing`. */
  readonly timing?: Readonly<Record<string, number>>;
}

export interface JsonDiagnostic extends Pick<Diagnostic, "code" | "severity" | "message" | "hint">, JsonPlace {
  /** The URL that explains the code. */
  readonly docs: string;
  readonly related?: readonly ({ readonly message: string } & JsonPlace)[];
}

/** Lines and columns count from 1, columns in UTF-16 code units. */
export interface JsonPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface JsonTarget extends Pick<RunResult["targets"][number], "name" | "output" | "models" | "unchanged"> {
  /** Relative to the output folder, like those of `removed`. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly differences: readonly JsonDifference[];
}

/** With the location that caused it, if known. */
export interface JsonDifference extends JsonDiagnostic {
  /** The path of the file that differs, relative to the working folder. */
  readonly path: string;
  /** What changed since the file was generated. */
  readonly causes: Difference["causes"];
  /** A unified diff, truncated after 200 lines. */
  readonly diff: string;
}

export function reportJson(report: Report, terminal: Terminal): void {
  terminal.out(jsonText(jsonReport(report)));
}

const linesOfDiff = 200;

function jsonReport({ result, subject, remarks, milliseconds, timing }: Report): JsonReport {
  const { all, sources } = findingsOf(result, process.cwd());
  const foundIn = (folder: string): readonly Finding[] => all.filter(({ output }) => output === folder);
  return {
    outcome: result.outcome,
    summary: [subject, ...remarks],
    diagnostics: all
      .filter(({ difference }) => difference === undefined)
      .map((each) => jsonDiagnostic(each.diagnostic, sources)),
    targets: result.targets.map(({ name, output, models, written, removed, unchanged }) => {
      const differences = foundIn(output).map((each) => jsonDifference(each, sources));
      return { name, output, models, written, removed, unchanged, differences };
    }),
    milliseconds: Math.round(milliseconds),
    ...(timing && { timing: Object.fromEntries(timing) }),
  };
}

function jsonDifference(
  { diagnostic, difference, path = "" }: Finding,
  sources: ReadonlyMap<string, SourceFile>,
): JsonDifference {
  const lines = difference === undefined ? [] : unifiedDiff(difference, path).split("\n");
  return {
    ...jsonDiagnostic(diagnostic, sources),
    path,
    causes: difference?.causes ?? [],
    diff: lines.slice(0, linesOfDiff).join("\n"),
  };
}

function jsonDiagnostic(
  { code, severity, message, hint, span, related }: Diagnostic,
  sources: ReadonlyMap<string, SourceFile>,
): JsonDiagnostic {
  return {
    code,
    severity,
    message,
    docs: docsOf(code),
    ...placeOf(span, sources),
    ...(hint !== undefined && { hint }),
    ...(related && { related: related.map((each) => ({ message: each.message, ...placeOf(each.span, sources) })) }),
  };
}

function placeOf(span: Span | undefined, sources: ReadonlyMap<string, SourceFile>): JsonPlace {
  if (span === undefined) return {};
  const source = sources.get(span.file);
  if (source === undefined) return { file: span.file };
  const [start, end] = [position(source, span.start), position(source, span.end)];
  return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
