import type { RunResult } from "../run/run-options.js";
import type { TargetResult } from "../output/target-result.js";
import { printable } from "../diagnostics/printable.js";
import { mendingCommand } from "./mending-command.js";
import { counted, grouped } from "./numbers.js";
import type { Told } from "./reporter.js";
import type { Colors } from "./terminal.js";

/** What a run did, in a line or two. */
export function closingLines(told: Told, colors: Colors): string {
  const { result, mode, milliseconds, remarks } = told;
  const took = colors.dim(`in ${(milliseconds / 1_000).toFixed(2)} s`);
  switch (result.outcome) {
    case "mistakes": {
      const errors = result.diagnostics.filter(({ severity }) => severity === "error").length;
      return `${colors.red(counted(errors, "error"))}; nothing was written ${took}\n`;
    }
    case "cancelled":
      return `${colors.yellow("stopped")} half-way ${took}; the next run goes on\n`;
    case "differs": {
      const what = `${mode === "check" ? "" : "nothing was written: "}${differencesText(result)}`;
      return `${colors.red(what)} ${took}\nto mend it: ${colors.bold(printable(mendingCommand(told)))}\n`;
    }
    case "done":
      return [`${colors.green(doneText(told))} ${took}`, ...remarks, ""].join("\n");
  }
}

/** One line a phase, in milliseconds. */
export function timingTable(timing: ReadonlyMap<string, number>): string {
  const width = Math.max(...[...timing.keys()].map((phase) => phase.length));
  return [...timing]
    .map(([phase, taken]) => `${printable(phase).padEnd(width)} ${taken.toFixed(1).padStart(8)} ms\n`)
    .join("");
}

function doneText({ result: { targets }, mode, subject }: Told): string {
  const sum = (count: (target: TargetResult) => number): number => targets.reduce((all, each) => all + count(each), 0);
  const [written, removed] = [sum((each) => each.written.length), sum((each) => each.removed.length)];
  const unchanged = sum((each) => each.unchanged);
  switch (mode) {
    case "check":
      return `${subject}: ${unchanged === 1 ? "the file is" : `all ${counted(unchanged, "file")} are`} up to date`;
    case "dry-run":
      return `${subject}: would write ${counted(written, "file")}, leave ${grouped(unchanged)}, remove ${grouped(removed)}`;
    case "write":
      return `${subject}: ${counted(written, "file")} written, ${grouped(unchanged)} unchanged, ${grouped(removed)} removed`;
  }
}

function differencesText({ targets }: RunResult): string {
  const states = targets.flatMap(({ differences }) => differences.map(({ state }) => state));
  return Object.entries(stateWords)
    .map(([state, word]) => [states.filter((each) => each === state).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word], index) => `${index === 0 ? counted(count, "file") : grouped(count)} ${word}`)
    .join(", ");
}

const stateWords = {
  missing: "missing",
  stale: "stale",
  "left-over": "left over",
  edited: "edited by hand",
  foreign: "in the way",
  blocked: "blocked",
} as const;
