import { run, type RunOptions, type RunResult } from "../files/run.js";
import type { GenerateFlags } from "./command-line.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { interrupt, type Interrupt } from "./interrupt.js";
import { watchProgress } from "./progress.js";
import { report } from "./reporter.js";
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
  await report({ result, flags, milliseconds: watch.total(), timing: flags.timing && watch.end() }, terminal);
  return result;
}

function optionsOf({ check, dryRun, config, target, force, shard, cache, cacheDir }: GenerateFlags): RunOptions {
  return {
    mode: check ? "check" : dryRun ? "dry-run" : "write",
    config,
    targets: target,
    force,
    shard,
    cache: cache ? cacheDir : false,
  };
}

function codeOf({ outcome }: RunResult): ExitCode {
  return { done: exitCode.fine, cancelled: exitCode.fine, differs: exitCode.differs, mistakes: exitCode.mistakes }[
    outcome
  ];
}
