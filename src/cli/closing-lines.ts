import type { RunResult } from "../files/run.js";
import { mendingCommand } from "./mending-command.js";
import type { Told } from "./reporter.js";
import type { Colors } from "./terminal.js";

/** What a run did, in a line or two. */
export function closingLines({ result, flags, milliseconds }: Told, colors: Colors): string {
  const took = colors.dim(`in ${seconds(milliseconds)}`);
  const { outcome, targets, diagnostics } = result;
  switch (outcome) {
    case "mistakes":
      return `${colors.red(countOf(diagnostics, "error"))}; nothing was written ${took}\n`;
    case "cancelled":
      return `${colors.yellow("stopped")} half-way ${took}; the next run goes on\n`;
    case "differs": {
      const what = flags.check ? differencesText(result) : `nothing was written: ${differencesText(result)}`;
      return `${colors.red(what)} ${took}\nto mend it: ${colors.bold(mendingCommand(targets, flags))}\n`;
    }
    case "done":
      return `${colors.green(doneText(result, flags.check === true, flags.dryRun === true))} ${took}\n`;
  }
}

/** One line a phase, in milliseconds. */
export function timingTable(timing: ReadonlyMap<string, number>): string {
  const width = Math.max(...[...timing.keys()].map((phase) => phase.length));
  return [...timing].map(([phase, taken]) => `${phase.padEnd(width)} ${taken.toFixed(1).padStart(8)} ms\n`).join("");
}

function doneText({ targets }: RunResult, isCheck: boolean, isDry: boolean): string {
  const models = Math.max(0, ...targets.map((each) => each.models));
  const count = (lists: readonly (readonly string[])[]): number => lists.reduce((sum, list) => sum + list.length, 0);
  const unchanged = targets.reduce((sum, each) => sum + each.unchanged, 0);
  if (isCheck)
    return `${number(models, "model")}: ${unchanged === 1 ? "the file is" : `all ${number(unchanged, "file")} are`} up to date`;
  const written = number(count(targets.map((each) => each.written)), "file");
  const removed = count(targets.map((each) => each.removed));
  return `${number(models, "model")}: ${isDry ? "would write " : ""}${written}${isDry ? "" : " written"}, ${grouped(unchanged)} unchanged, ${isDry ? "remove " : ""}${grouped(removed)}${isDry ? "" : " removed"}`;
}

function differencesText({ targets }: RunResult): string {
  const states = targets.flatMap(({ differences }) => differences.map(({ state }) => state));
  return Object.entries(stateWords)
    .map(([state, word]) => [states.filter((each) => each === state).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word], index) => (index === 0 ? `${number(count, "file")} ${word}` : `${grouped(count)} ${word}`))
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

function countOf(diagnostics: RunResult["diagnostics"], severity: "error" | "warning"): string {
  return number(diagnostics.filter((each) => each.severity === severity).length, severity);
}

function number(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** `1,400`, on every machine. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}
