/** One run of the generator, and code that all commands that write share. */
import { counted } from "../diagnostics/numbers.js";
import { run } from "../run/run.js";
import type { RunOptions, RunResult } from "../run/run-options.js";
import type { GenerateFlags, WritingFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Interrupt } from "./interrupt.js";
import { watchProgress } from "./progress.js";
import { chooseFormat, printReport } from "./reporter.js";
import { stopwatch } from "./stopwatch.js";
import type { Terminal } from "./terminal.js";

/**
 * Runs the generator once and prints a report.
 *
 * @param started when the run began, in milliseconds since the start of the process
 * @throws DiskError, UnknownTarget
 */
export async function generateOnce(
  flags: GenerateFlags,
  terminal: Terminal,
  { signal, listen }: Interrupt,
  started: number,
): Promise<RunResult> {
  const format = chooseFormat(flags.format, terminal);
  const watch = stopwatch("start", started);
  const progress = watchProgress(terminal);
  const result = await run({
    ...optionsOf(flags),
    signal,
    onPage: progress.page,
    onPhase(phase, target) {
      watch.begin(target === undefined ? phase : `${phase} ${target}`);
      progress.phase(phase, target);
      if (phase === "write") listen();
    },
  });
  progress.end();
  const report = {
    result,
    mode: modeOf(flags),
    format,
    subject: counted(Math.max(0, ...result.targets.map(({ models }) => models)), "model"),
    remarks: [],
    command: commandOf(flags),
    milliseconds: watch.total(),
    timing: flags.timing && watch.end(),
  };
  await printReport(report, terminal);
  return result;
}

function optionsOf(flags: GenerateFlags): RunOptions {
  const { config, target, force, shard, cache, cacheDir } = flags;
  return { mode: modeOf(flags), config, targets: target, force, shard, cache: cache ? cacheDir : false };
}

/** The mode that the flags select. */
export function modeOf({ check, dryRun }: WritingFlags): RunOptions["mode"] {
  return check ? "check" : dryRun ? "dry-run" : "write";
}

function commandOf({ config, target }: GenerateFlags): readonly string[] {
  const which = config === undefined ? [] : ["--config", config];
  return ["generate", ...which, ...(target === undefined ? [] : ["--target", ...target])];
}

/** The exit code of a run. */
export function codeOf({ outcome }: Pick<RunResult, "outcome">): ExitCode {
  const { fine, differs, mistakes } = exitCode;
  return { done: fine, cancelled: fine, differs, mistakes }[outcome];
}
