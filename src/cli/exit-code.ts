/** The exit codes, documented in docs/command-line.md. */
export const exitCode = {
  fine: 0,
  /** A file is out of date, or is in the way. */
  differs: 1,
  /** The command line is not valid. */
  usage: 2,
  /** A spec, config or template has an error, or a file cannot be read or written. */
  mistakes: 3,
  /** An internal error. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
