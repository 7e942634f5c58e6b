/** How a run is told, by format. */
import type { RunResult } from "../files/run.js";
import type { GenerateFlags } from "./command-line.js";
import type { Terminal } from "./terminal.js";

export interface Told {
  readonly result: RunResult;
  readonly flags: GenerateFlags;
  /** How long it took. */
  readonly milliseconds: number;
  /** How long each phase took, if that was asked for. */
  readonly timing: ReadonlyMap<string, number> | undefined;
}

/** Tells what a run did in the format that was asked for, or that the surroundings expect. */
export async function report(told: Told, terminal: Terminal): Promise<void> {
  switch (told.flags.format ?? (terminal.env["GITHUB_ACTIONS"] === "true" ? "github" : "text")) {
    case "json":
      return (await import("./report-json.js")).reportJson(told, terminal);
    case "github":
      return (await import("./report-github.js")).reportGithub(told, terminal);
    case "text":
      return (await import("./report-text.js")).reportText(told, terminal);
  }
}
