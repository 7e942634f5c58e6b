import { join } from "node:path";
import { configName } from "../disk/find-config.js";
import { hashOfAll } from "../disk/hash.js";
import { shownPath } from "../disk/shown-path.js";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/printable.js";
import { position } from "../diagnostics/text.js";
import { type Finding, findingsOf } from "./findings.js";
import { fixCommand } from "./fix-command.js";
import { jsonText } from "./json-text.js";
import type { Report } from "./report.js";
import { reportText } from "./report-text.js";
import type { Terminal } from "./terminal.js";

/**
 * An entry of a Code Quality report.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export interface CodeQualityIssue {
  readonly description: string;
  /** The diagnostic's code. */
  readonly check_name: string;
  /** Identifies the finding across runs: it stays the same when lines move. */
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** For GitLab: the report on standard output, and text for the log on standard error. */
export async function reportGitlab(report: Report, terminal: Terminal): Promise<void> {
  const folder = terminal.env["CI_PROJECT_DIR"] ?? process.cwd();
  const { all, sources } = findingsOf(report.result, folder);
  const config = shownPath(folder, join(report.result.root, configName));
  const seen = new Map<string, number>();
  const issues = all.map((finding): CodeQualityIssue => {
    const { code, severity } = finding.diagnostic;
    const location = locationOf(finding, sources, config);
    const same = [code, location.path, finding.path ?? "", finding.diagnostic.message];
    const count = (seen.get(same.join("\n")) ?? 0) + 1;
    seen.set(same.join("\n"), count);
    return {
      description: descriptionOf(finding, report),
      check_name: code,
      fingerprint: hashOfAll([...same, String(count)]).slice(0, 32),
      severity: severity === "error" ? "major" : "minor",
      location,
    };
  });
  await reportText(report, { ...terminal, out: terminal.err, outColors: terminal.errColors });
  terminal.out(jsonText(issues));
}

function descriptionOf({ diagnostic: { message, hint }, difference }: Finding, report: Report): string {
  const parts = [message, hint, difference && `to fix: ${fixCommand(report)}`];
  return parts.flatMap((part) => (part === undefined ? [] : printable(part))).join("; ");
}

/** A problem without a location is shown at the file that differs, or else at the config. */
function locationOf(
  { diagnostic: { span }, path }: Pick<Finding, "path"> & { readonly diagnostic: Pick<Diagnostic, "span"> },
  sources: ReadonlyMap<string, SourceFile>,
  config: string,
): CodeQualityIssue["location"] {
  const source = span && sources.get(span.file);
  const begin = span === undefined || source === undefined ? 1 : position(source, span.start).line;
  return { path: span?.file ?? path ?? config, lines: { begin } };
}
