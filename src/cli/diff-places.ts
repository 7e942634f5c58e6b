/** A report with files and lines in place of offsets. */
import { relative, resolve, sep } from "node:path";
import type { Report, ReportedChange } from "../compare/report.js";
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { position } from "../diagnostics/text.js";

export interface Place {
  /** Relative to the working folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface PlacedChange extends Omit<ReportedChange, "before" | "after"> {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

export interface PlacedReport extends Omit<Report, "changes"> {
  /** What was compared: `since main`. */
  readonly name: string;
  readonly changes: readonly PlacedChange[];
}

interface Side {
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly sources: readonly SourceFile[];
}

export function placedReport(
  report: Report,
  name: string,
  { before, after }: Readonly<Record<"before" | "after", Side>>,
  folder: string,
): PlacedReport {
  const [old, current] = [placing(before, folder), placing(after, folder)];
  const changes = report.changes.map((each) => ({ ...each, before: old(each.before), after: current(each.after) }));
  return { ...report, name, changes };
}

function placing({ root, sources }: Side, folder: string): (span: Span | undefined) => Place | undefined {
  const byPath = new Map(sources.map((each) => [each.path, each]));
  return (span) => {
    const source = span && byPath.get(span.file);
    if (span === undefined || source === undefined) return undefined;
    const file = relative(folder, resolve(root, span.file)).split(sep).join("/");
    return { file, line: position(source, span.start).line };
  };
}
