import type { SourceFile } from "../diagnostics/diagnostic.js";
import { position } from "../diagnostics/text.js";
import { printable } from "../diagnostics/printable.js";
import { closingLines, timingTable } from "./closing-lines.js";
import { type Finding, type Findings, findingsOf } from "./findings.js";
import { fixCommand } from "./fix-command.js";
import type { Report } from "./report.js";
import type { Terminal } from "./terminal.js";
import { reportFindings } from "./report-findings.js";

/** For GitHub Actions: text for the log, then an annotation for every problem on the line that caused it. */
export function reportGithub(report: Report, terminal: Terminal): void {
  const workspace = terminal.env["GITHUB_WORKSPACE"] ?? process.cwd();
  const findings = findingsOf(report.result, workspace);
  const fix = `to fix: ${fixCommand(report)}`;
  reportFindings(report, terminal);
  terminal.out(closingLines(report, terminal.outColors));
  if (report.timing !== undefined) terminal.err(timingTable(report.timing));
  for (const each of sorted(findings.all)) terminal.command(annotation(each, findings, fix));
}

/** Errors first: GitHub shows only the first ten annotations of a step beside the code. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const isError = ({ diagnostic }: Finding): boolean => diagnostic.severity === "error";
  return [...findings.filter(isError), ...findings.filter((each) => !isError(each))];
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function annotation({ diagnostic, difference }: Finding, { sources }: Findings, fix: string): string {
  const { severity, code, message, hint, span } = diagnostic;
  const source = span && sources.get(span.file);
  const properties = [
    ...(span ? [`file=${escapedProperty(span.file)}`] : []),
    ...(span && source ? places(source, span.start, span.end) : []),
    `title=${escapedProperty(`modelwright: ${code}`)}`,
  ];
  const text = [message, ...(hint === undefined ? [] : [hint]), ...(difference ? [fix] : [])].map(printable).join("\n");
  return `::${severity} ${properties.join(",")}::${escaped(text)}`;
}

/** GitHub uses columns only if the range is on one line. */
function places(source: SourceFile, start: number, end: number): readonly string[] {
  const [from, to] = [position(source, start), position(source, Math.max(start, end))];
  if (from.line !== to.line) return [`line=${from.line}`, `endLine=${to.line}`];
  return [`line=${from.line}`, `endLine=${to.line}`, `col=${from.column}`, `endColumn=${to.column}`];
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
