import { closingLines, timingTable } from "./closing-lines.js";
import type { Told } from "./reporter.js";
import type { Terminal } from "./terminal.js";

/** For people: problems with their lines, differences, and a closing line. */
export async function reportText(told: Told, terminal: Terminal): Promise<void> {
  const { diagnostics, targets } = told.result;
  if (diagnostics.length > 0 || targets.some(({ differences }) => differences.length > 0)) {
    const { tellFindings } = await import("./tell-findings.js");
    tellFindings(told, terminal);
  }
  terminal.out(closingLines(told, terminal.outColors));
  if (told.timing !== undefined) terminal.err(timingTable(told.timing));
}
