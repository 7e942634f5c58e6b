/** `modelwright approve`: accepts changes that `diff` reports, in a file to commit. */
import { type Approval, approvalOf, type ReviewedChange } from "../compare/approvals.js";
import { counted } from "../diagnostics/numbers.js";
import { approvalsName, writeApprovals } from "./approvals-file.js";
import { isMet } from "./diff-formats.js";
import { compareProject } from "./diff-run.js";
import { inLog, severityOf } from "./diff-text.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { ApproveFlags } from "./flags.js";
import type { Terminal } from "./terminal.js";

/** @throws UsageError, UnknownTarget, GitError, DiskError */
export async function approveCommand(
  fingerprints: readonly string[],
  flags: ApproveFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { base, reason = "", all } = flags;
  if ((fingerprints.length > 0 || all !== undefined) && reason.trim() === "") {
    throw new UsageError("an approval needs a --reason", "say why users can live with the change");
  }
  const compared = await compareProject(base, flags, terminal);
  if (compared === undefined) return exitCode.mistakes;
  const { project, approvals, report } = compared;
  const added = selected(report.changes, fingerprints, all).map((each) => approvalOf(each, reason));
  const isReplaced = (each: Approval): boolean => added.some(({ fingerprint }) => fingerprint === each.fingerprint);
  const kept = approvals.filter((each) => !report.stale.includes(each) && !isReplaced(each));
  if (added.length > 0 || kept.length < approvals.length) writeApprovals(project.file, [...kept, ...added]);

  for (const each of added) terminal.out(line("approved", each));
  for (const each of report.stale) terminal.out(line("removed", each));
  terminal.out(`${approvalsName}: ${counted(kept.length + added.length, "approval")}\n`);
  return exitCode.fine;
}

/** Those with a fingerprint that the user named, and all that are bad enough and not yet approved. @throws UsageError */
function selected(
  changes: readonly ReviewedChange[],
  fingerprints: readonly string[],
  all: ApproveFlags["all"],
): readonly ReviewedChange[] {
  const existing = new Set(changes.map(({ fingerprint }) => fingerprint));
  const unknown = fingerprints.find((each) => !existing.has(each));
  if (unknown !== undefined) {
    throw new UsageError(`no change has the fingerprint "${unknown}"`, "modelwright diff prints the fingerprints");
  }
  const chosen = changes.filter(
    (each) =>
      fingerprints.includes(each.fingerprint) ||
      (each.approval === undefined && isMet(severityOf(each), all ?? "none")),
  );
  return [...new Map(chosen.map((each) => [each.fingerprint, each])).values()];
}

function line(verb: string, { kind, element, fingerprint }: Approval): string {
  const parts = [kind, element, fingerprint].filter((each) => each !== undefined);
  return `${inLog(`${verb}: ${parts.join("  ")}`)}\n`;
}
