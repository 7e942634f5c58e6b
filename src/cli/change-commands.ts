/** The commands about changes between two states of a project. */
import type { Command } from "commander";
import type { ExitCode } from "./exit-code.js";
import { type ApproveFlags, type ChangelogFlags, type DiffFlags, option } from "./flags.js";
import type { Terminal } from "./terminal.js";

export interface Context {
  readonly terminal: Terminal;
  /** Sets the exit code of the process. */
  readonly end: (code: ExitCode) => void;
}

export function addDiff(program: Command, { terminal, end }: Context): void {
  program
    .command("diff")
    .description("report what changed in meaning, and what it breaks: in JSON, in code and in docs")
    .argument("[base]", "folder or commit to compare with (default: the merge base with the default branch)")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.diffFormat())
    .addOption(option.failOn())
    .option("--from <version>", "compare this version of the spec with that of --to")
    .option("--to <version>", "compare this version of the spec with that of --from")
    .addOption(option.toolVersion().conflicts(["from", "to"]))
    .option("--output <file>", "write the report to a file")
    .addOption(option.verbose())
    .action(async (base: string | undefined, flags: DiffFlags) => {
      const { diffCommand } = await import("./diff-command.js");
      end(await diffCommand(base, flags, terminal));
    });
}

export function addApprove(program: Command, { terminal, end }: Context): void {
  program
    .command("approve")
    .description("accept changes that diff reports, and remove approvals of other changes")
    .argument("[fingerprints...]", "fingerprints of changes, as diff prints them")
    .option("--reason <text>", "why they are accepted")
    .addOption(option.approveAll())
    .option("--base <base>", "folder or commit to compare with (default: the merge base with the default branch)")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.verbose())
    .action(async (fingerprints: readonly string[], flags: ApproveFlags) => {
      const { approveCommand } = await import("./approve-command.js");
      end(await approveCommand(fingerprints, flags, terminal));
    });
}

export function addChangelog(program: Command, { terminal, end }: Context): void {
  program
    .command("changelog")
    .description("print what changed for users of each package, as Markdown")
    .argument("<from>", "folder or commit with the old state")
    .argument("[to]", "folder or commit with the new state (default: the working folder)")
    .addOption(option.config())
    .addOption(option.target())
    .option("--output <file>", "write the changelog to a file")
    .addOption(option.verbose())
    .action(async (from: string, to: string | undefined, flags: ChangelogFlags) => {
      const { changelogCommand } = await import("./changelog-command.js");
      end(await changelogCommand(from, to, flags, terminal));
    });
}
