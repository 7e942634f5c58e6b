/** Combines a burst of changes into one. */
export interface ChangeSignal {
  /** @param path the path of the file, if known */
  notify(change: Change, path?: string): void;
  /**
   * Resolves when something has changed since the last call and the changes have stopped; immediately after an abort.
   *
   * @returns what happened to each file
   */
  next(): Promise<ReadonlyMap<string, Change>>;
}

export type Change = "added" | "changed" | "removed";

/** How long no file may change before the wait ends, in milliseconds: editors write a file in several steps. */
const quiet = 60;

/** @param over aborted to end all waiting */
export function changeSignal(over: AbortSignal): ChangeSignal {
  const state: { isPending: boolean; timer?: NodeJS.Timeout; wake?: () => void } = { isPending: false };
  let changes = new Map<string, Change>();
  const settle = (): void => {
    state.isPending = true;
    state.wake?.();
  };
  over.addEventListener("abort", settle);
  return {
    notify(change, path) {
      if (path !== undefined) changes.set(path, both(changes.get(path), change));
      clearTimeout(state.timer);
      state.timer = setTimeout(settle, quiet);
    },
    async next() {
      while (!state.isPending) await new Promise<void>((resolve) => (state.wake = resolve));
      state.isPending = over.aborted;
      const found = changes;
      changes = new Map();
      return found;
    },
  };
}

/** Combines two changes of a file: editors save by removing and adding it, or write a file that they just added. */
function both(first: Change | undefined, second: Change): Change {
  if (first === "removed" && second === "added") return "changed";
  return first === "added" && second === "changed" ? "added" : second;
}
