/** The streams a command writes to, and what they can show. */
import pc from "picocolors";

export interface Terminal {
  /** What was asked for: results. */
  out(text: string): void;
  /** What there is to say about it: problems. */
  err(text: string): void;
  /** A line that the next one replaces, where somebody watches; an empty one clears it. */
  status(text: string): void;
  readonly outColors: Colors;
  readonly errColors: Colors;
  readonly env: NodeJS.ProcessEnv;
}

export type Colors = ReturnType<typeof pc.createColors>;

/** The process's own streams. A reader that stops reading ends nothing: the run goes on in silence. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on("error", ignoreClosedPipe);
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
  return {
    out: after((text) => stdout.write(text)),
    err: after((text) => stderr.write(text)),
    status,
    outColors: pc.createColors(wantsColors(stdout, env)),
    errColors: pc.createColors(wantsColors(stderr, env)),
    env,
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** As https://no-color.org and https://force-color.org say; else where a person watches. */
function wantsColors(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
