/** How signals end a run. */
export interface Interrupt {
  /** Aborted by the first signal that comes while it is listened for. */
  readonly signal: AbortSignal;
  /** From here on a signal does not end the process at once. */
  listen(): void;
  /** Ends the process by the signal that came, so that its parent process sees it; does nothing if none came. */
  finish(): void;
}

export function interrupt(): Interrupt {
  const controller = new AbortController();
  const came: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): void => {
    came.push(signal);
    controller.abort();
  };
  return {
    signal: controller.signal,
    listen() {
      for (const signal of signals) if (!process.listeners(signal).includes(note)) process.on(signal, note);
    },
    finish() {
      for (const signal of signals) process.off(signal, note);
      if (came[0] !== undefined) process.kill(process.pid, came[0]);
    },
  };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
