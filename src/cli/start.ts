import { runCommandLine } from "./command-line.js";
import { failureCode, reportFailure } from "./failure.js";
import { processTerminal } from "./terminal.js";

/** Runs the command of the process's arguments, and sets the exit code. */
export async function start(argv: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  try {
    process.exitCode = await runCommandLine(argv, terminal);
  } catch (error) {
    reportFailure(error, terminal);
    process.exitCode = failureCode(error);
  } finally {
    terminal.end();
  }
}
