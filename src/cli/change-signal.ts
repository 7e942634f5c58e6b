/** Turns a burst of changes into one. */
export interface ChangeSignal {
  notify(): void;
  /** Resolves once something has changed since it resolved last and nothing changes any more; at once when it is over. */
  next(): Promise<void>;
}

/** How long nothing must change, in milliseconds: editors write a file in several steps. */
const quiet = 60;

/** @param over aborted to end all waiting */
export function changeSignal(over: AbortSignal): ChangeSignal {
  const state: { isPending: boolean; timer?: NodeJS.Timeout; wake?: () => void } = { isPending: false };
  const settle = (): void => {
    state.isPending = true;
    state.wake?.();
  };
  over.addEventListener("abort", settle);
  return {
    notify() {
      clearTimeout(state.timer);
      state.timer = setTimeout(settle, quiet);
    },
    async next() {
      while (!state.isPending) await new Promise<void>((resolve) => (state.wake = resolve));
      state.isPending = over.aborted;
    },
  };
}
