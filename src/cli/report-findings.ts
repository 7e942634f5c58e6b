import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnosticText } from "../diagnostics/text.js";
import type { RunResult } from "../run/run-options.js";
import { printable } from "../diagnostics/printable.js";
import { type Finding, type Findings, findingsOf } from "./findings.js";
import { counted } from "../diagnostics/numbers.js";
import { manifestName } from "../output/manifest.js";
import type { Report } from "./report.js";
import type { Colors, Terminal } from "./terminal.js";
import { unifiedDiff } from "./unified-diff.js";

/** Reports the diagnostics of the inputs. */
export function reportDiagnostics(
  result: Pick<RunResult, "root" | "diagnostics" | "sources">,
  terminal: Terminal,
): void {
  const { all, sources } = findingsOf({ ...result, targets: [] }, process.cwd());
  const diagnostics = all.map(({ diagnostic }) => diagnostic);
  reportSome(diagnostics, sources, aScreenful, terminal);
}

/**
 * Reports every problem with its line, and the differences of files: as results of a check, otherwise as problems. With
 * `--format text`, nothing is omitted.
 */
export function reportFindings(
  { result, format, mode }: Pick<Report, "result" | "format" | "mode">,
  terminal: Terminal,
): void {
  const { all, sources } = findingsOf(result, process.cwd());
  const extent = format === "text" ? everything : aScreenful;
  const diagnostics = all.flatMap(({ diagnostic, difference }) => (difference === undefined ? diagnostic : []));
  reportSome(diagnostics, sources, extent, terminal);
  const differences = all.filter(({ difference }) => difference !== undefined);
  const { out, err, outColors, errColors, isOutShown } = terminal;
  const isPatch = mode === "check" && format === "text" && !isOutShown;
  const [write, colors] = mode === "check" ? [out, outColors] : [err, errColors];
  reportDifferences(differences, sources, extent, { write, colors, show: isPatch ? (line) => line : printable });
}

/** Where differences are printed. */
interface Listener {
  readonly write: (text: string) => void;
  readonly colors: Colors;
  /** Formats a line of a difference; unchanged if the output is for `git apply`. */
  readonly show: (line: string) => string;
}

/** Limits of the output. */
interface Extent {
  /** The errors in one file: equal ones, after a rename, can be thousands. */
  readonly errorsOfFile: number;
  readonly warnings: number;
  /** The related locations of one diagnostic. */
  readonly places: number;
  /** The lines of one file's difference. */
  readonly linesOfOne: number;
  /** The lines in total; after that, only file names are printed. */
  readonly lines: number;
  /** The number of file names. */
  readonly files: number;
  /** Whether the differences of manifests, which consist of hashes, are printed. */
  readonly manifests: boolean;
}

const everything: Extent = {
  errorsOfFile: Infinity,
  warnings: Infinity,
  places: Infinity,
  linesOfOne: Infinity,
  lines: Infinity,
  files: Infinity,
  manifests: true,
};
export const aScreenful: Extent = {
  errorsOfFile: 50,
  warnings: 20,
  places: 10,
  linesOfOne: 40,
  lines: 400,
  files: 200,
  manifests: false,
};

function reportSome(
  diagnostics: readonly Diagnostic[],
  sources: Findings["sources"],
  extent: Extent,
  { err, errColors }: Terminal,
): void {
  const { shown, closing } = limited(diagnostics, extent);
  for (const diagnostic of shown) printDiagnostic(capped(diagnostic, extent), sources, err, errColors);
  for (const line of closing) err(errColors.dim(`${line}; use --format text to see all\n`));
}

/** The first errors of each file and the first warnings, and a line for each group with more of them. */
export function limited(
  diagnostics: readonly Diagnostic[],
  { errorsOfFile, warnings }: Pick<Extent, "errorsOfFile" | "warnings">,
): { readonly shown: readonly Diagnostic[]; readonly closing: readonly string[] } {
  const more = new Map<string, number>();
  const shown = diagnostics.filter(({ severity, span }) => {
    const group = severity === "warning" || span === undefined ? severity : `${severity} in ${span.file}`;
    const rest = (more.get(group) ?? -(severity === "warning" ? warnings : errorsOfFile)) + 1;
    more.set(group, rest);
    return rest <= 0;
  });
  const closing = [...more].flatMap(([group, rest]) => {
    const [noun = "", ...place] = group.split(" ");
    return rest > 0 ? [`… and ${[counted(rest, `more ${noun}`), ...place].join(" ")}`] : [];
  });
  return { shown, closing };
}

function capped(diagnostic: Diagnostic, { places }: Extent): Diagnostic {
  const { message, related = [] } = diagnostic;
  if (related.length <= places) return diagnostic;
  const rest = counted(related.length - places, "more place");
  return { ...diagnostic, message: `${message} (and ${rest})`, related: related.slice(0, places) };
}

function reportDifferences(
  findings: readonly Finding[],
  sources: Findings["sources"],
  { linesOfOne, lines, files, manifests }: Extent,
  { write, colors, show }: Listener,
): void {
  let left = lines;
  let isCut = findings.length > files;
  for (const { diagnostic, difference, path = "" } of findings.slice(0, files)) {
    const { code, severity, message } = diagnostic;
    printDiagnostic(left > 0 ? diagnostic : { code, severity, message }, sources, write, colors);
    isCut ||= left <= 0;
    if (left <= 0 || difference === undefined || (difference.path === manifestName && !manifests)) continue;
    const diff = unifiedDiff(difference, path).split("\n").slice(0, -1);
    const shown = diff.slice(0, Math.min(left, linesOfOne));
    isCut ||= shown.length < diff.length;
    for (const line of shown) write(`${coloured(show(line), colors)}\n`);
    if (shown.length < diff.length) write(colors.dim(`… and ${counted(diff.length - shown.length, "more line")}\n`));
    left -= shown.length;
  }
  if (findings.length > files) write(`… and ${counted(findings.length - files, "more file")}\n`);
  if (isCut) write(colors.dim("use --format text to see all\n"));
}

function printDiagnostic(
  diagnostic: Diagnostic,
  sources: Findings["sources"],
  write: (text: string) => void,
  { red, yellow, bold, dim }: Colors,
): void {
  write(`${diagnosticText(diagnostic, sources, { error: red, warning: yellow, strong: bold, faint: dim })}\n`);
}

function coloured(line: string, colors: Colors): string {
  if (line.startsWith("---") || line.startsWith("+++")) return colors.bold(line);
  if (line.startsWith("@@")) return colors.cyan(line);
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("-") ? colors.red(line) : line;
}
