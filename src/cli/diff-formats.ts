/** Writes a report in the selected format, to the standard output or to a file. */
import { type Severity, severities } from "../diff/change.js";
import { repositoryRoot } from "../disk/git.js";
import { diffAnnotations } from "./diff-github.js";
import { diffGitlab } from "./diff-gitlab.js";
import { diffJson } from "./diff-json.js";
import { diffJunit } from "./diff-junit.js";
import { diffMarkdown } from "./diff-markdown.js";
import type { Comparison } from "./diff-run.js";
import { diffSarif } from "./diff-sarif.js";
import { diffText } from "./diff-text.js";
import type { DiffFlags } from "./flags.js";
import { sourceLinks } from "./source-links.js";
import type { Terminal } from "./terminal.js";
import { writeText } from "./write-text.js";

/** Whether a verdict is as bad as `--fail-on` or worse. */
export function isMet(verdict: Severity, failOn: DiffFlags["failOn"] = "none"): boolean {
  return failOn !== "none" && severities.indexOf(verdict) >= severities.indexOf(failOn);
}

/**
 * Formats for other programs also print text, for the log.
 *
 * @throws DiskError
 */
export async function writeReport(
  { project, reportIn, files }: Comparison,
  { format = "text", output, failOn }: DiffFlags,
  terminal: Terminal,
): Promise<void> {
  const report = reportIn(process.cwd());
  const print = (text: string): void => writeText(text, output, terminal);
  if (format === "text") return print(diffText(report));
  if (format === "json") return print(diffJson(report));
  const root = repositoryRoot(project.file.root) ?? process.cwd();
  if (format === "markdown") {
    return print(diffMarkdown(report, { files: await files(), linkOf: sourceLinks(terminal.env, root) }));
  }
  const whole = reportIn(root);
  terminal.err(diffText(report));
  if (format === "gitlab") return print(diffGitlab(whole));
  if (format === "sarif") return print(diffSarif(whole));
  if (format === "junit") return print(diffJunit(whole, (severity) => isMet(severity, failOn)));
  const annotations = diffAnnotations(whole);
  if (output !== undefined) return print(annotations.map((each) => `${each}\n`).join(""));
  for (const each of annotations) terminal.command(each);
}
