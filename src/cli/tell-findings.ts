import type { Diagnostic } from "../diagnostics.js";
import { diagnosticText } from "../diagnostics-text.js";
import type { RunResult } from "../files/run.js";
import { type Finding, type Findings, findingsOf } from "./findings.js";
import type { Told } from "./reporter.js";
import type { Colors, Terminal } from "./terminal.js";
import { unifiedDiff } from "./unified-diff.js";

/** How much is shown of differences unless all is asked for: lines of one, and of all of them. */
const linesOfOne = 40;
const linesOfAll = 400;

/** What there is to say about the inputs. */
export function tellDiagnostics(result: Pick<RunResult, "root" | "diagnostics" | "sources">, terminal: Terminal): void {
  const { all, sources } = findingsOf({ ...result, targets: [] }, process.cwd());
  for (const { diagnostic } of all) tellDiagnostic(diagnostic, sources, terminal.err, terminal.errColors);
}

/** Every problem with its line; where files differ, how. With `--format text` nothing is left out. */
export function tellFindings({ result, flags }: Pick<Told, "result" | "flags">, terminal: Terminal): void {
  const { all, sources } = findingsOf(result, process.cwd());
  const diffs = diffPrinter(flags.format === "text", terminal);
  for (const finding of all) {
    if (finding.difference === undefined) tellDiagnostic(finding.diagnostic, sources, terminal.err, terminal.errColors);
    else tellDiagnostic(finding.diagnostic, sources, terminal.out, terminal.outColors);
    diffs.print(finding);
  }
  diffs.end();
}

function tellDiagnostic(
  diagnostic: Diagnostic,
  sources: Findings["sources"],
  write: (text: string) => void,
  { red, yellow, bold, dim }: Colors,
): void {
  write(`${diagnosticText(diagnostic, sources, { error: red, warning: yellow, strong: bold, faint: dim })}\n`);
}

interface DiffPrinter {
  print(finding: Finding): void;
  end(): void;
}

function diffPrinter(isWhole: boolean, { out, outColors }: Terminal): DiffPrinter {
  let left = isWhole ? Infinity : linesOfAll;
  let leftOut = 0;
  return {
    print({ difference, path }) {
      if (difference === undefined || path === undefined) return;
      if (left <= 0) return void leftOut++;
      const lines = unifiedDiff(difference, path).split("\n").slice(0, -1);
      const shown = lines.slice(0, isWhole ? Infinity : Math.min(left, linesOfOne));
      left -= shown.length;
      for (const line of shown) out(`${coloured(isWhole ? line : visible(line), outColors)}\n`);
      if (shown.length < lines.length) out(outColors.dim(`… and ${lines.length - shown.length} more lines\n`));
    },
    end() {
      if (leftOut > 0) out(outColors.dim(`… and the differences of ${leftOut} more files; --format text shows all\n`));
    },
  };
}

function coloured(line: string, colors: Colors): string {
  if (line.startsWith("---") || line.startsWith("+++")) return colors.bold(line);
  if (line.startsWith("@@")) return colors.cyan(line);
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("-") ? colors.red(line) : line;
}

/** Nothing that would steer the terminal. */
function visible(line: string): string {
  return line.replace(/(?!\t)[\p{Cc}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}|\p{Cs}/gu, "\u{FFFD}");
}
