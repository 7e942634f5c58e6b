import { closingLines, timingTable } from "./closing-lines.js";
import type { Report } from "./report.js";
import type { Terminal } from "./terminal.js";

/** Text for people: problems with their lines, differences, and a closing line. */
export async function reportText(report: Report, terminal: Terminal): Promise<void> {
  const { diagnostics, targets } = report.result;
  if (diagnostics.length > 0 || targets.some(({ differences }) => differences.length > 0)) {
    const { reportFindings } = await import("./report-findings.js");
    reportFindings(report, terminal);
  }
  terminal.out(closingLines(report, terminal.outColors));
  if (report.timing !== undefined) terminal.err(timingTable(report.timing));
}
