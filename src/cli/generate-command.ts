import { run } from "../run/run.js";
import type { RunOptions, RunResult } from "../run/run-options.js";
import type { GenerateFlags, WritingFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { interrupt, type Interrupt } from "./interrupt.js";
import { counted } from "./numbers.js";
import { watchProgress } from "./progress.js";
import { chooseFormat, report } from "./reporter.js";
import { stopwatch } from "./stopwatch.js";
import type { Terminal } from "./terminal.js";

/** `modelwright generate`. @throws DiskError, UnknownTarget */
export async function generateCommand(flags: GenerateFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.watch === true) {
    const { watchCommand } = await import("./watch-command.js");
    return watchCommand(flags, terminal);
  }
  const interrupted = interrupt();
  try {
    return codeOf(await generateOnce(flags, terminal, interrupted, 0));
  } finally {
    interrupted.finish();
  }
}

/**
 * One run with everything that is said about it.
 *
 * @param started when the run began, in milliseconds since the process did
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
  const told = {
    result,
    mode: modeOf(flags),
    format,
    subject: counted(Math.max(0, ...result.targets.map(({ models }) => models)), "model"),
    remarks: [],
    command: commandOf(flags),
    milliseconds: watch.total(),
    timing: flags.timing && watch.end(),
  };
  await report(told, terminal);
  return result;
}

function optionsOf(flags: GenerateFlags): RunOptions {
  const { config, target, force, shard, cache, cacheDir } = flags;
  return { mode: modeOf(flags), config, targets: target, force, shard, cache: cache ? cacheDir : false };
}

/** What the flags of a command that writes ask it to do. */
export function modeOf({ check, dryRun }: WritingFlags): RunOptions["mode"] {
  return check ? "check" : dryRun ? "dry-run" : "write";
}

function commandOf({ config, target }: GenerateFlags): readonly string[] {
  const which = config === undefined ? [] : ["--config", config];
  return ["generate", ...which, ...(target === undefined ? [] : ["--target", ...target])];
}

/** What a run ends with. */
export function codeOf({ outcome }: Pick<RunResult, "outcome">): ExitCode {
  const { fine, differs, mistakes } = exitCode;
  return { done: fine, cancelled: fine, differs, mistakes }[outcome];
}
