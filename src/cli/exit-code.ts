/** What a run ends with; documented in docs/command-line.md. */
export const exitCode = {
  fine: 0,
  /** Something differs, or stands in the way of writing. */
  differs: 1,
  /** The command was not understood. */
  usage: 2,
  /** A spec, config or template has an error, or a file cannot be read or written. */
  mistakes: 3,
  /** A bug of ours. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
