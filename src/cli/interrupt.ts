/** How signals end a run. */
export interface Interrupt {
  /** Aborted by the first signal that arrives after `listen`. */
  readonly signal: AbortSignal;
  /** After this call, a signal does not end the process immediately. */
  listen(): void;
  /** Ends the process with the received signal, so that its parent process sees it; does nothing if there was none. */
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
