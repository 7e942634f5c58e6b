import type { SourceFile } from "../diagnostics/diagnostic.js";
import { position } from "../diagnostics/text.js";
import { closingLines, timingTable } from "./closing-lines.js";
import { type Finding, type Findings, findingsOf } from "./findings.js";
import { fixCommand } from "./fix-command.js";
import type { Report } from "./report.js";
import type { Terminal } from "./terminal.js";
import { aScreenful, limited, reportFindings } from "./report-findings.js";
import { annotationCommand } from "./workflow-command.js";

/** For GitHub Actions: text for the log, then an annotation for every problem on the line that caused it. */
export function reportGithub(report: Report, terminal: Terminal): void {
  const workspace = terminal.env["GITHUB_WORKSPACE"] ?? process.cwd();
  const findings = findingsOf(report.result, workspace);
  const fix = `to fix: ${fixCommand(report)}`;
  reportFindings(report, terminal);
  terminal.out(closingLines(report, terminal.outColors));
  if (report.timing !== undefined) terminal.err(timingTable(report.timing));
  for (const each of sorted(annotated(findings.all))) terminal.command(annotation(each, findings, fix));
}

/** Without the errors beyond those that are printed of each file. */
function annotated(all: readonly Finding[]): readonly Finding[] {
  const errors = all.flatMap(({ diagnostic, difference }) => (difference === undefined ? diagnostic : []));
  const { shown } = limited(errors, { ...aScreenful, warnings: Infinity });
  const kept = new Set(shown);
  return all.filter(({ diagnostic, difference }) => difference !== undefined || kept.has(diagnostic));
}

/** Errors first: GitHub shows only the first ten annotations of a step beside the code. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const isError = ({ diagnostic }: Finding): boolean => diagnostic.severity === "error";
  return [...findings.filter(isError), ...findings.filter((each) => !isError(each))];
}

function annotation({ diagnostic, difference }: Finding, { sources }: Findings, fix: string): string {
  const { severity, code, message, hint, span } = diagnostic;
  const source = span && sources.get(span.file);
  const place = { file: span?.file, ...(span && source && places(source, span.start, span.end)) };
  const lines = [message, ...(hint === undefined ? [] : [hint]), ...(difference ? [fix] : [])];
  return annotationCommand(severity, { ...place, title: `modelwright: ${code}` }, lines);
}

/** GitHub uses columns only if the range is on one line. */
function places(source: SourceFile, start: number, end: number): Readonly<Record<string, number>> {
  const [from, to] = [position(source, start), position(source, Math.max(start, end))];
  const lines = { line: from.line, endLine: to.line };
  return from.line === to.line ? { ...lines, col: from.column, endColumn: to.column } : lines;
}
