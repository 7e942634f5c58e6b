/** The output streams of a command and their capabilities. */
import pc from "picocolors";
import { reasonOf } from "../disk/disk-error.js";
import { exitCode } from "./exit-code.js";
import { workflowStream } from "./workflow-stream.js";

export interface Terminal {
  /** Prints results. */
  out(text: string): void;
  /** Prints problems. */
  err(text: string): void;
  /** Prints a line that the next one replaces, on a terminal only; "" clears it. */
  status(text: string): void;
  /**
   * Switches to output for a GitHub Actions runner. All text goes to standard output, as a runner reads two streams in no
   * particular order, and none of it can act as a workflow command.
   */
  beginWorkflow(): void;
  /** Prints a workflow command for that runner. */
  command(command: string): void;
  /** Ends the output. */
  end(): void;
  /** Whether the standard output is a terminal. */
  readonly isOutShown: boolean;
  readonly outColors: Colors;
  readonly errColors: Colors;
  readonly env: NodeJS.ProcessEnv;
}

export type Colors = ReturnType<typeof pc.createColors>;

/**
 * The streams of the process. In a GitHub Actions workflow, nothing on standard error can act as a workflow command, even if
 * another program reads standard output.
 */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  reportStreamErrors();
  const isWatched = stderr.isTTY && env["TERM"] !== "dumb" && !env["CI"];
  const state = { hasStatus: false };
  const status = (text: string): void => {
    if (!isWatched || (text === "" && !state.hasStatus)) return;
    stderr.write(`\r\u001b[K${text}`);
    state.hasStatus = text !== "";
  };
  const after = (write: (text: string) => void) => (text: string) => {
    status("");
    write(text);
  };
  const token = crypto.randomUUID();
  const forRunner = {
    out: workflowStream((text) => stdout.write(text), token),
    err: workflowStream((text) => stderr.write(text), token),
  };
  const writers = {
    out: (text: string): void => void stdout.write(text),
    err: env["GITHUB_ACTIONS"] === "true" ? forRunner.err.text : (text: string): void => void stderr.write(text),
  };
  return {
    out: after((text) => writers.out(text)),
    err: after((text) => writers.err(text)),
    status,
    beginWorkflow: () => void Object.assign(writers, { out: forRunner.out.text, err: forRunner.out.text }),
    command: after((command) => forRunner.out.command(command)),
    end() {
      forRunner.err.resume();
      forRunner.out.resume();
    },
    isOutShown: stdout.isTTY === true,
    outColors: pc.createColors(wantsColors(stdout, env)),
    errColors: pc.createColors(wantsColors(stderr, env)),
    env,
  };
}

/**
 * If a reader stops reading, the run continues silently. A stream that cannot be written for another reason, such as a full
 * disk, is reported on the other stream.
 */
function reportStreamErrors(): void {
  const state = { isReported: false };
  const report = (name: string, other: NodeJS.WriteStream, error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE" || state.isReported) return;
    state.isReported = true;
    process.once("exit", () => (process.exitCode = exitCode.mistakes));
    other.write(`error: cannot write the standard ${name}: ${reasonOf(error)}\n`);
  };
  const { stdout, stderr } = process;
  stdout.on("error", (error) => report("output", stderr, error));
  stderr.on("error", (error) => report("error", stdout, error));
}

/** As defined by https://no-color.org and https://force-color.org; by default, colors are used on terminals only. */
function wantsColors(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
