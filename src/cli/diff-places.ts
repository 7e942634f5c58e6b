/** A report with files and lines in place of offsets. */
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { ReviewedChange, ReviewedReport } from "../compare/approvals.js";
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { position } from "../diagnostics/text.js";

export interface Place {
  /** Relative to the working folder, or to the root of the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface PlacedChange extends Omit<ReviewedChange, "before" | "after"> {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** Where to show it in the new state, which has no line for something that was removed with all around it. */
  readonly spot: Spot;
}

export interface Spot extends Pick<Place, "file"> {
  readonly line: number | undefined;
}

export interface PlacedReport extends Omit<ReviewedReport, "changes"> {
  /** What was compared: `since main`. */
  readonly name: string;
  readonly changes: readonly PlacedChange[];
}

export interface Sides {
  readonly before: Side;
  readonly after: Side & {
    /** The path of the config. */
    readonly config: string;
  };
}

interface Side {
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly sources: readonly SourceFile[];
}

/** @param folder what the paths of the report are relative to */
export function placedReport(
  report: ReviewedReport,
  name: string,
  { before, after }: Sides,
  folder: string,
): PlacedReport {
  const [old, current] = [placing(before, folder), placing(after, folder)];
  const shown = (path: string): string => relative(folder, resolve(after.root, path)).split(sep).join("/");
  const spotOf = (change: ReviewedChange): Spot => {
    const place = current(change.after) ?? current(change.near);
    if (place !== undefined) return place;
    const file = change.before?.file;
    const isLeft = file !== undefined && existsSync(resolve(after.root, file));
    return { file: shown(isLeft ? file : after.config), line: undefined };
  };
  const changes = report.changes.map((each) => {
    return { ...each, before: old(each.before), after: current(each.after), spot: spotOf(each) };
  });
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
