/** `modelwright diff`: what changed in meaning between two states of a project, or two versions of its spec. */
import { isMet, writeReport } from "./diff-formats.js";
import { compareProject } from "./diff-run.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { DiffFlags } from "./flags.js";
import type { Terminal } from "./terminal.js";

/** @throws UsageError, UnknownTarget, GitError, DiskError */
export async function diffCommand(base: string | undefined, flags: DiffFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.toolVersion !== undefined) {
    if (base !== undefined) throw new UsageError("a base cannot be combined with --tool-version");
    const { toolVersionCommand } = await import("./tool-version-command.js");
    return toolVersionCommand(flags.toolVersion, flags, terminal);
  }
  if (flags.format === "github") terminal.beginWorkflow();
  const compared = await compareProject(base, flags, terminal);
  if (compared === undefined) return exitCode.mistakes;
  await writeReport(compared, flags, terminal);
  return isMet(compared.report.unapproved, flags.failOn) ? exitCode.differs : exitCode.fine;
}
