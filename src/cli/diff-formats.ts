/** Writes a report in the selected format, to the standard output or to a file. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Severity, severities } from "../diff/change.js";
import { tryDisk } from "../disk/disk-error.js";
import { repositoryRoot } from "../disk/git.js";
import { shownPath } from "../disk/shown-path.js";
import { diffAnnotations } from "./diff-github.js";
import { diffGitlab } from "./diff-gitlab.js";
import { diffJson } from "./diff-json.js";
import { diffJunit } from "./diff-junit.js";
import { diffMarkdown } from "./diff-markdown.js";
import type { PlacedReport } from "./diff-places.js";
import { diffSarif } from "./diff-sarif.js";
import { diffText } from "./diff-text.js";
import type { DiffFlags } from "./flags.js";
import type { Terminal } from "./terminal.js";

/** Whether a verdict is as bad as `--fail-on` or worse. */
export function isMet(verdict: Severity, failOn: DiffFlags["failOn"] = "none"): boolean {
  return failOn !== "none" && severities.indexOf(verdict) >= severities.indexOf(failOn);
}

/** @param output the file of `--output` @throws DiskError */
export function printTo(output: string | undefined, text: string, terminal: Terminal): void {
  if (output === undefined) return terminal.out(text);
  tryDisk("write", shownPath(process.cwd(), resolve(output)), () => writeFileSync(output, text));
}

/**
 * Formats for other programs also print text, for the log.
 *
 * @param reportIn the report with paths relative to a folder
 * @param root the folder of the project
 */
export function writeReport(
  reportIn: (folder: string) => PlacedReport,
  root: string,
  { format = "text", output, failOn }: DiffFlags,
  terminal: Terminal,
): void {
  const report = reportIn(process.cwd());
  const print = (text: string): void => printTo(output, text, terminal);
  if (format === "text") return print(diffText(report));
  if (format === "json") return print(diffJson(report));
  if (format === "markdown") return print(diffMarkdown(report));

  const whole = reportIn(repositoryRoot(root) ?? process.cwd());
  terminal.err(diffText(report));
  if (format === "gitlab") return print(diffGitlab(whole));
  if (format === "sarif") return print(diffSarif(whole));
  if (format === "junit") return print(diffJunit(whole, (severity) => isMet(severity, failOn)));
  const annotations = diffAnnotations(whole);
  if (output !== undefined) return print(annotations.map((each) => `${each}\n`).join(""));
  for (const each of annotations) terminal.command(each);
}
