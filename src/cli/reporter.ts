/** Prints a report in the selected format. */
import type { Format, Report } from "./report.js";
import type { Terminal } from "./terminal.js";

/** The requested format, or the default of the environment. From this call on, output has this format. */
export function chooseFormat(wanted: Format | undefined, terminal: Terminal): Format | undefined {
  const format = wanted ?? (terminal.env["GITHUB_ACTIONS"] === "true" ? "github" : undefined);
  if (format === "github") terminal.beginWorkflow();
  return format;
}

export async function printReport(report: Report, terminal: Terminal): Promise<void> {
  switch (report.format ?? "text") {
    case "json":
      return (await import("./report-json.js")).reportJson(report, terminal);
    case "github":
      return (await import("./report-github.js")).reportGithub(report, terminal);
    case "gitlab":
      return (await import("./report-gitlab.js")).reportGitlab(report, terminal);
    case "text":
      return (await import("./report-text.js")).reportText(report, terminal);
  }
}
