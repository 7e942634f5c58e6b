/** How a run is told, by format. */
import type { RunOptions, RunResult } from "../run/run-options.js";
import type { Terminal } from "./terminal.js";

export type Format = "text" | "json" | "github";

export interface Told {
  readonly result: RunResult;
  readonly mode: RunOptions["mode"];
  /** As `chooseFormat` says; undefined for text that fits a few screens. */
  readonly format: Format | undefined;
  /** What the run was about: `12 models`. */
  readonly subject: string;
  /** What else there is to say, a line each. */
  readonly remarks: readonly string[];
  /** The arguments of the same run, if it were to write. */
  readonly command: readonly string[];
  /** How long it took. */
  readonly milliseconds: number;
  /** How long each phase took, if that was asked for. */
  readonly timing: ReadonlyMap<string, number> | undefined;
}

/** The format that was asked for, or that the surroundings expect. It holds from now on. */
export function chooseFormat(wanted: Format | undefined, terminal: Terminal): Format | undefined {
  const format = wanted ?? (terminal.env["GITHUB_ACTIONS"] === "true" ? "github" : undefined);
  if (format === "github") terminal.beginWorkflow();
  return format;
}

/** Tells what a run did in the chosen format. */
export async function report(told: Told, terminal: Terminal): Promise<void> {
  switch (told.format ?? "text") {
    case "json":
      return (await import("./report-json.js")).reportJson(told, terminal);
    case "github":
      return (await import("./report-github.js")).reportGithub(told, terminal);
    case "text":
      return (await import("./report-text.js")).reportText(told, terminal);
  }
}
