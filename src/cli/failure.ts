/** Converts anything thrown to one plain message. */
import { DiskError } from "../disk/disk-error.js";
import { GitError } from "../disk/git.js";
import { UnknownTarget } from "../config/unknown-target.js";
import { printable, printableLines } from "../diagnostics/printable.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Terminal } from "./terminal.js";

/** Thrown if the command line is not valid. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = "UsageError";
  }
}

export function failureCode(error: unknown): ExitCode {
  if (error instanceof UsageError || error instanceof UnknownTarget || error instanceof GitError) return exitCode.usage;
  return error instanceof DiskError ? exitCode.mistakes : exitCode.bug;
}

/** The stack trace is printed with `--verbose` only. */
export function reportFailure(error: unknown, { err, errColors, env }: Terminal): void {
  const isBug = failureCode(error) === exitCode.bug;
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const hint = isBug ? bugHint : hintOf(error);
  err(
    `${errColors.red(isBug ? "internal error:" : "error:")} ${isBug ? printableLines(message) : printable(message)}\n`,
  );
  if (hint !== undefined) err(`  ${printable(hint)}\n`);
  if (env["MODELWRIGHT_DEBUG"] || process.argv.includes("--verbose")) err(`${printableLines(stack)}\n`);
}

const bugHint = "please report it with the output of --verbose, and with the spec if you can";

function hintOf(error: unknown): string | undefined {
  return error instanceof Error && "hint" in error && typeof error.hint === "string" ? error.hint : undefined;
}
