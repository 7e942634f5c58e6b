import type { RunResult } from "../run/run-options.js";
import type { TargetResult } from "../output/target-result.js";
import { printable } from "../diagnostics/printable.js";
import { fixCommand } from "./fix-command.js";
import { counted, grouped } from "../diagnostics/numbers.js";
import type { Report } from "./report.js";
import type { Colors } from "./terminal.js";

/** A summary of the run in one or two lines. */
export function closingLines(report: Report, colors: Colors): string {
  const { result, mode, milliseconds, remarks } = report;
  const time = `${(milliseconds / 1_000).toFixed(2)} s`;
  switch (result.outcome) {
    case "mistakes": {
      const errors = result.diagnostics.filter(({ severity }) => severity === "error").length;
      return `${colors.red(counted(errors, "error"))} ${colors.dim(`in ${time}`)}; no files were written\n`;
    }
    case "cancelled":
      return `${colors.yellow("interrupted")} ${colors.dim(`after ${time}`)}; run again to finish\n`;
    case "differs": {
      const what = `${mode === "check" ? "" : "no files were written: "}${differencesText(result)}`;
      return `${colors.red(what)} ${colors.dim(`(${time})`)}\nto fix: ${colors.bold(printable(fixCommand(report)))}\n`;
    }
    case "done":
      return [`${colors.green(doneText(report))} ${colors.dim(`in ${time}`)}`, ...remarks, ""].join("\n");
  }
}

/** One line per phase, in milliseconds. */
export function timingTable(timing: ReadonlyMap<string, number>): string {
  const width = Math.max(...[...timing.keys()].map((phase) => phase.length));
  return [...timing]
    .map(([phase, taken]) => `${printable(phase).padEnd(width)} ${taken.toFixed(1).padStart(8)} ms\n`)
    .join("");
}

function doneText({ result: { targets }, mode, subject }: Report): string {
  const sum = (count: (target: TargetResult) => number): number => targets.reduce((all, each) => all + count(each), 0);
  const [written, removed] = [sum((each) => each.written.length), sum((each) => each.removed.length)];
  const unchanged = sum((each) => each.unchanged);
  switch (mode) {
    case "check":
      return `${subject}: ${unchanged === 1 ? "the file is" : `all ${counted(unchanged, "file")} are`} up to date`;
    case "dry-run":
      return `${subject}: would write ${counted(written, "file")}, keep ${grouped(unchanged)}, remove ${grouped(removed)}`;
    case "write":
      return `${subject}: ${counted(written, "file")} written, ${grouped(unchanged)} unchanged, ${grouped(removed)} removed`;
  }
}

function differencesText({ targets }: RunResult): string {
  const states = targets.flatMap(({ differences }) => differences.map(({ state }) => state));
  return Object.entries(stateWords)
    .map(([state, words]) => [states.filter((each) => each === state).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, [one, many]], index) => {
      return `${index === 0 ? counted(count, "file") : grouped(count)} ${count === 1 ? one : many}`;
    })
    .join(", ");
}

const stateWords = {
  missing: ["is missing", "are missing"],
  stale: ["is out of date", "are out of date"],
  "left-over": ["is left over", "are left over"],
  edited: ["was edited by hand", "were edited by hand"],
  foreign: ["is in the way", "are in the way"],
  blocked: ["is blocked", "are blocked"],
} as const;
